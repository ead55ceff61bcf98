// What Stripe says of a session now is applied, once for each event, in any order.

import fc from 'fast-check';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { StripeUnavailable } from '../../functions/domain/faults.ts';
import { processStripeEvent, type ProcessEventDeps } from '../../functions/use-cases/process-stripe-event.ts';
import { aStripeEvent } from '../support/builders.ts';
import { openHarbor, ref, type Harbor } from './harbor.ts';

/** A harbor in which the rider has just opened his first session, `vs_1`. */
async function harborWithASession(rules: Parameters<typeof openHarbor>[0] = {}): Promise<Harbor> {
  const opened = await openHarbor(rules);
  await opened.addRider();
  await opened.start();
  return opened;
}

let harbor: Harbor;

beforeEach(async () => {
  harbor = await harborWithASession();
});

function process(eventId: string, replaced: Partial<ProcessEventDeps> = {}): Promise<void> {
  return processStripeEvent({ ...harbor, ...replaced }, aStripeEvent({ eventId }));
}

describe('an event of a session', () => {
  it('is believed only as far as Stripe says the same when asked', async () => {
    await process('evt_verified');

    expect((await harbor.customer()).identityStatus).toBe('pending');
  });

  it('has one effect, by its id', async () => {
    harbor.identity.reject('vs_1', 'document_expired');
    await process('evt_1');
    harbor.identity.reject('vs_1', 'document_expired');

    await process('evt_1');

    expect((await harbor.customer()).attemptCount).toBe(1);
    expect(harbor.metrics.counted('DuplicateStripeEvent')).toBe(1);
  });

  it('that comes once more closes nothing on the strength of a state that it may not change', async () => {
    harbor.identity.verify('vs_1');
    await process('evt_1');
    harbor.identity.reject('vs_1', 'document_unverified_other');

    await process('evt_1');

    expect(harbor.openSessions()).toEqual(['vs_1']);
  });

  it('that changes nothing is done with too', async () => {
    await process('evt_1');

    expect(await harbor.customers.unprocessedEvents(['evt_1'])).toEqual(new Set());
  });

  it('that fails is not done with', async () => {
    harbor.identity.failNext(new StripeUnavailable('down'));

    await expect(process('evt_1')).rejects.toThrow(StripeUnavailable);

    expect(await harbor.customers.unprocessedEvents(['evt_1'])).toEqual(new Set(['evt_1']));
  });

  it('that fails is known by whom it is about all the same', async () => {
    const found = vi.fn();
    harbor.identity.failNext(new StripeUnavailable('down'));

    await expect(processStripeEvent(harbor, aStripeEvent(), found)).rejects.toThrow(StripeUnavailable);

    expect(found.mock.calls).toEqual([[ref]]);
  });

  it('that nobody here started is counted, and done with', async () => {
    await processStripeEvent(harbor, aStripeEvent({ eventId: 'evt_1', objectId: 'vs_foreign' }));

    expect(harbor.metrics.counted('UnknownVerificationSession')).toBe(1);
    expect(await harbor.customers.unprocessedEvents(['evt_1'])).toEqual(new Set());
  });

  it('whose note has gone is a fault that names it', async () => {
    const customers = { ...harbor.customers, loadSession: () => Promise.resolve(null) };

    await expect(process('evt_1', { customers })).rejects.toThrow('session record 1 is missing');
  });
});

describe('two processors at once', () => {
  it('an answer of Stripe that has grown old is not written over a newer one', async () => {
    const retrieveSession: typeof harbor.identity.retrieveSession = async (...input) => {
      const before = await harbor.identity.retrieveSession(...input);
      if (before.status !== 'processing') return before;
      // While this processor holds the old answer, the check ends and another processor saves that.
      harbor.identity.verify('vs_1');
      await process('evt_2');
      return before;
    };
    harbor.identity.reject('vs_1', 'document_expired');
    await process('evt_0');
    harbor.identity.process('vs_1');

    await process('evt_1', { identity: { ...harbor.identity, retrieveSession } });

    expect((await harbor.customer()).identityStatus).toBe('verified');
    expect(harbor.pause.askedMs).toHaveLength(1);
  });
});

describe('the failure of the last attempt', () => {
  beforeEach(async () => {
    harbor = await harborWithASession({ maxAttempts: 1 });
    harbor.identity.reject('vs_1', 'document_expired');
  });

  it('closes the session at Stripe, so that nobody can submit to it once more', async () => {
    await process('evt_1');

    expect((await harbor.customer()).identityStatus).toBe('failed');
    expect(harbor.identity.sessions()).toMatchObject([{ status: 'canceled' }]);
    expect(harbor.pushes()).toEqual(['verification_required']);
  });

  it('is tried again until that has worked', async () => {
    const cancelSession = () => Promise.reject(new StripeUnavailable('down'));
    await expect(process('evt_1', { identity: { ...harbor.identity, cancelSession } })).rejects.toThrow();

    await process('evt_1');

    expect(harbor.identity.sessions()).toMatchObject([{ status: 'canceled' }]);
    expect(await harbor.customer()).toMatchObject({ identityStatus: 'failed', attemptCount: 1 });
  });

  it('stays failed when the cancellation is told', async () => {
    await process('evt_1');
    await process('evt_2');

    expect((await harbor.customer()).identityStatus).toBe('failed');
  });
});

describe('events in any order, any number of times', () => {
  const anyHappening = fc.oneof(
    fc.constantFrom('process', 'verify', 'reject', 'abandon'),
    fc.integer({ min: 1, max: 4 }).map((number) => `evt_${number}`),
  );

  it('end in the state that Stripe has, with a trail without gaps, and each thing told once', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyHappening, { maxLength: 20 }), async (happenings) => {
        const one = await harborWithASession({ maxAttempts: 10 });
        const deliver = (eventId: string) => processStripeEvent(one, aStripeEvent({ eventId }));
        for (const happening of happenings) {
          if (happening.startsWith('evt_')) await deliver(happening);
          else act(one, happening);
        }
        await deliver('evt_last');

        const { identityStatus, version, attemptCount } = await one.customer();
        const [session] = one.identity.sessions();
        const failed = attemptCount >= 10;
        expect(identityStatus).toBe(failed ? 'failed' : statusFor(session));
        expect(attemptCount).toBe(session?.reportCount);
        expect(one.auditOf(ref).map((entry) => entry.version)).toEqual(
          Array.from({ length: version }, (_, index) => index + 1),
        );
        expect(one.pushes().filter((kind) => kind === 'verified')).toHaveLength(
          identityStatus === 'verified' ? 1 : 0,
        );
        expect(one.pushes().filter((kind) => kind === 'verification_required')).toHaveLength(1);
      }),
    );
  });

  /** What a rider does at Stripe, as far as Stripe lets him. */
  function act(one: Harbor, what: string): void {
    const [session] = one.identity.sessions();
    if (session === undefined || session.status === 'verified' || session.status === 'canceled') return;
    if (what === 'process') one.identity.process('vs_1');
    if (what === 'verify') one.identity.verify('vs_1');
    if (what === 'reject') one.identity.reject('vs_1', 'document_expired');
    if (what === 'abandon' && session.status === 'requires_input') one.identity.abandon('vs_1');
  }

  function statusFor(session: ReturnType<Harbor['identity']['sessions']>[number] | undefined): string {
    if (session?.status === 'verified') return 'verified';
    return session?.status === 'requires_input' && session.lastError !== null ? 'requires_input' : 'pending';
  }
});
