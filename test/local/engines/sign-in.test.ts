// The console's sign-in at the run's own issuer: one chooses a demo operator, and gets tokens by a code with PKCE.
import { createHash, randomBytes } from 'node:crypto';
import path from 'node:path';
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { decodeJwt } from '../../support/decode-jwt.ts';
import { startTokenIssuer } from '../../../local/engines/token-issuer.ts';
import { freeBasePort } from '../support/ports.ts';
import { tempFolder } from '../support/temp-folder.ts';

const origin = 'http://127.0.0.1:4600';
const redirectUri = `${origin}/`;
const verifier = randomBytes(32).toString('base64url');
const question = {
  response_type: 'code',
  client_id: 'ridegate-console',
  redirect_uri: redirectUri,
  state: 'a state',
  scope: 'openid profile',
  code_challenge: createHash('sha256').update(verifier).digest('base64url'),
  code_challenge_method: 'S256',
};

let issuer: string;
let nowMs: number;

beforeEach(async () => {
  const port = await freeBasePort();
  issuer = `http://127.0.0.1:${port}`;
  nowMs = Date.now();
  const server = await startTokenIssuer({
    port,
    issuer,
    audience: 'ridegate',
    keyFile: path.join(tempFolder(), 'key.json'),
    origins: [origin, 'http://localhost:4600'],
    accessTokenSeconds: 90,
    now: () => nowMs,
  });
  onTestFinished(() => server.close());
});

const authorize = (asked: Record<string, string> = {}, init: RequestInit = {}) =>
  fetch(`${issuer}/authorize?${new URLSearchParams({ ...question, ...asked }).toString()}`, {
    redirect: 'manual',
    ...init,
  });

const choose = (person: string, headers: Record<string, string> = {}) =>
  authorize({}, { method: 'POST', body: new URLSearchParams({ person }), headers });

/** The query of the console's address that an answer leads to. */
function backAtConsole(response: Response): Record<string, string> {
  const location = new URL(response.headers.get('location') ?? '');
  expect([response.status, location.origin + location.pathname]).toEqual([303, redirectUri]);
  return Object.fromEntries(location.searchParams);
}

const cookieOf = (response: Response): string =>
  response.headers.getSetCookie().map((cookie) => cookie.split(';')[0])[0] ?? '';

const post = async (to: '/token' | '/revoke', form: Record<string, string>, headers = {}) => {
  const body = new URLSearchParams({ client_id: 'ridegate-console', ...form });
  const response = await fetch(issuer + to, { method: 'POST', body, headers });
  return {
    status: response.status,
    headers: response.headers,
    body: (await response.json()) as Record<string, unknown>,
  };
};

const redeem = (code: string | undefined, form: Record<string, string> = {}) =>
  post('/token', {
    grant_type: 'authorization_code',
    code: code ?? '',
    redirect_uri: redirectUri,
    code_verifier: verifier,
    ...form,
  });

const refresh = (token: unknown) =>
  post('/token', { grant_type: 'refresh_token', refresh_token: String(token) });

async function givenSignIn(person = 'maya.brooks') {
  const chosen = await choose(person);
  const { body } = await redeem(backAtConsole(chosen)['code']);
  return { cookie: cookieOf(chosen), tokens: body };
}

const refusal = {
  status: 400,
  body: { error: 'invalid_grant', error_description: expect.any(String) as string },
};

describe('the page', () => {
  test('asks whom to be, under a policy without scripts', async () => {
    const response = await authorize();

    expect(response.status).toBe(200);
    expect(response.headers.get('content-security-policy')).toMatch(
      /^default-src 'none'; style-src 'sha256-[^']+'; form-action 'self' http:\/\/127\.0\.0\.1:4600 /,
    );
    const page = await response.text();
    for (const name of ['Maya Brooks', 'Henrik Sand', 'Carla Ruiz', 'Alex Morgan'])
      expect(page).toContain(name);
    expect(page).not.toContain('<script');
  });

  test('writes what it was asked with as text', async () => {
    const page = await (await authorize({ state: '"><script>alert(1)</script>' })).text();

    expect(page).not.toContain('<script');
  });

  test.each([
    ['another client', { client_id: 'somebody' }],
    ['an address of another origin', { redirect_uri: 'https://evil.example/' }],
    ['another port of this machine', { redirect_uri: 'http://127.0.0.1:4601/' }],
    ['an address that only begins as the console’s', { redirect_uri: 'http://127.0.0.1:4600.evil.example/' }],
    ['another path of the console', { redirect_uri: `${origin}/rider/` }],
    ['an address with a name in it', { redirect_uri: 'http://evil@127.0.0.1:4600/' }],
  ])('sends nobody back for %s', async (_, asked) => {
    const response = await authorize(asked);

    expect([response.status, response.headers.get('location')]).toEqual([400, null]);
  });

  test.each([
    ['no code', { response_type: 'token' }],
    ['no PKCE', { code_challenge: '' }],
    ['PKCE in clear', { code_challenge_method: 'plain' }],
    ['more than it may', { scope: 'openid ridegate/service' }],
  ])('tells the console so where it asks for %s', async (_, asked) => {
    expect(backAtConsole(await authorize(asked))).toMatchObject({
      error: 'invalid_request',
      state: 'a state',
    });
  });
});

describe('a choice', () => {
  test('leads back with a code and the state', async () => {
    const back = backAtConsole(await choose('maya.brooks'));

    expect(back).toEqual({ code: expect.any(String) as string, state: 'a state' });
  });

  test('is remembered in a cookie that no script reads: who comes again goes straight back', async () => {
    const chosen = await choose('maya.brooks');
    expect(chosen.headers.get('set-cookie')).toMatch(/; HttpOnly; SameSite=Lax; Max-Age=43200$/);

    for (const asked of [{}, { prompt: 'none' }]) {
      const again = await authorize(asked, { headers: { cookie: cookieOf(chosen) } });
      const { body } = await redeem(backAtConsole(again)['code']);
      expect(decodeJwt(body['access_token'])).toMatchObject({ sub: 'maya.brooks' });
    }
  });

  test('is asked for anew by select_account', async () => {
    const { cookie } = await givenSignIn();

    expect((await authorize({ prompt: 'select_account' }, { headers: { cookie } })).status).toBe(200);
  });

  test('is missing where nobody chose: prompt=none says so', async () => {
    expect(backAtConsole(await authorize({ prompt: 'none' }))).toEqual({
      error: 'login_required',
      state: 'a state',
    });
  });

  test('of nobody there is, or made by another page, is none', async () => {
    expect((await choose('nobody')).status).toBe(400);
    expect((await choose('alex.morgan', { 'sec-fetch-site': 'cross-site' })).status).toBe(400);
  });
});

describe('a code', () => {
  test.each([
    ['maya.brooks', { 'cognito:groups': ['operators'], 'custom:subaccount_id': 'metro' }],
    ['henrik.sand', { 'cognito:groups': ['operators'], 'custom:subaccount_id': 'harbor' }],
    ['carla.ruiz', { 'cognito:groups': ['operators'], 'custom:subaccount_id': 'campus' }],
    ['alex.morgan', { 'cognito:groups': ['admins'] }],
  ])('of %s is worth tokens with the claims %o', async (person, claims) => {
    const { tokens } = await givenSignIn(person);

    expect(tokens).toMatchObject({
      token_type: 'Bearer',
      expires_in: 90,
      refresh_token: expect.any(String) as string,
    });
    const access = decodeJwt(tokens['access_token']);
    expect(access).toMatchObject({ sub: person, aud: 'ridegate', client_id: 'ridegate-console', ...claims });
    expect(Number(access['exp']) - Number(access['iat'])).toBe(90);
    expect(decodeJwt(tokens['id_token'])).toMatchObject({ sub: person, aud: 'ridegate-console' });
  });

  test('is good once', async () => {
    const { code } = backAtConsole(await choose('maya.brooks'));
    await redeem(code);

    expect(await redeem(code)).toMatchObject(refusal);
  });

  test('is good for a minute', async () => {
    const { code } = backAtConsole(await choose('maya.brooks'));
    nowMs += 60_000;

    expect(await redeem(code)).toMatchObject(refusal);
  });

  test.each([
    ['another verifier', { code_verifier: randomBytes(32).toString('base64url') }],
    ['another address', { redirect_uri: 'http://localhost:4600/' }],
  ])('is used up and worth nothing with %s', async (_, form) => {
    const { code } = backAtConsole(await choose('maya.brooks'));

    expect(await redeem(code, form)).toMatchObject(refusal);
    expect(await redeem(code)).toMatchObject(refusal);
  });

  test('of another client is refused', async () => {
    const { code } = backAtConsole(await choose('maya.brooks'));

    expect((await redeem(code, { client_id: 'somebody' })).status).toBe(400);
  });
});

describe('a refresh token', () => {
  test('gives new access tokens for twelve hours, however often it is renewed', async () => {
    const { tokens } = await givenSignIn();
    nowMs += 12 * 3_600_000 - 1;
    const refreshed = await refresh(tokens['refresh_token']);
    expect(decodeJwt(refreshed.body['access_token'])).toMatchObject({ sub: 'maya.brooks' });

    nowMs += 1;
    expect(await refresh(tokens['refresh_token'])).toMatchObject(refusal);
    expect(await refresh(refreshed.body['refresh_token'])).toMatchObject(refusal);
  });

  test('is good once, and for a minute more, as an answer can get lost', async () => {
    const { tokens } = await givenSignIn();
    const [first, again] = [
      await refresh(tokens['refresh_token']),
      await refresh(tokens['refresh_token']),
    ] as const;
    const next = [first.body['refresh_token'], again.body['refresh_token']];
    expect(new Set([...next, tokens['refresh_token']])).toHaveLength(3);

    nowMs += 60_000;
    expect(await refresh(tokens['refresh_token'])).toMatchObject(refusal);
    expect(await refresh(next[0])).toMatchObject({ status: 200 });
  });

  test('ends when it is revoked', async () => {
    const { tokens } = await givenSignIn();
    expect((await post('/revoke', { token: String(tokens['refresh_token']) })).status).toBe(200);

    expect(await refresh(tokens['refresh_token'])).toMatchObject(refusal);
  });

  test('ends with the session, which /logout forgets', async () => {
    const { cookie, tokens } = await givenSignIn();
    const query = new URLSearchParams({ client_id: 'ridegate-console', logout_uri: redirectUri }).toString();
    const response = await fetch(`${issuer}/logout?${query}`, { redirect: 'manual', headers: { cookie } });

    expect(backAtConsole(response)).toEqual({});
    expect(response.headers.get('set-cookie')).toContain('Max-Age=0');
    expect(await refresh(tokens['refresh_token'])).toMatchObject(refusal);
    expect(backAtConsole(await authorize({ prompt: 'none' }, { headers: { cookie } }))).toMatchObject({
      error: 'login_required',
    });
  });
});

test('signing out leads to no other address', async () => {
  const query = new URLSearchParams({ client_id: 'ridegate-console', logout_uri: 'https://evil.example/' });
  const response = await fetch(`${issuer}/logout?${query.toString()}`, { redirect: 'manual' });

  expect([response.status, response.headers.get('location')]).toEqual([400, null]);
});

test.each(['/token', '/revoke'] as const)('%s can be read by the run’s own pages alone', async (to) => {
  const allowed = async (from: string) =>
    (await post(to, {}, { origin: from })).headers.get('access-control-allow-origin');

  expect(await allowed(origin)).toBe(origin);
  expect(await allowed('http://127.0.0.1:4601')).toBeNull();
  expect(await allowed('https://evil.example')).toBeNull();
});
