// What can't be understood is refused, and changes nothing.

import { beforeEach, describe, expect, it } from 'vitest';
import { createGetPolicy } from '../../functions/get-policy.ts';
import { addCustomer } from '../support/add-customer.ts';
import { bodiedRoutes } from './bodied-routes.ts';
import { lambdaContext } from './events/lambda-context.ts';
import { faultyPaths, startApi, stored, type Api } from './harness.ts';

let api: Api;

beforeEach(async () => {
  api = await startApi();
  await addCustomer(api.customers);
});

describe.each(bodiedRoutes)('$route', ({ route, request }) => {
  it.each<[string, unknown]>([
    ['cut-off JSON', '{"notes": "Seen'],
    ['no JSON at all', 'notes=Seen'],
    ['a trailing comma', '{"notes": "Seen",}'],
    ['NaN', '{"version": NaN}'],
    ['bytes that are no UTF-8', Uint8Array.of(0x7b, 0x22, 0xff, 0xfe, 0x22, 0x7d)],
    ['half a character', Uint8Array.of(0x22, 0xe2, 0x82, 0x22)],
  ])('refuses %s', async (_, body) => {
    const before = stored(api);

    const answer = await api.call({ route, ...request, body });

    expect(answer).toMatchObject({
      status: 400,
      body: { code: 'invalid_request', errors: [{ path: '', message: 'The body is not JSON in UTF-8.' }] },
    });
    expect(stored(api)).toEqual(before);
  });

  it.each<[string, string]>([
    ['a list', '[]'],
    ['null', 'null'],
    ['a number', '7'],
    ['a string', '"notes"'],
  ])('refuses %s in place of an object', async (_, body) => {
    const answer = await api.call({ route, ...request, body });

    expect(answer).toMatchObject({ status: 400, body: { code: 'invalid_request', errors: [{ path: '' }] } });
  });

  it('refuses unknown fields and names each of them', async () => {
    const body = '{"first_extra": 1, "second_extra": null, "__proto__": {"a": 1}, "constructor": 2}';

    const answer = await api.call({ route, ...request, body });

    expect(answer.status).toBe(400);
    expect(faultyPaths(answer)).toEqual(
      expect.arrayContaining(['__proto__', 'constructor', 'first_extra', 'second_extra']),
    );
  });

  it('refuses an unknown query parameter', async () => {
    const answer = await api.call({ route, ...request, query: { ...request.query, verbose: '1' } });

    expect(answer.status).toBe(400);
  });

  it('refuses a body over 64 KiB before it reads it, whatever it holds', async () => {
    const before = stored(api);

    for (const body of ['x'.repeat(65_537), new Uint8Array(65_537), 'ä'.repeat(32_769)]) {
      const answer = await api.call({ route, ...request, body });
      expect(answer).toMatchObject({ status: 413, body: { code: 'body_too_large' } });
    }
    expect(stored(api)).toEqual(before);
  });

  it('reads a body of exactly 64 KiB', async () => {
    const answer = await api.call({ route, ...request, body: ' '.repeat(65_536) });

    expect(answer.status).toBe(400);
  });

  it('looks at who calls before it looks at the body', async () => {
    const answer = await api.call({ route, ...request, as: {}, body: '{' });

    expect(answer.status).toBe(403);
  });
});

describe('an event that isn’t API Gateway’s', () => {
  it.each([null, {}, { routeKey: 'GET /api/customers' }])('%j is answered with 500', async (event) => {
    const answer = await createGetPolicy(api)(event, lambdaContext());

    expect(answer.statusCode).toBe(500);
  });
});
