// On schedule: riders are told that their document expires, and have to verify again after it.

import { beforeEach, describe, expect, it } from 'vitest';
import type { Customer, CustomerRef } from '../../functions/domain/customer.ts';
import { StripeUnavailable } from '../../functions/domain/faults.ts';
import type { DeadlineCounts } from '../../functions/use-cases/enforce-deadlines-counts.ts';
import type { EnforceDeadlinesDeps } from '../../functions/use-cases/enforce-deadlines.ts';
import { dayMs } from '../support/builders.ts';
import { claims } from './events/api-gateway.ts';
import { nothing, openDeadlineScene, type DeadlineScene } from './deadline-scene.ts';

let scene: DeadlineScene;

beforeEach(async () => {
  scene = await openDeadlineScene();
});

describe('a document that expires', () => {
  const expiresOn = '2027-01-31';
  const dayBefore = (days: number): number => Date.parse(`${expiresOn}T08:00:00.000Z`) - days * dayMs;

  beforeEach(() => scene.changePolicy({ documentExpiryReminders: true, documentExpiryReverification: true }));

  async function addWithDocument(difference: Partial<Customer> = {}): Promise<CustomerRef> {
    const ref = await scene.addVerified(difference);
    await scene.deadlines.keepDocumentExpiry(await scene.customerOf(ref), { expiresOn, reachedDays: null });
    return ref;
  }
  const runOn = async (days: number): Promise<DeadlineCounts> => {
    scene.clock.set(dayBefore(days));
    return scene.enforce();
  };

  it('has its owner told 30, 7 and 1 days before, once each, and verify again on the day after it', async () => {
    const ref = await addWithDocument();
    for (let days = 40; days >= -3; days -= 1) {
      await runOn(days);
      await scene.enforce();
    }

    expect(scene.pushesOf(ref)).toEqual([
      'document_expiring',
      'document_expiring',
      'document_expiring',
      'verification_required',
    ]);
    expect(scene.outboxOf(ref).map(({ createdAtMs }) => createdAtMs)).toEqual([30, 7, 1, -1].map(dayBefore));
    expect(scene.outboxOf(ref)[1]).toMatchObject({
      title: 'Your ID Expires Soon',
      body: 'Your ID document expires in 7 days. harbor app may ask you to verify again with a new one.',
      data: { action: 'open_app' },
    });
    expect(JSON.stringify(scene.outboxOf(ref))).not.toContain(expiresOn);
    expect(JSON.stringify(scene.auditOf(ref))).not.toContain(expiresOn);
    expect(scene.auditOf(ref).slice(1)).toMatchObject([
      { actor: 'system:document-expiry', action: 'document_expiry_reminded' },
      { action: 'document_expiry_reminded' },
      { action: 'document_expiry_reminded' },
      { actor: 'system:document-expiry', action: 'requirement_raised' },
    ]);
    expect(await scene.deadlines.documentExpiry(ref)).toBeNull();
    expect(scene.metrics.counted('DocumentExpiryReminders')).toBe(3);
    expect(scene.metrics.counted('DocumentsExpired')).toBe(1);
  });

  it('keeps its owner from riding once it has expired', async () => {
    await addWithDocument();
    const ride = async () =>
      (
        await scene.call({
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

    expect(scene.pushesOf(ref)).toEqual(['document_expiring']);
    expect(scene.outboxOf(ref)[0]?.body).toMatch('expires in 3 days');
  });

  it('has its owner asked anew without a word before, where the policy wants only that', async () => {
    await scene.changePolicy({ documentExpiryReminders: false });
    const ref = await addWithDocument();
    for (const days of [30, 7, 1, -1]) await runOn(days);

    expect(scene.pushesOf(ref)).toEqual(['verification_required']);
  });

  it('is only told of, and then forgotten, where the policy wants only that', async () => {
    await scene.changePolicy({ documentExpiryReverification: false });
    const ref = await addWithDocument();
    for (const days of [30, 7, 1, -1]) await runOn(days);

    expect(scene.pushesOf(ref)).toEqual(['document_expiring', 'document_expiring', 'document_expiring']);
    expect(await scene.customerOf(ref)).toMatchObject({ identityStatus: 'verified' });
    expect(await scene.deadlines.documentExpiry(ref)).toBeNull();
  });

  it('is forgotten of everybody within hours of a policy that has no use for it', async () => {
    const refs: CustomerRef[] = [];
    for (let number = 0; number < 30; number += 1)
      refs.push(await addWithDocument({ id: `rider-${number}` }));
    await scene.changePolicy({ documentExpiryReminders: false, documentExpiryReverification: false });

    expect(await scene.enforce()).toEqual(nothing);

    for (const ref of refs) expect(await scene.deadlines.documentExpiry(ref)).toBeNull();
    expect(await scene.deadlineList.subaccounts()).toEqual([{ subaccountId: 'harbor', sweeps: true }]);
    scene.clock.advance(dayMs);
    await scene.enforce();
    expect(await scene.deadlineList.subaccounts()).toEqual([]);
  });

  it('is acted on although Stripe is down', async () => {
    const ref = await addWithDocument();
    scene.clock.set(dayBefore(1));
    const identity = () => Promise.reject(new StripeUnavailable('down'));

    await expect(scene.enforce({ identity })).rejects.toThrow(StripeUnavailable);

    expect(scene.pushesOf(ref)).toEqual(['document_expiring']);
  });

  it('of one customer that can’t be acted on keeps nobody else waiting, and fails the run', async () => {
    const [bad, good] = [await addWithDocument(), await addWithDocument({ id: 'rider-2' })];
    scene.clock.set(dayBefore(1));
    const broken = new TypeError('broken');
    const loadContext: EnforceDeadlinesDeps['customers']['loadContext'] = (ref) =>
      ref.customerId === bad.customerId ? Promise.reject(broken) : scene.customers.loadContext(ref);

    await expect(scene.enforce({ customers: { ...scene.customers, loadContext } })).rejects.toBe(broken);

    expect([scene.pushesOf(bad), scene.pushesOf(good)]).toEqual([[], ['document_expiring']]);
    const counts = { ...nothing, documentExpiryReminders: 1, customersFailed: 1 };
    expect(scene.log.lines.slice(-2)).toEqual([
      { message: 'deadlines enforced', fields: { counts } },
      { message: 'enforce deadlines', fields: {}, fault: broken },
    ]);
  });
});
