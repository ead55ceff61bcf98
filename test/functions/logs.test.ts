// What the functions print, through the real logger: ids, codes and counts, and nothing of anybody's life.

import { createHmac } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import * as z from 'zod';
import { readRelayedRecord } from '../../functions/adapters/dynamodb/relayed-record.ts';
import { StripeRefused } from '../../functions/domain/faults.ts';
import { createProcessWebhook } from '../../functions/process-webhook.ts';
import { createReceiveWebhook } from '../../functions/receive-webhook.ts';
import { createRelayOutbox } from '../../functions/relay-outbox.ts';
import { judgeRelayFault } from '../../functions/shared/judge-relay-fault.ts';
import { createLog } from '../../functions/shared/log.ts';
import { addCustomer } from '../support/add-customer.ts';
import { aStripeEvent, nowMs } from '../support/builders.ts';
import { claims, requestId } from './events/api-gateway.ts';
import { streamEvent } from './events/dynamodb-stream.ts';
import { functionUrlEvent } from './events/function-url.ts';
import { sqsEvent } from './events/sqs.ts';
import { callerOf, startApi, type Api, type Call } from './harness.ts';

/** What must never be printed, wherever it came from. */
const private_ = /Lovelace|ada@|\+4930|2001:db8|nervous|whsec_|sk_live|_secret_|ek_test|verify\.test|Bearer/;

let printed: string;
let api: Api;
let call: Call;

beforeEach(async () => {
  printed = '';
  const keep = (chunk: unknown): boolean => {
    printed += String(chunk);
    return true;
  };
  vi.spyOn(process.stdout, 'write').mockImplementation(keep);
  vi.spyOn(process.stderr, 'write').mockImplementation(keep);
  api = await startApi();
  call = callerOf({ ...api, log: createLog() });
});

afterEach(() => {
  vi.restoreAllMocks();
});

const line = z.looseObject({ level: z.string(), message: z.string() });

/** Each printed line is one JSON object. */
function lines(): z.infer<typeof line>[] {
  return printed
    .split('\n')
    .filter((text) => text !== '')
    .map((text) => line.parse(JSON.parse(text)));
}

const ada = {
  id: 'ada',
  name: 'Ada Lovelace',
  email: 'ada@example.com',
  phone: '+4930123456',
  signup_ip: '2001:db8::7',
};
const asService = { as: claims.service(), query: { subaccount_id: 'harbor' } };

describe('a request leaves one line with route, status and id', () => {
  it('that went well', async () => {
    await call({ route: 'POST /api/customers', ...asService, body: ada });

    expect(lines()).toMatchObject([
      { level: 'INFO', message: 'request', route: 'POST /api/customers', status: 201, requestId },
    ]);
    expect(printed).not.toMatch(private_);
  });

  it('with faults: which ones is told to the caller, not to the log', async () => {
    await call({
      route: 'POST /api/customers',
      ...asService,
      body: { ...ada, id: 'Lovelace#1', Lovelace: 1 },
    });
    await call({ route: 'POST /api/customers', ...asService, body: '{"name": "Ada Lovelace' });

    expect(lines()).toMatchObject([
      { level: 'INFO', status: 400, fault: 'InvalidInput' },
      { level: 'INFO', status: 400, fault: 'InvalidInput' },
    ]);
    expect(printed).not.toMatch(private_);
  });

  it('with an operator’s notes', async () => {
    await addCustomer(api.customers);
    const request = { as: claims.operator(), id: 'rider-1', body: { notes: 'Looks nervous.' } };
    await call({ route: 'POST /api/customers/{id}/identity-manual-verify', ...request });
    await call({
      route: 'POST /api/customers/{id}/identity-manual-verify',
      ...request,
      body: { notes: 'nervous' },
    });

    expect(lines()).toMatchObject([
      { status: 200 },
      { status: 409, fault: 'Conflict', code: 'already_verified' },
    ]);
    expect(printed).not.toMatch(private_);
  });

  it('that gave a session’s secrets out', async () => {
    await addCustomer(api.customers, { subaccountId: 'harbor' });
    await call({ route: 'POST /api/customers/{id}/identity-session', ...asService, id: 'rider-1' });

    expect(lines()).toMatchObject([{ status: 201 }]);
    expect(printed).not.toMatch(private_);
  });
});

describe('a fault that nobody expected is logged as an error, by kind and place', () => {
  it.each([
    ['with its message left out', new TypeError('Cannot read "Ada Lovelace"')],
    [
      'with its message left out over many lines',
      new Error('first\n    at Lovelace\n    at ada@example.com:1:2'),
    ],
    ['with its cause left out', new Error('outer', { cause: new Error('Lovelace') })],
    [
      'with its other fields left out',
      Object.assign(new Error('x'), { body: 'Lovelace', code: 'ECONNRESET' }),
    ],
  ])('%s', async (_, fault) => {
    const loadContext = () => Promise.reject(fault);
    const broken = callerOf({ ...api, log: createLog(), customers: { ...api.customers, loadContext } });

    await broken({ route: 'POST /api/customers/{id}/identity-session', as: claims.rider(), id: 'rider-1' });

    expect(lines()).toMatchObject([
      {
        level: 'ERROR',
        fault: fault.name,
        at: expect.arrayContaining([expect.stringMatching(/^at /)]) as string[],
      },
    ]);
    expect(printed).not.toMatch(private_);
  });

  it('with Stripe’s words left out', async () => {
    await addCustomer(api.customers, { subaccountId: 'harbor' });
    api.identity.failWith(new StripeRefused('api_key_expired', 'Expired API key: sk_live_123'));

    await call({ route: 'POST /api/customers/{id}/identity-session', ...asService, id: 'rider-1' });

    expect(lines()).toMatchObject([{ level: 'ERROR', fault: 'StripeRefused', code: 'api_key_expired' }]);
    expect(printed).not.toMatch(private_);
  });

  it('something that is no error, by its type', async () => {
    const loadForGate = vi.fn().mockRejectedValue('Lovelace');
    const broken = callerOf({ ...api, log: createLog(), customers: { ...api.customers, loadForGate } });

    await broken({ route: 'POST /api/customers/{id}/ride-check', as: claims.rider(), id: 'rider-1' });

    expect(lines()).toMatchObject([{ level: 'ERROR', fault: 'string', status: 500 }]);
    expect(printed).not.toMatch(private_);
  });
});

describe('a webhook', () => {
  const body = JSON.stringify({
    id: 'evt_1',
    type: 'charge.succeeded',
    created: nowMs / 1000,
    livemode: false,
    data: { object: { id: 'ch_1', billing_details: { name: 'Ada Lovelace', email: 'ada@example.com' } } },
  });
  const digest = createHmac('sha256', 'whsec_x')
    .update(`${nowMs / 1000}.${body}`)
    .digest('hex');
  const signature = `t=${nowMs / 1000},v1=${digest}`;
  const receive = (log: ReturnType<typeof createLog>, request: Parameters<typeof functionUrlEvent>[0]) =>
    createReceiveWebhook({
      ...api,
      log,
      stripeMode: 'test',
      signingSecrets: () => Promise.resolve(['whsec_x']),
    })(functionUrlEvent(request));

  it('leaves its verdict, not its body, its secret or its signature', async () => {
    await receive(createLog(), { body, signature });
    await receive(createLog(), { body, signature: 'garbage' });
    api.queue.failNext(new Error(`could not send ${body}`));
    await receive(createLog(), { body, signature });

    expect(lines()).toMatchObject([
      { message: 'webhook', code: 'queued' },
      { message: 'webhook', code: 'unsigned' },
      { level: 'ERROR', message: 'webhook', fault: 'Error' },
    ]);
    expect(printed).not.toMatch(private_);
    expect(printed).not.toContain(digest);
  });
});

describe('the workers', () => {
  it('leave ids and kinds of faults, not the messages that they could not read', async () => {
    const { identity, charges } = api;
    const work = createProcessWebhook({
      ...api,
      log: createLog(),
      stripe: () => Promise.resolve({ identity, charges }),
    });
    await work(sqsEvent(aStripeEvent(), 'Ada Lovelace', '{"name":"Ada Lovelace"}'));

    expect(lines()).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ message: 'event', eventId: 'evt_1' }),
        expect.objectContaining({ requestId: 'msg-2', code: 'dead_letter:malformed' }),
        expect.objectContaining({ requestId: 'msg-3', code: 'dead_letter:malformed' }),
      ]),
    );
    expect(printed).not.toMatch(private_);
  });

  it('leave a push’s id, not its words', async () => {
    const { publisher } = api;
    const relay = createRelayOutbox({
      ...api,
      judge: judgeRelayFault,
      readRecord: readRelayedRecord,
      log: createLog(),
    });
    const push = {
      id: 'ntf_1',
      kind: 'verified',
      subaccountId: 'metro',
      customerId: 'ada',
      title: 'Hello, Ada Lovelace',
      body: 'You look nervous.',
      data: { action: 'open_app' },
      createdAtMs: nowMs,
    } as const;
    publisher.failNext(new Error('could not publish "Hello, Ada Lovelace"'));
    await relay(streamEvent(push));
    await relay(streamEvent(push));

    expect(lines()).toMatchObject([
      { level: 'ERROR', message: 'relay', eventId: 'stream-1' },
      { level: 'INFO', message: 'relayed', notificationId: 'ntf_1' },
    ]);
    expect(printed).not.toMatch(private_);
  });
});
