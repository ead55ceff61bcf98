// What the issuer remembers of people who signed in: their sessions, one-time codes and refresh tokens. Kept in memory
// alone: after a restart everybody chooses anew.
import { createHash, randomBytes } from 'node:crypto';
import type { DemoPerson } from '../../seed/demo-operators.ts';

/** What a code was asked for with, and must be redeemed with. */
export interface CodeRequest {
  readonly redirectUri: string;
  /** BASE64URL(SHA256(verifier)) */
  readonly codeChallenge: string;
  readonly scope: string;
  readonly nonce: string | undefined;
}

/** Whom a token is for. */
export interface Grant {
  readonly sessionId: string;
  readonly person: DemoPerson;
  readonly scope: string;
  readonly nonce: string | undefined;
}

export interface SignIns {
  /** Begins a session at the issuer, and returns its secret id. */
  begin(person: DemoPerson): string;
  /** The person of a session that lives. */
  personOf(sessionId: string | undefined): DemoPerson | undefined;
  /** Ends a session with all its refresh tokens. */
  end(sessionId: string | undefined): void;
  issueCode(sessionId: string, request: CodeRequest): string;
  /** Takes a code: it is gone then, also where something else doesn't fit. */
  redeem(code: string, redirectUri: string, verifier: string): Grant | undefined;
  issueRefreshToken(grant: Grant): string;
  /** What a refresh token is for, and the next one in its place. */
  refresh(token: string): { readonly grant: Grant; readonly refreshToken: string } | undefined;
  revoke(token: string): void;
}

const codeLifetimeMs = 60_000;
/** Of a session and of a refresh token, as the deployed console's client has it. */
export const sessionLifetimeMs = 12 * 3_600_000;
/** How long a refresh token is good after its use, for an answer that got lost. */
const rotationGraceMs = 60_000;

/** @param now the time in ms since 1970 */
export function createSignIns(now: () => number): SignIns {
  const sessions = new Map<string, { person: DemoPerson; endsMs: number }>();
  const codes = new Map<string, { sessionId: string; request: CodeRequest; endsMs: number }>();
  const refreshTokens = new Map<string, { grant: Grant; endsMs: number }>();

  const personOf = (sessionId: string | undefined) => {
    const session = sessions.get(sessionId ?? '');
    return session !== undefined && session.endsMs > now() ? session.person : undefined;
  };
  return {
    begin: (person) => keep(sessions, { person, endsMs: now() + sessionLifetimeMs }),
    personOf,
    end: (sessionId = '') => {
      sessions.delete(sessionId);
      for (const [token, { grant }] of refreshTokens) {
        if (grant.sessionId === sessionId) refreshTokens.delete(token);
      }
    },
    issueCode: (sessionId, request) => keep(codes, { sessionId, request, endsMs: now() + codeLifetimeMs }),
    redeem: (code, redirectUri, verifier) => {
      const issued = codes.get(code);
      codes.delete(code);
      if (issued === undefined || issued.endsMs <= now()) return undefined;
      const { sessionId, request } = issued;
      const person = personOf(sessionId);
      const fits = request.redirectUri === redirectUri && request.codeChallenge === challengeOf(verifier);
      if (person === undefined || !fits) return undefined;
      return { sessionId, person, scope: request.scope, nonce: request.nonce };
    },
    issueRefreshToken: (grant) => keep(refreshTokens, { grant, endsMs: now() + sessionLifetimeMs }),
    refresh: (token) => {
      const issued = refreshTokens.get(token);
      if (issued === undefined || issued.endsMs <= now()) return undefined;
      // The next one ends when this one would have: nobody stays signed in for longer by renewing.
      const refreshToken = keep(refreshTokens, issued);
      refreshTokens.set(token, { ...issued, endsMs: Math.min(issued.endsMs, now() + rotationGraceMs) });
      return { grant: issued.grant, refreshToken };
    },
    revoke: (token) => {
      refreshTokens.delete(token);
    },
  };
}

function keep<Value>(values: Map<string, Value>, value: Value): string {
  const secret = randomBytes(32).toString('base64url');
  values.set(secret, value);
  return secret;
}

function challengeOf(verifier: string): string {
  return createHash('sha256').update(verifier).digest('base64url');
}
