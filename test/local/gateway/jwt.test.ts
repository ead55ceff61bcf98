import { createPrivateKey, generateKeyPairSync, sign, type KeyObject } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createJwtAuthorizer, renderClaims } from '../../../local/gateway/jwt.ts';
import { startTokenIssuer } from '../../../local/engines/token-issuer.ts';
import type { LocalServer } from '../../../local/gateway/listen.ts';
import { freeBasePort } from '../support/ports.ts';

let folder: string;
let issuer: string;
let server: LocalServer;
let key: { kid: string; privateKey: KeyObject };

beforeAll(async () => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'ridegate-jwt-'));
  const port = await freeBasePort();
  issuer = `http://127.0.0.1:${port}`;
  const keyFile = path.join(folder, 'key.json');
  server = await startTokenIssuer({
    port,
    issuer,
    audience: 'ridegate',
    keyFile,
    origins: [],
    accessTokenSeconds: 60,
  });
  const jwk = JSON.parse(readFileSync(keyFile, 'utf8')) as { kid: string } & Record<string, string>;
  key = { kid: jwk.kid, privateKey: createPrivateKey({ key: jwk, format: 'jwk' }) };
});
afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});

const nowS = () => Math.floor(Date.now() / 1000);

function tokenWith(changes: object, signer = key, header: object = {}): string {
  const encode = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const payload = { iss: issuer, aud: 'ridegate', sub: 'a', iat: nowS(), exp: nowS() + 60, ...changes };
  const content = `${encode({ alg: 'RS256', typ: 'JWT', kid: signer.kid, ...header })}.${encode(payload)}`;
  return `${content}.${sign('sha256', Buffer.from(content), signer.privateKey).toString('base64url')}`;
}

const authorize = (header: string | undefined, scopes: readonly string[] = []) =>
  createJwtAuthorizer({ issuer, audience: ['ridegate'] })(header, scopes);

describe('a request with a token', () => {
  test('of the issuer is let in, with its claims as texts', async () => {
    const token = tokenWith({ 'cognito:groups': ['operators', 'admins'], exp: nowS() + 60 });
    const authorization = await authorize(`Bearer ${token}`);
    expect(authorization).toMatchObject({
      allowed: true,
      jwt: { claims: { sub: 'a', 'cognito:groups': '[operators admins]' }, scopes: null },
    });
  });

  test.each([
    ['that is missing', () => undefined],
    ['that is empty', () => 'Bearer '],
    ['that is no token', () => 'Bearer nonsense'],
    ['that has expired', () => `Bearer ${tokenWith({ exp: nowS() - 1 })}`],
    ['that is not valid yet', () => `Bearer ${tokenWith({ nbf: nowS() + 60 })}`],
    ['for another audience', () => `Bearer ${tokenWith({ aud: 'other' })}`],
    ['for no audience', () => `Bearer ${tokenWith({ aud: undefined })}`],
    ['of another issuer', () => `Bearer ${tokenWith({ iss: 'http://127.0.0.1:1' })}`],
    ['without an end', () => `Bearer ${tokenWith({ exp: undefined })}`],
    ['of a group with a blank', () => `Bearer ${tokenWith({ 'cognito:groups': ['foo admins'] })}`],
    ['of a group with a comma', () => `Bearer ${tokenWith({ 'cognito:groups': ['foo,admins'] })}`],
    ['of groups in one text', () => `Bearer ${tokenWith({ 'cognito:groups': 'foo admins' })}`],
    ['of groups in groups', () => `Bearer ${tokenWith({ 'cognito:groups': [['admins']] })}`],
    ['signed with another key', () => `Bearer ${tokenWith({}, forged())}`],
    ['signed with an unknown key', () => `Bearer ${tokenWith({}, { ...forged(), kid: 'unknown' })}`],
    ['without a signature', () => `Bearer ${tokenWith({}, key, { alg: 'none' }).replace(/[^.]+$/, '')}`],
    ['whose claims were changed', () => `Bearer ${tamper(tokenWith({}))}`],
  ])('%s is refused', async (_name, header) => {
    expect(await authorize(header())).toEqual({ allowed: false, reason: 'unauthorized' });
  });

  test('that lacks the scope of its route is forbidden, one that has it is let in', async () => {
    const header = `Bearer ${tokenWith({ scope: 'ridegate/service other' })}`;
    expect(await authorize(header, ['ridegate/admin'])).toEqual({ allowed: false, reason: 'forbidden' });
    expect(await authorize(header, ['ridegate/service'])).toMatchObject({
      allowed: true,
      jwt: { scopes: ['ridegate/service', 'other'] },
    });
  });
});

test('an issuer that can not be reached is a fault and no refusal', async () => {
  const authorizer = createJwtAuthorizer({ issuer: 'http://127.0.0.1:1', audience: ['ridegate'] });
  await expect(authorizer(`Bearer ${tokenWith({})}`, [])).rejects.toThrow();
});

test('claims are rendered as API Gateway renders them', () => {
  expect(renderClaims({ a: 'text', n: 12, yes: true, list: ['a', 'b c'], none: [] })).toEqual({
    a: 'text',
    n: '12',
    yes: 'true',
    list: '[a b c]',
    none: '[]',
  });
});

function forged() {
  return { kid: key.kid, privateKey: generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey };
}

function tamper(token: string): string {
  const [header = '', payload = '', signature = ''] = token.split('.');
  const claims = JSON.parse(Buffer.from(payload, 'base64url').toString()) as object;
  return [header, Buffer.from(JSON.stringify({ ...claims, sub: 'b' })).toString('base64url'), signature].join(
    '.',
  );
}
