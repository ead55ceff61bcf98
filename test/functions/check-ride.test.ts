// POST /api/customers/{id}/ride-check: the gate over HTTP, and that it fails closed.

import { beforeEach, describe, expect, it, vi } from 'vitest';
import { rideAllowedJson, rideBlockedProblem } from '../../functions/contracts/ride-check.ts';
import type { CustomerRepository } from '../../functions/use-cases/ports/customer-repository.ts';
import { addCustomer } from '../support/add-customer.ts';
import { aPolicy, cleared, nowMs, requiredByPolicy } from '../support/builders.ts';
import { claims } from './events/api-gateway.ts';
import { lambdaContext } from './events/lambda-context.ts';
import { callerOf, startApi, stored, type Answer, type Api, type Call } from './harness.ts';

let api: Api;

beforeEach(async () => {
  api = await startApi();
});

function check(subaccountId = 'metro', call: Call = api.call): Promise<Answer> {
  const as = claims.rider('rider-1', subaccountId);
  return call({ route: 'POST /api/customers/{id}/ride-check', as, id: 'rider-1' });
}

describe('a customer who may ride', () => {
  it.each([
    { code: 'not_required', subaccountId: 'metro', customer: {} },
    { code: 'verified', subaccountId: 'harbor', customer: { identityStatus: 'verified' } },
    { code: 'requirement_cleared', subaccountId: 'harbor', customer: { requirement: cleared } },
    { code: 'policy_disabled', subaccountId: 'campus', customer: { requirement: requiredByPolicy } },
  ] as const)('gets 200 with the code $code, the time and the policy’s version', async (row) => {
    await addCustomer(api.customers, { subaccountId: row.subaccountId, ...row.customer });

    const { status, body } = await check(row.subaccountId);

    expect(status).toBe(200);
    expect(rideAllowedJson.strict().parse(body)).toEqual({
      allowed: true,
      code: row.code,
      checked_at: new Date(nowMs).toISOString(),
      policy_version: 1,
    });
  });
});

describe('a customer who may not ride', () => {
  it.each([
    { status: null, code: 'verification_required', next: 'start_verification' },
    { status: 'pending', code: 'verification_pending', next: 'continue_verification' },
    { status: 'requires_input', code: 'verification_requires_input', next: 'retry_verification' },
    { status: 'failed', code: 'verification_failed', next: 'retry_verification' },
    { status: 'canceled', code: 'verification_canceled', next: 'start_verification' },
  ] as const)('gets 403 $code and is told to $next', async ({ status, code, next }) => {
    await addCustomer(api.customers, { subaccountId: 'harbor', identityStatus: status });

    const answer = await check('harbor');

    expect(answer.status).toBe(403);
    expect(rideBlockedProblem.strict().parse(answer.body)).toMatchObject({
      code,
      identity_status: status,
      next_action: next,
    });
  });
});

describe('who has to verify, but can’t by another try, is told to contact_support', () => {
  const { maxAttempts } = aPolicy();

  it.each([
    { status: 'failed', code: 'verification_failed' },
    // The policy was made stricter after his last try.
    { status: 'requires_input', code: 'verification_requires_input' },
    { status: 'canceled', code: 'verification_canceled' },
    { status: null, code: 'verification_required' },
  ] as const)('with no attempts left and status $status', async ({ status, code }) => {
    await addCustomer(api.customers, {
      subaccountId: 'harbor',
      identityStatus: status,
      attemptCount: maxAttempts,
    });

    expect((await check('harbor')).body).toMatchObject({ code, next_action: 'contact_support' });
    expect(await startSession()).toMatchObject({ status: 403, body: { code: 'attempt_limit_reached' } });
  });

  it('after an error that is final', async () => {
    const lastError = { code: 'under_supported_age', reason: null };
    await addCustomer(api.customers, { subaccountId: 'harbor', identityStatus: 'failed', lastError });

    const { body } = await check('harbor');

    expect(body).toMatchObject({ code: 'verification_failed', next_action: 'contact_support' });
    expect(await startSession()).toMatchObject({ status: 403, body: { code: 'verification_failed' } });
  });

  function startSession(): Promise<Answer> {
    const as = claims.rider('rider-1', 'harbor');
    return api.call({ route: 'POST /api/customers/{id}/identity-session', as, id: 'rider-1' });
  }
});

describe('the gate', () => {
  it('writes nothing, whatever it says', async () => {
    await addCustomer(api.customers, { subaccountId: 'harbor' });
    const before = stored(api);

    await check('harbor');

    expect(stored(api)).toEqual(before);
  });

  it('reads once', async () => {
    await addCustomer(api.customers);
    const loadForGate = vi.fn(api.customers.loadForGate);
    const { customers: _, ...others } = api;

    await check('metro', callerOf({ ...others, customers: { ...noRepository, loadForGate } }));

    expect(loadForGate).toHaveBeenCalledOnce();
  });

  it('asked for a customer who doesn’t exist answers 404', async () => {
    expect(await check()).toMatchObject({ status: 404, body: { code: 'customer_not_found' } });
  });

  it('takes an empty object for no body', async () => {
    await addCustomer(api.customers);
    const request = { as: claims.rider(), id: 'rider-1', body: '{}' };

    expect((await api.call({ route: 'POST /api/customers/{id}/ride-check', ...request })).status).toBe(200);
  });
});

describe('the gate fails closed', () => {
  beforeEach(async () => {
    await addCustomer(api.customers);
  });

  it.each([
    ['the table', new Error('ProvisionedThroughputExceededException')],
    ['an item that can’t be read', new TypeError('identityStatus is not a status')],
    ['something that is no error', 'a string'],
  ])('%s fails → 500, and not a word of the cause', async (_, fault) => {
    const customers = { ...noRepository, loadForGate: vi.fn().mockRejectedValue(fault) };

    const answer = await check('metro', callerOf({ ...api, customers }));

    expect(answer).toMatchObject({
      status: 500,
      body: { code: 'internal_error', detail: 'Something went wrong on our side. Please try again.' },
    });
    expect(JSON.stringify(answer)).not.toMatch(/Throughput|identityStatus is|a string/);
  });

  it('a subaccount without a policy → 500, not a guess', async () => {
    api.storage.policies.delete('metro');

    expect((await check()).status).toBe(500);
  });

  it('a read that doesn’t come back in time → 500 before Lambda ends the function', async () => {
    const customers = { ...noRepository, loadForGate: () => new Promise<never>(() => undefined) };
    const call = callerOf({ ...api, customers }, lambdaContext({ remainingMs: 510 }));

    expect(await check('metro', call)).toMatchObject({ status: 500, body: { code: 'internal_error' } });
  });
});

/** A repository of which only what a test adds may be used. */
const noRepository = new Proxy({} as CustomerRepository, {
  get: (_, method) => {
    throw new Error(`the gate used ${String(method)}`);
  },
});
