// A customer's data is removed here at once, and at Stripe as soon as Stripe can: on an operator's word, and because
// somebody had Stripe do it.

import { beforeEach, describe, expect, it } from 'vitest';
import { StripeRefused, StripeUnavailable } from '../../functions/domain/faults.ts';
import { continueRedaction } from '../../functions/use-cases/continue-redaction.ts';
import { processStripeEvent } from '../../functions/use-cases/process-stripe-event.ts';
import { readBackSession } from '../../functions/use-cases/read-back-session.ts';
import { redactCustomer } from '../../functions/use-cases/redact-customer.ts';
import { requestRedaction } from '../../functions/use-cases/request-redaction.ts';
import { requireVerification } from '../../functions/use-cases/require-verification.ts';
import { aSessionRecord, aStripeEvent, minuteMs } from '../support/builders.ts';
import { openHarbor, ref, type Harbor } from './harbor.ts';

const operator = { userId: 'op-1', notes: 'He closed his account.' };
const born = { year: 1990, month: 2, day: 28 };

let harbor: Harbor;
let events: number;

beforeEach(async () => {
  harbor = await openHarbor();
  events = 0;
  await harbor.addRider();
  await harbor.start();
});

/** Stripe tells of a session. */
async function told(sessionId = 'vs_1', eventId = `evt_${(events += 1)}`): Promise<void> {
  await processStripeEvent(harbor, aStripeEvent({ eventId, objectId: sessionId }));
}

async function verified(sessionId = 'vs_1'): Promise<void> {
  harbor.identity.verify(sessionId, born);
  await told(sessionId);
}

async function startAnother(): Promise<string> {
  await requireVerification(harbor, ref, { userId: 'op-1', code: 'other', notes: 'Asked again.' });
  return (await harbor.start()).sessionId;
}

const redact = (by = operator) => redactCustomer(harbor, ref, by);
const redaction = async () => (await harbor.customer()).redaction;
const kept = () => harbor.identityData.load(ref);
const atStripe = (id: string) => harbor.identity.sessions().find((session) => session.id === id);
const actions = () => harbor.auditOf(ref).map(({ action }) => action);

describe('a redaction', () => {
  it('takes our copies at once, and keeps the status', async () => {
    await verified();
    const before = await harbor.customer();

    const { context, fault } = await redact();

    expect(fault).toBeNull();
    expect(await kept()).toBeNull();
    expect(await harbor.customers.loadSignup(ref)).toBeNull();
    expect(context.customer).toEqual({
      ...before,
      version: before.version + 1,
      ageClaims: null,
      redaction: { requestedAtMs: harbor.clock.nowMs(), throughSession: 1, completedAtMs: null },
    });
  });

  it('is complete when Stripe says that it has redacted every session', async () => {
    await verified();
    const second = await startAnother();
    await verified(second);
    await redact();

    harbor.identity.finishRedaction('vs_1');
    await told('vs_1');
    expect(await redaction()).toMatchObject({ completedAtMs: null });
    harbor.clock.advance(minuteMs);
    harbor.identity.finishRedaction(second);
    await told(second);

    expect(await redaction()).toMatchObject({ completedAtMs: harbor.clock.nowMs() });
    expect(harbor.auditOf(ref).slice(-2)).toMatchObject([
      { action: 'redaction_requested', actor: 'operator:op-1', notes: operator.notes },
      { action: 'redaction_completed', actor: 'system:redaction', notes: null },
    ]);
  });

  it('is complete at once where there was never a session', async () => {
    const other = await openHarbor();
    await other.addRider();

    const { context } = await redactCustomer(other, ref, operator);

    expect(context.customer.redaction?.completedAtMs).toBe(other.clock.nowMs());
  });

  it('needs no word of Stripe: who asks later finds out', async () => {
    await verified();
    await redact();
    harbor.identity.finishRedaction('vs_1');

    await continueRedaction(harbor, ref);

    expect(await redaction()).toMatchObject({ completedAtMs: harbor.clock.nowMs() });
  });

  it('waits for a session that Stripe is checking, of which nothing is kept then', async () => {
    harbor.identity.process('vs_1');
    await redact();
    expect(atStripe('vs_1')?.redaction).toBeNull();

    await verified();
    expect(await harbor.customer()).toMatchObject({ identityStatus: 'verified', ageClaims: null });
    expect(await kept()).toBeNull();
    expect(atStripe('vs_1')?.redaction).toBe('processing');

    harbor.identity.finishRedaction('vs_1');
    await told();
    expect(await redaction()).toMatchObject({ completedAtMs: harbor.clock.nowMs() });
  });

  it('can’t take a canceled session at Stripe, and counts it', async () => {
    await harbor.identity.cancelSession('vs_1');

    await redact();

    expect(await redaction()).toMatchObject({ completedAtMs: harbor.clock.nowMs() });
    expect(harbor.metrics.counted('SessionsNotRedacted')).toBe(1);
  });

  it('has nothing to wait for where Stripe doesn’t know a session any more', async () => {
    await verified();
    const { identity } = harbor;
    const gone = { ...identity, redactSession: () => Promise.resolve('gone' as const) };

    await redactCustomer({ ...harbor, identity: gone }, ref, operator);

    expect(await redaction()).toMatchObject({ completedAtMs: harbor.clock.nowMs() });
  });

  it('takes a session too that we failed to save', async () => {
    const lost = await harbor.identity.createSession(ref, aSessionRecord({ number: 2 }), null);

    await redact();

    expect(atStripe(lost.id)?.redaction).toBe('processing');
  });

  it('asks for all sessions although one of them fails', async () => {
    const second = await startAnother();
    const { identity } = harbor;
    const troubled = {
      ...identity,
      redactSession: (id: string) =>
        id === 'vs_1' ? Promise.reject(new StripeUnavailable('down')) : identity.redactSession(id),
    };

    const { fault } = await redactCustomer({ ...harbor, identity: troubled }, ref, operator);

    expect(fault).toBeInstanceOf(StripeUnavailable);
    expect(atStripe(second)?.redaction).toBe('processing');
    expect(await redaction()).toMatchObject({ completedAtMs: null });
  });

  it('has taken our copies while Stripe is down, and goes on later', async () => {
    await verified();
    harbor.identity.failWith(new StripeUnavailable('down'));

    const { context, fault } = await redact();
    expect(fault).toBeInstanceOf(StripeUnavailable);
    expect(context.customer.redaction).toMatchObject({ completedAtMs: null });
    expect(await kept()).toBeNull();

    harbor.identity.failWith(null);
    await continueRedaction(harbor, ref);
    expect(atStripe('vs_1')?.redaction).toBe('processing');
  });

  it('takes the notes of before, and leaves why it was asked for', async () => {
    await startAnother();

    await redact();

    const { entries } = await harbor.customers.auditTrail(ref, { cursor: null, limit: 100 });
    expect(entries.flatMap(({ notes }) => notes ?? [])).toEqual([operator.notes]);
  });

  it('is one redaction where two operators ask at once, or one asks again', async () => {
    await verified();

    await Promise.all([redact(), redact({ ...operator, userId: 'op-2' })]);
    await redact();

    expect(actions().filter((action) => action === 'redaction_requested')).toHaveLength(1);
  });

  it('may be asked for again once it is complete, for what came since', async () => {
    await redact();
    harbor.identity.finishRedaction('vs_1');
    await told();
    const second = (await harbor.start()).sessionId;
    await verified(second);
    expect(await kept()).not.toBeNull();

    await redact();

    expect(await kept()).toBeNull();
    expect(await redaction()).toMatchObject({ throughSession: 2, completedAtMs: null });
  });

  it('by the policy’s days leaves what the date of birth told', async () => {
    await verified();
    const context = await harbor.customers.loadContext(ref);

    await requestRedaction(harbor, context, { by: 'retention' }, { kind: 'system', id: 'retention' });

    expect(await harbor.customer()).toMatchObject({ ageClaims: { over18: true } });
    expect(await kept()).toBeNull();
  });

  it('is for a customer who is there', async () => {
    await expect(redactCustomer(harbor, { ...ref, customerId: 'nobody' }, operator)).rejects.toMatchObject({
      code: 'customer_not_found',
    });
  });
});

describe('the reconciler', () => {
  it('has nothing more to do with a session that is being redacted', async () => {
    const listed = () => harbor.openSessionList.newest(0, harbor.clock.nowMs() + 1, 10);
    await redact();

    for (const session of await listed()) await readBackSession(harbor, session);

    expect(await listed()).toEqual([]);
    expect(await harbor.customer()).toMatchObject({ identityStatus: 'pending' });
  });
});

describe('a rider whose data is being removed', () => {
  it('is given a new session, as the old one is no longer open', async () => {
    await redact();

    const { sessionId } = await harbor.start();

    expect(sessionId).not.toBe('vs_1');
    expect(harbor.openSessions()).toEqual([sessionId]);
  });

  it('verifies with a session from after it, which is kept and left alone', async () => {
    await redact();
    const { sessionId } = await harbor.start();
    await verified(sessionId);
    harbor.identity.finishRedaction('vs_1');
    await told('vs_1');

    expect(await kept()).toMatchObject({ sessionId });
    expect(atStripe(sessionId)?.redaction).toBeNull();
    expect(await redaction()).toMatchObject({ throughSession: 1, completedAtMs: harbor.clock.nowMs() });
  });

  it('has one open session at most where he starts one just then', async () => {
    const { identity } = harbor;
    const slow = {
      ...identity,
      createSession: async (...claim: Parameters<typeof identity.createSession>) => {
        const session = await identity.createSession(...claim);
        await redact();
        return session;
      },
    };
    identity.reject('vs_1', 'document_expired');
    await identity.cancelSession('vs_1');

    await harbor.start({ returnUrl: 'https://fleet.example/app' }, { identity: slow });
    const { sessionId } = await harbor.start({ returnUrl: 'https://fleet.example/app' });

    expect(harbor.openSessions()).toEqual([sessionId]);
  });
});

describe('a return URL that a start left behind when it fell over', () => {
  const returnUrl = 'https://fleet.example/app?rider=ada';
  const claimedUrl = async () => (await harbor.customers.loadSession(ref, 2))?.options.returnUrl;

  beforeEach(async () => {
    await harbor.identity.cancelSession('vs_1');
    await told();
  });

  it.each([
    ['before Stripe heard of it', 'before'],
    ['after Stripe made the session', 'after'],
  ])('%s goes with the rest, and the next start finds no second session', async (_, when) => {
    const { identity } = harbor;
    const broken = {
      ...identity,
      createSession: async (...claim: Parameters<typeof identity.createSession>) => {
        if (when === 'after') await identity.createSession(...claim);
        throw new Error('killed');
      },
    };
    await expect(harbor.start({ returnUrl }, { identity: broken })).rejects.toThrow('killed');
    expect(await claimedUrl()).toBe(returnUrl);

    await redact();

    expect(await claimedUrl()).toBeNull();
    const { sessionId } = await harbor.start();
    expect(harbor.openSessions()).toEqual([sessionId]);
  });

  it('stays while Stripe can’t be reached, as somebody may be busy with it', async () => {
    const { identity } = harbor;
    const down = { ...identity, createSession: () => Promise.reject(new StripeUnavailable('down')) };
    await expect(harbor.start({ returnUrl }, { identity: down })).rejects.toThrow(StripeUnavailable);
    const { fault } = await redactCustomer({ ...harbor, identity: down }, ref, operator);
    expect(fault).toBeInstanceOf(StripeUnavailable);
    expect(await redaction()).toMatchObject({ completedAtMs: null });

    await continueRedaction(harbor, ref);

    expect(await claimedUrl()).toBeNull();
  });

  it.each([new StripeUnavailable('broke off', true), new StripeRefused(null, 'no')])(
    'goes where Stripe makes no session of it for good: %s',
    async (answer) => {
      const refusing = { ...harbor.identity, createSession: () => Promise.reject(answer) };
      await expect(harbor.start({ returnUrl }, { identity: refusing })).rejects.toBe(answer);
      expect(await claimedUrl()).toBe(returnUrl);

      await redactCustomer({ ...harbor, identity: refusing }, ref, operator);

      expect(await claimedUrl()).toBeNull();
    },
  );
});

describe('a session that was redacted in Stripe’s Dashboard', () => {
  it('takes what we kept of it with it', async () => {
    await verified();
    harbor.identity.redact('vs_1');

    await told('vs_1', 'evt_redacted');

    expect(await kept()).toBeNull();
    expect(await harbor.customer()).toMatchObject({
      identityStatus: 'verified',
      ageClaims: null,
      redaction: null,
    });
    expect(harbor.auditOf(ref).at(-1)).toMatchObject({
      action: 'identity_redacted',
      actor: 'stripe:evt_redacted',
    });
    expect(await harbor.customers.unprocessedEvents(['evt_redacted'])).toEqual(new Set());
  });

  it('does so once, however often it is told', async () => {
    await verified();
    harbor.identity.redact('vs_1');

    await Promise.all([told('vs_1', 'evt_redacted'), told('vs_1', 'evt_redacted')]);
    await told('vs_1', 'evt_redacted');
    await told('vs_1', 'evt_again');

    expect(actions().filter((action) => action === 'identity_redacted')).toHaveLength(1);
  });

  it('is not the second effect of an event that had one before', async () => {
    harbor.identity.verify('vs_1', born);
    await told('vs_1', 'evt_verified');
    harbor.identity.redact('vs_1');

    await told('vs_1', 'evt_verified');
    expect(harbor.auditOf(ref).filter(({ actor }) => actor === 'stripe:evt_verified')).toHaveLength(1);

    await told('vs_1', 'evt_redacted');
    expect(await kept()).toBeNull();
  });

  it('leaves what came from another session', async () => {
    const second = await startAnother();
    await verified(second);
    harbor.identity.redact('vs_1');

    await told('vs_1');

    expect(await kept()).toMatchObject({ sessionId: second });
  });

  it('changes nothing where nothing was kept of it', async () => {
    harbor.identity.redact('vs_1');
    const before = await harbor.customer();

    await told();

    expect(await harbor.customer()).toEqual(before);
  });
});
