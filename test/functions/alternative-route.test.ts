// POST /api/customers/{id}/identity-alternative: for those who can't or won't use biometrics or a document.

import { beforeEach, describe, expect, it } from 'vitest';
import { addCustomer } from '../support/add-customer.ts';
import { nowMs } from '../support/builders.ts';
import { claims } from './events/api-gateway.ts';
import { startApi, type Answer, type Api } from './harness.ts';

const ref = { subaccountId: 'harbor', customerId: 'rider-1' };
const asRider = claims.rider('rider-1', 'harbor');
const asOperator = claims.operator('harbor', 'op-1');

let api: Api;

beforeEach(async () => {
  api = await startApi();
  await addCustomer(api.customers, { subaccountId: 'harbor' });
});

function ask(body: Record<string, unknown> = {}): Promise<Answer> {
  return api.call({
    route: 'POST /api/customers/{id}/identity-alternative',
    as: asRider,
    id: 'rider-1',
    body,
  });
}

async function queue(): Promise<unknown[]> {
  const { body } = await api.call({
    route: 'GET /api/customers',
    as: asOperator,
    query: { filter: 'alternative_requested' },
  });
  return (body['data'] as { id: string }[]).map(({ id }) => id);
}

describe('asking for another way of verifying', () => {
  it('puts the rider into the operator’s queue, still blocked', async () => {
    const { status, body } = await ask({ message: 'My face is bandaged.' });

    expect(status).toBe(200);
    expect(body).toMatchObject({
      identity_alternative_requested_at: new Date(nowMs).toISOString(),
      ride_gate: { allowed: false, code: 'verification_required' },
    });
    expect(await queue()).toEqual(['rider-1']);
    const page = await api.call({ route: 'GET /api/customers/{id}', as: asOperator, id: 'rider-1' });
    expect(page.body['identity_alternative_message']).toBe('My face is bandaged.');
  });

  it('keeps the message out of the audit trail', async () => {
    await ask({ message: 'My face is bandaged.' });

    expect(api.auditOf(ref).at(-1)).toMatchObject({ action: 'alternative_requested', notes: null });
    expect(JSON.stringify(api.auditOf(ref))).not.toContain('bandaged');
  });

  it('changes nothing the second time', async () => {
    await ask();
    const before = api.auditOf(ref);

    expect((await ask({ message: 'Hello?' })).status).toBe(200);
    expect(api.auditOf(ref)).toEqual(before);
  });

  it.each([
    ['manual verification', 'POST /api/customers/{id}/identity-manual-verify', { notes: 'Seen in person.' }],
    ['clearing', 'POST /api/customers/{id}/identity-clear-requirement', { notes: 'Known to us.' }],
    ['being asked anew', 'POST /api/customers/{id}/identity-require', { reason: 'other' }],
  ] as const)('ends with %s', async (_name, route, body) => {
    await ask();

    const answer = await api.call({ route, as: asOperator, id: 'rider-1', body });

    expect(answer.body).toMatchObject({ identity_alternative_requested_at: null });
    expect(await queue()).toEqual([]);
  });

  it('makes no sense for a rider who may ride', async () => {
    await addCustomer(api.customers, { subaccountId: 'campus', id: 'rider-2' });

    const { status, body } = await api.call({
      route: 'POST /api/customers/{id}/identity-alternative',
      as: claims.rider('rider-2', 'campus'),
      id: 'rider-2',
      body: {},
    });

    expect(status).toBe(409);
    expect(body).toMatchObject({ code: 'verification_not_required' });
  });

  it('makes no sense for a rider who is verified', async () => {
    const route = 'POST /api/customers/{id}/identity-manual-verify';
    await api.call({ route, as: asOperator, id: 'rider-1', body: { notes: 'Seen in person.' } });

    expect((await ask()).body).toMatchObject({ status: 409, code: 'already_verified' });
  });
});
