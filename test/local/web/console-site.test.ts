// The console at the base address: its headers, pages that are no files, compression, and what stays the API's.
import { createServer, request } from 'node:http';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { consoleConfig } from '../../../functions/contracts/console-config.ts';
import { sendMessage } from '../../../local/gateway/answer.ts';
import { guarded } from '../../../local/gateway/http-api.ts';
import { listen } from '../../../local/gateway/listen.ts';
import { readSettings } from '../../../local/settings.ts';
import { consoleConfigOf } from '../../../local/web/console-config.ts';
import { createConsoleSite } from '../../../local/web/console-site.ts';
import { createGatewaySite } from '../../../local/web/gateway-site.ts';
import { tempFolder } from '../support/temp-folder.ts';

interface Answer {
  readonly status: number | undefined;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: Buffer;
}

const index = '<!doctype html><title>RideGate</title>';
const script = `go(${'1 + '.repeat(1000)}1);`;

let get: (target: string, headers?: Record<string, string>, method?: string) => Promise<Answer>;

beforeEach(async () => {
  const root = tempFolder();
  const folder = path.join(root, 'console');
  const rider = path.join(root, 'rider');
  mkdirSync(path.join(folder, 'assets'), { recursive: true });
  mkdirSync(rider);
  writeFileSync(path.join(root, 'secret.txt'), 'secret');
  writeFileSync(path.join(rider, 'index.html'), 'rider demo');
  writeFileSync(path.join(folder, 'index.html'), index);
  writeFileSync(path.join(folder, 'icon.svg'), '<svg/>');
  writeFileSync(path.join(folder, 'assets', 'main-1a2b.js'), script);
  const site = createGatewaySite({
    api: (_message, response) => {
      sendMessage(response, 404, 'No such route');
      return Promise.resolve();
    },
    inbox: { list: () => [] },
    deployment: { region: 'us-east-1', endpoints: { dynamodb: '', messaging: '' }, outputs: {} },
    sites: [{ prefix: '/rider/', folder: rider }],
    console: createConsoleSite(folder, consoleConfigOf(readSettings({}))),
    invocations: { runtime: { invoke: () => Promise.reject(new Error('not here')) }, functionNames: [] },
    isReady: () => true,
  });
  const server = await listen(createServer(guarded(site)), 0);
  onTestFinished(() => server.close());
  // Not fetch: it would tidy the path up before sending it, and unpack the answer.
  get = (target, headers = {}, method = 'GET') =>
    new Promise((resolve, reject) => {
      request({ port: server.port, host: '127.0.0.1', path: target, method, headers }, (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () => {
          resolve({ status: response.statusCode, headers: response.headers, body: Buffer.concat(chunks) });
        });
      })
        .on('error', reject)
        .end();
    });
});

describe('a page of the console', () => {
  test.each([
    '/',
    '/operations',
    '/subaccounts/metro/customers?filter=failed',
    '/subaccounts/metro/customers/rider.42',
    '/subaccounts/metro/customers/nora@metro.example',
    '/riders',
  ])('%s is index.html, asked for anew each time', async (target) => {
    const { status, headers, body } = await get(target);

    expect([status, body.toString()]).toEqual([200, index]);
    expect(headers).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-cache',
    });
  });

  test('comes with the headers of the deployed one, but without HSTS', async () => {
    const { headers } = await get('/');

    expect(headers).toMatchObject({
      'content-security-policy':
        "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self' data:; " +
        "img-src 'self' data: http://127.0.0.1:4002; connect-src 'self' http://127.0.0.1:4003; " +
        "frame-ancestors 'none'; base-uri 'none'; form-action 'none'; " +
        "require-trusted-types-for 'script'; trusted-types 'none'",
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'permissions-policy': expect.stringContaining('camera=()') as string,
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
    });
    expect(headers).not.toHaveProperty('strict-transport-security');
  });

  test('is only read', async () => {
    expect(await get('/operations', {}, 'POST')).toMatchObject({ status: 405 });
    expect((await get('/', {}, 'HEAD')).body).toHaveLength(0);
  });
});

describe('a file of the console', () => {
  test('in /assets/ is kept for good, packed as the browser likes it', async () => {
    const packed = await get('/assets/main-1a2b.js', { 'accept-encoding': 'gzip, deflate, br, zstd' });
    expect(packed.headers).toMatchObject({
      'content-type': 'text/javascript; charset=utf-8',
      'content-encoding': 'br',
      'cache-control': 'public, max-age=31536000, immutable',
      vary: 'accept-encoding',
    });
    expect(brotliDecompressSync(packed.body).toString()).toBe(script);

    const zipped = await get('/assets/main-1a2b.js', { 'accept-encoding': 'gzip' });
    expect(gunzipSync(zipped.body).toString()).toBe(script);

    const plain = await get('/assets/main-1a2b.js');
    expect([plain.headers['content-encoding'], plain.body.toString()]).toEqual([undefined, script]);
  });

  test('at the root has its type', async () => {
    expect((await get('/icon.svg')).headers).toMatchObject({ 'content-type': 'image/svg+xml' });
  });

  test.each([
    '/assets/missing.js',
    '/favicon.ico',
    '/assets/../../secret.txt',
    '/assets/%2e%2e/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/assets/%00.js',
    '/assets/',
  ])('is none at %s', async (target) => {
    const { status, headers, body } = await get(target);

    expect(status).toBe(404);
    expect(body.toString()).not.toContain('secret');
    expect(headers).toHaveProperty('content-security-policy');
  });

  test.each(['/../secret.txt', '/%2e%2e/secret.txt'])('lies nowhere outside, as %s would', async (target) => {
    expect((await get(target)).body.toString()).not.toContain('secret');
  });
});

test('/config.json tells the console where it signs in', async () => {
  const { headers, body } = await get('/config.json');

  expect(headers).toMatchObject({ 'content-type': 'application/json', 'cache-control': 'no-cache' });
  expect(consoleConfig.parse(JSON.parse(body.toString()))).toEqual({
    client_id: 'ridegate-console',
    authorization_endpoint: 'http://127.0.0.1:4003/authorize',
    token_endpoint: 'http://127.0.0.1:4003/token',
    revocation_endpoint: 'http://127.0.0.1:4003/revoke',
    end_session_endpoint: 'http://127.0.0.1:4003/logout',
    logout_parameter: 'logout_uri',
    issuer: 'http://127.0.0.1:4003',
    scope: 'openid profile',
    image_origins: ['http://127.0.0.1:4002'],
  });
});

test('with Stripe itself, images come from Stripe', () => {
  const settings = readSettings({ STRIPE_SECRET_KEY: 'sk_test_51abc' });

  expect(consoleConfigOf(settings).image_origins).toEqual(['https://files.stripe.com']);
});

test.each(['/api', '/api/', '/api/nothing', '/api/x.js'])('%s stays the API’s', async (target) => {
  const { status, headers, body } = await get(target);

  expect([status, body.toString()]).toEqual([404, '{"message":"No such route"}']);
  expect(headers).not.toHaveProperty('content-security-policy');
});

test('the rider demo and /local/ stay where they are', async () => {
  expect((await get('/rider/')).body.toString()).toBe('rider demo');
  expect(await get('/local/health')).toMatchObject({ status: 200 });
  expect(await get('/local/nothing.js')).toMatchObject({ status: 404 });
});
