// The answers of an operation that are no good news: its own problems, and those that any endpoint can have.

import * as z from 'zod';
import type { Endpoint } from '../endpoint.ts';
import { problem } from '../problem.ts';
import { render, type Components, type Json } from './json-schema.ts';

const common: Readonly<Record<number, { name: string; codes: readonly string[] }>> = {
  400: { name: 'InvalidRequest', codes: ['invalid_request'] },
  403: { name: 'Forbidden', codes: ['forbidden'] },
  413: { name: 'BodyTooLarge', codes: ['body_too_large'] },
  500: { name: 'InternalError', codes: ['internal_error', 'data_unreadable'] },
};

const statusText: Readonly<Record<number, string>> = {
  400: 'The request has faults; `errors` lists all of them',
  403: 'Not for this caller, or not as things stand',
  404: 'Not there, or of another subaccount',
  409: 'As things stand it can’t be done',
  413: 'The body is over 64 KiB',
  500: 'Something went wrong on our side',
  502: 'Stripe refused; trying again won’t help',
  503: 'Not right now; nothing was changed',
};

const retryAfter = { 'Retry-After': { description: 'In seconds.', schema: { type: 'integer' } } };

/** API Gateway answers these itself, before any function, in a shape of its own. */
const ofGateway = (description: string): Json => ({
  description,
  content: {
    'application/json': {
      schema: { type: 'object', properties: { message: { type: 'string' } }, required: ['message'] },
    },
  },
});

/** Answers that operations refer to by name. */
export function commonResponses(components: Components): Json {
  return {
    ...Object.fromEntries(
      Object.entries(common).map(([status, { name, codes }]) => [
        name,
        problemAnswer(Number(status), [codes], components),
      ]),
    ),
    Unauthorized: ofGateway('No token, or one that is expired, forged or meant for others'),
    TooManyRequests: ofGateway('Too many requests at once'),
  };
}

export function problemAnswers({ problems, roles }: Endpoint, components: Components): Json {
  const ofAll = roles.length === 0 ? {} : common;
  const statuses = new Set([...Object.keys(ofAll), ...Object.keys(problems)].map(Number));
  const answer = (status: number): Json => {
    const own = problems[status];
    const shared = ofAll[status];
    if (own === undefined && shared !== undefined) return responseRef(shared.name);
    return problemAnswer(status, [own ?? [], shared?.codes ?? []], components);
  };
  return {
    ...(roles.length > 0 && { 401: responseRef('Unauthorized') }),
    429: responseRef('TooManyRequests'),
    ...Object.fromEntries([...statuses].map((status) => [status, answer(status)])),
  };
}

function responseRef(name: string): Json {
  return { $ref: `#/components/responses/${name}` };
}

type Source = Endpoint['problems'][number];

function problemAnswer(status: number, sources: readonly Source[], components: Components): Json {
  return {
    description: statusText[status] ?? 'A problem',
    ...((status === 502 || status === 503) && { headers: retryAfter }),
    content: { 'application/problem+json': { schema: problemSchema(sources, components) } },
  };
}

/** Problems that differ in their code alone are one schema; one with members of its own stands beside it. */
function problemSchema(sources: readonly Source[], components: Components): Json {
  const schemas = sources.flatMap((source) => (source instanceof z.ZodType ? [source] : []));
  const codes = sources.flatMap((source) => (source instanceof z.ZodType ? [] : source));
  const variants = [
    ...schemas.map((schema) => render(schema, 'output', components)),
    ...(codes.length === 0 ? [] : [problemWithCode(codes, components)]),
  ];
  const [only, ...others] = variants;
  return only !== undefined && others.length === 0 ? only : { anyOf: variants };
}

function problemWithCode(codes: readonly string[], components: Components): Json {
  const code = {
    type: 'object',
    properties: { code: { type: 'string', enum: codes } },
    required: ['code'],
  };
  return { allOf: [render(problem, 'output', components), code] };
}
