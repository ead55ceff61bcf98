// GET /api/customers/{id}: operators and services see it all, a rider sees no risk data.

import { beforeEach, describe, expect, it } from 'vitest';
import { customerFileJson } from '../../functions/contracts/customer-file.ts';
import { customerJson, riderCustomerJson } from '../../functions/contracts/customer.ts';
import { ageClaimFields, maskedDataFields } from '../../functions/contracts/verified-data.ts';
import { changeCustomer } from '../../functions/domain/customer-change.ts';
import { Unreadable } from '../../functions/domain/faults.ts';
import { addCustomer } from '../support/add-customer.ts';
import { aRiskAssessment, dayMs, nowMs, requiredByOperator, requiredByRisk } from '../support/builders.ts';
import { claims, type Claims } from './events/api-gateway.ts';
import { callerOf, startApi, type Answer, type Api } from './harness.ts';

let api: Api;

beforeEach(async () => {
  api = await startApi();
});

function get(as: Claims, id = 'rider-1'): Promise<Answer> {
  const query = as['scope'] === 'ridegate/service' ? { query: { subaccount_id: 'metro' } } : {};
  return api.call({ route: 'GET /api/customers/{id}', as, id, ...query });
}

const vouch = (notes: string) =>
  api.call({
    route: 'POST /api/customers/{id}/identity-manual-verify',
    as: claims.operator('metro', 'op-7'),
    id: 'rider-1',
    body: { notes },
  });

/** A customer of whose document everything is kept. */
async function keepIdentity(): Promise<void> {
  const ref = await addCustomer(api.customers, { identityStatus: 'verified' });
  const { customer } = await api.customers.loadContext(ref);
  const address = { line1: '1 Main Street', line2: null, city: 'Springfield', state: null };
  const data = {
    firstName: 'Jenny',
    lastName: 'Doe',
    dob: '1990-06-15',
    idType: 'driving_license',
    address: { ...address, postalCode: '12345', country: 'US' },
    idNumber: 'D998871234',
    issuingCountry: 'US',
    expirationDate: '2031-09-30',
  };
  const change = changeCustomer(customer, 'identity_verified', {});
  await api.customers.save({
    before: customer,
    change,
    actor: { kind: 'system', id: 'setup' },
    atMs: nowMs,
    notification: null,
    identity: { data, sessionId: 'vs_1', capturedAtMs: nowMs },
  });
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
    await addCustomer(api.customers);
    await vouch('Seen in person.');
    api.clock.advance(dayMs);

    expect((await get(claims.operator())).body).toMatchObject({
      identity_status: 'verified',
      identity_verified_at: new Date(nowMs).toISOString(),
      identity_manual_verification: true,
      identity_manual_verification_notes: 'Seen in person.',
      identity_manual_verification_by: 'op-7',
      identity_manual_verification_at: new Date(nowMs).toISOString(),
    });
  });

  it('sees all of a document that is kept, covered', async () => {
    await keepIdentity();

    const { body } = await get(claims.operator());

    expect(customerFileJson.strict().parse(body)).toMatchObject({
      identity_first_name: 'J•••',
      identity_last_name: 'D•••',
      identity_dob: '••••-••-15',
      identity_id_type: 'driving_license',
      identity_address: {
        line1: '•••',
        line2: null,
        city: '•••',
        state: null,
        postal_code: '•••',
        country: 'US',
      },
      identity_id_number: '••••1234',
      identity_issuing_country: 'US',
      identity_expiration_date: '••••-••-30',
    });
    expect(JSON.stringify(body)).not.toMatch(/Jenny|Doe|1990|Main Street|Springfield|99887|2031/);
  });

  it('sees null for each field of a document of which nothing is kept', async () => {
    await addCustomer(api.customers, { identityStatus: 'verified' });

    const { body } = await get(claims.operator());

    const fields = Object.keys({ ...maskedDataFields, ...ageClaimFields });
    expect(fields.map((field) => body[field])).toEqual(fields.map(() => null));
  });

  it('sees what is known of the age, also where the date of birth isn’t kept', async () => {
    await addCustomer(api.customers, {
      identityStatus: 'verified',
      ageClaims: { over18: true, overMinimumAge: false },
    });

    expect((await get(claims.operator())).body).toMatchObject({
      identity_dob: null,
      identity_age_over: false,
      identity_age_over_18: true,
    });
  });

  it.each([
    [null, null, null],
    [null, 'processing', new Date(nowMs - dayMs).toISOString()],
    [nowMs, 'redacted', new Date(nowMs - dayMs).toISOString()],
  ])('sees how far a redaction is: completed at %s is %s', async (completedAtMs, status, requestedAt) => {
    const redaction = { requestedAtMs: nowMs - dayMs, throughSession: 1, completedAtMs };
    await addCustomer(api.customers, { redaction: status === null ? null : redaction });

    expect((await get(claims.operator())).body).toMatchObject({
      identity_redaction_status: status,
      identity_redaction_requested_at: requestedAt,
    });
  });

  it('isn’t told that all is redacted once there is a session that came after', async () => {
    const redaction = { requestedAtMs: nowMs - dayMs, throughSession: 1, completedAtMs: nowMs };
    await addCustomer(api.customers, { redaction, sessionCount: 2 });

    expect((await get(claims.operator())).body).toMatchObject({ identity_redaction_status: null });
  });

  it('is told that it is for good where what is kept can’t be opened', async () => {
    await addCustomer(api.customers);
    const file = { load: () => Promise.reject(new Unreadable()) };
    const call = callerOf({ ...api, customerFiles: file });

    const answer = await call({ route: 'GET /api/customers/{id}', as: claims.operator(), id: 'rider-1' });

    expect(answer).toMatchObject({ status: 500, body: { code: 'data_unreadable' } });
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
    await addCustomer(api.customers);
    await vouch('Looks nervous.');

    const { body } = await get(claims.rider());

    expect(body['identity_manual_verification']).toBe(true);
    expect(JSON.stringify(body)).not.toMatch(/nervous|op-7/);
  });

  it('sees nothing of his document, and not that it was redacted', async () => {
    await keepIdentity();

    const { body } = await get(claims.rider());

    const hidden = Object.keys({ ...maskedDataFields, ...ageClaimFields });
    expect(Object.keys(body).filter((field) => hidden.includes(field))).toEqual([]);
    expect(JSON.stringify(body)).not.toMatch(/redaction|J•••|1234/);
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
