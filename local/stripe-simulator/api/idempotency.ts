/**
 * Idempotency keys as Stripe treats them: what the first request was answered is answered again for a day,
 * errors included, once its parameters were found good. https://docs.stripe.com/api/idempotent_requests
 */
import { createHash } from 'node:crypto';
import * as z from 'zod';
import type { Collection } from '../storage/store.ts';
import { invalidRequest, StripeApiError } from './errors.ts';

export const savedAnswer = z.object({
  key: z.string(),
  fingerprint: z.string(),
  request_id: z.string(),
  created_ms: z.number(),
  status: z.number(),
  body: z.unknown(),
});

export type SavedAnswer = z.output<typeof savedAnswer>;

const KEPT_FOR_MS = 24 * 60 * 60 * 1000;

export interface Idempotency {
  /** The earlier answer to this key, if there is one. Otherwise the key is taken until `release`. */
  claim(key: string, fingerprint: string): SavedAnswer | undefined;
  /** Belongs in the transaction of what was done. */
  save(answer: Omit<SavedAnswer, 'created_ms'>): void;
  release(key: string): void;
  /** Forgets keys that are too old. */
  prune(): void;
}

export function createIdempotency(answers: Collection<SavedAnswer>, now: () => number): Idempotency {
  const underWay = new Set<string>();
  const isKept = (answer: SavedAnswer): boolean => now() - answer.created_ms < KEPT_FOR_MS;

  return {
    claim(key, fingerprint) {
      if (key.length > 255) throw invalidRequest('The Idempotency-Key may be at most 255 characters long.');
      if (underWay.has(key)) {
        throw new StripeApiError(409, {
          type: 'idempotency_error',
          code: 'idempotency_key_in_use',
          message: `There is currently another in-progress request using this Idempotent Key (that probably means you submitted twice, and the other request is still going through): ${key}. Please try again later.`,
        });
      }
      const saved = answers.get(key);
      if (!saved || !isKept(saved)) {
        underWay.add(key);
        return undefined;
      }
      if (saved.fingerprint !== fingerprint) {
        throw new StripeApiError(400, {
          type: 'idempotency_error',
          message: `Keys for idempotent requests can only be used with the same parameters they were first used with. Try using a key other than '${key}' if you meant to execute a different request.`,
        });
      }
      return saved;
    },
    save: (answer) => answers.put(answer.key, { ...answer, created_ms: now() }),
    release: (key) => void underWay.delete(key),
    prune() {
      const old: string[] = [];
      for (const answer of answers.oldestFirst()) {
        if (isKept(answer)) break;
        old.push(answer.key);
      }
      for (const key of old) answers.delete(key);
    },
  };
}

/** Tells requests with other parameters apart, whoever sent them. */
export function fingerprintOf(method: string, path: string, body: string): string {
  return createHash('sha256').update(`${method} ${path}\n${body}`).digest('base64url');
}
