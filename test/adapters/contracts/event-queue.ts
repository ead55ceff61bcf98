import { describe, expect, it } from 'vitest';
import type { StripeEvent } from '../../../functions/domain/stripe-event.ts';
import { fromStripeEventMessage, stripeEventMessage } from '../../../functions/contracts/messages.ts';
import type { EventQueue } from '../../../functions/use-cases/ports/messaging.ts';
import { newId } from './samples.ts';

export type QueueHarness = {
  queue: EventQueue;
  /** Takes one message body off the queue. */
  receive: () => Promise<string | undefined>;
};

export function anEvent(details: Partial<StripeEvent> = {}): StripeEvent {
  return {
    eventId: newId('evt'),
    type: 'identity.verification_session.verified',
    objectId: newId('vs'),
    created: 1_768_478_400,
    livemode: false,
    ...details,
  };
}

/** What every EventQueue promises (functions/use-cases/ports/messaging.ts). */
export function describeEventQueue(make: () => QueueHarness): void {
  describe('EventQueue', () => {
    it.each([anEvent(), anEvent({ type: 'charge.succeeded', objectId: 'ch_1', livemode: true })])(
      'has the event once sending is done, as the processor reads it: $type',
      async (event) => {
        const { queue, receive } = make();

        await queue.send(event);

        const body: unknown = JSON.parse((await receive()) ?? 'null');
        expect(fromStripeEventMessage(stripeEventMessage.parse(body))).toEqual(event);
      },
    );

    it('holds an event as often as it was sent', async () => {
      const { queue, receive } = make();
      const event = anEvent();

      await queue.send(event);
      await queue.send(event);

      const [first, second] = [await receive(), await receive()];
      expect(first).toBeDefined();
      expect(second).toBe(first);
    });
  });
}
