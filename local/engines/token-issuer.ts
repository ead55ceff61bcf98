// An OpenID Connect issuer that signs tokens for demo callers, with the claims that Cognito would give them.
import { createPrivateKey, randomUUID } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { OAuth2Issuer } from 'oauth2-mock-server';
import * as z from 'zod';
import { namesThisMachine, otherHost } from '../gateway/host.ts';
import { listen, type LocalServer } from '../gateway/listen.ts';
import { BodyTooLarge, readBody } from '../gateway/read-body.ts';
import { readStored } from '../state/sound-state.ts';
import { claimsOf, tokenRequest } from './token-request.ts';

interface IssuerSettings {
  readonly port: number;
  readonly issuer: string;
  readonly audience: string;
  /** Where the signing key is kept, so that tokens outlive a restart. */
  readonly keyFile: string;
  /** Pages of these origins may fetch tokens. */
  readonly origins: readonly string[];
}

const lifetimeS = 3600;
const maxBodyBytes = 16 * 1024;
const storedKey = z.looseObject({ kty: z.literal('RSA'), kid: z.string(), alg: z.literal('RS256') });

export async function startTokenIssuer(settings: IssuerSettings): Promise<LocalServer> {
  const issuer = new OAuth2Issuer();
  issuer.url = settings.issuer;
  await provideKey(issuer, settings.keyFile);
  const discovery = {
    issuer: settings.issuer,
    token_endpoint: `${settings.issuer}/token`,
    jwks_uri: `${settings.issuer}/.well-known/jwks.json`,
    grant_types_supported: ['client_credentials'],
    id_token_signing_alg_values_supported: ['RS256'],
    response_types_supported: ['token'],
    subject_types_supported: ['public'],
  };
  const server = createServer((request, response) => {
    allowOrigin(request, response, settings.origins);
    const path = request.url?.split('?')[0];
    if (!namesThisMachine(request))
      answer(response, 421, { error: 'invalid_request', error_description: otherHost });
    else if (request.method === 'OPTIONS') response.writeHead(204).end();
    else if (request.method === 'GET' && path === '/.well-known/openid-configuration')
      answer(response, 200, discovery);
    else if (request.method === 'GET' && (path === '/.well-known/jwks.json' || path === '/jwks'))
      answer(response, 200, { keys: issuer.keys.toJSON() });
    else if (path !== '/token') answer(response, 404, { error: 'not_found' });
    else if (request.method !== 'POST')
      answer(response, 405, { error: 'invalid_request', error_description: 'use POST' });
    else void answerToken(request, response, issuer, settings.audience);
  });
  return listen(server, settings.port);
}

async function provideKey(issuer: OAuth2Issuer, keyFile: string): Promise<void> {
  if (existsSync(keyFile)) {
    await issuer.keys.add(readStored(keyFile, readKey));
    return;
  }
  const key = await issuer.keys.generate('RS256');
  writeFileSync(keyFile, JSON.stringify(key), { mode: 0o600 });
}

function readKey(file: string) {
  const key = storedKey.parse(JSON.parse(readFileSync(file, 'utf8')));
  // The library only finds out that this is no private key when it signs.
  createPrivateKey({ key, format: 'jwk' });
  return key;
}

async function answerToken(
  request: IncomingMessage,
  response: ServerResponse,
  issuer: OAuth2Issuer,
  audience: string,
): Promise<void> {
  try {
    const form = new URLSearchParams((await readBody(request, maxBodyBytes)).toString());
    const parsed = tokenRequest.safeParse(Object.fromEntries(form));
    if (!parsed.success) {
      const grant = form.get('grant_type');
      answer(response, 400, {
        error:
          grant !== null && grant !== 'client_credentials' ? 'unsupported_grant_type' : 'invalid_request',
        error_description: parsed.error.issues
          .map(({ path, message }) => `${path.join('.')}: ${message}`.replace(/^: /, ''))
          .join('; '),
      });
      return;
    }
    const token = await issuer.buildToken({
      expiresIn: lifetimeS,
      scopesOrTransform: (_header, payload) => {
        Object.assign(
          payload,
          { aud: audience, token_use: 'access', jti: randomUUID() },
          claimsOf(parsed.data),
        );
      },
    });
    answer(response, 200, { access_token: token, token_type: 'Bearer', expires_in: lifetimeS });
  } catch (error) {
    const tooLarge = error instanceof BodyTooLarge;
    answer(response, tooLarge ? 413 : 500, { error: tooLarge ? 'invalid_request' : 'server_error' });
  }
}

function allowOrigin(request: IncomingMessage, response: ServerResponse, origins: readonly string[]): void {
  const { origin } = request.headers;
  response.setHeader('vary', 'origin');
  if (origin === undefined || !origins.includes(origin)) return;
  response.setHeader('access-control-allow-origin', origin);
  response.setHeader('access-control-allow-headers', 'content-type');
}

function answer(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' });
  response.end(JSON.stringify(body));
}
