// What becomes of a queued event that waited too long or failed.

import { describe, expect, it } from 'vitest';
import { receivesPerEvent } from '../../functions/contracts/messages.ts';
import {
  decideFailedDelivery,
  failedOnceMore,
  freshForMs,
  giveUpTemporaryAfterMs,
  isStale,
  maxTriesUnknown,
  type DeliveryHistory,
  type Failure,
} from '../../functions/domain/failed-delivery.ts';

const nowMs = Date.UTC(2026, 2, 1, 12);
const minute = 60_000;
const hour = 60 * minute;
const untried: DeliveryHistory = {
  tries: 0,
  firstFailedAtMs: null,
  lastFailedAtMs: null,
  cause: null,
  customer: null,
};

describe('an event in a lane', () => {
  it.each([
    ['fresh', 0, false],
    ['fresh', 2 * minute, false],
    ['fresh', 2 * minute + 1, true],
    ['fresh', 6 * hour, true],
    // SQS's clock may be ahead of ours.
    ['fresh', -minute, false],
    ['backlog', 6 * hour, false],
  ] as const)('the %s one, queued %d ms ago: stale is %s', (lane, agoMs, stale) => {
    expect(isStale({ lane, queuedAtMs: nowMs - agoMs }, nowMs)).toBe(stale);
  });
});

describe('a failed event', () => {
  const failures: Record<string, Failure> = {
    'that nothing helps': { kind: 'permanent', cause: 'stripe_refused:resource_missing' },
    'whose fault goes away': { kind: 'temporary', cause: 'stripe_unavailable' },
    'of unknown fault': { kind: 'unknown', cause: 'unexpected' },
  };

  it.each([
    ['that nothing helps', 1, 0, 'dead letters'],
    ['whose fault goes away', 1, 0, 2],
    ['whose fault goes away', 2, 2_000, 4],
    ['whose fault goes away', 5, 30_000, 32],
    ['whose fault goes away', 9, 10 * minute, 512],
    ['whose fault goes away', 10, 20 * minute, 900],
    ['whose fault goes away', 60, 12 * hour - 1, 900],
    ['whose fault goes away', 60, 12 * hour, 'dead letters'],
    ['of unknown fault', 1, 0, 2],
    ['of unknown fault', 4, minute, 16],
    ['of unknown fault', 5, minute, 'dead letters'],
    // It was tried often because Stripe was down, and now fails in another way.
    ['of unknown fault', 40, 8 * hour, 'dead letters'],
  ] as const)('%s, after try %d and failing for %d ms: %s', (name, tries, failingForMs, expected) => {
    const history = { ...untried, tries, firstFailedAtMs: nowMs - failingForMs };

    const decision = decideFailedDelivery(failures[name] ?? unknownName(name), history, nowMs, 0);

    expect(decision).toEqual(
      expected === 'dead letters' ? { is: 'dead_letters' } : { is: 'retry', inSeconds: expected },
    );
  });

  it.each([
    [1, 0.999, 2],
    [5, 0.5, 28],
    [5, 0.999, 25],
    [10, 0.5, 788],
    [10, 0.999, 676],
  ])('after try %d comes back earlier by chance (%d): in %d s', (tries, random, inSeconds) => {
    const history = { ...untried, tries, firstFailedAtMs: nowMs };

    expect(decideFailedDelivery({ kind: 'temporary', cause: 'busy' }, history, nowMs, random)).toEqual({
      is: 'retry',
      inSeconds,
    });
  });

  it.each([0, 0.5, 0.999_999])(
    'is given up by us before SQS does it without a cause (chance %d)',
    (random) => {
      const kind = 'temporary';
      let history = untried;
      let atMs = nowMs;
      for (;;) {
        history = failedOnceMore(history, { cause: 'stripe_unavailable', customer: null }, atMs);
        const decision = decideFailedDelivery({ kind, cause: 'stripe_unavailable' }, history, atMs, random);
        if (decision.is === 'dead_letters') break;
        atMs += decision.inSeconds * 1000;
      }

      expect(atMs - nowMs).toBeGreaterThanOrEqual(giveUpTemporaryAfterMs);
      expect(history.tries).toBeLessThan(receivesPerEvent);
      expect(maxTriesUnknown).toBeLessThan(receivesPerEvent);
    },
  );

  it('gets its first retries while it is fresh', () => {
    const waits = [1, 2, 3, 4, 5].map((tries) =>
      decideFailedDelivery(
        { kind: 'temporary', cause: 'busy' },
        { ...untried, tries, firstFailedAtMs: nowMs },
        nowMs,
        0,
      ),
    );

    const seconds = waits.reduce((sum, wait) => sum + (wait.is === 'retry' ? wait.inSeconds : 0), 0);
    expect(seconds * 1000).toBeLessThan(freshForMs);
  });
});

describe('the history', () => {
  const customer = { subaccountId: 'harbor', customerId: 'rider-1' };

  it('begins with the first failure', () => {
    expect(failedOnceMore(untried, { cause: 'busy', customer }, nowMs)).toEqual({
      tries: 1,
      firstFailedAtMs: nowMs,
      lastFailedAtMs: nowMs,
      cause: 'busy',
      customer,
    });
  });

  it('keeps the first failure and whom the event is about, and tells of the last', () => {
    const before = failedOnceMore(untried, { cause: 'busy', customer }, nowMs);

    expect(failedOnceMore(before, { cause: 'unexpected', customer: null }, nowMs + minute)).toEqual({
      tries: 2,
      firstFailedAtMs: nowMs,
      lastFailedAtMs: nowMs + minute,
      cause: 'unexpected',
      customer,
    });
  });
});

function unknownName(name: string): never {
  throw new Error(`no failure ${name}`);
}
