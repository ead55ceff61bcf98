// One part of a run over deadlines: bounded, and not ended by the failure of one customer.

import type { CustomerRef } from '../domain/customer.ts';
import { ConcurrentChange, StripeRefused, StripeUnavailable } from '../domain/faults.ts';
import type { CustomerRefPage } from './ports/deadlines.ts';
import type { Clock } from './ports/environment.ts';

export type PartBounds = { maxCustomers: number; forMs: number };

/** So many failures of Stripe in a row end a part: it is down, or has had enough of us. */
const maxUnavailable = 3;

export type Part = {
  /** Whether it may go on. */
  isDue: () => boolean;
  /** Does one thing; what it throws is noted. */
  attempt: (work: () => Promise<void>) => Promise<void>;
  /** Acts on each customer; answers whether it came to the end of them. */
  workThrough: (refs: readonly CustomerRef[], act: (ref: CustomerRef) => Promise<void>) => Promise<boolean>;
  /** The first fault that nobody expected; null where there was none. */
  fault: () => unknown;
};

export function startPart(clock: Clock, bounds: PartBounds, onFailure: () => void): Part {
  const untilMs = clock.nowMs() + bounds.forMs;
  let [left, unavailable, stopped] = [bounds.maxCustomers, 0, false];
  let fault: unknown = null;

  const note = (failure: unknown): void => {
    onFailure();
    // Somebody else is at work on the same customer; the next run finds him again.
    if (failure instanceof ConcurrentChange) return;
    fault ??= failure;
    if (failure instanceof StripeUnavailable) unavailable += 1;
    stopped ||= unavailable >= maxUnavailable || (failure instanceof StripeRefused && failure.keyRefused);
  };

  const part: Part = {
    isDue: () => !stopped && left > 0 && clock.nowMs() < untilMs,
    async attempt(work) {
      try {
        await work();
        unavailable = 0;
      } catch (failure) {
        note(failure);
      }
    },
    async workThrough(refs, act) {
      for (const ref of refs) {
        if (!part.isDue()) return false;
        left -= 1;
        await part.attempt(() => act(ref));
      }
      return true;
    },
    fault: () => fault,
  };
  return part;
}

/**
 * Works through the lists of subaccounts page by page in turns, so that a long one doesn't keep the others waiting.
 * A list that can't be read is left out.
 */
export async function workInTurns(
  part: Part,
  subaccountIds: readonly string[],
  pageOf: (subaccountId: string, cursor: string | null) => Promise<CustomerRefPage>,
  act: (ref: CustomerRef) => Promise<void>,
): Promise<void> {
  const waiting: { id: string; cursor: string | null }[] = subaccountIds.map((id) => ({ id, cursor: null }));
  for (let next = waiting.shift(); next !== undefined && part.isDue(); next = waiting.shift()) {
    const { id, cursor } = next;
    await part.attempt(async () => {
      const page = await pageOf(id, cursor);
      const ended = await part.workThrough(page.refs, act);
      if (ended && page.nextCursor !== null) waiting.push({ id, cursor: page.nextCursor });
    });
  }
}
