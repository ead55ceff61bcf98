// Stripe as the use cases call it: each call takes its time and may fail before or after its effect. A creation
// that failed with a 500 is answered with that 500 again under the same idempotency key, as Stripe does.

import { StripeRefused, StripeUnavailable } from '../../../functions/domain/faults.ts';
import type { StripePorts } from '../../../functions/shared/compose/stripe.ts';
import type { RedactionAnswer } from '../../../functions/use-cases/ports/stripe.ts';
import type { Chance } from '../chance.ts';
import type { Weather } from '../faults.ts';
import type { Scheduler } from '../scheduler.ts';
import type { SentEvent, SimulatedStripe } from './simulated-stripe.ts';

const troubles = [
  'rate_limited',
  'failed_before',
  'failed_after',
  'timed_out_before',
  'timed_out_after',
] as const;
type Trouble = (typeof troubles)[number];

/** Four days. */
const longestRedactionMs = 4 * 24 * 60 * 60 * 1000;

type Options = { scheduler: Scheduler; chance: Chance; weather: () => Weather };

export function createStripePorts(options: Options, stripe: SimulatedStripe): StripePorts {
  const { chance, weather } = options;
  const { identity, charges, events } = stripe;
  const failedKeys = new Set<string>();
  const call = <Answer>(label: string, act: () => Promise<Answer>, key?: string): Promise<Answer> =>
    callStripe(options, label, act, {
      // Where a failure leaves most behind.
      odds: key === undefined ? 1 : 3,
      isFailed: () => key !== undefined && failedKeys.has(key),
      failed: () => {
        if (key !== undefined) failedKeys.add(key);
      },
    });
  return {
    identity: {
      createSession: (ref, record, stripeCustomerId) =>
        call(
          'creates a session',
          () => identity.createSession(ref, record, stripeCustomerId),
          `${ref.subaccountId}/${ref.customerId}/${record.number}/${record.claimId}`,
        ),
      findOpenSession: (ref, number) =>
        call('finds an open session', () => identity.findOpenSession(ref, number)),
      findSessions: (ref) => call('lists a customer’s sessions', () => identity.findSessions(ref)),
      retrieveSession: (id, read) =>
        call(`reads ${id}`, () => {
          // One of Stripe's servers may not have heard of it yet: to us that is a refusal, which no retry mends.
          const isUnheardOf = chance.happens(weather().unheardOf);
          if (isUnheardOf) throw new StripeRefused('resource_missing', `No such session: ${id}`);
          return identity.retrieveSession(id, read);
        }),
      cancelSession: (id) => call(`cancels ${id}`, () => identity.cancelSession(id)),
      redactSession: (id) => call(`redacts ${id}`, () => redact(options, stripe, id)),
      createImageLinks: (id, nowMs) =>
        call(`links images of ${id}`, () => identity.createImageLinks(id, nowMs)),
      createEphemeralKey: (id) => call(`makes a key for ${id}`, () => identity.createEphemeralKey(id)),
    },
    charges: {
      retrieveCharge: (id) => call(`reads ${id}`, () => charges.retrieveCharge(id)),
      firstSuccessfulCharge: (id) => call('lists charges', () => charges.firstSuccessfulCharge(id)),
    },
    undelivered: {
      page: ({ cursor, limit }) =>
        call('lists undelivered events', () => Promise.resolve(undeliveredPage(events, cursor, limit))),
    },
  };
}

/** Stripe takes up to four days for what it was asked; asked again meanwhile, it takes no longer. */
async function redact(
  { scheduler, chance }: Options,
  { identity }: SimulatedStripe,
  id: string,
): Promise<RedactionAnswer> {
  const answer = await identity.redactSession(id);
  if (answer === 'asked') {
    scheduler.later(1 + chance.below(longestRedactionMs), `Stripe has redacted ${id}`, () =>
      identity.finishRedaction(id),
    );
  }
  return answer;
}

/** Newest first; the cursor is the last event of the page before, wherever it is by now. */
function undeliveredPage(
  events: readonly SentEvent[],
  cursor: string | null,
  limit: number,
): Awaited<ReturnType<StripePorts['undelivered']['page']>> {
  const last = cursor === null ? events.length : events.findIndex(({ event }) => event.eventId === cursor);
  const older = events.slice(0, Math.max(0, last)).filter(({ delivered }) => !delivered);
  const found = older.toReversed().slice(0, limit);
  const nextCursor = found.length < older.length ? (found.at(-1)?.event.eventId ?? null) : null;
  return { events: found.map(({ event }) => event), malformed: 0, nextCursor };
}

async function callStripe<Answer>(
  { scheduler, chance, weather }: Options,
  label: string,
  act: () => Promise<Answer>,
  key: { odds: number; isFailed: () => boolean; failed: () => void },
): Promise<Answer> {
  await scheduler.park(`Stripe ${label} →`);
  if (chance.happens(weather().slow)) await scheduler.sleep(chance.below(20_000), `Stripe ${label}, slowly`);
  const trouble: Trouble | null = chance.happens(weather().stripe * key.odds) ? chance.pick(troubles) : null;
  if (key.isFailed() || trouble === 'failed_before') {
    key.failed();
    throw new StripeUnavailable('500', true);
  }
  if (trouble === 'rate_limited') throw new StripeUnavailable('429');
  if (trouble === 'timed_out_before') throw new StripeUnavailable('no connection');
  const answer = await act();
  if (trouble === 'failed_after') key.failed();
  await scheduler.park(`Stripe ${label} ←`);
  if (trouble === 'failed_after') throw new StripeUnavailable('500', true);
  if (trouble === 'timed_out_after') throw new StripeUnavailable('no answer');
  return answer;
}
