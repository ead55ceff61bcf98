// What every HTTP function does around its use case: parse, know the caller, answer, map faults, log one line.

import middy from '@middy/core';
import type { Context } from 'aws-lambda';
import * as z from 'zod';
import { httpEvent, type HttpAnswer } from '../contracts/http-event.ts';
import { parseCaller, requireRole, type Caller, type Role } from './caller.ts';
import type { Log } from './log.ts';
import { problemAnswer } from './problem-answer.ts';
import { parseBody, parseQuery } from './request.ts';

export type Request<Allowed extends Role, Body, Query> = {
  caller: Extract<Caller, { role: Allowed }>;
  /** The `{id}` of the path, decoded; empty where the path has none. */
  id: string;
  body: Body;
  query: Query;
  requestId: string;
};

export type Endpoint<Allowed extends Role, Body extends z.ZodType, Query extends z.ZodType> = {
  roles: readonly Allowed[];
  body: Body;
  query: Query;
  run: (request: Request<Allowed, z.infer<Body>, z.infer<Query>>) => Promise<HttpAnswer>;
};

/** A query string that may name the subaccount and nothing else. */
export const subaccountQuery = z.strictObject({ subaccount_id: z.string().optional() });

/** For requests that carry no body; an empty object is let through. */
export const noBody = z.strictObject({});

export type HttpHandler = (event: unknown, context: Context) => Promise<HttpAnswer>;

/** Answers before Lambda ends the function, so that a slow dependency is a 500 with a body, not a cut line. */
const answerBeforeTimeoutMs = 500;

export function httpEndpoint<Allowed extends Role, Body extends z.ZodType, Query extends z.ZodType>(
  log: Log,
  endpoint: Endpoint<Allowed, Body, Query>,
): HttpHandler {
  return middy<unknown, HttpAnswer>({
    timeoutEarlyInMillis: answerBeforeTimeoutMs,
    timeoutEarlyResponse: () => {
      throw new Error('timed out');
    },
  })
    .use(logAndMapFaults(log))
    .handler(async (raw: unknown) => {
      const event = httpEvent.parse(raw);
      const caller = parseCaller(event.requestContext.authorizer?.jwt.claims);
      requireRole(caller, endpoint.roles);
      return endpoint.run({
        caller,
        id: event.pathParameters?.['id'] ?? '',
        body: parseBody(endpoint.body, event),
        query: parseQuery(endpoint.query, event),
        requestId: event.requestContext.requestId,
      });
    });
}

function logAndMapFaults(log: Log): middy.MiddlewareObj<unknown, HttpAnswer> {
  return {
    after: ({ event, response }) => {
      log.info('request', { ...requestFields(event), status: response?.statusCode ?? 0 });
    },
    onError: (request) => {
      const fields = requestFields(request.event);
      request.response = problemAnswer(request.error, fields.requestId);
      log.fault('request', request.error, { ...fields, status: request.response.statusCode });
    },
  };
}

export function jsonAnswer(statusCode: number, body: unknown): HttpAnswer {
  return {
    statusCode,
    headers: { 'content-type': 'application/json', 'cache-control': 'no-store' },
    body: JSON.stringify(body),
  };
}

function requestFields(raw: unknown): { route: string; requestId: string } {
  const event = httpEvent.safeParse(raw);
  if (!event.success) return { route: 'unknown', requestId: 'unknown' };
  return { route: event.data.routeKey, requestId: event.data.requestContext.requestId };
}
