// POST /api/customers

import { beforeEach, describe, expect, it } from 'vitest';
import { customerJson } from '../../functions/contracts/customer.ts';
import type { CustomerRef } from '../../functions/domain/customer.ts';
import { decideRedaction } from '../../functions/domain/redaction.ts';
import { addCustomer } from '../support/add-customer.ts';
import { nowMs } from '../support/builders.ts';
import { claims } from './events/api-gateway.ts';
import { startApi, stored, type Answer, type Api } from './harness.ts';

let api: Api;

beforeEach(async () => {
  api = await startApi();
});

const ada = {
  id: 'ada',
  stripe_customer_id: 'cus_ada',
  email: 'ada@example.com',
  name: 'Ada Lovelace',
  phone: '+4930123456',
  signup_ip: '2001:db8::7',
  signup_latitude: 52.52,
  signup_longitude: 13.4,
  signup_location_accuracy: 12.5,
};

function create(body: unknown, subaccountId = 'metro'): Promise<Answer> {
  const query = { subaccount_id: subaccountId };
  return api.call({ route: 'POST /api/customers', as: claims.service(), query, body });
}

async function redact(ref: CustomerRef): Promise<void> {
  const { customer: before } = await api.customers.loadContext(ref);
  const change = decideRedaction(before, { by: 'operator', notes: 'The rider asked.' }, nowMs);
  if (change === null) throw new Error('a redaction is open');
  const cause = { actor: { kind: 'operator', id: 'op-1' }, atMs: nowMs, notification: null } as const;
  await api.customers.save({ before, change, ...cause, erasesPersonalData: true });
}

describe('a new customer', () => {
  it('is answered with 201 and all identity fields, null where unknown', async () => {
    const { status, body } = await create(ada);

    expect(status).toBe(201);
    expect(customerJson.parse(body)).toMatchObject({
      id: 'ada',
      subaccount_id: 'metro',
      created_at: new Date(nowMs).toISOString(),
      identity_verification_required: false,
      identity_verification_required_at: null,
      identity_verification_required_reason: null,
      identity_verification_required_reason_text: null,
      identity_status: null,
      identity_status_at: new Date(nowMs).toISOString(),
      identity_verified_at: null,
      identity_session_id: null,
      identity_attempt_count: 0,
      identity_last_error: null,
      identity_manual_verification: false,
      identity_manual_verification_by: null,
      identity_manual_verification_at: null,
      identity_redaction_status: null,
      identity_redaction_requested_at: null,
      stripe_customer_id: 'cus_ada',
      stripe_risk_score: null,
      stripe_risk_level: null,
      stripe_radar_score: null,
      version: 1,
      ride_gate: { allowed: true, code: 'not_required' },
    });
  });

  it('needs nothing but an id', async () => {
    expect((await create({ id: 'ada' })).status).toBe(201);
  });

  it('is flagged at once under all_users, with one push in the words of the subaccount’s app', async () => {
    const { body } = await create(ada, 'harbor');

    expect(body).toMatchObject({
      identity_verification_required: true,
      identity_verification_required_at: new Date(nowMs).toISOString(),
      identity_verification_required_reason: 'subaccount_policy',
      identity_verification_required_reason_text: 'Subaccount requires verification for all users',
      ride_gate: { allowed: false, code: 'verification_required' },
    });
    expect(api.outboxOf({ subaccountId: 'harbor', customerId: 'ada' })).toMatchObject([
      {
        title: 'Identity Verification Required',
        body: 'Please verify your identity to continue using harbor app',
      },
    ]);
  });

  it.each(['metro', 'campus'])('of %s is not flagged and hears nothing', async (subaccountId) => {
    const { body } = await create(ada, subaccountId);

    expect(body['identity_verification_required']).toBe(false);
    expect(api.outboxOf({ subaccountId, customerId: 'ada' })).toEqual([]);
  });

  it('has an audit entry that names the service', async () => {
    await create(ada);

    expect(api.auditOf({ subaccountId: 'metro', customerId: 'ada' })).toMatchObject([
      { version: 1, atMs: nowMs, actor: 'service:fleet-backend', action: 'customer_created', notes: null },
    ]);
  });

  it('may have the id of a customer of another subaccount', async () => {
    await create({ id: 'ada' });

    expect((await create({ id: 'ada' }, 'harbor')).status).toBe(201);
  });
});

describe('the same id again', () => {
  it('with the same body is answered with 200 and the customer as he is now', async () => {
    await create(ada, 'harbor');
    await api.call({
      route: 'POST /api/customers/{id}/identity-manual-verify',
      as: claims.operator('harbor'),
      id: 'ada',
      body: { notes: 'Seen.' },
    });

    const again = await create(ada, 'harbor');

    expect(again).toMatchObject({ status: 200, body: { identity_status: 'verified', version: 2 } });
  });

  it('is the same body where a field is null instead of left out', async () => {
    await create({ id: 'ada' });

    expect((await create({ id: 'ada', email: null, signup_latitude: null })).status).toBe(200);
  });

  it.each([
    { signup_latitude: 1e-131, signup_longitude: -1e-131, signup_location_accuracy: 1e-200 },
    { signup_latitude: -0, signup_longitude: -0, signup_location_accuracy: -0 },
    { signup_latitude: 52.52000659999, signup_longitude: 13.40495399999 },
    { signup_location_accuracy: 12.3456789 },
  ])('is the same body with %o, which is kept to the centimetre', async (place) => {
    // JSON.stringify writes -0 as 0.
    const body = JSON.stringify({ ...ada, ...place }).replaceAll(/:0(?=[,}])/g, ':-0');

    expect((await create(body)).status).toBe(201);
    const kept = await api.customers.loadSignup({ subaccountId: 'metro', customerId: 'ada' });

    expect(JSON.stringify([kept?.latitude, kept?.longitude, kept?.locationAccuracyMeters])).not.toMatch(
      /e-|\.\d{8}/,
    );
    expect((await create(body)).status).toBe(200);
  });

  it.each(Object.keys(ada).filter((field) => field !== 'id'))(
    'with another %s is a conflict',
    async (field) => {
      const other = { ...ada, [field]: undefined };
      await create(ada);
      const before = stored(api);

      expect(await create(other)).toMatchObject({ status: 409, body: { code: 'customer_exists' } });
      expect(stored(api)).toEqual(before);
    },
  );

  it('once his signup was erased is a conflict: nobody can tell whether it is the same', async () => {
    await create({ id: 'ada' });
    await create(ada, 'harbor');
    for (const subaccountId of ['metro', 'harbor']) await redact({ subaccountId, customerId: 'ada' });
    const before = stored(api);

    expect(await create({ id: 'ada' })).toMatchObject({ status: 409, body: { code: 'customer_exists' } });
    expect(await create(ada, 'harbor')).toMatchObject({ status: 409, body: { code: 'customer_exists' } });
    expect(stored(api)).toEqual(before);
  });

  it('at once with another body makes one of the two, and the other is a conflict', async () => {
    const [one, other] = await Promise.all([create(ada), create({ ...ada, name: 'Grace Hopper' })]);

    expect([one.status, other.status]).toEqual([201, 409]);
    expect(await api.customers.loadSignup({ subaccountId: 'metro', customerId: 'ada' })).toMatchObject({
      name: 'Ada Lovelace',
    });
  });

  it('many times at once makes one customer', async () => {
    const answers = await Promise.all(Array.from({ length: 10 }, () => create(ada, 'harbor')));

    expect(answers.map(({ status }) => status).sort()).toEqual([...Array<number>(9).fill(200), 201]);
    expect(api.outboxOf({ subaccountId: 'harbor', customerId: 'ada' })).toHaveLength(1);
  });
});

describe('is refused', () => {
  it('a Stripe customer id that another customer has, with 409', async () => {
    await addCustomer(api.customers, { id: 'grace', stripeCustomerId: 'cus_ada' });
    const before = stored(api);

    expect(await create(ada)).toMatchObject({ status: 409, body: { code: 'stripe_customer_taken' } });
    expect(stored(api)).toEqual(before);
  });

  it('a subaccount that doesn’t exist, with 404', async () => {
    expect(await create(ada, 'nowhere')).toMatchObject({
      status: 404,
      body: { code: 'subaccount_not_found' },
    });
  });
});
