// A session that was claimed and never saved keeps the return URL of its time, which may tell who the rider is.

import { beforeEach, describe, expect, it } from 'vitest';
import { StripeRefused, StripeUnavailable } from '../../functions/domain/faults.ts';
import { continueRedaction } from '../../functions/use-cases/continue-redaction.ts';
import { ref } from './harbor.ts';
import { openRedactionScene, redactOn, type RedactionScene } from './redaction-scene.ts';

let scene: RedactionScene;

beforeEach(async () => {
  scene = await openRedactionScene();
});

describe('a return URL that a start left behind when it fell over', () => {
  const returnUrl = 'https://fleet.example/app?rider=ada';
  const claimedUrl = async () => (await scene.customers.loadSession(ref, 2))?.options.returnUrl;

  beforeEach(async () => {
    await scene.identity.cancelSession('vs_1');
    await scene.told();
  });

  it.each([
    ['before Stripe heard of it', 'before'],
    ['after Stripe made the session', 'after'],
  ])('%s goes with the rest, and the next start finds no second session', async (_, when) => {
    const { identity } = scene;
    const broken = {
      ...identity,
      createSession: async (...claim: Parameters<typeof identity.createSession>) => {
        if (when === 'after') await identity.createSession(...claim);
        throw new Error('killed');
      },
    };
    await expect(scene.start({ returnUrl }, { identity: broken })).rejects.toThrow('killed');
    expect(await claimedUrl()).toBe(returnUrl);

    await scene.redact();

    expect(await claimedUrl()).toBeNull();
    const { sessionId } = await scene.start();
    expect(scene.openSessions()).toEqual([sessionId]);
  });

  it('stays while Stripe can’t be reached, as somebody may be busy with it', async () => {
    const { identity } = scene;
    const down = { ...identity, createSession: () => Promise.reject(new StripeUnavailable('down')) };
    await expect(scene.start({ returnUrl }, { identity: down })).rejects.toThrow(StripeUnavailable);
    const { fault } = await redactOn({ ...scene, identity: down });
    expect(fault).toBeInstanceOf(StripeUnavailable);
    expect(await scene.redaction()).toMatchObject({ completedAtMs: null });

    await continueRedaction(scene, ref);

    expect(await claimedUrl()).toBeNull();
  });

  it.each([new StripeUnavailable('broke off', true), new StripeRefused(null, 'no')])(
    'goes where Stripe makes no session of it for good: %s',
    async (answer) => {
      const refusing = { ...scene.identity, createSession: () => Promise.reject(answer) };
      await expect(scene.start({ returnUrl }, { identity: refusing })).rejects.toBe(answer);
      expect(await claimedUrl()).toBe(returnUrl);

      await redactOn({ ...scene, identity: refusing });

      expect(await claimedUrl()).toBeNull();
    },
  );
});
