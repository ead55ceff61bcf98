// API Gateway's JWT authorizer: signature, issuer, audience and times of a bearer token, with the issuer's published keys.
import { JwtVerifier } from 'aws-jwt-verify';
import { JwtBaseError } from 'aws-jwt-verify/error';
import { SimpleJwksCache } from 'aws-jwt-verify/jwk';
import type { JwtPayload } from 'aws-jwt-verify/jwt-model';
import * as z from 'zod';
import type { JwtAuthorizer } from '../template/deployment.ts';
import type { JwtContext } from './event.ts';

type Authorization =
  | { readonly allowed: true; readonly jwt: JwtContext }
  | { readonly allowed: false; readonly reason: 'unauthorized' | 'forbidden' };

/**
 * Checks the Authorization header of a request.
 * Rejects only where the issuer's keys can't be read.
 */
export type Authorize = (header: string | undefined, scopes: readonly string[]) => Promise<Authorization>;

const fetchTimeoutMs = 3_000;
const discovery = z.object({ jwks_uri: z.url() });

// The library's own fetcher takes nothing but https.
const fetcher = {
  fetch: async (uri: string) => {
    const response = await fetch(uri, { signal: AbortSignal.timeout(fetchTimeoutMs) });
    if (!response.ok) throw new Error(`${uri} answered ${response.status}`);
    return response.arrayBuffer();
  },
};

export function createJwtAuthorizer({ issuer, audience }: JwtAuthorizer): Authorize {
  let verifier: Promise<(token: string) => Promise<JwtPayload>> | undefined;
  const build = async () => {
    const location = `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`;
    const { jwks_uri } = discovery.parse(JSON.parse(Buffer.from(await fetcher.fetch(location)).toString()));
    const checks = JwtVerifier.create(
      {
        issuer,
        jwksUri: jwks_uri,
        audience: null,
        customJwtCheck: ({ payload }) => {
          requireAudience(payload, audience);
          requireClaimsOfCognito(payload);
        },
      },
      { jwksCache: new SimpleJwksCache({ fetcher }) },
    );
    return (token: string) => checks.verify(token);
  };
  return async (header, scopes) => {
    const token = header?.replace(/^bearer\s+/i, '').trim() ?? '';
    if (token === '') return { allowed: false, reason: 'unauthorized' };
    verifier ??= build();
    verifier.catch(() => {
      verifier = undefined;
    });
    const verify = await verifier;
    try {
      const payload = await verify(token);
      const granted = scopesOf(payload);
      if (scopes.length > 0 && !scopes.some((scope) => granted.includes(scope))) {
        return { allowed: false, reason: 'forbidden' };
      }
      return {
        allowed: true,
        jwt: { claims: renderClaims(payload), scopes: scopes.length === 0 ? null : granted },
      };
    } catch (error) {
      if (error instanceof JwtBaseError || error instanceof UnacceptableClaims)
        return { allowed: false, reason: 'unauthorized' };
      throw error;
    }
  };
}

class UnacceptableClaims extends Error {
  override name = 'UnacceptableClaims';
}

// Like API Gateway: client_id counts where there is no aud, as in Cognito's access tokens.
function requireAudience(payload: JwtPayload, accepted: readonly string[]): void {
  const named = payload.aud ?? payload['client_id'];
  const audiences: readonly unknown[] = Array.isArray(named) ? named : [named];
  if (!audiences.some((audience) => typeof audience === 'string' && accepted.includes(audience)))
    throw new UnacceptableClaims();
}

// Cognito's tokens always end, and its groups' names hold no blanks: rendered, `foo admins` would be two groups.
function requireClaimsOfCognito(payload: JwtPayload): void {
  const groups: unknown = payload['cognito:groups'] ?? [];
  const names: readonly unknown[] = Array.isArray(groups) ? groups : [groups];
  const areNames = names.every((name) => typeof name === 'string' && /^[^\s,]+$/.test(name));
  if (payload.exp === undefined || !areNames) throw new UnacceptableClaims();
}

function scopesOf(payload: JwtPayload): readonly string[] {
  const scope: unknown = payload['scope'] ?? payload['scp'];
  if (Array.isArray(scope)) return scope.map(String);
  return typeof scope === 'string' ? scope.split(' ') : [];
}

/** API Gateway hands every claim on as a text, a list as `[a b]`. */
export function renderClaims(payload: object): Record<string, string> {
  return Object.fromEntries(Object.entries(payload).map(([name, value]) => [name, renderClaim(value)]));
}

function renderClaim(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(renderClaim).join(' ')}]`;
  return typeof value === 'string' ? value : JSON.stringify(value);
}
