// GET /api/openapi.json

import { describe, expect, it } from 'vitest';
import { createDescribeApi } from '../../functions/describe-api.ts';
import { apiDocument, expectDocumented } from '../support/api-document.ts';
import { apiEvent } from './events/api-gateway.ts';

const route = 'GET /api/openapi.json';
const describeApi = createDescribeApi();

async function ask(headers: Record<string, string> = {}) {
  const event = apiEvent({ route, as: null });
  return describeApi({ ...event, headers: { ...event.headers, ...headers } });
}

describe('the API’s description', () => {
  it('is for anyone, and may be kept by caches', async () => {
    const { statusCode, headers, body } = await ask();

    expect(statusCode).toBe(200);
    expect(JSON.parse(body)).toEqual(apiDocument);
    expect(headers).toMatchObject({
      'content-type': 'application/json',
      'cache-control': 'public, max-age=300',
    });
    expectDocumented(route, {
      status: statusCode,
      contentType: headers['content-type'] ?? null,
      body: JSON.parse(body),
    });
  });

  it.each([
    ['as it was given out', (etag: string) => etag],
    ['weakened by a proxy', (etag: string) => `W/${etag}`],
    ['among others', (etag: string) => `"old", ${etag}`],
  ])('is not sent again to who knows it, its tag %s', async (_, known) => {
    const etag = (await ask()).headers['etag'] ?? '';

    const again = await ask({ 'if-none-match': known(etag) });

    expect(again).toMatchObject({
      statusCode: 304,
      headers: { etag, 'cache-control': 'public, max-age=300' },
      body: '',
    });
  });

  it('is sent to who knows another', async () => {
    expect((await ask({ 'if-none-match': '"other"' })).statusCode).toBe(200);
  });

  it('keeps its tag as long as the API is the same', async () => {
    const other = await createDescribeApi()(apiEvent({ route, as: null }));

    expect(other.headers['etag']).toBe((await ask()).headers['etag']);
  });
});
