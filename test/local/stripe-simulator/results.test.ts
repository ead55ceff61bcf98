import { describe, expect, it } from 'vitest';
import type Stripe from 'stripe';
import {
  errorOf,
  RESTRICTED_KEY,
  runSimulator,
  type RunningSimulator,
  SECRET_KEY,
  stripeAt,
} from './support.ts';

const SENSITIVE = [
  'verified_outputs.dob',
  'verified_outputs.id_number',
  'last_verification_report.document.dob',
  'last_verification_report.document.expiration_date',
  'last_verification_report.document.number',
];

const PERSON = {
  first_name: 'Ada',
  last_name: 'Byron',
  dob: '1990-12-10',
  address: { line1: '12 St James Square', city: 'London', country: 'GB', postal_code: 'SW1Y 4LB' },
  document_number: 'X1234567',
  document_type: 'passport',
  id_number: '4321',
  expiration_date: { day: 2, month: 3, year: 2031 },
};

async function verifiedSession(simulator: RunningSimulator, person: object = PERSON): Promise<string> {
  const { id } = await simulator.stripe.identity.verificationSessions.create({
    type: 'document',
    options: { document: { require_id_number: true, require_matching_selfie: true } },
  });
  await simulator.submit(id, { outcome: 'verified', processing_ms: 0, person });
  return id;
}

describe('verified results', () => {
  it('stay out of a session unless they are expanded', async () => {
    const simulator = await runSimulator();
    const id = await verifiedSession(simulator);

    const session = await simulator.stripe.identity.verificationSessions.retrieve(id);

    expect(session).not.toHaveProperty('verified_outputs');
    expect(session.last_verification_report).toMatch(/^vr_/);
  });

  it('show names and address when expanded, but nothing sensitive', async () => {
    const simulator = await runSimulator();
    const id = await verifiedSession(simulator);

    const session = await simulator.stripe.identity.verificationSessions.retrieve(id, {
      expand: ['verified_outputs', 'last_verification_report'],
    });

    expect(session.verified_outputs).toMatchObject({
      first_name: 'Ada',
      last_name: 'Byron',
      address: { line1: '12 St James Square', city: 'London', country: 'GB' },
      id_number_type: 'us_ssn',
    });
    expect(session.verified_outputs).not.toHaveProperty('dob');
    expect(session.verified_outputs).not.toHaveProperty('id_number');
    const report = session.last_verification_report as Stripe.Identity.VerificationReport;
    expect(report.document).toMatchObject({ status: 'verified', type: 'passport', issuing_country: 'GB' });
    for (const hidden of ['dob', 'number', 'expiration_date'])
      expect(report.document).not.toHaveProperty(hidden);
  });

  it('show sensitive fields when each is expanded', async () => {
    const simulator = await runSimulator();
    const id = await verifiedSession(simulator);

    const session = await simulator.stripe.identity.verificationSessions.retrieve(id, { expand: SENSITIVE });

    expect(session).toMatchObject({
      verified_outputs: { dob: { year: 1990, month: 12, day: 10 }, id_number: '4321' },
      last_verification_report: {
        document: {
          number: 'X1234567',
          dob: { year: 1990, month: 12, day: 10 },
          expiration_date: { day: 2, month: 3, year: 2031 },
        },
      },
    });
  });

  it('keep sensitive fields and images for restricted keys where secret keys may not have them', async () => {
    const simulator = await runSimulator({ allowSensitiveForSecretKeys: false });
    const id = await verifiedSession(simulator);
    const restricted = stripeAt(simulator.url, RESTRICTED_KEY);
    const secret = stripeAt(simulator.url, SECRET_KEY);

    for (const path of SENSITIVE) {
      const refused = await errorOf(secret.identity.verificationSessions.retrieve(id, { expand: [path] }));
      expect(refused).toMatchObject({ statusCode: 403, type: 'StripePermissionError' });
    }
    const session = await restricted.identity.verificationSessions.retrieve(id, { expand: SENSITIVE });
    expect(session.verified_outputs?.dob).toEqual({ year: 1990, month: 12, day: 10 });
    const report = session.last_verification_report as Stripe.Identity.VerificationReport;
    const file = report.selfie?.selfie ?? '';
    expect(await errorOf(secret.fileLinks.create({ file }))).toMatchObject({ statusCode: 403 });
    expect(await restricted.fileLinks.create({ file })).toMatchObject({ object: 'file_link', file });
  });

  it('keep sensitive fields for 48 hours', async () => {
    let hoursLater = 0;
    const simulator = await runSimulator({ now: () => Date.now() + hoursLater * 3_600_000 });
    const id = await verifiedSession(simulator);
    const sessions = simulator.stripe.identity.verificationSessions;

    hoursLater = 49;

    expect(await errorOf(sessions.retrieve(id, { expand: SENSITIVE }))).toMatchObject({ statusCode: 403 });
    expect((await sessions.retrieve(id, { expand: ['verified_outputs'] })).verified_outputs?.first_name).toBe(
      'Ada',
    );
  });

  it('refuse to expand what cannot be expanded', async () => {
    const { stripe } = await runSimulator();
    const { id } = await stripe.identity.verificationSessions.create({ type: 'document' });

    const refused = await errorOf(
      stripe.identity.verificationSessions.retrieve(id, { expand: ['metadata'] }),
    );

    expect(refused.message).toBe('This property cannot be expanded (metadata).');
  });

  it('are null in an expanded session that is not verified', async () => {
    const { stripe } = await runSimulator();

    const session = await stripe.identity.verificationSessions.create({
      type: 'document',
      expand: ['verified_outputs'],
    });

    expect(session.verified_outputs).toBeNull();
  });

  it('can be expanded in lists and in reports', async () => {
    const simulator = await runSimulator();
    const id = await verifiedSession(simulator);

    const list = await simulator.stripe.identity.verificationSessions.list({
      expand: ['data.verified_outputs.dob'],
    });
    const reports = await simulator.stripe.identity.verificationReports.list({
      verification_session: id,
      expand: ['data.document.number'],
    });
    const report = await simulator.stripe.identity.verificationReports.retrieve(reports.data[0]?.id ?? '', {
      expand: ['id_number.id_number'],
    });

    expect(list.data[0]?.verified_outputs?.dob?.year).toBe(1990);
    expect(reports.data[0]?.document?.number).toBe('X1234567');
    expect(report.id_number?.id_number).toBe('4321');
    expect(report.document).not.toHaveProperty('number');
  });

  it('are believable, and the same at each reading, when a submission names nobody', async () => {
    const simulator = await runSimulator();
    const id = await verifiedSession(simulator, {});
    const read = () => simulator.stripe.identity.verificationSessions.retrieve(id, { expand: SENSITIVE });

    const session = await read();

    expect(session.verified_outputs).toMatchObject({
      first_name: expect.stringMatching(/^\p{Lu}\p{Ll}+$/u) as string,
      address: { country: 'US', line1: expect.stringMatching(/\d/) as string },
    });
    const report = session.last_verification_report as Stripe.Identity.VerificationReport;
    expect(report.document?.number).toMatch(/^D\d{8}$/);
    expect(report.document?.expiration_date?.year).toBeGreaterThan(new Date().getFullYear());
    expect((await read()).verified_outputs).toEqual(session.verified_outputs);
  });

  it('come with a document that has expired when that is why it failed', async () => {
    const simulator = await runSimulator();
    const { id } = await simulator.stripe.identity.verificationSessions.create({ type: 'document' });
    await simulator.submit(id, { outcome: 'document_expired', processing_ms: 0 });

    const session = await simulator.stripe.identity.verificationSessions.retrieve(id, {
      expand: ['last_verification_report.document.expiration_date'],
    });

    const report = session.last_verification_report as Stripe.Identity.VerificationReport;
    expect(report.document?.expiration_date?.year).toBeLessThan(new Date().getFullYear());
  });
});
