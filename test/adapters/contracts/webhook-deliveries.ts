import { describe, expect, it } from 'vitest';
import type {
  Delivery,
  DeliveryHistory,
  WebhookDeliveries,
} from '../../../functions/use-cases/ports/messaging.ts';

type HandedOn = { body: string; history: DeliveryHistory };

export type DeliveriesHarness = {
  deliveries: WebhookDeliveries;
  /** A message of a lane that was just handed out, and now is hidden for minutes. */
  handOut: (lane: Delivery['lane'], body: string) => Promise<Delivery>;
  /** Waits for a message to be handed out again; answers its body. */
  handedOutAgain: (lane: Delivery['lane']) => Promise<string | undefined>;
  /** Takes a message off, as it reached the backlog or the dead letters. */
  receive: (from: 'backlog' | 'deadLetters') => Promise<HandedOn | undefined>;
};

const histories: DeliveryHistory[] = [
  { tries: 0, firstFailedAtMs: null, lastFailedAtMs: null, cause: null, customer: null },
  {
    tries: 7,
    firstFailedAtMs: Date.UTC(2026, 2, 1, 12),
    lastFailedAtMs: Date.UTC(2026, 2, 1, 18, 30, 0, 123),
    cause: 'stripe_refused:resource_missing',
    customer: { subaccountId: 'harbor', customerId: 'ada@fleet.example' },
  },
];

/** What every WebhookDeliveries promises (functions/use-cases/ports/messaging.ts). */
export function describeWebhookDeliveries(make: () => DeliveriesHarness): void {
  describe('WebhookDeliveries', () => {
    it.each(histories)(
      'hands an event on to the backlog as it is, with its history: $tries tries',
      async (history) => {
        const { deliveries, receive } = make();

        await deliveries.toBacklog('{"event_id":"evt_1"}', history);

        expect(await receive('backlog')).toEqual({ body: '{"event_id":"evt_1"}', history });
        expect(await receive('deadLetters')).toBeUndefined();
      },
    );

    it.each(histories)('hands what failed for good to the dead letters: $tries tries', async (history) => {
      const { deliveries, receive } = make();

      await deliveries.toDeadLetters('not even JSON', history);

      expect(await receive('deadLetters')).toEqual({ body: 'not even JSON', history });
      expect(await receive('backlog')).toBeUndefined();
    });

    it.each(['fresh', 'backlog'] as const)(
      'has a message of the %s lane handed out again sooner than its queue would',
      async (lane) => {
        const { deliveries, handOut, handedOutAgain } = make();
        const delivery = await handOut(lane, 'one');

        await deliveries.retryIn(delivery, 1);

        expect(await handedOutAgain(lane)).toBe('one');
      },
    );
  });
}
