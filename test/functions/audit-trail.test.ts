// GET /api/customers/{id}/audit: what happened to a customer, newest first.

import { beforeEach, describe, expect, it } from 'vitest';
import { auditTrailJson } from '../../functions/contracts/audit.ts';
import { addCustomer } from '../support/add-customer.ts';
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
