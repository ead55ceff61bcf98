/**
 * The last part of a session's `url`. It is signed rather than stored, so that reading a session writes
 * nothing, and names the round it is for, so that it is used up with the first submission.
 */
import { createHmac, timingSafeEqual } from 'node:crypto';
import type { SessionRecord } from '../identity/records.ts';
import { randomText } from '../ids.ts';

/** Stripe's addresses live for 48 hours. */
const LIFETIME_MS = 48 * 60 * 60 * 1000;

interface TokenIssuer {
  signingKey: string;
  nowMs(): number;
}

interface PageToken {
  sessionId: string;
  /** The session's round that the page was made for. */
  round: number;
  expired: boolean;
}

export function mintPageToken(issuer: TokenIssuer, session: SessionRecord): string {
  const expiresMs = issuer.nowMs() + LIFETIME_MS;
  const claims = [session.id, String(session.round), String(expiresMs), randomText(8)].join(':');
  const encoded = Buffer.from(claims).toString('base64url');
  return `test_${encoded}.${sign(issuer, encoded)}`;
}

/** What a token says, or undefined if it is none of ours. */
export function readPageToken(issuer: TokenIssuer, token: string): PageToken | undefined {
  const [, encoded, signature] = /^test_([\w-]+)\.([\w-]+)$/.exec(token) ?? [];
  if (encoded === undefined || signature === undefined) return undefined;
  const expected = Buffer.from(sign(issuer, encoded));
  const given = Buffer.from(signature);
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return undefined;
  const [sessionId = '', round, expiresMs] = Buffer.from(encoded, 'base64url').toString().split(':');
  return { sessionId, round: Number(round), expired: Number(expiresMs) <= issuer.nowMs() };
}

function sign(issuer: TokenIssuer, encoded: string): string {
  return createHmac('sha256', issuer.signingKey).update(encoded).digest('base64url').slice(0, 32);
}
