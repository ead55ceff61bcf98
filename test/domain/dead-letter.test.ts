import { describe, expect, it } from 'vitest';
import {
  deadLetterOf,
  isSelected,
  oldestFirst,
  type DeadLetter,
  type DeadLetterSelection,
} from '../../functions/domain/dead-letter.ts';
import { aStripeEvent, nowMs } from '../support/builders.ts';
import { noHistory } from '../support/in-memory/dead-letters.ts';

function aLetter(difference: Partial<DeadLetter> = {}): DeadLetter {
  const message = { messageId: 'm-1', event: aStripeEvent(), queuedAtMs: nowMs };
  const history = { ...noHistory, cause: 'stripe_refused:resource_missing', tries: 1 };
  return { ...deadLetterOf(message, history), ...difference };
}

const malformed = aLetter({ event: null, cause: 'malformed' });

describe('a letter tells why it is here', () => {
  const message = { messageId: 'm-1', event: aStripeEvent(), queuedAtMs: nowMs };

  it('as the worker left word of it, and after how many tries', () => {
    const letter = deadLetterOf(message, { ...noHistory, cause: 'stripe_unavailable', tries: 4 });

    expect(letter).toMatchObject({ cause: 'stripe_unavailable', tries: 4 });
  });

  it('where the worker died, by that alone: how often it tried, nobody knows', () => {
    expect(deadLetterOf(message, noHistory)).toMatchObject({ cause: 'worker_stopped', tries: null });
  });

  it('where it is no event, by that, whoever put it here', () => {
    expect(deadLetterOf({ ...message, event: null }, noHistory).cause).toBe('malformed');
  });
});

describe('a letter is selected', () => {
  it.each<[string, DeadLetterSelection, DeadLetter, boolean]>([
    ['as one of all', { kind: 'all' }, aLetter(), true],
    ['as one of all, also if it is no event', { kind: 'all' }, malformed, true],
    ['by its event', { kind: 'events', eventIds: ['evt_0', 'evt_1'] }, aLetter(), true],
    ['not by another event', { kind: 'events', eventIds: ['evt_10'] }, aLetter(), false],
    ['not by an event if it is none', { kind: 'events', eventIds: ['evt_1'] }, malformed, false],
    ['by its cause', { kind: 'alike', cause: 'stripe_refused:resource_missing' }, aLetter(), true],
    ['by the kind of its cause', { kind: 'alike', cause: 'stripe_refused' }, aLetter(), true],
    ['not by a cause that begins alike', { kind: 'alike', cause: 'stripe' }, aLetter(), false],
    ['not by another cause', { kind: 'alike', cause: 'stripe_refused:other' }, aLetter(), false],
    ['by its type', { kind: 'alike', eventType: aStripeEvent().type }, aLetter(), true],
    ['not by another type', { kind: 'alike', eventType: 'charge.failed' }, aLetter(), false],
    ['not by a type if it is no event', { kind: 'alike', eventType: 'charge.failed' }, malformed, false],
    [
      'only if cause and type both fit',
      { kind: 'alike', cause: 'stripe_refused', eventType: 'charge.failed' },
      aLetter(),
      false,
    ],
  ])('%s', (_, selection, letter, selected) => {
    expect(isSelected(letter, selection)).toBe(selected);
  });
});

it('letters are in order of when they were queued, and of their ids at the same moment', () => {
  const letters = [
    aLetter({ messageId: 'b', queuedAtMs: nowMs }),
    aLetter({ messageId: 'c', queuedAtMs: nowMs - 1 }),
    aLetter({ messageId: 'a', queuedAtMs: nowMs }),
  ];

  expect(oldestFirst(letters).map(({ messageId }) => messageId)).toEqual(['c', 'a', 'b']);
});
