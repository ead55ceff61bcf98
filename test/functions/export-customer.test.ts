// GET /api/customers/{id}/export: everything that is held of a customer, as a file.

import { beforeEach, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { auditTrailJson } from '../../functions/contracts/audit.ts';
import { customerExportJson, exportSections } from '../../functions/contracts/customer-export.ts';
import { changeCustomer } from '../../functions/domain/customer-change.ts';
import { ConcurrentChange } from '../../functions/domain/faults.ts';
import { refreshSession } from '../../functions/use-cases/refresh-session.ts';
import { requireVerification } from '../../functions/use-cases/require-verification.ts';
import { saveChange } from '../../functions/use-cases/save-change.ts';
import { aPassport, dayMs, nowMs } from '../support/builders.ts';
import { claims } from './events/api-gateway.ts';
import { callerOf, faultyPaths, startApi, stored, type Answer, type Api, type Call } from './harness.ts';

const rider = { subaccountId: 'harbor', customerId: 'rider-1' };
const reason = 'He asked what we know of him.';
const now = new Date(nowMs).toISOString();

let api: Api;

/** A rider with a signup, signals, a phone, a verified session, and an operator's notes. */
beforeEach(async () => {
  api = await startApi();
  const asService = { as: claims.service(), query: { subaccount_id: 'harbor' }, id: 'rider-1' };
  const asRider = { as: claims.rider('rider-1', 'harbor'), id: 'rider-1' };
  const signup = { email: 'jenny@example.com', name: 'Jenny R.', phone: '+14155550123' };
  const place = { signup_ip: '203.0.113.77', signup_latitude: 37.7749, signup_longitude: -122.4194 };
  const body = { id: 'rider-1', stripe_customer_id: 'cus_jenny', ...signup, ...place };
  await expectDone(api.call({ route: 'POST /api/customers', ...asService, body }));
  await api.signals.save(rider, signalFacts);
  await expectDone(
    api.call({
      route: 'PUT /api/customers/{id}/devices/{device_id}',
      ...asRider,
      parameters: { device_id: 'phone-1' },
      body: { platform: 'apns', token: 'c0ffee' },
    }),
  );
  await expectDone(
    api.call({
      route: 'POST /api/customers/{id}/identity-alternative',
      ...asRider,
      body: { message: 'My camera is broken.' },
    }),
  );
  await requireVerification(api, rider, { userId: 'op-1', code: 'other', notes: 'Odd signup.' });
  await expectDone(
    api.call({
      route: 'POST /api/customers/{id}/identity-session',
      ...asRider,
      body: { biometric_consent: true, biometric_consent_version: 'v1' },
    }),
  );
  api.identity.verify('vs_1', { year: 2005, month: 6, day: 15 }, aPassport());
  await refreshSession(api, rider, { userId: 'op-1' });
});

const signalFacts = {
  collectedAtMs: nowMs,
  phone: {
    type: 'mobile',
    country: 'US',
    carrier: 'Carrier 7',
    isPrepaid: false,
    riskScore: 12,
    portedAtMs: nowMs - dayMs,
  },
  ip: {
    city: 'Oakland',
    region: 'California',
    country: 'US',
    latitude: 37.8,
    longitude: -122.27,
    anonymizer: 'none',
  },
} as const;

async function expectDone(call: Promise<Answer>): Promise<void> {
  expect((await call).status).toBeLessThan(300);
}

function takeOut(query: Record<string, string> = { reason }, call: Call = api.call): Promise<Answer> {
  return call({
    route: 'GET /api/customers/{id}/export',
    as: claims.operator('harbor', 'op-7'),
    id: 'rider-1',
    query,
  });
}

describe('an operator who gives a reason', () => {
  it('gets a file whose name says nothing of the customer, and which nobody keeps', async () => {
    const { status, headers } = await takeOut();

    expect(status).toBe(200);
    expect(headers).toMatchObject({
      'content-type': 'application/json',
      'cache-control': 'no-store',
      'content-disposition': 'attachment; filename="customer-export.json"',
    });
  });

  it('gets everything that is held of the customer, uncovered', async () => {
    const exported = z.strictObject(customerExportJson.shape).parse((await takeOut()).body);

    expect(exported).toMatchObject({
      exported_at: now,
      customer: {
        id: 'rider-1',
        subaccount_id: 'harbor',
        identity_status: 'verified',
        identity_age_over_18: true,
        stripe_customer_id: 'cus_jenny',
      },
      signup: {
        email: 'jenny@example.com',
        name: 'Jenny R.',
        phone: '+14155550123',
        signup_ip: '203.0.113.77',
        signup_latitude: 37.7749,
        signup_longitude: -122.4194,
        signup_location_accuracy: null,
      },
      signals: {
        phone_carrier: 'Carrier 7',
        phone_ported_at: new Date(nowMs - dayMs).toISOString(),
        signup_ip_city: 'Oakland',
        signup_ip_latitude: 37.8,
      },
      alternative_message: 'My camera is broken.',
      verified_data: {
        session_id: 'vs_1',
        captured_at: now,
        identity_first_name: 'Jenny',
        identity_dob: '2005-06-15',
        identity_address: { line1: '510 Townsend Street', postal_code: '94103' },
        identity_id_number: 'C01X00T47',
      },
      sessions: [
        {
          number: 1,
          session_id: 'vs_1',
          status: 'verified',
          started_at: now,
          checks: 1,
          biometric_consent: { given: true, version: 'v1', at: now },
          require_selfie: true,
          return_url: null,
        },
      ],
      devices: [{ device_id: 'phone-1', platform: 'apns', registered_at: now }],
      deadlines: { verified_data_kept_since: now, verified_data_kept_until: null },
      audit_truncated: false,
    });
    expect(exported.pushes.map(({ title }) => title)).toContain('Identity Verified');
    expect(exported.audit.find(({ action }) => action === 'requirement_raised')?.notes).toBe('Odd signup.');
  });

  it('gets neither tokens of phones nor where their pushes go', async () => {
    const [device] = await api.devices.list(rider);

    const exported = JSON.stringify((await takeOut()).body);

    expect(exported).not.toContain(device?.tokenHash);
    expect(exported).not.toContain(device?.endpointArn);
  });

  it('gets to know until when the document’s data is kept', async () => {
    const policy = { version: 1, identity_retention_days: 30 };
    const as = claims.operator('harbor');
    await api.call({ route: 'PUT /api/subaccounts/{id}/identity-policy', as, id: 'harbor', body: policy });

    expect((await takeOut()).body['deadlines']).toMatchObject({
      verified_data_kept_until: new Date(nowMs + 30 * dayMs).toISOString(),
    });
  });

  it('is in the audit trail with it, and with the sections that he got', async () => {
    const { body } = await takeOut();

    const { body: trail } = await api.call({
      route: 'GET /api/customers/{id}/audit',
      as: claims.operator('harbor'),
      id: 'rider-1',
    });
    expect(auditTrailJson.parse(trail).data[0]).toMatchObject({
      action: 'customer_exported',
      actor: 'operator:op-7',
      notes: reason,
      before: {},
      after: {},
      revealed: exportSections,
    });
    expect(Object.keys(body)).toEqual(expect.arrayContaining([...exportSections]));
  });
});

describe('nothing is answered', () => {
  it('where the audit entry can’t be saved', async () => {
    const save = () => Promise.reject(new Error('power cut'));
    const call = callerOf({ ...api, customers: { ...api.customers, save } });

    const { status, body } = await takeOut({ reason }, call);

    expect(status).toBe(500);
    expect(JSON.stringify(body)).not.toMatch(/Jenny|C01X00T47/);
  });

  it('that has changed since it was read', async () => {
    const save = (input: Parameters<typeof api.customers.save>[0]) =>
      input.change.action === 'customer_exported'
        ? Promise.reject(new ConcurrentChange())
        : api.customers.save(input);
    const call = callerOf({ ...api, customers: { ...api.customers, save } });

    expect(await takeOut({ reason }, call)).toMatchObject({ status: 503, body: { code: 'busy' } });
  });

  it.each<[string, Record<string, string>, string[]]>([
    ['without a reason', {}, ['reason']],
    ['for a reason of blanks', { reason: '  ' }, ['reason']],
    ['for a reason that is a story', { reason: 'x'.repeat(501) }, ['reason']],
    ['by fields', { reason, fields: 'identity_dob' }, ['fields']],
  ])('%s', async (_, query, paths) => {
    const before = stored(api);

    const answer = await takeOut(query);

    expect(answer.status).toBe(400);
    expect(faultyPaths(answer)).toEqual(paths);
    expect(stored(api)).toEqual(before);
  });

  it.each([
    ['the rider himself', claims.rider('rider-1', 'harbor'), 403],
    ['an admin', claims.admin(), 403],
    ['a service', claims.service(), 403],
    ['another subaccount’s operator', claims.operator('metro'), 404],
  ] as const)('to %s', async (_, as, status) => {
    const before = stored(api);

    const answer = await api.call({
      route: 'GET /api/customers/{id}/export',
      as,
      id: 'rider-1',
      query: { reason },
    });

    expect(answer.status).toBe(status);
    expect(stored(api)).toEqual(before);
  });
});

describe('a long history', () => {
  it('is cut to the newest 500 entries, and says so', async () => {
    let context = await api.customers.loadContext(rider);
    for (let round = 0; round < 500; round += 1) {
      const change = changeCustomer(context.customer, 'identity_revealed', {}, { notes: `round ${round}` });
      context = await saveChange(api, context, change, { actor: { kind: 'operator', id: 'op-1' } });
    }

    const { audit, audit_truncated: truncated } = customerExportJson.parse((await takeOut()).body);

    expect(truncated).toBe(true);
    expect(audit).toHaveLength(500);
    expect(audit[0]?.notes).toBe('round 499');
  });
});
