// The run around a small app of its own: routes, Function URL, triggers and pushes through all the real parts.
import { request } from 'node:http';
import { connect } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { startRideGate, type RideGate } from '../../local/ride-gate.ts';
import { readSettings } from '../../local/settings.ts';
import { sampleHandlers, sampleResources } from './support/sample-app.ts';
import { writeApp } from './support/fixture-app.ts';
import { freeBasePort } from './support/ports.ts';

let folder: string;
let run: RideGate;
const faults: string[] = [];

beforeAll(async () => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'ridegate-run-'));
  const base = await freeBasePort();
  const assembly = writeApp(path.join(folder), {
    App: { handlers: sampleHandlers, resources: sampleResources(base + 3) },
  });
  const settings = readSettings({
    RIDEGATE_PORT: String(base),
    RIDEGATE_STATE_DIR: path.join(folder, 'state'),
  });
  run = await startRideGate(settings, { assembly, onFault: (reason) => faults.push(reason) });
});
afterAll(async () => {
  await run.close();
  rmSync(folder, { recursive: true, force: true });
  expect(faults).toEqual([]);
});

function statusFor(port: number, path: string, host: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    request({ host: '127.0.0.1', port, path, headers: { host } }, (response) => {
      response.resume();
      resolve(response.statusCode);
    })
      .once('error', reject)
      .end();
  });
}

const get = (target: string, init?: RequestInit) => fetch(run.urls.api + target, init);

describe('the gateway', () => {
  test('says that the run is ready', async () => {
    const response = await get('/local/health');
    expect([response.status, await response.json()]).toEqual([200, { status: 'ready' }]);
  });

  test('hands a request on to the function of its route, with parameters decoded', async () => {
    const response = await get('/echo/a%20b?q=1&q=2', {
      method: 'PUT',
      body: 'text',
      headers: { 'X-Own': 'Yes' },
    });
    expect(await response.json()).toMatchObject({
      routeKey: 'ANY /echo/{id}',
      rawPath: '/echo/a b',
      pathParameters: { id: 'a b' },
      queryStringParameters: { q: '1,2' },
      headers: { 'x-own': 'Yes' },
      requestContext: { http: { method: 'PUT' } },
      body: 'text',
      isBase64Encoded: false,
    });
  });

  test('keeps binary bodies byte by byte', async () => {
    const bytes = Buffer.from([0, 255, 13, 10, 195, 40]);
    const headers = { 'content-type': 'application/octet-stream' };
    const response = await get('/echo/1', { method: 'POST', body: bytes, headers });
    expect(await response.json()).toMatchObject({ body: bytes.toString('base64'), isBase64Encoded: true });
  });

  test.each([
    ['structured', 201, 'text/html', '<p>'],
    ['bare', 200, 'application/json', '{"bare":true}'],
    ['broken-header', 500, 'application/json', '{"message":"Internal Server Error"}'],
    ['broken-status', 500, 'application/json', '{"message":"Internal Server Error"}'],
    ['thrown', 500, 'application/json', '{"message":"Internal Server Error"}'],
    ['slow', 503, 'application/json', '{"message":"Service Unavailable"}'],
  ])('turns a %s answer of a function into %i', async (how, status, type, body) => {
    const response = await get(`/answer/${how}`);
    expect([response.status, response.headers.get('content-type'), await response.text()]).toEqual([
      status,
      type,
      body,
    ]);
    expect(response.headers.has('x-injected')).toBe(false);
  });

  test('sends cookies one by one, and binary answers as bytes', async () => {
    expect((await get('/answer/structured')).headers.getSetCookie()).toEqual(['a=1', 'b=2']);
    expect(Buffer.from(await (await get('/answer/binary')).arrayBuffer())).toEqual(Buffer.from([0, 1, 2, 3]));
  });

  test('asks for a token where the template does', async () => {
    const refused = await get('/guarded', { method: 'POST' });
    expect([refused.status, await refused.json()]).toEqual([401, { message: 'Unauthorized' }]);

    const form = new URLSearchParams({
      grant_type: 'client_credentials',
      role: 'rider',
      subaccount_id: 'harbor',
      customer_id: 'amelia',
    });
    const answer = (await (
      await fetch(`${run.urls.tokens}/token`, { method: 'POST', body: form })
    ).json()) as { access_token: string };
    const allowed = await get('/guarded', {
      method: 'POST',
      headers: { authorization: `Bearer ${answer.access_token}` },
    });
    expect(await allowed.json()).toMatchObject({
      requestContext: {
        authorizer: { jwt: { claims: { 'custom:customer_id': 'amelia', aud: 'ridegate' }, scopes: null } },
      },
    });
  });

  test.each([
    ['an unknown path', '/nowhere', 404],
    ['an unknown path of the run itself', '/local/nowhere', 404],
    ['an escape that can not be resolved', '/echo/%E0%A4', 400],
  ])('refuses %s', async (_name, target, status) => {
    expect((await get(target)).status).toBe(status);
  });

  test('refuses a body that is too large', async () => {
    const response = await get('/echo/1', { method: 'POST', body: Buffer.alloc(10 * 1024 * 1024 + 1) });
    expect([response.status, await response.json()]).toEqual([413, { message: 'Request Entity Too Large' }]);
  });

  test.each([
    ['another name', (port: number) => `rebound.example:${port}`],
    ['another port', (port: number) => `127.0.0.1:${port + 1}`],
    ['no port', () => 'localhost'],
    ['another address', (port: number) => `127.0.0.1.nip.io:${port}`],
  ])('and the token issuer answer no request for %s', async (_name, host) => {
    for (const url of [run.urls.api, run.urls.tokens]) {
      const port = Number(new URL(url).port);
      for (const target of ['/local/notifications', '/echo/1', '/token'])
        expect(await statusFor(port, target, host(port))).toBe(421);
    }
  });

  test('and the token issuer answer to localhost too', async () => {
    const { api, tokens } = run.urls;
    const [gatewayPort, tokenPort] = [Number(new URL(api).port), Number(new URL(tokens).port)];
    expect(await statusFor(gatewayPort, '/local/health', `LocalHost:${gatewayPort}`)).toBe(200);
    expect(await statusFor(tokenPort, '/jwks', `localhost:${tokenPort}`)).toBe(200);
  });

  test.each([
    ['is no HTTP', 'hello\r\n\r\n'],
    ['has a header without a name', 'GET / HTTP/1.1\r\n: x\r\n\r\n'],
    [
      'names a whole URL',
      'GET http://elsewhere.example/echo/1 HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n',
    ],
    ['lies about its length', 'POST /echo/1 HTTP/1.1\r\nhost: x\r\ncontent-length: 99\r\n\r\nshort'],
  ])('survives a request that %s', async (_name, raw) => {
    const { host, port } = new URL(run.urls.api);
    const socket = connect(Number(port), '127.0.0.1');
    socket.on('error', () => undefined);
    socket.write(raw.replace('host: x', `host: ${host}`));
    await Promise.race([new Promise((resolve) => socket.once('data', resolve)), delay(200)]);
    socket.destroy();
    expect((await get('/local/health')).status).toBe(200);
  });
});

test('the Function URL hands every path on as it was sent', async () => {
  const response = await fetch(`${run.urls.webhook}/any%20path`, {
    method: 'POST',
    body: '{"raw":  "bytes"}',
    headers: { 'content-type': 'application/json' },
  });
  expect(await response.json()).toMatchObject({
    rawPath: '/any%20path',
    routeKey: '$default',
    body: '{"raw":  "bytes"}',
  });
});

test('a stored change reaches the inbox through stream, function, topic and queue', async () => {
  const push = {
    id: 'ntf_1',
    type: 'identity',
    subaccount_id: 'harbor',
    customer_id: 'amelia',
    title: 'T',
    body: 'B',
    data: { action: 'open_app' },
  };
  const { DynamoDBClient, PutItemCommand } = await import('@aws-sdk/client-dynamodb');
  const { localClientConfig } = await import('../../local/engines/client-config.ts');
  const client = new DynamoDBClient(localClientConfig(run.urls.dynamodb));
  await client.send(
    new PutItemCommand({ TableName: 'rides', Item: { pk: { S: 'a' }, push: { S: JSON.stringify(push) } } }),
  );
  client.destroy();
  const inbox = async (query = '') =>
    ((await (await get(`/local/notifications${query}`)).json()) as { notifications: object[] }).notifications;
  await vi.waitFor(async () => expect(await inbox()).toMatchObject([push]), { timeout: 10_000 });
  expect(await inbox('?customer_id=mateo')).toEqual([]);
});
