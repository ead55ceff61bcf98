// GET /api/customers/{id}: operators and services see it all, a rider sees no risk data.

import { beforeEach, describe, expect, it } from 'vitest';
import { customerJson, riderCustomerJson } from '../../functions/contracts/customer.ts';
import { addCustomer } from '../support/add-customer.ts';
import { aRiskAssessment, dayMs, nowMs, requiredByOperator, requiredByRisk } from '../support/builders.ts';
import { claims, type Claims } from './events/api-gateway.ts';
import { startApi, type Answer, type Api } from './harness.ts';

let api: Api;

beforeEach(async () => {
  api = await startApi();
});

function get(as: Claims, id = 'rider-1'): Promise<Answer> {
  const query = as['scope'] === 'ridegate/service' ? { query: { subaccount_id: 'metro' } } : {};
  return api.call({ route: 'GET /api/customers/{id}', as, id, ...query });
}

const risky = {
  requirement: requiredByRisk,
  risk: aRiskAssessment({ level: 'highest', score: 75, radarScore: 81 }),
} as const;

describe('an operator or a service', () => {
  it.each([claims.operator(), claims.service()])('sees the customer with risk and reason', async (as) => {
    await addCustomer(api.customers, risky);

    const { status, body } = await get(as);

    expect(status).toBe(200);
    expect(customerJson.parse(body)).toMatchObject({
      identity_verification_required: true,
      identity_verification_required_reason: 'risk_threshold_exceeded:75>=50',
      identity_verification_required_reason_text: 'Risk score 75 >= threshold 50',
      stripe_risk_score: 75,
      stripe_risk_level: 'highest',
      stripe_radar_score: 81,
      ride_gate: { allowed: false, code: 'verification_required' },
    });
  });

  it('sees who vouched for a customer, why and when', async () => {
    await addCustomer(api.customers, {
      identityStatus: 'verified',
      verifiedAtMs: nowMs - dayMs,
      manualVerification: { notes: 'Seen in person.', by: 'op-7', atMs: nowMs - dayMs },
    });

    expect((await get(claims.operator())).body).toMatchObject({
      identity_status: 'verified',
      identity_verified_at: new Date(nowMs - dayMs).toISOString(),
      identity_manual_verification: true,
      identity_manual_verification_notes: 'Seen in person.',
      identity_manual_verification_by: 'op-7',
      identity_manual_verification_at: new Date(nowMs - dayMs).toISOString(),
    });
  });
});

describe('a rider', () => {
  it('sees himself without any risk data, also not through the reason', async () => {
    await addCustomer(api.customers, risky);

    const { body } = await get(claims.rider());

    expect(riderCustomerJson.strict().parse(body)).toMatchObject({
      identity_verification_required: true,
      identity_verification_required_reason: null,
    });
    expect(JSON.stringify(body)).not.toMatch(/risk|75|81|highest/);
  });

  it('sees no word of what operators noted', async () => {
    const manualVerification = { notes: 'Looks nervous.', by: 'op-7', atMs: nowMs };
    await addCustomer(api.customers, { identityStatus: 'verified', manualVerification });

    const { body } = await get(claims.rider());

    expect(body['identity_manual_verification']).toBe(true);
    expect(JSON.stringify(body)).not.toMatch(/nervous|op-7/);
  });

  it('sees that an operator asked', async () => {
    await addCustomer(api.customers, { requirement: requiredByOperator('document_expired') });

    expect((await get(claims.rider())).body).toMatchObject({
      identity_verification_required_reason: 'operator_request:document_expired',
    });
  });
});

describe('the last error', () => {
  it('comes with Stripe’s words and our next step', async () => {
    const lastError = { code: 'document_expired', reason: 'The document is expired.' };
    await addCustomer(api.customers, { identityStatus: 'requires_input', lastError, attemptCount: 1 });

    expect((await get(claims.rider())).body).toMatchObject({
      identity_status: 'requires_input',
      identity_attempt_count: 1,
      identity_last_error: {
        ...lastError,
        message: 'Your document has expired. Please try again with one that is still valid.',
      },
    });
  });
});

describe('the gate’s answer', () => {
  it('is as of now, by the policy of now', async () => {
    await addCustomer(api.customers);
    expect((await get(claims.rider())).body['ride_gate']).toEqual({ allowed: true, code: 'not_required' });

    await api.call({
      route: 'PUT /api/subaccounts/{id}/identity-policy',
      as: claims.operator(),
      id: 'metro',
      body: { version: 1, identity_verification_mode: 'all_users' },
    });

    expect((await get(claims.rider())).body['ride_gate']).toEqual({
      allowed: false,
      code: 'verification_required',
    });
  });
});

it('a customer who doesn’t exist answers 404', async () => {
  expect(await get(claims.operator(), 'nobody')).toMatchObject({
    status: 404,
    body: { code: 'customer_not_found' },
  });
});
