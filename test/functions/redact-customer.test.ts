// POST /api/customers/{id}/identity-redact, and what is seen of a customer after it.

import { beforeEach, describe, expect, it } from 'vitest';
import { auditTrailJson } from '../../functions/contracts/audit.ts';
import { customerJson } from '../../functions/contracts/customer.ts';
import { NotSetUp, StripeUnavailable } from '../../functions/domain/faults.ts';
import { createProcessWebhook } from '../../functions/process-webhook.ts';
import { createRedactCustomer } from '../../functions/redact-customer.ts';
import { aStripeEvent, nowMs } from '../support/builders.ts';
import { apiEvent, claims } from './events/api-gateway.ts';
import { lambdaContext } from './events/lambda-context.ts';
import { failedIds, sqsEvent } from './events/sqs.ts';
import { startApi, stored, type Answer, type Api } from './harness.ts';

const ada = { id: 'ada', email: 'ada@example.com', name: 'Ada Lovelace', phone: '+447400123456' };
const operator = { as: claims.operator('harbor', 'op-1'), id: 'ada' };
const service = { as: claims.service(), query: { subaccount_id: 'harbor' } };

let api: Api;

beforeEach(async () => {
  api = await startApi();
  await api.call({ route: 'POST /api/customers', ...service, body: ada });
  await api.call({
    route: 'POST /api/customers/{id}/identity-session',
    as: claims.rider('ada', 'harbor'),
    id: 'ada',
  });
  api.identity.verify('vs_1');
  await webhook('evt_verified');
});

async function webhook(eventId: string): Promise<void> {
  const { identity, charges } = api;
  const worker = createProcessWebhook({ ...api, stripe: () => Promise.resolve({ identity, charges }) });
  expect(failedIds(await worker(sqsEvent(aStripeEvent({ eventId }))))).toEqual([]);
}

function redact(body: Record<string, unknown> = { notes: 'He closed his account.' }): Promise<Answer> {
  return api.call({ route: 'POST /api/customers/{id}/identity-redact', ...operator, body });
}

function page(): Promise<Answer> {
  return api.call({ route: 'GET /api/customers/{id}', ...operator });
}

describe('redacting a customer', () => {
  it('answers with the status as it was, while Stripe is busy with the rest', async () => {
    const { status, body } = await redact();

    expect(status).toBe(200);
    expect(customerJson.parse(body)).toMatchObject({
      identity_status: 'verified',
      identity_verified_at: new Date(nowMs).toISOString(),
      identity_redaction_status: 'processing',
      identity_redaction_requested_at: new Date(nowMs).toISOString(),
      ride_gate: { allowed: true, code: 'verified' },
    });
  });

  it('is done when Stripe tells so', async () => {
    await redact();
    api.identity.finishRedaction('vs_1');

    await webhook('evt_redacted');

    expect((await page()).body).toMatchObject({
      identity_status: 'verified',
      identity_redaction_status: 'redacted',
    });
  });

  it('leaves nothing of the person on the page', async () => {
    expect(JSON.stringify((await page()).body)).toContain('Lovelace');

    await redact();

    const shown = JSON.stringify((await page()).body);
    for (const personal of ['Lovelace', 'ada@example.com', '+447400123456', 'J•••']) {
      expect(shown).not.toContain(personal);
    }
  });

  it('answers just so while Stripe is down, and says in the log what is left', async () => {
    api.identity.failWith(new StripeUnavailable('down'));

    const { status, body } = await redact();

    expect(status).toBe(200);
    expect(body).toMatchObject({ identity_redaction_status: 'processing' });
    const left = api.log.lines.find(({ message }) => message === 'redaction not finished');
    expect(left?.fault).toBeInstanceOf(StripeUnavailable);
  });

  it('takes our copies also where Stripe’s key can’t be had', async () => {
    const identity = () => Promise.reject(new NotSetUp('no key'));
    const handler = createRedactCustomer({ ...api, identity });
    const event = apiEvent({
      route: 'POST /api/customers/{id}/identity-redact',
      ...operator,
      body: { notes: 'He closed his account.' },
    });

    expect(await handler(event, lambdaContext())).toMatchObject({ statusCode: 200 });
    expect(JSON.stringify((await page()).body)).not.toContain('Lovelace');
  });

  it('is in the audit trail, with what came of it and when', async () => {
    await redact();
    api.identity.finishRedaction('vs_1');
    await webhook('evt_redacted');

    const { body } = await api.call({ route: 'GET /api/customers/{id}/audit', ...operator });

    const at = new Date(nowMs).toISOString();
    const [completed, requested] = auditTrailJson.parse(body).data;
    expect(requested).toMatchObject({
      action: 'redaction_requested',
      before: { identity_redaction_requested_at: null, identity_redaction_completed_at: null },
      after: { identity_redaction_requested_at: at, identity_redaction_completed_at: null },
    });
    expect(completed).toMatchObject({
      action: 'redaction_completed',
      before: { identity_redaction_requested_at: at, identity_redaction_completed_at: null },
      after: { identity_redaction_requested_at: at, identity_redaction_completed_at: at },
    });
  });

  it('is harmless to repeat', async () => {
    await redact();
    const before = stored(api);

    const { status } = await redact({ notes: 'Once more.' });

    expect(status).toBe(200);
    expect(stored(api)).toEqual(before);
  });

  it('asks for a reason', async () => {
    expect(await redact({})).toMatchObject({ status: 400, body: { code: 'invalid_request' } });
    expect(await redact({ notes: '  ' })).toMatchObject({ status: 400 });
  });

  it('doesn’t make room for another signup of the same id', async () => {
    await redact();

    const again = await api.call({ route: 'POST /api/customers', ...service, body: ada });

    expect(again).toMatchObject({ status: 409, body: { code: 'customer_exists' } });
  });
});
