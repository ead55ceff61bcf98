import { describe, expect, it } from 'vitest';
import type { UndeliveredEvents } from '../../../functions/use-cases/ports/stripe.ts';

export type UndeliveredHarness = {
  undelivered: UndeliveredEvents;
  /** A payment of which Stripe can't tell us; answers the charge. */
  loseCharge: () => Promise<string>;
};

/** What every UndeliveredEvents promises (functions/use-cases/ports/stripe.ts). */
export function describeUndeliveredEvents(make: () => Promise<UndeliveredHarness>): void {
  describe('UndeliveredEvents', () => {
    it('is empty where nothing was lost', async () => {
      const { undelivered } = await make();

      expect(await undelivered.list(100)).toEqual([]);
    });

    it('lists what was lost, the newest first, up to the limit', async () => {
      const { undelivered, loseCharge } = await make();
      const charges = [await loseCharge(), await loseCharge(), await loseCharge()];

      const all = await undelivered.list(100);

      expect(all.map(({ objectId }) => objectId)).toEqual(charges.toReversed());
      expect(await undelivered.list(2)).toEqual(all.slice(0, 2));
    });

    it('tells of each event what the webhook would have', async () => {
      const { undelivered, loseCharge } = await make();
      const charge = await loseCharge();

      expect(await undelivered.list(1)).toEqual([
        {
          eventId: expect.stringMatching(/^evt_/) as string,
          type: 'charge.succeeded',
          objectId: charge,
          created: expect.any(Number) as number,
          livemode: false,
        },
      ]);
    });
  });
}
