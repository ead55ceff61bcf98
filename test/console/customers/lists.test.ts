// The time that a list tells of a customer.

import { expect, it } from 'vitest';
import { type ListName, sinceIn, sinceKind } from '../../../console/pages/customers/lists.ts';
import { customerOf } from '../customer/customers.ts';

const ada = customerOf({
  identity_status_at: '2026-03-04T12:00:00.000Z',
  identity_verification_required_at: '2026-03-01T12:00:00.000Z',
  identity_alternative_requested_at: '2026-03-02T12:00:00.000Z',
  identity_verified_at: '2026-03-03T12:00:00.000Z',
});

it.each<[ListName, string, number]>([
  ['required', 'waitingSince', 1],
  ['alternative_requested', 'waitingSince', 2],
  ['verified', 'verifiedSince', 3],
  ['pending', 'statusSince', 4],
  ['requires_input', 'statusSince', 4],
  ['failed', 'statusSince', 4],
  ['all', 'waitingSince', 1],
])('of %s is the %s', (list, kind, day) => {
  expect(sinceKind(list)).toBe(kind);
  expect(sinceIn(list, ada)).toBe(`2026-03-0${day}T12:00:00.000Z`);
});

it('is none of somebody who doesn’t wait', () => {
  expect(sinceIn('all', customerOf({}))).toBeNull();
});
