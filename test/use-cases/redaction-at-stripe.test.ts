// What somebody had Stripe redact, in its Dashboard, goes here too.

import { beforeEach, describe, expect, it } from 'vitest';
import { ref } from './harbor.ts';
import { born, openRedactionScene, type RedactionScene } from './redaction-scene.ts';

let scene: RedactionScene;

beforeEach(async () => {
  scene = await openRedactionScene();
});

describe('a session that was redacted in Stripe’s Dashboard', () => {
  it('takes what we kept of it with it', async () => {
    await scene.verified();
    scene.identity.redact('vs_1');

    await scene.told('vs_1', 'evt_redacted');

    expect(await scene.kept()).toBeNull();
    expect(await scene.customer()).toMatchObject({
      identityStatus: 'verified',
      ageClaims: null,
      redaction: null,
    });
    expect(scene.auditOf(ref).at(-1)).toMatchObject({
      action: 'identity_redacted',
      actor: 'stripe:evt_redacted',
    });
    expect(await scene.customers.unprocessedEvents(['evt_redacted'])).toEqual(new Set());
  });

  it('does so once, however often it is told', async () => {
    await scene.verified();
    scene.identity.redact('vs_1');

    await Promise.all([scene.told('vs_1', 'evt_redacted'), scene.told('vs_1', 'evt_redacted')]);
    await scene.told('vs_1', 'evt_redacted');
    await scene.told('vs_1', 'evt_again');

    expect(scene.actions().filter((action) => action === 'identity_redacted')).toHaveLength(1);
  });

  it('is not the second effect of an event that had one before', async () => {
    scene.identity.verify('vs_1', born);
    await scene.told('vs_1', 'evt_verified');
    scene.identity.redact('vs_1');

    await scene.told('vs_1', 'evt_verified');
    expect(scene.auditOf(ref).filter(({ actor }) => actor === 'stripe:evt_verified')).toHaveLength(1);

    await scene.told('vs_1', 'evt_redacted');
    expect(await scene.kept()).toBeNull();
  });

  it('leaves what came from another session', async () => {
    const second = await scene.startAnother();
    await scene.verified(second);
    scene.identity.redact('vs_1');

    await scene.told('vs_1');

    expect(await scene.kept()).toMatchObject({ sessionId: second });
  });

  it('changes nothing where nothing was kept of it', async () => {
    scene.identity.redact('vs_1');
    const before = await scene.customer();

    await scene.told();

    expect(await scene.customer()).toEqual(before);
  });
});
