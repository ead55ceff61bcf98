// A customer's data is removed here at once, and at Stripe as soon as Stripe can, on an operator's word or the policy's.

import { beforeEach, describe, expect, it } from 'vitest';
import { StripeUnavailable } from '../../functions/domain/faults.ts';
import { continueRedaction } from '../../functions/use-cases/continue-redaction.ts';
import { readBackSession } from '../../functions/use-cases/read-back-session.ts';
import { redactCustomer } from '../../functions/use-cases/redact-customer.ts';
import { requestRedaction } from '../../functions/use-cases/request-redaction.ts';
import { aSessionRecord, minuteMs } from '../support/builders.ts';
import { openHarbor, ref } from './harbor.ts';
import { openRedactionScene, operator, redactOn, type RedactionScene } from './redaction-scene.ts';

let scene: RedactionScene;

beforeEach(async () => {
  scene = await openRedactionScene();
});

describe('a redaction', () => {
  it('takes our copies at once, and keeps the status', async () => {
    await scene.verified();
    const before = await scene.customer();

    const { context, fault } = await scene.redact();

    expect(fault).toBeNull();
    expect(await scene.kept()).toBeNull();
    expect(await scene.customers.loadSignup(ref)).toBeNull();
    expect(context.customer).toEqual({
      ...before,
      version: before.version + 1,
      ageClaims: null,
      redaction: { requestedAtMs: scene.clock.nowMs(), throughSession: 1, completedAtMs: null },
    });
  });

  it('is complete when Stripe says that it has redacted every session', async () => {
    await scene.verified();
    const second = await scene.startAnother();
    await scene.verified(second);
    await scene.redact();

    scene.identity.finishRedaction('vs_1');
    await scene.told('vs_1');
    expect(await scene.redaction()).toMatchObject({ completedAtMs: null });
    scene.clock.advance(minuteMs);
    scene.identity.finishRedaction(second);
    await scene.told(second);

    expect(await scene.redaction()).toMatchObject({ completedAtMs: scene.clock.nowMs() });
    expect(scene.auditOf(ref).slice(-2)).toMatchObject([
      { action: 'redaction_requested', actor: 'operator:op-1', notes: operator.notes },
      { action: 'redaction_completed', actor: 'system:redaction', notes: null },
    ]);
  });

  it('is complete at once where there was never a session', async () => {
    const other = await openHarbor();
    await other.addRider();

    const { context } = await redactOn(other);

    expect(context.customer.redaction?.completedAtMs).toBe(other.clock.nowMs());
  });

  it('needs no word of Stripe: who asks later finds out', async () => {
    await scene.verified();
    await scene.redact();
    scene.identity.finishRedaction('vs_1');

    await continueRedaction(scene, ref);

    expect(await scene.redaction()).toMatchObject({ completedAtMs: scene.clock.nowMs() });
  });

  it('waits for a session that Stripe is checking, of which nothing is kept then', async () => {
    scene.identity.process('vs_1');
    await scene.redact();
    expect(scene.atStripe('vs_1')?.redaction).toBeNull();

    await scene.verified();
    expect(await scene.customer()).toMatchObject({ identityStatus: 'verified', ageClaims: null });
    expect(await scene.kept()).toBeNull();
    expect(scene.atStripe('vs_1')?.redaction).toBe('processing');

    scene.identity.finishRedaction('vs_1');
    await scene.told();
    expect(await scene.redaction()).toMatchObject({ completedAtMs: scene.clock.nowMs() });
  });

  it('can’t take a canceled session at Stripe, and counts it', async () => {
    await scene.identity.cancelSession('vs_1');

    await scene.redact();

    expect(await scene.redaction()).toMatchObject({ completedAtMs: scene.clock.nowMs() });
    expect(scene.metrics.counted('SessionsNotRedacted')).toBe(1);
  });

  it('has nothing to wait for where Stripe doesn’t know a session any more', async () => {
    await scene.verified();
    const { identity } = scene;
    const gone = { ...identity, redactSession: () => Promise.resolve('gone' as const) };

    await redactOn({ ...scene, identity: gone });

    expect(await scene.redaction()).toMatchObject({ completedAtMs: scene.clock.nowMs() });
  });

  it('takes a session too that we failed to save', async () => {
    const lost = await scene.identity.createSession(ref, aSessionRecord({ number: 2 }), null);

    await scene.redact();

    expect(scene.atStripe(lost.id)?.redaction).toBe('processing');
  });

  it('asks for all sessions although one of them fails', async () => {
    const second = await scene.startAnother();
    const { identity } = scene;
    const troubled = {
      ...identity,
      redactSession: (id: string) =>
        id === 'vs_1' ? Promise.reject(new StripeUnavailable('down')) : identity.redactSession(id),
    };

    const { fault } = await redactOn({ ...scene, identity: troubled });

    expect(fault).toBeInstanceOf(StripeUnavailable);
    expect(scene.atStripe(second)?.redaction).toBe('processing');
    expect(await scene.redaction()).toMatchObject({ completedAtMs: null });
  });

  it('has taken our copies while Stripe is down, and goes on later', async () => {
    await scene.verified();
    scene.identity.failWith(new StripeUnavailable('down'));

    const { context, fault } = await scene.redact();
    expect(fault).toBeInstanceOf(StripeUnavailable);
    expect(context.customer.redaction).toMatchObject({ completedAtMs: null });
    expect(await scene.kept()).toBeNull();

    scene.identity.failWith(null);
    await continueRedaction(scene, ref);
    expect(scene.atStripe('vs_1')?.redaction).toBe('processing');
  });

  it('takes the notes of before, and leaves why it was asked for', async () => {
    await scene.startAnother();

    await scene.redact();

    const { entries } = await scene.customers.auditTrail(ref, { cursor: null, limit: 100 });
    expect(entries.flatMap(({ notes }) => notes ?? [])).toEqual([operator.notes]);
  });

  it('is one redaction where two operators ask at once, or one asks again', async () => {
    await scene.verified();

    await Promise.all([scene.redact(), scene.redact({ ...operator, userId: 'op-2' })]);
    await scene.redact();

    expect(scene.actions().filter((action) => action === 'redaction_requested')).toHaveLength(1);
  });

  it('may be asked for again once it is complete, for what came since', async () => {
    await scene.redact();
    scene.identity.finishRedaction('vs_1');
    await scene.told();
    const second = (await scene.start()).sessionId;
    await scene.verified(second);
    expect(await scene.kept()).not.toBeNull();

    await scene.redact();

    expect(await scene.kept()).toBeNull();
    expect(await scene.redaction()).toMatchObject({ throughSession: 2, completedAtMs: null });
  });

  it('asked for again while it is open takes what a new session told since', async () => {
    await scene.redact();
    const second = (await scene.start()).sessionId;
    await scene.verified(second);
    expect(await scene.kept()).not.toBeNull();

    await scene.redact();

    expect(await scene.kept()).toBeNull();
    expect(scene.atStripe(second)?.redaction).toBe('processing');
    scene.identity.finishRedaction('vs_1');
    await scene.told('vs_1');
    expect(await scene.redaction()).toMatchObject({ throughSession: 2, completedAtMs: null });
    scene.identity.finishRedaction(second);
    await scene.told(second);
    expect(await scene.redaction()).toMatchObject({ completedAtMs: scene.clock.nowMs() });
  });

  it('by the policy’s days leaves what the date of birth told', async () => {
    await scene.verified();
    const context = await scene.customers.loadContext(ref);

    await requestRedaction(scene, context, { by: 'retention' }, { kind: 'system', id: 'retention' });

    expect(await scene.customer()).toMatchObject({ ageClaims: { over18: true } });
    expect(await scene.kept()).toBeNull();
  });

  it('is for a customer who is there', async () => {
    const deps = { ...scene, identity: () => Promise.resolve(scene.identity) };

    await expect(redactCustomer(deps, { ...ref, customerId: 'nobody' }, operator)).rejects.toMatchObject({
      code: 'customer_not_found',
    });
  });
});

describe('the reconciler', () => {
  it('has nothing more to do with a session that is being redacted', async () => {
    const listed = () => scene.openSessionList.newest(0, scene.clock.nowMs() + 1, 10);
    await scene.redact();

    for (const session of await listed()) await readBackSession(scene, session);

    expect(await listed()).toEqual([]);
    expect(await scene.customer()).toMatchObject({ identityStatus: 'pending' });
  });
});

describe('a rider whose data is being removed', () => {
  it('is given a new session, as the old one is no longer open', async () => {
    await scene.redact();

    const { sessionId } = await scene.start();

    expect(sessionId).not.toBe('vs_1');
    expect(scene.openSessions()).toEqual([sessionId]);
  });

  it('isn’t given the old session while Stripe can’t be asked to redact it', async () => {
    const down = { ...scene.identity, findSessions: () => Promise.reject(new StripeUnavailable('down')) };
    await redactOn({ ...scene, identity: down });
    expect(scene.atStripe('vs_1')).toMatchObject({ status: 'requires_input', redaction: null });

    const { sessionId } = await scene.start();

    expect(sessionId).not.toBe('vs_1');
    expect(scene.openSessions()).toEqual([sessionId]);
    expect(scene.atStripe('vs_1')?.redaction).toBe('processing');
  });

  it('verifies with a session from after it, which is kept and left alone', async () => {
    await scene.redact();
    const { sessionId } = await scene.start();
    await scene.verified(sessionId);
    scene.identity.finishRedaction('vs_1');
    await scene.told('vs_1');

    expect(await scene.kept()).toMatchObject({ sessionId });
    expect(scene.atStripe(sessionId)?.redaction).toBeNull();
    expect(await scene.redaction()).toMatchObject({ throughSession: 1, completedAtMs: scene.clock.nowMs() });
  });

  it('has one open session at most where he starts one just then', async () => {
    const { identity } = scene;
    const slow = {
      ...identity,
      createSession: async (...claim: Parameters<typeof identity.createSession>) => {
        const session = await identity.createSession(...claim);
        await scene.redact();
        return session;
      },
    };
    identity.reject('vs_1', 'document_expired');
    await identity.cancelSession('vs_1');

    await scene.start({ returnUrl: 'https://fleet.example/app' }, { identity: slow });
    const { sessionId } = await scene.start({ returnUrl: 'https://fleet.example/app' });

    expect(scene.openSessions()).toEqual([sessionId]);
  });
});
