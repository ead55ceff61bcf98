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

const customer = (id: string, askedAt: string | null, allowed = false): Customer => ({
  id,
  subaccount_id: 'metro',
  created_at: '2026-01-01T00:00:00.000Z',
  identity_verification_required: askedAt !== null,
  identity_verification_required_at: askedAt,
  identity_verification_required_reason: null,
  identity_verification_required_reason_text: null,
  identity_status: null,
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
  ride_gate: { allowed, code: allowed ? 'policy_disabled' : 'verification_required' },
  stripe_customer_id: null,
  stripe_risk_score: null,
  stripe_risk_level: null,
  stripe_radar_score: null,
  version: 1,
});

const ids = (customers: readonly Customer[]): string[] => customers.map(({ id }) => id);

test('whoever was asked for longer than the list allows is stuck, and not at the very limit', () => {
  const customers = [
    customer('long', '2026-03-07T11:59:59Z'),
    customer('limit', '2026-03-07T12:00:00Z'),
    customer('never', null),
  ];
  expect(ids(stuckAmong(customers, required, now))).toEqual(['long']);
  expect(ids(stuckAmong(customers, pending, now))).toEqual(['long', 'limit']);
});

test('whoever failed is stuck at once', () => {
  expect(ids(stuckAmong([customer('now', null)], failed, now))).toEqual(['now']);
});

test('whoever may ride is not stuck', () => {
  expect(stuckAmong([customer('rides', '2026-01-01T00:00:00Z', true)], required, now)).toEqual([]);
});

test('ten are shown, in the order of the list', () => {
  const many = Array.from({ length: 12 }, (_, index) => customer(`c-${index}`, '2026-01-01T00:00:00Z'));
  expect(ids(stuckAmong(many, required, now))).toEqual(ids(many.slice(0, 10)));
});

test('the full list is in the same order', () => {
  expect(stuckLists.map((list) => fullListPath('/c', list))).toEqual([
    '/c?filter=required',
    '/c?filter=pending&order=oldest',
    '/c?filter=failed&order=oldest',
  ]);
});
