// GET /api/customers/{id}/audit: what happened to a customer, newest first.

import { beforeEach, describe, expect, it } from 'vitest';
import { auditTrailJson } from '../../functions/contracts/audit.ts';
import type { Charge } from '../../functions/domain/risk.ts';
import { applyCharge } from '../../functions/use-cases/apply-charge.ts';
import { addCustomer } from '../support/add-customer.ts';
import { aCharge } from '../support/builders.ts';
import { claims } from './events/api-gateway.ts';
import { startApi, type Answer, type Api } from './harness.ts';

const asOperator = claims.operator('harbor', 'op-1');

let api: Api;

beforeEach(async () => {
  api = await startApi();
  await addCustomer(api.customers, { subaccountId: 'harbor' });
});

function audit(query: Record<string, string> = {}): Promise<Answer> {
  return api.call({ route: 'GET /api/customers/{id}/audit', as: asOperator, id: 'rider-1', query });
}

async function act(action: string, body: Record<string, unknown>): Promise<void> {
  const route = `POST /api/customers/{id}/identity-${action}` as 'POST /api/customers/{id}/identity-require';
  expect((await api.call({ route, as: asOperator, id: 'rider-1', body })).status).toBe(200);
}

describe('the audit trail', () => {
  it('tells who did what, with the fields that differ as they were and as they are', async () => {
    await act('manual-verify', { notes: 'Seen in person.' });
    await act('require', { reason: 'document_expired', notes: 'New licence needed.' });

    const { data } = auditTrailJson.parse((await audit()).body);

    expect(data.map(({ version, action }) => [version, action])).toEqual([
      [3, 'requirement_raised'],
      [2, 'manually_verified'],
      [1, 'customer_created'],
    ]);
    expect(data[0]).toMatchObject({
      actor: 'operator:op-1',
      notes: 'New licence needed.',
      before: { identity_status: 'verified', identity_manual_verification_by: 'op-1' },
      after: {
        identity_status: null,
        identity_manual_verification_by: null,
        identity_verification_required: true,
        identity_verification_required_reason: 'operator_request:document_expired',
      },
    });
    expect(data.at(-1)).toMatchObject({ before: null, after: { identity_status: null } });
  });

  it('tells which push was saved with a change, by its id and kind', async () => {
    await act('clear-requirement', { notes: 'Known to us.' });
    await act('require', { reason: 'other' });

    const { data } = auditTrailJson.parse((await audit()).body);

    const pushes = api.outboxOf({ subaccountId: 'harbor', customerId: 'rider-1' });
    expect(data.map(({ notification }) => notification)).toEqual([
      { id: pushes[1]?.id, kind: 'verification_required' },
      { id: pushes[0]?.id, kind: 'requirement_cleared' },
      null,
    ]);
  });

  it('tells of which charge and by which event a score is, also where it flags nobody', async () => {
    await api.addSubaccount('quay', { blockedChargeTriggers: true, riskThreshold: 100 });
    await addCustomer(api.customers, { subaccountId: 'quay', stripeCustomerId: 'cus_1' });
    const pay = async (number: number, charge: Partial<Charge>): Promise<void> => {
      const id = `ch_${number}`;
      api.charges.add(aCharge({ ...charge, id, stripeCustomerId: 'cus_1' }));
      await applyCharge(api, id, `evt_${number}`, () => undefined);
    };
    await pay(1, { status: 'failed', outcomeType: 'blocked', riskLevel: 'highest', radarScore: 91 });
    await pay(2, { riskLevel: 'normal' });

    const { body } = await api.call({
      route: 'GET /api/customers/{id}/audit',
      as: claims.operator('quay'),
      id: 'rider-1',
    });

    const [calm, blocked] = auditTrailJson.parse(body).data;
    expect(blocked).toMatchObject({
      actor: 'stripe:evt_1',
      action: 'risk_assessed',
      before: { stripe_charge_id: null, stripe_risk_score: null },
      after: {
        stripe_charge_id: 'ch_1',
        stripe_risk_score: 75,
        stripe_risk_level: 'highest',
        stripe_radar_score: 91,
      },
      notification: null,
    });
    // The worse one goes on speaking for his risk.
    expect(calm).toMatchObject({
      actor: 'stripe:evt_2',
      action: 'risk_assessed',
      before: { stripe_first_charge_id: null },
      after: { stripe_first_charge_id: 'ch_2' },
    });
    expect(calm?.after).not.toHaveProperty('stripe_charge_id');
  });

  it('is read page by page without a gap', async () => {
    for (const notes of ['one', 'two', 'three']) await act('require', { reason: 'other', notes });
    const versions: number[] = [];

    let cursor: string | null = null;
    do {
      const page = auditTrailJson.parse(
        (await audit({ limit: '1', ...(cursor !== null && { cursor }) })).body,
      );
      versions.push(...page.data.map(({ version }) => version));
      cursor = page.next_cursor;
    } while (cursor !== null);

    expect(versions).toEqual(
      api
        .auditOf({ subaccountId: 'harbor', customerId: 'rider-1' })
        .map(({ version }) => version)
        .reverse(),
    );
  });

  it('refuses a cursor that it did not give out', async () => {
    expect((await audit({ cursor: 'UFJPRklMRQ' })).body).toMatchObject({
      status: 400,
      errors: [{ path: 'cursor' }],
    });
  });

  it('is not there for a customer of another subaccount', async () => {
    const answer = await api.call({
      route: 'GET /api/customers/{id}/audit',
      as: claims.operator('metro', 'op-2'),
      id: 'rider-1',
    });

    expect(answer.status).toBe(404);
  });
});
