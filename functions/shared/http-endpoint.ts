// What every HTTP function does around its use case: parse, know the caller, answer, map faults, log one line.

import middy from '@middy/core';
import type { Context } from 'aws-lambda';
import type * as z from 'zod';
import type { Answers, Endpoint, Role } from '../contracts/endpoint.ts';
import { httpEvent, type HttpAnswer } from '../contracts/http-event.ts';
import type { RiderLanguage } from '../domain/next-step.ts';
import { parseCaller, requireRole, type Caller } from './caller.ts';
import { privateHeaders } from './answer-headers.ts';
import type { Log } from './log.ts';
import { problemAnswer } from './problem-answer.ts';
import { riderLanguageOf } from './rider-language.ts';
import { parseBody, parsePath, parseQuery } from './request.ts';

export type Request<Allowed extends Role, Body, Query, Given extends Answers> = {
  caller: Extract<Caller, { role: Allowed }>;
  /** The `{id}` of the path, decoded; empty where the path has none. */
  id: string;
  /** Any parameter of the path, decoded; empty where the path has none of that name. */
  parameter: (name: string) => string;
  body: Body;
  query: Query;
  requestId: string;
  /** What riders read is said in this. */
  language: RiderLanguage;
  /** A good answer, as the endpoint's description has it. */
  answer: <Status extends keyof Given & number>(status: Status, body: z.input<Given[Status]>) => HttpAnswer;
};

export type HttpHandler = (event: unknown, context: Context) => Promise<HttpAnswer>;

/** Answers before Lambda ends the function, so that a slow dependency is a 500 with a body, not a cut line. */
const answerBeforeTimeoutMs = 500;

export function httpEndpoint<
  Allowed extends Role,
  Body extends z.ZodType,
  Query extends z.ZodType,
  Given extends Answers,
>(
  log: Log,
  endpoint: Endpoint<string, Allowed, Body, Query, Given>,
  run: (request: Request<Allowed, z.infer<Body>, z.infer<Query>, Given>) => Promise<HttpAnswer>,
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
      const parameter = (name: string): string => event.pathParameters?.[name] ?? '';
      if (endpoint.parameters !== undefined) parsePath(endpoint.parameters, event);
      return run({
        caller,
        id: parameter('id'),
        parameter,
        body: parseBody(endpoint.body, event),
        query: parseQuery(endpoint.query, event),
        requestId: event.requestContext.requestId,
        language: riderLanguageOf(event.headers['accept-language']),
        answer: jsonAnswer,
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

function jsonAnswer(statusCode: number, body: unknown): HttpAnswer {
  if (body === undefined) return { statusCode, headers: { ...privateHeaders }, body: '' };
  return {
    statusCode,
    headers: { ...privateHeaders, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  };
}

function requestFields(raw: unknown): { route: string; requestId: string } {
  const event = httpEvent.safeParse(raw);
  if (!event.success) return { route: 'unknown', requestId: 'unknown' };
  return { route: event.data.routeKey, requestId: event.data.requestContext.requestId };
}
