// Bad input through HTTP: each is refused with its problem, and changes nothing.

import { generateKeyPairSync, sign } from 'node:crypto';
import Stripe from 'stripe';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { problem } from '../../functions/contracts/problem.ts';
import type { Client } from './http-client.ts';
import { commonRun } from './common-run.ts';

let client: Client;
let service: string;
let operator: string;
let rider: string;

beforeAll(async () => {
  ({ client } = await commonRun());
  service = await client.token('service');
  operator = await client.token('operator', { subaccount_id: 'harbor', user_id: 'op-1' });
  await client.api(service, 'POST', '/api/customers?subaccount_id=harbor', { id: 'guarded' });
  rider = await client.token('rider', { subaccount_id: 'harbor', customer_id: 'guarded' });
}, 60_000);

const readGuarded = async () => (await client.api(operator, 'GET', '/api/customers/guarded')).body;
let before: unknown;
beforeEach(async () => {
  before = await readGuarded();
});
afterEach(async () => {
  expect(await readGuarded()).toEqual(before);
});

describe('bad requests', () => {
  const manual = '/api/customers/guarded/identity-manual-verify';
  it.each([
    ['malformed JSON', 'POST', manual, '{"notes":', 400, ['']],
    ['an unknown field', 'POST', manual, { notes: 'seen', verified: true }, 400, ['verified']],
    ['a wrong type', 'POST', manual, { notes: 7 }, 400, ['notes']],
    ['nothing where notes are needed', 'POST', manual, {}, 400, ['notes']],
    [
      'several faults at once',
      'POST',
      manual,
      { notes: '', by: 'me', at: 'now' },
      400,
      ['notes', 'by', 'at'],
    ],
    ['an unknown query parameter', 'GET', '/api/customers/guarded?verbose=1', undefined, 400, ['verbose']],
    ['an unknown filter', 'GET', '/api/customers?filter=nice', undefined, 400, ['filter']],
    ['a forged cursor', 'GET', '/api/customers?cursor=U1VCI21ldHJv', undefined, 400, ['cursor']],
  ] as const)('refuses %s and names every fault', async (_name, method, path, body, status, paths) => {
    const answer = await client.api(operator, method, path, body);
    expect(answer.status).toBe(status);
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
    const faults = problem.parse(answer.body).errors ?? [];
    expect(faults.map((fault) => fault.path).sort()).toEqual([...paths].sort());
  });

  it('refuses a body over 64 KiB', async () => {
    const answer = await client.api(operator, 'POST', manual, { notes: 'x'.repeat(70_000) });
    expect(answer.status).toBe(413);
    expect(answer.body['code']).toBe('body_too_large');
  });

  it('answers 404 for a customer that nobody knows', async () => {
    const answer = await client.api(operator, 'GET', '/api/customers/nobody');
    expect(answer.status).toBe(404);
    expect(answer.body['code']).toBe('customer_not_found');
  });

  it('answers 404 for a customer of another subaccount, as if he were not there', async () => {
    const stranger = await client.token('operator', { subaccount_id: 'metro', user_id: 'op-9' });
    const other = await client.token('rider', { subaccount_id: 'harbor', customer_id: 'somebody-else' });
    const paths = ['identity-manual-verify', 'ride-check', 'identity-session'];
    const answers = await Promise.all([
      client.api(stranger, 'GET', '/api/customers/guarded'),
      client.api(stranger, 'GET', '/api/customers/guarded?subaccount_id=harbor'),
      client.api(stranger, 'POST', manual, { notes: 'mine now' }),
      client.api(stranger, 'GET', '/api/subaccounts/harbor/identity-policy'),
      client.api(other, 'GET', '/api/customers/guarded'),
      ...paths.slice(1).map((path) => client.api(other, 'POST', `/api/customers/guarded/${path}`)),
    ]);
    expect(answers.map((answer) => answer.status)).toEqual(answers.map(() => 404));
  });

  it('refuses what a role may not do', async () => {
    expect((await client.api(rider, 'POST', manual, { notes: 'I am me' })).status).toBe(403);
    expect((await client.api(rider, 'GET', '/api/customers')).status).toBe(403);
    expect((await client.api(operator, 'POST', '/api/customers', { id: 'x' })).status).toBe(403);
  });

  it('refuses a return_url outside the allow-list', async () => {
    const answer = await client.api(rider, 'POST', '/api/customers/guarded/identity-session', {
      return_url: 'https://evil.example/',
    });
    expect(answer.status).toBe(400);
    expect(problem.parse(answer.body).errors?.[0]?.path).toBe('return_url');
  });
});

describe('bad tokens', () => {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });

  function resigned(token: string, change: Record<string, unknown>): string {
    const [header = '', payload = ''] = token.split('.');
    const claims = JSON.parse(Buffer.from(payload, 'base64url').toString('utf8')) as object;
    const forged = Buffer.from(JSON.stringify({ ...claims, ...change })).toString('base64url');
    const signature = sign('sha256', Buffer.from(`${header}.${forged}`), privateKey).toString('base64url');
    return `${header}.${forged}.${signature}`;
  }

  function unsigned(token: string): string {
    const [, payload = ''] = token.split('.');
    return `${Buffer.from('{"alg":"none","typ":"JWT"}').toString('base64url')}.${payload}.`;
  }

  it.each([
    ['a missing token', () => null],
    ['a token that is none', () => 'not.a.token'],
    ['a token signed with another key', () => resigned(operator, {})],
    ['a token that was changed', () => resigned(operator, { 'custom:subaccount_id': 'metro' })],
    ['an unsigned token', () => unsigned(operator)],
  ])('refuses %s', async (_name, make) => {
    const answer = await client.api(make(), 'GET', '/api/customers/guarded');
    expect(answer.status).toBe(401);
    expect(answer.body).toEqual({ message: 'Unauthorized' });
  });
});

describe('bad webhooks', () => {
  const payload = JSON.stringify({
    id: 'evt_forged',
    type: 'identity.verification_session.verified',
    created: 1,
    livemode: false,
    data: { object: { id: 'vs_forged' } },
  });
  const header = (secret: string, timestamp: number) =>
    Stripe.webhooks.generateTestHeaderString({ payload, secret, timestamp });
  const now = () => Math.floor(Date.now() / 1000);

  it.each([
    ['an unsigned webhook', () => ({})],
    ['a wrong signature', () => ({ 'stripe-signature': header('whsec_wrong', now()) })],
    ['a stale webhook', () => ({ 'stripe-signature': header('whsec_ridegate_local', now() - 301) })],
    ['a future-dated webhook', () => ({ 'stripe-signature': header('whsec_ridegate_local', now() + 330) })],
    ['a garbled signature', () => ({ 'stripe-signature': 't=x,v1=zz' })],
  ])('refuses %s', async (_name, headers) => {
    expect(await client.webhook(payload, { 'content-type': 'application/json', ...headers() })).toBe(400);
  });

  it('refuses a webhook that is too large', async () => {
    expect(await client.webhook('x'.repeat(300_000), { 'stripe-signature': 't=1,v1=00' })).toBe(400);
  });

  it('takes a genuine event about an unknown session, which changes nothing', async () => {
    const headers = { 'stripe-signature': header('whsec_ridegate_local', now()) };
    expect(await client.webhook(payload, headers)).toBe(200);
  });
});
