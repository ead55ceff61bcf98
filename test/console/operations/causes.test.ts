import { describe, expect, test } from 'vitest';
import {
  causeKindOf,
  causeKinds,
  groupByCause,
  isRedrivable,
} from '../../../console/pages/operations/causes.ts';
import { operationsCauses as de } from '../../../console/messages/de/operations-causes.ts';
import { operationsCauses as en } from '../../../console/messages/en/operations-causes.ts';
import { operationsCauses as fr } from '../../../console/messages/fr/operations-causes.ts';
import {
  ConcurrentChange,
  NotSetUp,
  StorageUnavailable,
  StripeRefused,
  StripeUnavailable,
  Unreadable,
  WrongStripeKey,
} from '../../../functions/domain/faults.ts';
import { deadLetterOf } from '../../../functions/domain/dead-letter.ts';
import { classifyFault } from '../../../functions/shared/classify-fault.ts';
import { aStripeEvent } from '../../support/builders.ts';
import { noHistory } from '../../support/in-memory/dead-letters.ts';

describe('every cause that an event can be given up with has words of its own', () => {
  test.each<[Error, string]>([
    [new StripeUnavailable('away', true), 'stripe_unavailable'],
    [new ConcurrentChange('busy'), 'busy'],
    [new NotSetUp('no secret'), 'not_set_up'],
    [new WrongStripeKey('live'), 'stripe_key'],
    [new StripeRefused('api_key_expired', 'no', true), 'stripe_refused_key'],
    [new StripeRefused(null, 'no', true), 'stripe_refused_key'],
    [new StripeRefused('resource_missing', 'no', false), 'stripe_refused_missing'],
    [new StripeRefused('parameter_invalid', 'no', false), 'stripe_refused'],
    [new StripeRefused(null, 'no', false), 'stripe_refused'],
    [new Unreadable('does not open'), 'unreadable'],
    [new StorageUnavailable('throttled'), 'storage_unavailable'],
    [new Error('who knows'), 'unexpected'],
  ])('%o', (fault, kind) => {
    expect(causeKindOf(classifyFault(fault).cause)).toBe(kind);
  });

  test('that of a message which is no event, and of one whose worker died', () => {
    const message = { messageId: 'm-1', queuedAtMs: 0 };
    const noEvent = deadLetterOf({ ...message, event: null }, noHistory);
    const died = deadLetterOf({ ...message, event: aStripeEvent() }, noHistory);
    expect([noEvent.cause, died.cause].map(causeKindOf)).toEqual(['malformed', 'worker_stopped']);
  });

  test('one that came later is unknown, and not passed off as another', () => {
    expect(['unknown', 'brand_new', 'busy:very', ''].map(causeKindOf)).toEqual([
      'unknown',
      'unknown',
      'unknown',
      'unknown',
    ]);
  });

  test.each([
    ['English', en],
    ['German', de],
    ['French', fr],
  ] as const)('in %s: what happened, and what to do', (_, texts) => {
    expect(Object.keys(texts).sort()).toEqual([...causeKinds].sort());
    for (const { what, advice } of Object.values(texts)) {
      expect(what).toMatch(/\S/);
      expect(advice).toMatch(/\.$/);
    }
  });
});

test('letters are grouped by cause, the most frequent first, with how many can be redriven', () => {
  const letter = (cause: string, event_id: string | null = 'evt_1') => ({ cause, event_id });
  expect(
    groupByCause([letter('malformed', null), letter('busy'), letter('stripe_refused:a'), letter('busy')]),
  ).toEqual([
    { cause: 'busy', kind: 'busy', count: 2, redrivable: 2 },
    { cause: 'malformed', kind: 'malformed', count: 1, redrivable: 0 },
    { cause: 'stripe_refused:a', kind: 'stripe_refused', count: 1, redrivable: 1 },
  ]);
});

test('what is no event can’t be redriven', () => {
  expect([{ event_id: null }, { event_id: 'evt_1' }].map(isRedrivable)).toEqual([false, true]);
});
