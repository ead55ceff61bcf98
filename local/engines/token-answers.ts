// What the token issuer answers to `POST /token` and `POST /revoke`.
import type { IncomingMessage, ServerResponse } from 'node:http';
import { readBody } from '../gateway/read-body.ts';
import { consoleClientId } from './sign-in/authorization-request.ts';
import { answerGrant, isSignInGrant } from './sign-in/grants.ts';
import type { Grant, SignIns } from './sign-in/sign-ins.ts';
import { claimsOf, claimsOfPerson, tokenRequest } from './token-request.ts';

type Sign = (expiresIn: number, claims: object) => Promise<string>;

/** What it takes to answer. */
export interface Desk {
  readonly signIns: SignIns;
  /** Of people who signed in. */
  readonly accessTokenSeconds: number;
  /** Signs an access token's or an ID token's claims. */
  readonly sign: Sign;
}

/** Of tokens without a sign-in. */
const lifetimeS = 3600;
const maxBodyBytes = 16 * 1024;

/** @throws BodyTooLarge */
export async function answerToken(
  request: IncomingMessage,
  response: ServerResponse,
  { accessTokenSeconds, signIns, sign }: Desk,
): Promise<void> {
  const form = await readForm(request);
  if (isSignInGrant(form)) {
    const answered = answerGrant(form, signIns);
    if (answered.outcome === 'refused') {
      answer(response, 400, { error: answered.error, error_description: answered.description });
      return;
    }
    const { grant, refreshToken } = answered;
    answer(response, 200, {
      ...(await signFor(grant, accessTokenSeconds, sign)),
      refresh_token: refreshToken,
      token_type: 'Bearer',
      expires_in: accessTokenSeconds,
    });
    return;
  }
  const parsed = tokenRequest.safeParse(Object.fromEntries(form));
  if (!parsed.success) {
    const grant = form.get('grant_type');
    answer(response, 400, {
      error: grant !== null && grant !== 'client_credentials' ? 'unsupported_grant_type' : 'invalid_request',
      error_description: parsed.error.issues
        .map(({ path, message }) => `${path.join('.')}: ${message}`.replace(/^: /, ''))
        .join('; '),
    });
    return;
  }
  const token = await sign(lifetimeS, { token_use: 'access', ...claimsOf(parsed.data) });
  answer(response, 200, { access_token: token, token_type: 'Bearer', expires_in: lifetimeS });
}

async function signFor({ person, scope, nonce }: Grant, expiresIn: number, sign: Sign) {
  const access_token = await sign(expiresIn, {
    token_use: 'access',
    scope,
    ...claimsOfPerson(person, consoleClientId),
  });
  if (!scope.split(' ').includes('openid')) return { access_token };
  const id_token = await sign(expiresIn, {
    token_use: 'id',
    aud: consoleClientId,
    sub: person.id,
    name: person.name,
    ...(nonce === undefined ? {} : { nonce }),
  });
  return { access_token, id_token };
}

/** A token that nobody knows is as good as revoked (RFC 7009, section 2.2). @throws BodyTooLarge */
export async function answerRevocation(
  request: IncomingMessage,
  response: ServerResponse,
  { signIns }: Desk,
): Promise<void> {
  signIns.revoke((await readForm(request)).get('token') ?? '');
  answer(response, 200, {});
}

async function readForm(request: IncomingMessage): Promise<URLSearchParams> {
  return new URLSearchParams((await readBody(request, maxBodyBytes)).toString());
}

/** Sends JSON that nobody may keep. */
export function answer(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' });
  response.end(JSON.stringify(body));
}
