// What calls throw where the answer is none of the API's.

import { expect, test } from 'vitest';
import { createApiClient } from '../../../client/api-client.ts';
import { answerOf } from '../../../console/api/api.ts';
import { ApiProblem, mayPass } from '../../../console/api/failure.ts';

async function failureOf(body: string, status: number): Promise<unknown> {
  const api = createApiClient({
    baseUrl: 'http://localhost',
    token: () => Promise.resolve(null),
    fetch: () => Promise.resolve(new Response(body, { status })),
  });
  return answerOf(api.GET('/api/dead-letters')).catch((failure: unknown) => failure);
}

test.each([
  ['<html></html>', 200, true],
  ['', 200, true],
  ['<html></html>', 413, false],
  ['{"message":"Forbidden"}', 403, false],
  ['{"message":"Not Found"}', 404, false],
  ['', 502, true],
])('"%s" with status %d names the status, and has no code', async (body, status, canPass) => {
  const failure = await failureOf(body, status);
  expect(failure).toBeInstanceOf(ApiProblem);
  expect(failure).toMatchObject({ status, code: `http_${status}`, isExplained: false });
  expect(mayPass(failure)).toBe(canPass);
});
