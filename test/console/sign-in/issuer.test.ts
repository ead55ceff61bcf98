// What the console asks an issuer, and which answers it takes: only those to its own question.

import { createServer } from 'node:http';
import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { createIssuer, type PendingSignIn, SignInRefused } from '../../../console/sign-in/issuer.ts';
import { listen } from '../../../local/gateway/listen.ts';

const origin = 'http://127.0.0.1:4000';
const clientId = 'console';

beforeEach(() => {
  vi.stubGlobal('location', { origin, protocol: 'http:' });
});
afterEach(() => {
  vi.unstubAllGlobals();
});

/** An issuer whose next ID token says `claims` beside what it should. */
async function givenIssuer(claims: Readonly<Record<string, unknown>> = {}) {
  const asked: URLSearchParams[] = [];
  let nonce: string | null = null;
  const server = await listen(
    createServer((request, response) => {
      request.on('data', (form: Buffer) => asked.push(new URLSearchParams(form.toString())));
      request.on('end', () => {
        const nowS = Math.floor(Date.now() / 1000);
        const sound = { iss: url, aud: clientId, sub: 'maya', iat: nowS, exp: nowS + 60, nonce };
        response.setHeader('content-type', 'application/json');
        response.end(
          JSON.stringify({
            access_token: 'access',
            token_type: 'Bearer',
            expires_in: 1800,
            refresh_token: 'refresh',
            id_token: tokenOf({ ...sound, ...claims }),
          }),
        );
      });
    }),
    0,
  );
  onTestFinished(() => server.close());
  const url = `http://127.0.0.1:${server.port}`;
  const issuer = createIssuer({
    client_id: clientId,
    authorization_endpoint: `${url}/authorize`,
    token_endpoint: `${url}/token`,
    revocation_endpoint: null,
    end_session_endpoint: `${url}/logout`,
    logout_parameter: 'logout_uri',
    issuer: url,
    scope: 'openid profile',
    image_origins: [],
  });
  const prepared = await issuer.prepare('/operations', 'page');
  const question = new URL(prepared.url).searchParams;
  nonce = question.get('nonce');
  const answerTo = (state: string) => new URL(`${origin}/?code=good&state=${state}`);
  return { issuer, asked, question, pending: prepared.pending, answerTo };
}

function tokenOf(claims: object): string {
  const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
  return `${part({ alg: 'RS256' })}.${part(claims)}.c2lnbmF0dXJl`;
}

describe('the question', () => {
  it('carries what nobody can guess, anew each time', async () => {
    const { issuer, question, pending } = await givenIssuer();

    expect(Object.fromEntries(question)).toMatchObject({
      response_type: 'code',
      client_id: clientId,
      redirect_uri: `${origin}/`,
      state: pending.state,
      nonce: pending.nonce,
      code_challenge_method: 'S256',
    });
    expect(question.toString()).not.toContain(pending.verifier);
    const secrets = ({ state, nonce, verifier }: PendingSignIn) => [state, nonce, verifier];
    const others = secrets((await issuer.prepare('/', 'page')).pending);
    for (const secret of secrets(pending)) {
      expect(secret.length).toBeGreaterThanOrEqual(43);
      expect(others).not.toContain(secret);
    }
  });

  it('asks anew who it is only beside a page, where somebody else may be known to the issuer', async () => {
    const { issuer, question } = await givenIssuer();
    const beside = new URL((await issuer.prepare('/', 'pop-up')).url).searchParams;

    expect(question.get('prompt')).toBeNull();
    expect(beside.get('prompt')).toBe('login');
  });
});

describe('an answer', () => {
  it('to the question is worth tokens, for the verifier that only this page knows', async () => {
    const { issuer, asked, pending, answerTo } = await givenIssuer();

    expect(await issuer.finish(answerTo(pending.state), pending)).toMatchObject({
      access: 'access',
      refresh: 'refresh',
    });
    expect(Object.fromEntries(asked[0] ?? [])).toMatchObject({
      grant_type: 'authorization_code',
      code: 'good',
      code_verifier: pending.verifier,
    });
  });

  it('to another question is refused, and its code goes nowhere', async () => {
    const { issuer, asked, pending, answerTo } = await givenIssuer();

    await expect(issuer.finish(answerTo('page.guessed'), pending)).rejects.toThrow(SignInRefused);
    expect(asked).toEqual([]);
  });

  it.each<[string, Record<string, unknown>]>([
    ['to an earlier question', { nonce: 'earlier' }],
    ['to no question', { nonce: undefined }],
    ['for another client', { aud: 'somebody' }],
    ['of another issuer', { iss: 'https://evil.example' }],
    ['that has expired', { exp: 1 }],
  ])('with an ID token %s is refused', async (_, claims) => {
    const { issuer, pending, answerTo } = await givenIssuer(claims);

    await expect(issuer.finish(answerTo(pending.state), pending)).rejects.toThrow(SignInRefused);
  });
});
