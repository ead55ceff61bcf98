import { describe, expect, it } from 'vitest';
import { blockingVersion } from '../../../console/pages/customer/timeline/blocking-entry.ts';
import { entryOf } from './entries.ts';

const raisedAt = '2026-03-01T12:00:00.000Z';
const raised = entryOf({
  version: 2,
  action: 'requirement_raised',
  after: { identity_verification_required: true, identity_verification_required_at: raisedAt },
});
const earlier = entryOf({
  version: 1,
  action: 'requirement_raised',
  after: { identity_verification_required_at: '2026-02-01T12:00:00.000Z' },
});
const failed = entryOf({ version: 3, action: 'identity_failed', after: { identity_status: 'failed' } });
const entries = [failed, raised, earlier];

const blocked = {
  ride_gate: { allowed: false, code: 'verification_failed' as const },
  identity_status: 'failed' as const,
  identity_verification_required: true,
  identity_verification_required_at: raisedAt,
};

describe('the entry that blocks a customer', () => {
  it('is the one that raised the requirement that stands', () => {
    expect(blockingVersion(entries, blocked)).toBe(2);
  });

  it('is the failed check where nothing else is asked', () => {
    const customer = {
      ...blocked,
      identity_verification_required: false,
      identity_verification_required_at: null,
    };

    expect(blockingVersion(entries, customer)).toBe(3);
  });

  it('is none where the customer may ride', () => {
    const customer = { ...blocked, ride_gate: { allowed: true, code: 'policy_disabled' as const } };

    expect(blockingVersion(entries, customer)).toBeNull();
  });

  it('is none where only the policy asks, or where it is further back', () => {
    const asked = {
      ...blocked,
      identity_status: null,
      identity_verification_required: false,
      identity_verification_required_at: null,
    };

    expect(blockingVersion(entries, asked)).toBeNull();
    expect(blockingVersion([failed], blocked)).toBeNull();
  });
});
