import { describe, expect, test } from 'vitest';
import { bodyOf, countsOf, selectionOf } from '../../../console/pages/operations/redrive.ts';
import type { DeadLetter, Redriven } from '../../../console/pages/operations/operations-types.ts';
import { redriveDeadLettersBody } from '../../../functions/contracts/dead-letter.ts';

function aLetter(difference: Partial<DeadLetter> = {}): DeadLetter {
  return {
    message_id: 'm-1',
    event_id: 'evt_1',
    event_type: 'charge.succeeded',
    object_id: 'ch_1',
    cause: 'busy',
    tries: 3,
    first_failed_at: null,
    last_failed_at: null,
    queued_at: '2026-03-01T12:00:00.000Z',
    age_seconds: 60,
    customer: null,
    ...difference,
  };
}

function anAnswer(difference: Partial<Redriven> = {}): Redriven {
  return {
    dry_run: true,
    matched: 0,
    redriven: 0,
    skipped: 0,
    remaining: 0,
    held_by_others: 0,
    data: [],
    ...difference,
  };
}

describe('a selection', () => {
  test('names each event once, and leaves out what is none', () => {
    const letters = [
      aLetter(),
      aLetter({ message_id: 'm-2' }),
      aLetter({ message_id: 'm-3', event_id: null }),
      aLetter({ message_id: 'm-4', event_id: 'evt_4' }),
    ];
    expect(selectionOf(letters)).toEqual({ kind: 'events', eventIds: ['evt_1', 'evt_4'] });
  });

  test.each([
    { kind: 'all' } as const,
    { kind: 'cause', cause: 'stripe_refused:resource_missing' } as const,
    { kind: 'events', eventIds: ['evt_1'] } as const,
  ])('is one that the API takes: %o', (selection) => {
    for (const isDryRun of [true, false]) {
      expect(redriveDeadLettersBody.safeParse(bodyOf(selection, isDryRun))).toMatchObject({
        success: true,
        data: { dry_run: isDryRun },
      });
    }
  });
});

describe('what a call tells', () => {
  const all = { kind: 'all' } as const;

  test('a dry run: what it saw is still there, and the rest was not reached', () => {
    const answer = anAnswer({ matched: 12, skipped: 1, remaining: 15, held_by_others: 3 });
    expect(countsOf(answer, all)).toEqual({
      matched: 12,
      redriven: 0,
      left: 12,
      skipped: 1,
      notReached: 3,
      heldByOthers: 3,
    });
  });

  test('a redrive: what the queue did not take is told apart from what was not reached', () => {
    const answer = anAnswer({ dry_run: false, matched: 12, redriven: 10, remaining: 7 });
    expect(countsOf(answer, all)).toMatchObject({ redriven: 10, left: 2, notReached: 5 });
  });

  test('where all named events were seen, what else there is doesn’t matter', () => {
    const data = [{ ...aLetter(), outcome: 'redriven' as const }];
    const answer = anAnswer({ matched: 1, redriven: 1, remaining: 40, held_by_others: 40, data });
    expect(countsOf(answer, { kind: 'events', eventIds: ['evt_1'] })).toMatchObject({
      left: 0,
      notReached: 0,
      heldByOthers: 0,
    });
    expect(countsOf(answer, { kind: 'events', eventIds: ['evt_1', 'evt_2'] })).toMatchObject({
      notReached: 40,
      heldByOthers: 40,
    });
  });
});
