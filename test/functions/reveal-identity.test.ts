// GET /api/customers/{id}/identity-report

import { beforeEach, describe, expect, it } from 'vitest';
import { auditTrailJson } from '../../functions/contracts/audit.ts';
import { identityReportJson } from '../../functions/contracts/identity-report.ts';
import { StripeUnavailable } from '../../functions/domain/faults.ts';
import { refreshSession } from '../../functions/use-cases/refresh-session.ts';
import { addCustomer } from '../support/add-customer.ts';
import { aPassport, nowMs } from '../support/builders.ts';
import { claims } from './events/api-gateway.ts';
import { callerOf, faultyPaths, startApi, stored, type Answer, type Api, type Call } from './harness.ts';

const rider = { subaccountId: 'harbor', customerId: 'rider-1' };
const reason = 'Police request 12/26';

let api: Api;

beforeEach(async () => {
  api = await startApi();
  await addCustomer(api.customers, { subaccountId: 'harbor' });
  await api.call({
    route: 'POST /api/customers/{id}/identity-session',
    as: claims.rider('rider-1', 'harbor'),
    id: 'rider-1',
  });
  api.identity.verify('vs_1', { year: 2005, month: 6, day: 15 }, aPassport());
  await refreshSession(api, rider, { userId: 'op-1' });
});

function reveal(query: Record<string, string> = { reason }, call: Call = api.call): Promise<Answer> {
  return call({
    route: 'GET /api/customers/{id}/identity-report',
    as: claims.operator('harbor', 'op-7'),
    id: 'rider-1',
    query,
  });
}

async function newestEntry(): Promise<unknown> {
  const { body } = await api.call({
    route: 'GET /api/customers/{id}/audit',
    as: claims.operator('harbor'),
    id: 'rider-1',
  });
  return auditTrailJson.parse(body).data[0];
}

describe('an operator who gives a reason', () => {
  it('sees all that the document told, and its images for 30 seconds', async () => {
    const { status, body, headers } = await reveal();

    expect(status).toBe(200);
    expect(headers['cache-control']).toBe('no-store');
    expect(identityReportJson.parse(body)).toEqual({
      customer_id: 'rider-1',
      session_id: 'vs_1',
      source: 'stored',
      captured_at: new Date(nowMs).toISOString(),
      identity_first_name: 'Jenny',
      identity_last_name: 'Rosen',
      identity_dob: '2005-06-15',
      identity_id_type: 'passport',
      identity_address: {
        line1: '510 Townsend Street',
        line2: null,
        city: 'San Francisco',
        state: 'CA',
        postal_code: '94103',
        country: 'US',
      },
      identity_id_number: 'C01X00T47',
      identity_issuing_country: 'US',
      identity_expiration_date: '2031-03-14',
      images: [
        {
          kind: 'document_front',
          url: expect.stringMatching(/^https:/) as string,
          expires_at: new Date(nowMs + 30_000).toISOString(),
        },
        {
          kind: 'selfie',
          url: expect.stringMatching(/^https:/) as string,
          expires_at: new Date(nowMs + 30_000).toISOString(),
        },
      ],
      images_unavailable: null,
      identity_age_over: null,
      identity_age_over_18: true,
      revealed_at: new Date(nowMs).toISOString(),
    });
  });

  it('is in the audit trail, with what he saw', async () => {
    await reveal({ reason, fields: 'images,identity_dob,identity_dob' });

    expect(await newestEntry()).toMatchObject({
      actor: 'operator:op-7',
      action: 'identity_revealed',
      revealed: ['identity_dob', 'images'],
      notes: reason,
      before: {},
      after: {},
    });
  });

  it('sees the fields that he asks for, and no others', async () => {
    const { body } = await reveal({ reason, fields: 'identity_id_number' });

    expect(Object.keys(body).toSorted()).toEqual([
      'captured_at',
      'customer_id',
      'identity_age_over',
      'identity_age_over_18',
      'identity_id_number',
      'revealed_at',
      'session_id',
      'source',
    ]);
    expect(await newestEntry()).toMatchObject({ revealed: ['identity_id_number'] });
  });

  it('sees what is kept also while Stripe is away', async () => {
    api.identity.failWith(new StripeUnavailable('down'));

    const { status, body } = await reveal();

    expect(status).toBe(200);
    expect(body).toMatchObject({
      identity_first_name: 'Jenny',
      images: [],
      images_unavailable: 'stripe_unavailable',
    });
  });

  it('sees nothing where the look can’t be audited', async () => {
    const customers = { ...api.customers, save: () => Promise.reject(new Error('no storage')) };

    const answer = await reveal({ reason }, callerOf({ ...api, customers }));

    expect(answer).toMatchObject({ status: 500, body: { code: 'internal_error' } });
    expect(JSON.stringify(answer)).not.toMatch(/Jenny|Rosen|2005|C01X00T47|files\.test/);
  });
});

describe('a request', () => {
  it.each([
    ['without a reason', {}, ['reason']],
    ['with a blank reason', { reason: '   ' }, ['reason']],
    ['with a reason that is too long', { reason: 'x'.repeat(501) }, ['reason']],
    ['for a field that isn’t one', { reason, fields: 'identity_dob,password' }, ['fields.1']],
    ['for no field', { reason, fields: '' }, ['fields.0']],
    ['with anything else', { reason, verbose: '1' }, ['verbose']],
  ])('%s is refused, and nothing is noted', async (_, query, paths) => {
    const before = stored(api);

    const answer = await reveal(query);

    expect(answer.status).toBe(400);
    expect(faultyPaths(answer)).toEqual(paths);
    expect(stored(api)).toEqual(before);
  });
});

describe('a customer of whose document nothing is known', () => {
  it.each([
    ['has no session', 'rider-2', 409, 'no_session'],
    ['has submitted nothing', 'rider-3', 404, 'identity_data_not_found'],
    ['isn’t there', 'rider-4', 404, 'customer_not_found'],
  ])('%s → %s %i %s', async (_, id, status, code) => {
    await addCustomer(api.customers, { subaccountId: 'harbor', id: 'rider-2', stripeCustomerId: null });
    await addCustomer(api.customers, { subaccountId: 'harbor', id: 'rider-3', stripeCustomerId: null });
    await api.call({
      route: 'POST /api/customers/{id}/identity-session',
      as: claims.operator('harbor'),
      id: 'rider-3',
    });

    const answer = await api.call({
      route: 'GET /api/customers/{id}/identity-report',
      as: claims.operator('harbor'),
      id,
      query: { reason },
    });

    expect(answer).toMatchObject({ status, body: { code } });
  });
});

describe('what was revealed', () => {
  it('stands in no log line', async () => {
    await reveal();

    expect(JSON.stringify(api.log)).not.toMatch(/Jenny|Rosen|2005-06-15|C01X00T47|files\.test|Police/);
  });
});
