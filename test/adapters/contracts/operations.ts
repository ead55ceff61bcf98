// What the ports of how RideGate fares promise (functions/use-cases/ports/operations.ts).

import { describe, expect, it } from 'vitest';
import { InvalidInput } from '../../../functions/domain/faults.ts';
import type { ReconcilerRun } from '../../../functions/domain/reconciler-run.ts';
import { hourMs } from '../../../functions/domain/webhook-health.ts';
import type {
  ReconcilerRuns,
  WebhookCounters,
  WebhookQueueSizes,
} from '../../../functions/use-cases/ports/operations.ts';
import { outcomes } from './customer-harness.ts';
import { noonMs } from './samples.ts';

/** Counters without any count, each time. */
export function describeWebhookCounters(make: () => Promise<WebhookCounters>): void {
  describe('WebhookCounters', () => {
    it('are empty where nothing was counted', async () => {
      expect(await (await make()).hours(noonMs - hourMs, noonMs)).toEqual([]);
    });

    it('add up what was counted within an hour, and tell when an event was last done', async () => {
      const counters = await make();
      await counters.add({ processed: 2, 'age:3': 2 }, noonMs);
      await counters.add({ processed: 1, dropped: 1, 'age:3': 1, 'age:41': 1 }, noonMs + 1000);
      await counters.add({ failed_tries: 1 }, noonMs + hourMs - 1);

      expect(await counters.hours(noonMs, noonMs)).toEqual([
        {
          fromMs: noonMs,
          tally: { processed: 3, dropped: 1, failed_tries: 1, 'age:3': 3, 'age:41': 1 },
          lastProcessedAtMs: noonMs + 1000,
        },
      ]);
    });

    it('tell of no event that was done where all failed', async () => {
      const counters = await make();
      await counters.add({ failed_tries: 1, dead_lettered: 1 }, noonMs);

      expect(await counters.hours(noonMs, noonMs)).toMatchObject([{ lastProcessedAtMs: null }]);
    });

    it('answer the hours of two moments and those between, and leave out others', async () => {
      const counters = await make();
      for (const hour of [0, 1, 2, 11, 12, 13]) {
        await counters.add({ processed: hour + 1 }, noonMs + hour * hourMs + 1);
      }

      const hours = await counters.hours(noonMs + 2 * hourMs - 1, noonMs + 12 * hourMs);

      expect(hours.map(({ fromMs, tally }) => [(fromMs - noonMs) / hourMs, tally])).toEqual([
        [1, { processed: 2 }],
        [2, { processed: 3 }],
        [11, { processed: 12 }],
        [12, { processed: 13 }],
      ]);
    });

    it('lose nothing to others who count in the same hour', async () => {
      const counters = await make();

      const { faults } = await outcomes(
        Array.from({ length: 10 }, () => counters.add({ processed: 1 }, noonMs)),
      );

      expect(faults).toEqual([]);
      expect(await counters.hours(noonMs, noonMs)).toMatchObject([{ tally: { processed: 10 } }]);
    });
  });
}

export function aRun(startedAtMs = noonMs, details: Partial<ReconcilerRun> = {}): ReconcilerRun {
  return {
    startedAtMs,
    finishedAtMs: startedAtMs + 1500,
    outcome: 'failed',
    openSessions: { outcome: 'completed', cause: null },
    undeliveredEvents: { outcome: 'failed', cause: 'stripe_refused:api_key_expired' },
    counts: {
      sessionsRead: 12,
      sessionsNotRead: 1,
      verificationsHealed: 2,
      sessionsHealed: 3,
      eventsRead: 200,
      eventsMalformed: 4,
      eventsRequeued: 5,
    },
    ...details,
  };
}

/** Without any run, each time. */
export function describeReconcilerRuns(make: () => Promise<ReconcilerRuns>): void {
  describe('ReconcilerRuns', () => {
    it('are none before the first', async () => {
      expect(await (await make()).page({ cursor: null, limit: 10 })).toEqual({ runs: [], nextCursor: null });
    });

    it('keep all of a run', async () => {
      const runs = await make();
      await runs.save(aRun());

      expect(await runs.page({ cursor: null, limit: 1 })).toEqual({ runs: [aRun()], nextCursor: null });
    });

    it('come newest first, page by page, whatever the order in which they were saved', async () => {
      const runs = await make();
      for (const minute of [2, 0, 4, 1, 3]) await runs.save(aRun(noonMs + minute * 60_000));

      const minutes: number[][] = [];
      let cursor: string | null = null;
      do {
        const page: Awaited<ReturnType<ReconcilerRuns['page']>> = await runs.page({ cursor, limit: 2 });
        minutes.push(page.runs.map(({ startedAtMs }) => (startedAtMs - noonMs) / 60_000));
        cursor = page.nextCursor;
      } while (cursor !== null);

      expect(minutes).toEqual([[4, 3], [2, 1], [0]]);
    });

    it.each(['', 'rubbish', Buffer.from('PROGRESS#open_sessions').toString('base64url')])(
      'refuse a cursor that they did not give out: %j',
      async (cursor) => {
        await expect((await make()).page({ cursor, limit: 2 })).rejects.toThrow(InvalidInput);
      },
    );
  });
}

export type QueueSizesHarness = {
  sizes: WebhookQueueSizes;
  /** Has so many messages wait in the queues. */
  fill: (sizes: { fresh: number; backlog: number; deadLetters: number }) => Promise<void>;
};

export function describeWebhookQueueSizes(make: () => QueueSizesHarness): void {
  describe('WebhookQueueSizes', () => {
    it('tell how many wait in each queue', async () => {
      const { sizes, fill } = make();
      expect(await sizes.waiting()).toEqual({ fresh: 0, backlog: 0, deadLetters: 0 });

      await fill({ fresh: 1, backlog: 3, deadLetters: 2 });

      expect(await sizes.waiting()).toEqual({ fresh: 1, backlog: 3, deadLetters: 2 });
    });
  });
}
