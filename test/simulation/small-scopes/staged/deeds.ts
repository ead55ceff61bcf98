// What the rider, an operator and Stripe do on a stage.

import { sqsEventOf } from '../../../functions/events/sqs.ts';
import { stripeCustomerOf } from '../../actors/cast.ts';
import type { Request } from '../../api.ts';
import type { SentEvent } from '../../stripe/simulated-stripe.ts';
import { rider, type Deed, type Stage } from './stage.ts';

const operator = { role: 'operator', subaccountId: rider.subaccountId, userId: 'op-1' } as const;

/** What the rider, an operator or the fleet asks of the API. */
const requests = {
  signUp: {
    action: 'create-customer',
    as: { role: 'service', subaccountId: rider.subaccountId },
    ref: rider,
    body: { id: rider.customerId, stripe_customer_id: stripeCustomerOf(rider) },
  },
  ask: { action: 'start-identity-session', as: { role: 'rider', ref: rider }, ref: rider },
  askWithoutSelfie: {
    action: 'start-identity-session',
    as: { role: 'rider', ref: rider },
    ref: rider,
    body: { biometric_consent: false },
  },
  ride: { action: 'check-ride', as: { role: 'rider', ref: rider }, ref: rider },
  require: { action: 'require-verification', as: operator, ref: rider, body: { reason: 'other' } },
  clear: { action: 'clear-requirement', as: operator, ref: rider, body: { notes: 'seen in person' } },
  vouch: { action: 'verify-manually', as: operator, ref: rider, body: { notes: 'passport seen' } },
  refresh: { action: 'refresh-session', as: operator, ref: rider },
} as const satisfies Record<string, Request>;

/** A call of the API, which is done when it was answered with one of these, however often it has to be made. */
export function calling(name: keyof typeof requests, ...expected: readonly number[]): Deed {
  return async ({ api, scheduler }) => {
    const { answer } = await api.call(requests[name]);
    if (answer === null || answer.status >= 500) return false;
    if (!expected.includes(answer.status)) {
      scheduler.fail(new Error(`${name} was answered ${answer.status}: ${JSON.stringify(answer.body)}`));
    }
    return true;
  };
}

/** An event of Stripe's reaches the processor; it comes again until the processor is done with it. */
export function delivering(sent: SentEvent): Deed {
  return ({ invocations, handlers, scheduler }) =>
    new Promise((resolve) => {
      const message = sqsEventOf({ sentAtMs: scheduler.nowMs() }, sent.event);
      const caller = scheduler.current();
      invocations.start(
        `processor of ${sent.event.eventId}`,
        () => handlers.processWebhook(message),
        (outcome) => {
          const done = outcome.kind === 'answered' && outcome.answer.batchItemFailures.length === 0;
          if (done) sent.delivered = true;
          scheduler.later(
            0,
            `${sent.event.eventId} is ${done ? 'done' : 'not done'}`,
            () => resolve(done),
            caller,
          );
        },
      );
    });
}

/** Does something again and again until it is done. */
export async function insist(stage: Stage, deed: Deed): Promise<void> {
  for (let tries = 0; tries < 4; tries += 1) if ((await stage.act(deed)).done) return;
  throw new Error('it is never done');
}

/** Every event that the processor isn't done with reaches it, and those that this causes too. */
export async function deliverTheRest(stage: Stage): Promise<void> {
  for (;;) {
    const sent = stage.stripe.events.find(({ delivered }) => !delivered);
    if (sent === undefined) return;
    await insist(stage, delivering(sent));
  }
}
