// What operators do, as it is saved: in their name, once, and against Stripe's later words.

import { beforeEach, describe, expect, it } from 'vitest';
import { ConcurrentChange } from '../../functions/domain/faults.ts';
import { redactCustomer } from '../../functions/use-cases/redact-customer.ts';
import { refreshSession } from '../../functions/use-cases/refresh-session.ts';
import { clearRequirement } from '../../functions/use-cases/clear-requirement.ts';
import { processStripeEvent } from '../../functions/use-cases/process-stripe-event.ts';
import { requireVerification } from '../../functions/use-cases/require-verification.ts';
import { startVerification } from '../../functions/use-cases/start-verification.ts';
import { verifyManually } from '../../functions/use-cases/verify-manually.ts';
import { addCustomer } from '../support/add-customer.ts';
import { aStripeEvent, nowMs } from '../support/builders.ts';
import { createWorld, type World } from '../support/in-memory/world.ts';

const ref = { subaccountId: 'harbor', customerId: 'rider-1' };
const operator = { userId: 'op-1', notes: 'Seen in person.' };

let world: World;

beforeEach(async () => {
  world = createWorld({ nowMs });
  await world.addSubaccount('harbor', { verificationMode: 'all_users' });
  await addCustomer(world.customers, { subaccountId: 'harbor' });
});

async function startSession(): Promise<void> {
  await startVerification(
    { ...world, allowedReturnUrls: [] },
    { ref, actor: { kind: 'rider', id: 'rider-1' }, returnUrl: null, consent: null },
  );
}

async function customer() {
  return (await world.customers.loadContext(ref)).customer;
}

describe('a manual verification', () => {
  it('is not undone by what Stripe later says of an older session', async () => {
    await startSession();
    await verifyManually(world, ref, operator);
    const before = await customer();

    world.identity.reject('vs_1', 'document_expired');
    await processStripeEvent(world, aStripeEvent({ eventId: 'evt_1' }));
    world.identity.verify('vs_1');
    await processStripeEvent(world, aStripeEvent({ eventId: 'evt_2' }));

    expect(await customer()).toEqual(before);
  });

  it('by two operators at once is one operator’s', async () => {
    const results = await Promise.allSettled([
      verifyManually(world, ref, operator),
      verifyManually(world, ref, { ...operator, userId: 'op-2' }),
    ]);

    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(world.outboxOf(ref).filter(({ kind }) => kind === 'verified')).toHaveLength(1);
  });
});

describe('a new requirement', () => {
  it('is not satisfied by a session from before it', async () => {
    await startSession();
    await requireVerification(world, ref, { userId: 'op-1', code: 'other', notes: null });
    world.identity.verify('vs_1');

    await processStripeEvent(world, aStripeEvent({ eventId: 'evt_1' }));

    expect(await customer()).toMatchObject({ identityStatus: null, requirement: { state: 'required' } });
  });

  it('is satisfied by a session from after it', async () => {
    await startSession();
    await requireVerification(world, ref, { userId: 'op-1', code: 'other', notes: null });
    await startSession();
    world.identity.verify('vs_2');

    await processStripeEvent(world, aStripeEvent({ eventId: 'evt_1', objectId: 'vs_2' }));

    expect(await customer()).toMatchObject({ identityStatus: 'verified', requirement: { state: 'none' } });
  });
});

describe('a cleared requirement', () => {
  it('stays cleared when a session under way fails', async () => {
    await startSession();
    await clearRequirement(world, ref, operator);
    world.identity.reject('vs_1', 'document_expired');

    await processStripeEvent(world, aStripeEvent({ eventId: 'evt_1' }));

    expect((await customer()).requirement.state).toBe('cleared');
  });
});

describe('refreshing from Stripe', () => {
  it('applies what the webhook failed to tell, in the operator’s name', async () => {
    await startSession();
    world.identity.verify('vs_1');

    await refreshSession(world, ref, operator);

    expect((await customer()).identityStatus).toBe('verified');
    expect(world.auditOf(ref).at(-1)).toMatchObject({ actor: 'operator:op-1', action: 'identity_verified' });
  });

  it('changes nothing where nothing is new', async () => {
    await startSession();
    const before = structuredClone(world.storage);

    await refreshSession(world, ref, operator);

    expect(world.storage).toEqual(before);
  });

  it('is a conflict where there is no session', async () => {
    await expect(refreshSession(world, ref, operator)).rejects.toMatchObject({ code: 'no_session' });
  });
});

describe('an action that somebody else got ahead of', () => {
  it('is decided again on what is there then', async () => {
    let lost = 0;
    const save: typeof world.customers.save = async (input) => {
      if (lost === 0) {
        lost += 1;
        await requireVerification(world, ref, { userId: 'op-2', code: 'other', notes: null });
        throw new ConcurrentChange();
      }
      await world.customers.save(input);
    };

    await verifyManually({ ...world, customers: { ...world.customers, save } }, ref, operator);

    expect(world.auditOf(ref).map(({ version, action }) => [version, action])).toEqual([
      [1, 'customer_created'],
      [2, 'requirement_raised'],
      [3, 'manually_verified'],
    ]);
  });
});

describe('an action that rests on a version', () => {
  const stale = { ...operator, version: 1 };
  const redact = (by: typeof operator & { version?: number }) =>
    redactCustomer({ ...world, identity: () => Promise.resolve(world.identity) }, ref, by);
  const actions = [
    ['verify', (by: typeof stale) => verifyManually(world, ref, by)],
    ['clear', (by: typeof stale) => clearRequirement(world, ref, by)],
    ['require', (by: typeof stale) => requireVerification(world, ref, { ...by, code: 'account_change' })],
    ['redact', redact],
  ] as const;

  it.each(actions)('%s: changes nothing where a colleague changed the customer unseen', async (_, act) => {
    await requireVerification(world, ref, { userId: 'op-2', code: 'suspected_fraud', notes: null });
    const before = structuredClone(world.storage);

    await expect(act(stale)).rejects.toMatchObject({ name: 'Conflict', code: 'version_conflict' });

    expect(world.storage).toEqual(before);
  });

  it.each(actions)('%s: is done where the customer is as he was seen', async (_, act) => {
    await act(stale);

    expect((await customer()).version).toBeGreaterThan(1);
  });

  it('is looked at again where somebody else saves between reading and saving', async () => {
    const save: typeof world.customers.save = async () => {
      await requireVerification(world, ref, { userId: 'op-2', code: 'other', notes: null });
      throw new ConcurrentChange();
    };
    const overtaken = { ...world, customers: { ...world.customers, save } };

    await expect(verifyManually(overtaken, ref, stale)).rejects.toMatchObject({ code: 'version_conflict' });

    expect(await customer()).toMatchObject({ version: 2, identityStatus: null });
  });

  it.each(actions.slice(0, 3))(
    '%s: said twice is done once, as its first answer may have been lost',
    async (_, act) => {
      await act(stale);
      const before = await customer();

      await act(stale);

      expect((await customer()).version).toBe(before.version);
    },
  );
});
