// POST /api/customers/{id}/identity-manual-verify

import { beforeEach, describe, expect, it } from 'vitest';
import { manuallyVerifiedJson } from '../../functions/contracts/customer.ts';
import { addCustomer } from '../support/add-customer.ts';
import { nowMs, requiredByRisk } from '../support/builders.ts';
import { claims } from './events/api-gateway.ts';
import { startApi, stored, type Answer, type Api } from './harness.ts';

const rider = { subaccountId: 'metro', customerId: 'rider-1' };

let api: Api;

beforeEach(async () => {
  api = await startApi();
});

function verify(notes = 'Seen in person.', userId = 'op-1'): Promise<Answer> {
  return api.call({
    route: 'POST /api/customers/{id}/identity-manual-verify',
    as: claims.operator('metro', userId),
    id: 'rider-1',
    body: { notes },
  });
}

describe('a manual verification', () => {
  it('verifies the customer, with the operator, the notes and the time', async () => {
    await addCustomer(api.customers, {
      requirement: requiredByRisk,
      identityStatus: 'failed',
      attemptCount: 3,
    });

    const { status, body } = await verify('  Seen in person.  ');

    expect(status).toBe(200);
    expect(manuallyVerifiedJson.strict().parse(body)).toMatchObject({
      identity_status: 'verified',
      identity_verification_required: false,
      identity_verified_at: new Date(nowMs).toISOString(),
      identity_manual_verification: true,
      identity_manual_verification_notes: 'Seen in person.',
      identity_manual_verification_by: 'op-1',
      identity_manual_verification_at: new Date(nowMs).toISOString(),
      identity_last_error: null,
      ride_gate: { allowed: true, code: 'verified' },
    });
  });

  it('is told to the customer and written into the audit trail, once each', async () => {
    await addCustomer(api.customers);

    await verify();

    expect(api.outboxOf(rider)).toMatchObject([{ title: 'Identity Verified', kind: 'verified' }]);
    expect(api.auditOf(rider).at(-1)).toMatchObject({
      version: 2,
      actor: 'operator:op-1',
      action: 'manually_verified',
      notes: 'Seen in person.',
    });
  });

  it('sent twice happens once', async () => {
    await addCustomer(api.customers);
    await verify();
    const before = stored(api);

    expect(await verify()).toMatchObject({
      status: 200,
      body: { version: 2, identity_manual_verification_notes: 'Seen in person.' },
    });
    expect(stored(api)).toEqual(before);
  });

  it('by a second operator is a conflict', async () => {
    await addCustomer(api.customers);
    await verify();

    expect(await verify('Seen in person.', 'op-2')).toMatchObject({
      status: 409,
      body: { code: 'already_verified' },
    });
  });

  it('of a customer who doesn’t exist answers 404', async () => {
    expect(await verify()).toMatchObject({ status: 404, body: { code: 'customer_not_found' } });
  });
});
