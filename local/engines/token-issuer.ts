// An OpenID Connect issuer that signs tokens for demo callers, with the claims that Cognito would give them: at once for
// whoever asks (client credentials), and for people who sign in to the console.
import { createPrivateKey, randomUUID } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { OAuth2Issuer } from 'oauth2-mock-server';
import * as z from 'zod';
import { namesThisMachine, otherHost } from '../gateway/host.ts';
import { listen, type LocalServer } from '../gateway/listen.ts';
import { BodyTooLarge } from '../gateway/read-body.ts';
import { readStored } from '../state/sound-state.ts';
import { answerAuthorize, answerLogout } from './sign-in/pages.ts';
import { createSignIns } from './sign-in/sign-ins.ts';
import { answer, answerRevocation, answerToken, type Desk } from './token-answers.ts';

interface IssuerSettings {
  readonly port: number;
  readonly issuer: string;
  readonly audience: string;
  /** Where the signing key is kept, so that tokens outlive a restart. */
  readonly keyFile: string;
  /** Pages of these origins may fetch tokens, and have people sign in. */
  readonly origins: readonly string[];
  /** How long access tokens of people who signed in to the console are good for. */
  readonly accessTokenSeconds: number;
  /** The time in ms since 1970. */
  readonly now?: () => number;
}

const storedKey = z.looseObject({ kty: z.literal('RSA'), kid: z.string(), alg: z.literal('RS256') });

export async function startTokenIssuer(settings: IssuerSettings): Promise<LocalServer> {
  const issuer = new OAuth2Issuer();
  issuer.url = settings.issuer;
  await provideKey(issuer, settings.keyFile);
  const signIns = createSignIns(settings.now ?? Date.now);
  const pages = { signIns, origins: settings.origins };
  const desk: Desk = {
    signIns,
    accessTokenSeconds: settings.accessTokenSeconds,
    sign: (expiresIn, claims) =>
      issuer.buildToken({
        expiresIn,
        scopesOrTransform: (_header, payload) => {
          Object.assign(payload, { aud: settings.audience, jti: randomUUID() }, claims);
        },
      }),
  };
  const server = createServer((request, response) => {
    allowOrigin(request, response, settings.origins);
    const path = request.url?.split('?')[0];
    if (!namesThisMachine(request))
      answer(response, 421, { error: 'invalid_request', error_description: otherHost });
    else if (request.method === 'OPTIONS') response.writeHead(204).end();
    else if (request.method === 'GET' && path === '/.well-known/openid-configuration')
      answer(response, 200, discoveryOf(settings.issuer));
    else if (request.method === 'GET' && (path === '/.well-known/jwks.json' || path === '/jwks'))
      answer(response, 200, { keys: issuer.keys.toJSON() });
    else if (path === '/authorize') settle(response, answerAuthorize(request, response, pages));
    else if (request.method === 'GET' && path === '/logout') answerLogout(request, response, pages);
    else if (path !== '/token' && path !== '/revoke') answer(response, 404, { error: 'not_found' });
    else if (request.method !== 'POST')
      answer(response, 405, { error: 'invalid_request', error_description: 'use POST' });
    else {
      const answerForm = path === '/token' ? answerToken : answerRevocation;
      settle(response, answerForm(request, response, desk));
    }
  });
  return listen(server, settings.port);
}

function discoveryOf(issuer: string) {
  return {
    issuer,
    authorization_endpoint: `${issuer}/authorize`,
    token_endpoint: `${issuer}/token`,
    revocation_endpoint: `${issuer}/revoke`,
    end_session_endpoint: `${issuer}/logout`,
    jwks_uri: `${issuer}/.well-known/jwks.json`,
    grant_types_supported: ['client_credentials', 'authorization_code', 'refresh_token'],
    code_challenge_methods_supported: ['S256'],
    token_endpoint_auth_methods_supported: ['none'],
    id_token_signing_alg_values_supported: ['RS256'],
    response_types_supported: ['code', 'token'],
    subject_types_supported: ['public'],
  };
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

function settle(response: ServerResponse, answering: Promise<void>): void {
  answering.catch((error: unknown) => {
    if (response.headersSent) return void response.destroy();
    const tooLarge = error instanceof BodyTooLarge;
    answer(response, tooLarge ? 413 : 500, { error: tooLarge ? 'invalid_request' : 'server_error' });
  });
}

function allowOrigin(request: IncomingMessage, response: ServerResponse, origins: readonly string[]): void {
  const { origin } = request.headers;
  response.setHeader('vary', 'origin');
  if (origin === undefined || !origins.includes(origin)) return;
  response.setHeader('access-control-allow-origin', origin);
  response.setHeader('access-control-allow-headers', 'content-type');
}
