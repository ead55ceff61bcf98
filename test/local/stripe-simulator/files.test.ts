import { describe, expect, it } from 'vitest';
import type Stripe from 'stripe';
import { errorOf, runSimulator, type RunningSimulator, SECRET_KEY, until } from './support.ts';

const PNG = '89504e470d0a1a0a';

async function imagesOf(
  simulator: RunningSimulator,
): Promise<{ session: string; document: string; selfie: string }> {
  const { id } = await simulator.stripe.identity.verificationSessions.create({
    type: 'document',
    options: { document: { require_matching_selfie: true } },
  });
  await simulator.submit(id, { outcome: 'verified', processing_ms: 0 });
  const session = await simulator.stripe.identity.verificationSessions.retrieve(id, {
    expand: ['last_verification_report'],
  });
  const report = session.last_verification_report as Stripe.Identity.VerificationReport;
  return { session: id, document: report.document?.files?.[0] ?? '', selfie: report.selfie?.selfie ?? '' };
}

async function startOf(response: Response): Promise<string> {
  return Buffer.from(await response.arrayBuffer())
    .subarray(0, 8)
    .toString('hex');
}

describe('identity images', () => {
  it('are files with a size, and contents for those with a key', async () => {
    const simulator = await runSimulator();
    const { selfie } = await imagesOf(simulator);

    const file = await simulator.stripe.files.retrieve(selfie);
    const withKey = await fetch(file.url ?? '', { headers: { authorization: `Bearer ${SECRET_KEY}` } });
    const withoutKey = await fetch(file.url ?? '');

    expect(file).toMatchObject({ object: 'file', purpose: 'selfie', type: 'png', filename: 'selfie.png' });
    expect(Number(withKey.headers.get('content-length'))).toBe(file.size);
    expect(await startOf(withKey)).toBe(PNG);
    expect(withoutKey.status).toBe(401);
  });

  it('can be seen by anyone with a link, until it expires', async () => {
    let secondsLater = 0;
    const simulator = await runSimulator({ now: () => Date.now() + secondsLater * 1000 });
    const { document } = await imagesOf(simulator);
    const expiresAt = Math.floor(Date.now() / 1000) + 30;

    const link = await simulator.stripe.fileLinks.create({ file: document, expires_at: expiresAt });
    const open = await fetch(link.url ?? '');
    secondsLater = 31;
    const closed = await fetch(link.url ?? '');

    expect(link).toMatchObject({
      object: 'file_link',
      file: document,
      expired: false,
      expires_at: expiresAt,
    });
    expect(open.headers.get('content-type')).toBe('image/png');
    expect(await startOf(open)).toBe(PNG);
    expect(closed.status).toBe(410);
    expect((await simulator.stripe.fileLinks.retrieve(link.id)).expired).toBe(true);
  });

  it('cannot be linked when the time has passed, the file is unknown, or the address is made up', async () => {
    const simulator = await runSimulator();
    const { document } = await imagesOf(simulator);

    const past = simulator.stripe.fileLinks.create({ file: document, expires_at: 1_000_000_000 });
    const unknown = simulator.stripe.fileLinks.create({ file: 'file_none' });

    expect(await errorOf(past)).toMatchObject({ statusCode: 400, param: 'expires_at' });
    expect(await errorOf(unknown)).toMatchObject({ code: 'resource_missing', param: 'file' });
    expect((await fetch(`${simulator.url}/links/fl_test_none`)).status).toBe(404);
  });

  it('cannot be seen or linked after 48 hours', async () => {
    let hoursLater = 0;
    const simulator = await runSimulator({ now: () => Date.now() + hoursLater * 3_600_000 });
    const { document } = await imagesOf(simulator);

    hoursLater = 49;

    expect(await errorOf(simulator.stripe.files.retrieve(document))).toMatchObject({ statusCode: 403 });
    expect(await errorOf(simulator.stripe.fileLinks.create({ file: document }))).toMatchObject({
      statusCode: 403,
      type: 'StripePermissionError',
    });
  });

  it('are gone once their session is redacted', async () => {
    const simulator = await runSimulator();
    const { session, document } = await imagesOf(simulator);
    const link = await simulator.stripe.fileLinks.create({ file: document });

    await simulator.stripe.identity.verificationSessions.redact(session);
    await until(async () => (await fetch(link.url ?? '')).status === 404);

    expect(await errorOf(simulator.stripe.files.retrieve(document))).toMatchObject({ statusCode: 404 });
  });
});
