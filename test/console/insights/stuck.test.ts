// Who counts as stuck.

import { expect, test } from 'vitest';
import {
  type Customer,
  fullListPath,
  stuckAmong,
  stuckLists,
} from '../../../console/pages/insights/stuck.ts';

const [required, pending, failed] = stuckLists;
const now = Date.parse('2026-03-10T12:00:00Z');

const longAgo = '2026-01-01T00:00:00.000Z';

const customer = (id: string, fields: Partial<Customer> = {}): Customer => ({
  id,
  subaccount_id: 'metro',
  created_at: longAgo,
  identity_verification_required: true,
  identity_verification_required_at: longAgo,
  identity_verification_required_reason: null,
  identity_verification_required_reason_text: null,
  identity_status: null,
  identity_status_at: longAgo,
  identity_verified_at: null,
  identity_session_id: null,
  identity_attempt_count: 0,
  identity_last_error: null,
  identity_manual_verification: false,
  identity_manual_verification_by: null,
  identity_manual_verification_at: null,
  identity_alternative_requested_at: null,
  identity_redaction_status: null,
  identity_redaction_requested_at: null,
  ride_gate: { allowed: false, code: 'verification_required' },
  stripe_customer_id: null,
  stripe_risk_score: null,
  stripe_risk_level: null,
  stripe_radar_score: null,
  version: 1,
  ...fields,
});

const ids = (customers: readonly Customer[]): string[] => customers.map(({ id }) => id);

test('whoever was asked for longer than the list allows is stuck, and not at the very limit', () => {
  const customers = [
    customer('long', { identity_verification_required_at: '2026-03-07T11:59:59Z' }),
    customer('limit', { identity_verification_required_at: '2026-03-07T12:00:00Z' }),
    customer('never', { identity_verification_required_at: null }),
  ];
  expect(ids(stuckAmong(customers, required, now))).toEqual(['long']);
});

test('whoever is pending for longer than a day is stuck, no matter how long ago he was asked', () => {
  const customers = [
    customer('long', { identity_status: 'pending', identity_status_at: '2026-03-09T11:59:59Z' }),
    customer('limit', { identity_status: 'pending', identity_status_at: '2026-03-09T12:00:00Z' }),
  ];
  expect(ids(stuckAmong(customers, pending, now))).toEqual(['long']);
});

test('whoever failed is stuck at once', () => {
  expect(
    ids(stuckAmong([customer('now', { identity_status_at: '2026-03-10T12:00:00Z' })], failed, now)),
  ).toEqual(['now']);
});

test('whoever may ride is not stuck', () => {
  const rides = customer('rides', { ride_gate: { allowed: true, code: 'policy_disabled' } });
  expect(stuckAmong([rides], required, now)).toEqual([]);
});

test('ten are shown, in the order of the list', () => {
  const many = Array.from({ length: 12 }, (_, index) => customer(`c-${index}`));
  expect(ids(stuckAmong(many, required, now))).toEqual(ids(many.slice(0, 10)));
});

test('the full list is in the same order', () => {
  expect(stuckLists.map((list) => fullListPath('/c', list))).toEqual([
    '/c?filter=required',
    '/c?filter=pending&order=oldest',
    '/c?filter=failed&order=oldest',
  ]);
});
