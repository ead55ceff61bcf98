// Scheduled functions can be run at once, by a person and not by a web page.
import { createServer } from 'node:http';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { answerInvocation, invokedFunction } from '../../../local/web/invocation.ts';
import type { Outcome } from '../../../local/lambda/sandbox.ts';
import { listenOnFreePort } from '../../adapters/support/listen.ts';

let invoked: [string, unknown][];
let outcome: Outcome;
let server: Awaited<ReturnType<typeof listenOnFreePort>>;

beforeEach(async () => {
  invoked = [];
  outcome = { outcome: 'answered', payload: { healed: 1 } };
  const runtime = {
    invoke: (name: string, event: unknown) => {
      invoked.push([name, event]);
      return Promise.resolve(outcome);
    },
  };
  server = await listenOnFreePort(
    createServer((request, response) => {
      const name = invokedFunction(request.url ?? '') ?? 'none';
      void answerInvocation(request, response, name, { runtime, functionNames: ['App-Heal'] });
    }),
  );
});
afterEach(() => server.close());

const invoke = (name: string, body: string, type = 'application/json') =>
  fetch(`${server.url}/local/functions/${name}/invoke`, {
    method: 'POST',
    headers: { 'content-type': type },
    body,
  });

test('a scheduled function gets the body as its event, and its answer comes back', async () => {
  const response = await invoke('App-Heal', '{"quiet_seconds":0}');

  expect([response.status, await response.json()]).toEqual([200, { healed: 1 }]);
  expect(invoked).toEqual([['App-Heal', { quiet_seconds: 0 }]]);
});

test('a function that returns nothing answers null', async () => {
  outcome = { outcome: 'answered', payload: undefined };

  expect(await (await invoke('App-Heal', '{}')).json()).toBeNull();
});

test('a function’s error comes back as one', async () => {
  outcome = { outcome: 'failed', fault: { errorType: 'StripeUnavailable', errorMessage: 'down' } };

  const response = await invoke('App-Heal', '{}');

  expect([response.status, await response.json()]).toEqual([
    502,
    { errorType: 'StripeUnavailable', errorMessage: 'down' },
  ]);
});

test.each([
  ['another function', 404, () => invoke('App-Echo', '{}')],
  ['what is no JSON', 400, () => invoke('App-Heal', 'now')],
  ['too much', 400, () => invoke('App-Heal', JSON.stringify('x'.repeat(65 * 1024)))],
  ['a form, which any web page can send', 415, () => invoke('App-Heal', '{}', 'text/plain')],
  ['a look', 405, () => fetch(`${server.url}/local/functions/App-Heal/invoke`)],
])('%s is refused with %i', async (_, status, send) => {
  expect((await send()).status).toBe(status);
  expect(invoked).toEqual([]);
});

test.each([
  '/local/health',
  '/local/functions//invoke',
  '/local/functions/a/b/invoke',
  '/api/local/functions/a/invoke',
])('%s is no invocation', (path) => {
  expect(invokedFunction(path)).toBeUndefined();
});
