// The endpoint that describes all others.

import * as z from 'zod';
import { endpoint, noBody, noContent, noQuery } from '../endpoint.ts';

export const descriptionEndpoints = {
  describeApi: endpoint({
    name: 'describe-api',
    method: 'GET',
    path: '/api/openapi.json',
    summary: 'This API as OpenAPI 3.1.',
    roles: [],
    query: noQuery,
    body: noBody,
    answers: { 200: z.looseObject({ openapi: z.string() }), 304: noContent },
    problems: {},
  }),
} as const;
