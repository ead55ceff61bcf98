import { describe, expect, it } from 'vitest';
import { changesOf } from '../../../console/pages/customer/timeline/changes.ts';
import { entryOf } from './entries.ts';

describe('what an entry changed', () => {
  it('is told field by field, each as it is to be read', () => {
    const entry = entryOf({
      before: { identity_status: 'pending', identity_attempt_count: 1, identity_last_error: null },
      after: {
        identity_status: 'requires_input',
        identity_attempt_count: 2,
        identity_last_error: { code: 'document_expired', reason: 'Too old.' },
      },
    });

    expect(changesOf(entry)).toEqual([
      {
        field: 'identity_status',
        before: { as: 'status', value: 'pending' },
        after: { as: 'status', value: 'requires_input' },
      },
      {
        field: 'identity_attempt_count',
        before: { as: 'text', value: '1' },
        after: { as: 'text', value: '2' },
      },
      {
        field: 'identity_last_error',
        before: { as: 'none' },
        after: { as: 'text', value: 'document_expired: Too old.' },
      },
    ]);
  });

  it('leaves out of a new customer what says nothing', () => {
    const entry = entryOf({
      before: null,
      after: {
        identity_verification_required: false,
        identity_status: null,
        identity_attempt_count: 0,
        stripe_customer_id: 'cus_1',
      },
    });

    expect(changesOf(entry).map(({ field }) => field)).toEqual(['stripe_customer_id']);
  });

  it('keeps what became nothing', () => {
    const entry = entryOf({
      before: { identity_verification_required: true },
      after: { identity_verification_required: false },
    });

    expect(changesOf(entry)).toEqual([
      {
        field: 'identity_verification_required',
        before: { as: 'flag', value: true },
        after: { as: 'flag', value: false },
      },
    ]);
  });
});
