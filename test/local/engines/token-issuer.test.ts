import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { startTokenIssuer } from '../../../local/engines/token-issuer.ts';
import type { LocalServer } from '../../../local/gateway/listen.ts';
import { decodeJwt } from '../../support/decode-jwt.ts';
import { freeBasePort } from '../support/ports.ts';
import { tempFolder } from '../support/temp-folder.ts';

let folder: string;
let port: number;
let issuer: string;
let server: LocalServer;

const start = (at: number) =>
  startTokenIssuer({
    port: at,
    issuer,
    audience: 'ridegate',
    keyFile: path.join(folder, 'key.json'),
    origins: ['http://127.0.0.1:4600'],
    accessTokenSeconds: 1800,
  });

beforeAll(async () => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'ridegate-issuer-'));
  port = await freeBasePort();
  issuer = `http://127.0.0.1:${port}`;
  server = await start(port);
});
afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});

async function ask(form: Record<string, string>, headers: Record<string, string> = {}) {
  const response = await fetch(`${issuer}/token`, {
    method: 'POST',
    body: new URLSearchParams({ grant_type: 'client_credentials', ...form }),
    headers,
  });
  return {
    status: response.status,
    headers: response.headers,
    body: (await response.json()) as Record<string, unknown>,
  };
}

describe('a token', () => {
  test.each([
    [
      { role: 'rider', subaccount_id: 'harbor', customer_id: 'harbor-amelia' },
      { sub: 'harbor-amelia', 'custom:customer_id': 'harbor-amelia', 'custom:subaccount_id': 'harbor' },
    ],
    [
      { role: 'operator', subaccount_id: 'harbor', user_id: 'olga' },
      { sub: 'olga', 'cognito:groups': ['operators'], 'custom:subaccount_id': 'harbor' },
    ],
    [
      { role: 'admin', user_id: 'ada' },
      { sub: 'ada', 'cognito:groups': ['admins'] },
    ],
    [{ role: 'service' }, { scope: 'ridegate/service' }],
  ])('for %o carries the claims of its role', async (form, expected) => {
    const { status, body } = await ask(form);
    expect(status).toBe(200);
    expect(body).toMatchObject({ token_type: 'Bearer', expires_in: 3600 });
    const found = decodeJwt(body['access_token']);
    expect(found).toMatchObject({ iss: issuer, aud: 'ridegate', token_use: 'access', ...expected });
    expect(Number(found['exp']) - Number(found['iat'])).toBe(3600);
  });

  test.each([
    ['an unknown role', { role: 'king' }, 'invalid_request'],
    ['no role', {}, 'invalid_request'],
    ['a rider without his customer id', { role: 'rider', subaccount_id: 'harbor' }, 'invalid_request'],
    ['an operator of no subaccount', { role: 'operator', user_id: 'olga' }, 'invalid_request'],
    [
      'an id with forbidden characters',
      { role: 'rider', subaccount_id: 'harbor', customer_id: 'a#b' },
      'invalid_request',
    ],
    ['a field that is none', { role: 'service', password: 'x' }, 'invalid_request'],
    ['another grant', { role: 'service', grant_type: 'password' }, 'unsupported_grant_type'],
  ])('is refused for %s', async (_name, form, error) => {
    const { status, body } = await ask(form);
    expect(status).toBe(400);
    expect(body).toEqual({ error, error_description: expect.any(String) as string });
  });

  test('is good after a restart too, as the signing key stays the same', async () => {
    const restarted = await start(port + 1);
    onTestFinished(() => restarted.close());
    const keysAt = async (at: number) =>
      JSON.parse(await (await fetch(`http://127.0.0.1:${at}/.well-known/jwks.json`)).text()) as unknown;
    expect(await keysAt(port + 1)).toEqual(await keysAt(port));
  });

  test.each([
    ['nothing', ''],
    ['half a key', '{"kty":"RS'],
    ['an empty object', '{}'],
    ['no private key', '{"kty":"RSA","kid":"a","alg":"RS256","n":"AQAB","e":"AQAB"}'],
    ['a broken key', '{"kty":"RSA","kid":"a","alg":"RS256","n":"AQAB","e":"AQAB","d":"x","p":"x","q":"x"}'],
  ])('is not signed with a stored key that is %s: its file is named', async (_name, content) => {
    const keyFile = path.join(tempFolder(), 'key.json');
    writeFileSync(keyFile, content);
    await expect(
      startTokenIssuer({
        port: port + 2,
        issuer,
        audience: 'ridegate',
        keyFile,
        origins: [],
        accessTokenSeconds: 1800,
      }),
    ).rejects.toThrow(/^\S+key\.json is damaged \([^[\n]+\): run "npm run reset" to begin anew\.$/);
  });

  test('may be fetched by pages of the run, and by those of no other origin', async () => {
    const own = await ask({ role: 'service' }, { origin: 'http://127.0.0.1:4600' });
    const other = await ask({ role: 'service' }, { origin: 'https://example.com' });
    expect(own.headers.get('access-control-allow-origin')).toBe('http://127.0.0.1:4600');
    expect(other.headers.has('access-control-allow-origin')).toBe(false);
  });
});

test('the published keys hold nothing private', async () => {
  const { jwks_uri } = (await (await fetch(`${issuer}/.well-known/openid-configuration`)).json()) as {
    jwks_uri: string;
  };
  const { keys } = (await (await fetch(jwks_uri)).json()) as { keys: object[] };
  expect(keys).toHaveLength(1);
  expect(Object.keys(keys[0] ?? {}).sort()).toEqual(['alg', 'e', 'kid', 'kty', 'n']);
});
