import { describe, expect, it } from 'vitest';
import type { UndeliveredEvents } from '../../../functions/use-cases/ports/stripe.ts';

export type UndeliveredHarness = {
  undelivered: UndeliveredEvents;
  /** A payment of which Stripe can't tell us; answers the charge. */
  loseCharge: () => Promise<string>;
};

/** What every UndeliveredEvents promises (functions/use-cases/ports/stripe.ts). */
export function describeUndeliveredEvents(make: () => Promise<UndeliveredHarness>): void {
  const read = async (undelivered: UndeliveredEvents, cursor: string | null, limit = 100) => {
    const { events, nextCursor } = await undelivered.page({ cursor, limit });
    return { charges: events.map(({ objectId }) => objectId), nextCursor };
  };

  describe('UndeliveredEvents', () => {
    it('is one empty page where nothing was lost', async () => {
      const { undelivered } = await make();

      expect(await undelivered.page({ cursor: null, limit: 100 })).toEqual({
        events: [],
        malformed: 0,
        nextCursor: null,
      });
    });

    it('lists what was lost, the newest first, page by page', async () => {
      const { undelivered, loseCharge } = await make();
      const charges: string[] = [];
      for (let lost = 0; lost < 5; lost += 1) charges.push(await loseCharge());

      const first = await read(undelivered, null, 2);
      const second = await read(undelivered, first.nextCursor, 2);
      const third = await read(undelivered, second.nextCursor, 2);

      expect([first, second, third].map((page) => page.charges.length)).toEqual([2, 2, 1]);
      expect([first, second, third].flatMap((page) => page.charges)).toEqual(charges.toReversed());
      expect(third.nextCursor).toBeNull();
    });

    it('has no next page where the last one is just full', async () => {
      const { undelivered, loseCharge } = await make();
      await loseCharge();
      await loseCharge();

      expect((await read(undelivered, null, 2)).nextCursor).toBeNull();
    });

    it('goes on where a page ended, also where more was lost meanwhile', async () => {
      const { undelivered, loseCharge } = await make();
      const older = await loseCharge();
      await loseCharge();
      const { nextCursor } = await read(undelivered, null, 1);
      await loseCharge();

      expect(await read(undelivered, nextCursor)).toEqual({ charges: [older], nextCursor: null });
    });

    it('ends at a cursor that Stripe has forgotten', async () => {
      const { undelivered, loseCharge } = await make();
      await loseCharge();

      expect(await read(undelivered, 'evt_forgotten')).toEqual({ charges: [], nextCursor: null });
    });

    it('tells of each event what the webhook would have', async () => {
      const { undelivered, loseCharge } = await make();
      const charge = await loseCharge();

      expect((await undelivered.page({ cursor: null, limit: 1 })).events).toEqual([
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
