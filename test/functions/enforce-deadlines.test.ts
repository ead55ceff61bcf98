// On schedule: data whose time is over goes, and documents that expire are acted on.

import { beforeEach, describe, expect, it } from 'vitest';
import type { Customer, CustomerRef } from '../../functions/domain/customer.ts';
import { StripeUnavailable } from '../../functions/domain/faults.ts';
import type { PolicyRules } from '../../functions/domain/policy.ts';
import { createEnforceDeadlines } from '../../functions/enforce-deadlines.ts';
import type { DeadlineCounts } from '../../functions/use-cases/enforce-deadlines-counts.ts';
import type { EnforceDeadlinesDeps } from '../../functions/use-cases/enforce-deadlines.ts';
import { saveChange } from '../../functions/use-cases/save-change.ts';
import { changeCustomer } from '../../functions/domain/customer-change.ts';
import { addCustomer } from '../support/add-customer.ts';
import { dayMs, nowMs } from '../support/builders.ts';
import { claims } from './events/api-gateway.ts';
import { startApi, type Api } from './harness.ts';

let api: Api;
beforeEach(async () => {
  api = await startApi();
});

function enforce(replaced: Partial<EnforceDeadlinesDeps> = {}): Promise<DeadlineCounts> {
  const identity = () => Promise.resolve(api.identity);
  return createEnforceDeadlines({ ...api, identity, ...replaced })();
}

async function changePolicy(rules: Partial<PolicyRules>, subaccountId = 'harbor'): Promise<void> {
  const home = await api.subaccounts.load(subaccountId);
  if (home === null) throw new Error(`${subaccountId} is gone`);
  const after = { ...home.policy, ...rules, version: home.policy.version + 1 };
  const actor = { kind: 'operator', id: 'op-1' } as const;
  await api.subaccounts.savePolicy({ before: home.policy, after, actor, atMs: api.clock.nowMs() });
}

const verified: Partial<Customer> = {
  subaccountId: 'harbor',
  identityStatus: 'verified',
  verifiedAtMs: nowMs,
  epoch: 1,
};

const addVerified = (difference: Partial<Customer> = {}): Promise<CustomerRef> =>
  addCustomer(api.customers, { ...verified, ...difference });

/** The rider verifies with Stripe, and his document is kept as the policy wants it. */
async function verifyWithStripe(id = 'rider-1'): Promise<CustomerRef> {
  const ref = await addCustomer(api.customers, { subaccountId: 'harbor', id });
  const as = claims.rider(id, 'harbor');
  const { body } = await api.call({ route: 'POST /api/customers/{id}/identity-session', as, id });
  const sessionId = String(body['session_id']);
  api.identity.verify(sessionId);
  await api.call({
    route: 'POST /api/customers/{id}/identity-refresh',
    as: claims.operator('harbor'),
    id,
    body: {},
  });
  return ref;
}

const customerOf = async (ref: CustomerRef): Promise<Customer> =>
  (await api.customers.loadContext(ref)).customer;
const lastEntry = (ref: CustomerRef) => api.auditOf(ref).at(-1);
const pushesOf = (ref: CustomerRef) => api.outboxOf(ref).map(({ kind }) => kind);

const nothing: DeadlineCounts = {
  redactionsStarted: 0,
  redactionsContinued: 0,
  documentExpiryReminders: 0,
  documentsExpired: 0,
  customersFailed: 0,
};

it('does nothing where no policy sets a deadline', async () => {
  await addVerified();
  api.clock.advance(5000 * dayMs);

  expect(await enforce()).toEqual(nothing);
  expect(api.log.lines).toContainEqual({ message: 'deadlines enforced', fields: { counts: nothing } });
});

describe('data that a policy keeps for 30 days', () => {
  beforeEach(() => changePolicy({ retentionDays: 30 }));

  it('goes exactly then, not a millisecond before, in the name of the policy', async () => {
    const ref = await verifyWithStripe();
    api.clock.advance(30 * dayMs - 1);
    expect(await enforce()).toEqual(nothing);

    api.clock.advance(1);
    expect(await enforce()).toMatchObject({ redactionsStarted: 1, redactionsContinued: 1 });

    expect(await customerOf(ref)).toMatchObject({
      identityStatus: 'verified',
      redaction: { requestedAtMs: api.clock.nowMs(), throughSession: 1, completedAtMs: null },
    });
    expect(lastEntry(ref)).toMatchObject({ actor: 'system:retention', action: 'redaction_requested' });
    expect(await api.identityData.load(ref)).toBeNull();
    expect(await api.customers.loadSignup(ref)).toBeNull();
    expect(api.metrics.counted('RedactionsStarted')).toBe(1);
  });

  it('is gone once Stripe says so: a later run ends it, and one more does nothing', async () => {
    const ref = await verifyWithStripe();
    const { session } = await customerOf(ref);
    api.clock.advance(30 * dayMs);
    await enforce();
    expect(await enforce()).toEqual({ ...nothing, redactionsContinued: 1 });

    api.identity.finishRedaction(session?.id ?? '');
    await enforce();

    expect(await customerOf(ref)).toMatchObject({ redaction: { completedAtMs: api.clock.nowMs() } });
    expect(await enforce()).toEqual(nothing);
  });

  it('also goes of somebody for whom an operator vouched', async () => {
    const ref = await addVerified({ manualVerification: { by: 'u_ada', atMs: nowMs, version: 1 } });
    api.clock.advance(30 * dayMs);

    expect(await enforce()).toMatchObject({ redactionsStarted: 1 });
    expect((await customerOf(ref)).redaction).not.toBeNull();
  });

  it('stays where the policy was changed meanwhile, and in other subaccounts', async () => {
    const mine = await addVerified();
    const others = await addVerified({ subaccountId: 'metro' });
    api.clock.advance(60 * dayMs);
    const asListed = await api.deadlineList.subaccounts();
    await changePolicy({ retentionDays: null });
    const deadlineList = { ...api.deadlineList, subaccounts: () => Promise.resolve(asListed) };

    expect(await enforce({ deadlineList })).toEqual(nothing);
    expect([(await customerOf(mine)).redaction, (await customerOf(others)).redaction]).toEqual([null, null]);
  });

  it('stays of one who verifies again while the run is at him', async () => {
    const ref = await addVerified();
    api.clock.advance(30 * dayMs);
    let verifiesAgain = true;
    const verifiedAtMs: EnforceDeadlinesDeps['deadlines']['verifiedAtMs'] = async (of) => {
      const found = await api.deadlines.verifiedAtMs(of);
      if (verifiesAgain) {
        verifiesAgain = false;
        const context = await api.customers.loadContext(of);
        const difference = { verifiedAtMs: api.clock.nowMs() };
        const change = changeCustomer(context.customer, 'identity_verified', difference);
        await saveChange(api, context, change, { actor: { kind: 'stripe', id: 'evt_1' } });
      }
      return found;
    };

    expect(await enforce({ deadlines: { ...api.deadlines, verifiedAtMs } })).toEqual(nothing);
    expect((await customerOf(ref)).redaction).toBeNull();
  });

  it('goes of everybody, also of more than one page, and of several subaccounts', async () => {
    await changePolicy({ retentionDays: 10 }, 'metro');
    const riders = Array.from({ length: 60 }, (_, number) => `rider-${number}`);
    for (const id of riders) await addVerified({ id });
    for (const id of riders.slice(0, 30)) await addVerified({ id, subaccountId: 'metro' });
    api.clock.advance(30 * dayMs);

    expect(await enforce()).toEqual({ ...nothing, redactionsStarted: 90, redactionsContinued: 90 });
  });
});

describe('open redactions', () => {
  const startAll = async (count: number): Promise<CustomerRef[]> => {
    await changePolicy({ retentionDays: 1 });
    const refs: CustomerRef[] = [];
    for (let number = 0; number < count; number += 1) refs.push(await verifyWithStripe(`rider-${number}`));
    api.clock.advance(dayMs);
    return refs;
  };

  it('are counted once they have been open for more than a week', async () => {
    await startAll(1);
    await enforce();
    api.clock.advance(7 * dayMs);
    await enforce();
    expect(api.metrics.counted('RedactionsOverdue')).toBe(0);

    api.clock.advance(1);
    await enforce();

    expect(api.metrics.counted('RedactionsOverdue')).toBe(1);
  });

  it('wait for Stripe where it is down, while our own copies go all the same', async () => {
    const refs = await startAll(6);
    api.identity.failWith(new StripeUnavailable('down'));

    await expect(enforce()).rejects.toThrow(StripeUnavailable);

    for (const ref of refs) expect(await api.identityData.load(ref)).toBeNull();
    const counts = { ...nothing, redactionsStarted: 6, customersFailed: 3 };
    expect(api.log.lines).toContainEqual({ message: 'deadlines enforced', fields: { counts } });

    api.identity.failWith(null);
    expect(await enforce()).toEqual({ ...nothing, redactionsContinued: 6 });
  });

  it('wait where Stripe’s key can’t be read', async () => {
    const [ref] = await startAll(1);
    const identity = () => Promise.reject(new Error('AccessDenied'));

    await expect(enforce({ identity })).rejects.toThrow('AccessDenied');

    expect(ref && (await customerOf(ref)).redaction).toMatchObject({ completedAtMs: null });
  });

  it('are gone on with where the last run stopped', async () => {
    await startAll(30);
    await enforce();
    const asked: string[] = [];
    const findSessions: (typeof api.identity)['findSessions'] = (ref) => {
      asked.push(ref.customerId);
      // A run gets to six of them.
      api.clock.advance(10_000);
      return api.identity.findSessions(ref);
    };
    const identity = () => Promise.resolve({ ...api.identity, findSessions });

    for (let run = 0; run < 5; run += 1) await enforce({ identity });

    expect(asked).toHaveLength(30);
    expect(new Set(asked).size).toBe(30);
  });

  it('are not kept waiting by one that takes too long, or ends the run', async () => {
    await startAll(2);
    await enforce();
    const asked: string[] = [];
    const findSessions: (typeof api.identity)['findSessions'] = (ref) => {
      asked.push(ref.customerId);
      api.clock.advance(dayMs);
      return Promise.reject(new StripeUnavailable('no answer'));
    };
    const identity = () => Promise.resolve({ ...api.identity, findSessions });

    for (let run = 0; run < 4; run += 1) await enforce({ identity }).catch(() => undefined);

    expect(asked).toEqual(['rider-0', 'rider-1', 'rider-0', 'rider-1']);
  });
});

describe('a document that expires', () => {
  const expiresOn = '2027-01-31';
  const dayBefore = (days: number): number => Date.parse(`${expiresOn}T08:00:00.000Z`) - days * dayMs;

  beforeEach(() => changePolicy({ documentExpiryReminders: true, documentExpiryReverification: true }));

  async function addWithDocument(difference: Partial<Customer> = {}): Promise<CustomerRef> {
    const ref = await addVerified(difference);
    await api.deadlines.keepDocumentExpiry(await customerOf(ref), { expiresOn, reachedDays: null });
    return ref;
  }
  const runOn = async (days: number): Promise<DeadlineCounts> => {
    api.clock.set(dayBefore(days));
    return enforce();
  };

  it('has its owner told 30, 7 and 1 days before, once each, and verify again on the day after it', async () => {
    const ref = await addWithDocument();
    for (let days = 40; days >= -3; days -= 1) {
      await runOn(days);
      await enforce();
    }

    expect(pushesOf(ref)).toEqual([
      'document_expiring',
      'document_expiring',
      'document_expiring',
      'verification_required',
    ]);
    expect(api.outboxOf(ref).map(({ createdAtMs }) => createdAtMs)).toEqual([30, 7, 1, -1].map(dayBefore));
    expect(api.outboxOf(ref)[1]).toMatchObject({
      title: 'Your ID Expires Soon',
      body: 'Your ID document expires in 7 days. harbor app may ask you to verify again with a new one.',
      data: { action: 'open_app' },
    });
    expect(JSON.stringify(api.outboxOf(ref))).not.toContain(expiresOn);
    expect(JSON.stringify(api.auditOf(ref))).not.toContain(expiresOn);
    expect(api.auditOf(ref).slice(1)).toMatchObject([
      { actor: 'system:document-expiry', action: 'document_expiry_reminded' },
      { action: 'document_expiry_reminded' },
      { action: 'document_expiry_reminded' },
      { actor: 'system:document-expiry', action: 'requirement_raised' },
    ]);
    expect(await api.deadlines.documentExpiry(ref)).toBeNull();
    expect(api.metrics.counted('DocumentExpiryReminders')).toBe(3);
    expect(api.metrics.counted('DocumentsExpired')).toBe(1);
  });

  it('keeps its owner from riding once it has expired', async () => {
    await addWithDocument();
    const ride = async () =>
      (
        await api.call({
          route: 'POST /api/customers/{id}/ride-check',
          as: claims.rider('rider-1', 'harbor'),
          id: 'rider-1',
        })
      ).status;
    await runOn(0);
    expect(await ride()).toBe(200);

    await runOn(-1);

    expect(await ride()).toBe(403);
  });

  it('brings one reminder where several were missed', async () => {
    const ref = await addWithDocument();

    expect(await runOn(3)).toEqual({ ...nothing, documentExpiryReminders: 1 });

    expect(pushesOf(ref)).toEqual(['document_expiring']);
    expect(api.outboxOf(ref)[0]?.body).toMatch('expires in 3 days');
  });

  it('has its owner asked anew without a word before, where the policy wants only that', async () => {
    await changePolicy({ documentExpiryReminders: false });
    const ref = await addWithDocument();
    for (const days of [30, 7, 1, -1]) await runOn(days);

    expect(pushesOf(ref)).toEqual(['verification_required']);
  });

  it('is only told of, and then forgotten, where the policy wants only that', async () => {
    await changePolicy({ documentExpiryReverification: false });
    const ref = await addWithDocument();
    for (const days of [30, 7, 1, -1]) await runOn(days);

    expect(pushesOf(ref)).toEqual(['document_expiring', 'document_expiring', 'document_expiring']);
    expect(await customerOf(ref)).toMatchObject({ identityStatus: 'verified' });
    expect(await api.deadlines.documentExpiry(ref)).toBeNull();
  });

  it('is forgotten of everybody within hours of a policy that has no use for it', async () => {
    const refs: CustomerRef[] = [];
    for (let number = 0; number < 30; number += 1)
      refs.push(await addWithDocument({ id: `rider-${number}` }));
    await changePolicy({ documentExpiryReminders: false, documentExpiryReverification: false });

    expect(await enforce()).toEqual(nothing);

    for (const ref of refs) expect(await api.deadlines.documentExpiry(ref)).toBeNull();
    expect(await api.deadlineList.subaccounts()).toEqual([{ subaccountId: 'harbor', sweeps: true }]);
    api.clock.advance(dayMs);
    await enforce();
    expect(await api.deadlineList.subaccounts()).toEqual([]);
  });

  it('is acted on although Stripe is down', async () => {
    const ref = await addWithDocument();
    api.clock.set(dayBefore(1));
    const identity = () => Promise.reject(new StripeUnavailable('down'));

    await expect(enforce({ identity })).rejects.toThrow(StripeUnavailable);

    expect(pushesOf(ref)).toEqual(['document_expiring']);
  });

  it('of one customer that can’t be acted on keeps nobody else waiting, and fails the run', async () => {
    const [bad, good] = [await addWithDocument(), await addWithDocument({ id: 'rider-2' })];
    api.clock.set(dayBefore(1));
    const broken = new TypeError('broken');
    const loadContext: EnforceDeadlinesDeps['customers']['loadContext'] = (ref) =>
      ref.customerId === bad.customerId ? Promise.reject(broken) : api.customers.loadContext(ref);

    await expect(enforce({ customers: { ...api.customers, loadContext } })).rejects.toBe(broken);

    expect([pushesOf(bad), pushesOf(good)]).toEqual([[], ['document_expiring']]);
    const counts = { ...nothing, documentExpiryReminders: 1, customersFailed: 1 };
    expect(api.log.lines.slice(-2)).toEqual([
      { message: 'deadlines enforced', fields: { counts } },
      { message: 'enforce deadlines', fields: {}, fault: broken },
    ]);
  });
});
