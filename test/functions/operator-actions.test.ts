// POST /api/customers/{id}/identity-clear-requirement, identity-require and identity-refresh.

import { beforeEach, describe, expect, it } from 'vitest';
import { customerJson } from '../../functions/contracts/customer.ts';
import { StripeUnavailable } from '../../functions/domain/faults.ts';
import { addCustomer } from '../support/add-customer.ts';
import { nowMs } from '../support/builders.ts';
import { claims } from './events/api-gateway.ts';
import { startApi, stored, type Answer, type Api } from './harness.ts';

const rider = { subaccountId: 'harbor', customerId: 'rider-1' };
const request = { as: claims.operator('harbor', 'op-1'), id: 'rider-1' };

let api: Api;

beforeEach(async () => {
  api = await startApi();
  await addCustomer(api.customers, { subaccountId: 'harbor' });
});

function clear(notes = 'Known to us.'): Promise<Answer> {
  return api.call({
    route: 'POST /api/customers/{id}/identity-clear-requirement',
    ...request,
    body: { notes },
  });
}

function require(body: { reason: string; notes?: string } = { reason: 'suspected_fraud' }): Promise<Answer> {
  return api.call({ route: 'POST /api/customers/{id}/identity-require', ...request, body });
}

function refresh(): Promise<Answer> {
  return api.call({ route: 'POST /api/customers/{id}/identity-refresh', ...request });
}

describe('clearing a requirement', () => {
  it('answers with a customer who may ride, unverified', async () => {
    const { status, body } = await clear();

    expect(status).toBe(200);
    expect(customerJson.parse(body)).toMatchObject({
      identity_verification_required: false,
      identity_status: null,
      identity_verified_at: null,
      ride_gate: { allowed: true, code: 'requirement_cleared' },
    });
  });

  it('is told to the customer, and kept with the operator and the notes', async () => {
    await clear();

    expect(api.outboxOf(rider)).toMatchObject([
      { title: 'Good to Go!', body: 'Your account has been verified and you can now ride.' },
    ]);
    expect(api.auditOf(rider).at(-1)).toMatchObject({
      actor: 'operator:op-1',
      action: 'requirement_cleared',
      notes: 'Known to us.',
    });
  });

  it('twice changes nothing the second time', async () => {
    await clear();
    const before = stored(api);

    expect((await clear('Again.')).status).toBe(200);
    expect(stored(api)).toEqual(before);
  });
});

describe('requiring verification', () => {
  it.each([
    ['suspected_fraud', 'suspected fraud'],
    ['document_expired', 'document expired'],
    ['account_change', 'account change'],
    ['support_request', 'support request'],
    ['other', 'other'],
  ])('for %s blocks the customer, and says why', async (reason, text) => {
    const { status, body } = await require({ reason, notes: 'Three chargebacks.' });

    expect(status).toBe(200);
    expect(customerJson.parse(body)).toMatchObject({
      identity_verification_required: true,
      identity_verification_required_at: new Date(nowMs).toISOString(),
      identity_verification_required_reason: `operator_request:${reason}`,
      identity_verification_required_reason_text: `Requested by an operator: ${text}`,
      ride_gate: { allowed: false, code: 'verification_required' },
    });
    expect(api.auditOf(rider).at(-1)).toMatchObject({ actor: 'operator:op-1', notes: 'Three chargebacks.' });
    expect(api.outboxOf(rider)).toMatchObject([{ title: 'Identity Verification Required' }]);
  });

  it('needs no notes', async () => {
    expect((await require()).status).toBe(200);
    expect(api.auditOf(rider).at(-1)?.notes).toBeNull();
  });
});

describe('refreshing from Stripe', () => {
  beforeEach(async () => {
    await api.call({
      route: 'POST /api/customers/{id}/identity-session',
      as: claims.rider('rider-1', 'harbor'),
      id: 'rider-1',
    });
  });

  it('answers with what Stripe says now', async () => {
    api.identity.verify('vs_1');

    expect(await refresh()).toMatchObject({ status: 200, body: { identity_status: 'verified' } });
  });

  it('while Stripe is away answers 503 with Retry-After and changes nothing', async () => {
    api.identity.failWith(new StripeUnavailable('down'));
    const before = stored(api);

    const answer = await refresh();

    expect(answer).toMatchObject({ status: 503, body: { code: 'stripe_unavailable' } });
    expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0);
    expect(stored(api)).toEqual(before);
  });
});

describe('an action with the version that it rests on', () => {
  const actions = [
    ['identity-manual-verify', { notes: 'Seen.' }],
    ['identity-clear-requirement', { notes: 'Known to us.' }],
    ['identity-require', { reason: 'suspected_fraud' }],
    ['identity-redact', { notes: 'He asked for it.' }],
  ] as const;

  it.each(actions)(
    '%s is a conflict where another one is stored, and changes nothing',
    async (path, body) => {
      const route = `POST /api/customers/{id}/${path}` as const;
      const before = stored(api);

      const late = await api.call({ route, ...request, body: { ...body, version: 2 } });

      expect(late).toMatchObject({ status: 409, body: { code: 'version_conflict' } });
      expect(stored(api)).toEqual(before);
      const again = await api.call({ route, ...request, body: { ...body, version: 1 } });
      expect(again.status).toBe(200);
    },
  );
});
