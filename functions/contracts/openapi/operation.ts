// One endpoint as an OpenAPI operation: parameters, body, and every answer that it can give.

import * as z from 'zod';
import { riderLanguages } from '../../domain/next-step.ts';
import { noBody, noContent, type Endpoint } from '../endpoint.ts';
import { render, type Components, type Json } from './json-schema.ts';
import { problemAnswers } from './problem-answers.ts';

export function operationOf(id: string, endpoint: Endpoint, components: Components): Json {
  const { roles, summary, body, path } = endpoint;
  return {
    operationId: id,
    tags: [path.split('/')[2]],
    summary,
    description: roles.length === 0 ? 'For anyone.' : `For: ${roles.join(', ')}.`,
    security: roles.map((role) => ({ token: [role] })),
    parameters: [
      ...pathParameters(path),
      ...queryParameters(endpoint, components),
      ...(endpoint.speaksToRiders ? [acceptLanguage] : []),
    ],
    ...(body !== noBody && {
      requestBody: {
        required: !body.safeParse({}).success,
        content: { 'application/json': { schema: render(body, 'input', components) } },
      },
    }),
    responses: { ...goodAnswers(endpoint, components), ...problemAnswers(endpoint, components) },
  };
}

const acceptLanguage: Json = {
  name: 'Accept-Language',
  in: 'header',
  required: false,
  description: `Of the texts for riders: ${riderLanguages.join(', ')}; else English.`,
  schema: { type: 'string' },
};

/** An id that can't be one is answered 404 like one that isn't there, so no pattern is promised. */
function pathParameters(path: string): Json[] {
  return [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }));
}

function queryParameters({ query }: Endpoint, components: Components): Json[] {
  const { properties, required } = objectSchema.parse(render(query, 'input', components));
  return Object.entries(properties).map(([name, { description, ...schema }]) => ({
    name,
    in: 'query',
    required: required.includes(name),
    ...(description !== undefined && { description }),
    schema,
  }));
}

const objectSchema = z.object({
  properties: z.record(z.string(), z.record(z.string(), z.unknown())).default({}),
  required: z.array(z.string()).default([]),
});

const goodStatusText: Readonly<Record<string, string>> = {
  200: 'OK',
  201: 'Created',
  202: 'Accepted: it goes on in the background',
  204: 'Done',
  304: 'Not modified',
};

function goodAnswers({ answers }: Endpoint, components: Components): Json {
  const answer = ([status, schema]: [string, z.ZodType]) => ({
    description: goodStatusText[status] ?? 'OK',
    ...(schema !== noContent && {
      content: { 'application/json': { schema: render(schema, 'output', components) } },
    }),
  });
  return Object.fromEntries(Object.entries(answers).map((entry) => [entry[0], answer(entry)]));
}
