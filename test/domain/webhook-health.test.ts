import { describe, expect, it } from 'vitest';
import { relativeError } from '../../functions/domain/duration-sketch.ts';
import type { Tally } from '../../functions/domain/identity-tally.ts';
import { addTallies } from '../../functions/domain/identity-tally.ts';
import {
  hasCounts,
  hasDone,
  hourMs,
  hourOf,
  tallyOfDelivery,
  webhookHealthOf,
  type DeliveryCount,
} from '../../functions/domain/webhook-health.ts';
import { minuteMs, nowMs } from '../support/builders.ts';

const nobody = { fresh: 0, backlog: 0, deadLetters: 0 };

describe('what one handing out counts for', () => {
  it.each<[DeliveryCount, Tally]>([
    [{ is: 'dropped' }, { dropped: 1 }],
    [{ is: 'failed' }, { failed_tries: 1 }],
    [{ is: 'dead_letter' }, { failed_tries: 1, dead_lettered: 1 }],
    [{ is: 'moved_to_backlog' }, { moved_to_backlog: 1 }],
    [
      { is: 'processed', createdMs: nowMs },
      { processed: 1, 'age:0': 1 },
    ],
    // Stripe counts whole seconds, and its clock is another.
    [
      { is: 'processed', createdMs: nowMs + 5000 },
      { processed: 1, 'age:0': 1 },
    ],
    [
      { is: 'processed', createdMs: nowMs - 60_000 },
      { processed: 1, 'age:41': 1 },
    ],
  ])('%j', (count, tally) => {
    expect(tallyOfDelivery(count, nowMs)).toEqual(tally);
  });

  it('tells whether there is anything to add, and whether an event is done', () => {
    expect([{}, { failed_tries: 1 }].map(hasCounts)).toEqual([false, true]);
    expect([{}, { failed_tries: 1 }, { processed: 1 }, { dropped: 1 }].map(hasDone)).toEqual([
      false,
      false,
      true,
      true,
    ]);
  });
});

describe('the health of some hours', () => {
  const thisHour = hourOf(nowMs);
  const processedAfter = (...seconds: number[]): Tally =>
    seconds
      .map((age) => tallyOfDelivery({ is: 'processed', createdMs: nowMs - age * 1000 }, nowMs))
      .reduce<Tally>(addTallies, {});

  it('has each hour, oldest first, the one that is going on last', () => {
    const { hours } = webhookHealthOf([], nobody, { nowMs: nowMs + 5 * minuteMs, hours: 3 });

    const empty = {
      processed: 0,
      dropped: 0,
      failedTries: 0,
      deadLettered: 0,
      movedToBacklog: 0,
      age: { medianSeconds: null, p95Seconds: null },
    };
    expect(hours).toEqual([2, 1, 0].map((hoursAgo) => ({ fromMs: thisHour - hoursAgo * hourMs, ...empty })));
  });

  it('has what was counted in its hour, and the ages of all of them together', () => {
    const counted = [
      { fromMs: thisHour - hourMs, tally: processedAfter(2, 2, 2), lastProcessedAtMs: thisHour - 1 },
      {
        fromMs: thisHour,
        tally: {
          ...processedAfter(3600),
          dropped: 1,
          failed_tries: 7,
          dead_lettered: 2,
          moved_to_backlog: 3,
        },
        lastProcessedAtMs: nowMs - 1,
      },
    ];

    const health = webhookHealthOf(counted, nobody, { nowMs, hours: 2 });

    expect(health.hours).toMatchObject([
      { processed: 3, dropped: 0, failedTries: 0 },
      { processed: 1, dropped: 1, failedTries: 7, deadLettered: 2, movedToBacklog: 3 },
    ]);
    expect(health.lastProcessedAtMs).toBe(nowMs - 1);
    const [before, now] = health.hours.map(({ age }) => age);
    expectAbout(before?.p95Seconds, 2);
    expectAbout(now?.medianSeconds, 3600);
    expectAbout(health.age.medianSeconds, 2);
    expectAbout(health.age.p95Seconds, 3600);
  });

  it('knows of no event that was done where none was', () => {
    const counted = [{ fromMs: thisHour, tally: { failed_tries: 1 }, lastProcessedAtMs: null }];

    expect(webhookHealthOf(counted, nobody, { nowMs, hours: 1 }).lastProcessedAtMs).toBeNull();
  });

  function expectAbout(seconds: number | null | undefined, exact: number): void {
    expect(Math.abs((seconds ?? 0) - exact)).toBeLessThanOrEqual(exact * relativeError);
  }
});
