import { describe, expect, it } from 'vitest';
import Stripe from 'stripe';
import { API_VERSION } from '../../../local/stripe-simulator/webhooks/events.ts';
import { FAILURES, type FailureCode, isChecked } from '../../../local/stripe-simulator/identity/outcomes.ts';
import { runSimulator, untilStatus } from './support.ts';

const FAILURE_CODES = Object.keys(FAILURES) as FailureCode[];

describe('verification sessions', () => {
  it('follow the API version of the installed library', () => {
    expect(API_VERSION).toBe(Stripe.API_VERSION);
  });

  it('begin open, with what was asked for, a secret and an address', async () => {
    const { stripe, url } = await runSimulator();

    const session = await stripe.identity.verificationSessions.create({
      type: 'document',
      client_reference_id: 'rider-1',
      related_customer: 'cus_1',
      related_person: { account: 'acct_1', person: 'person_1' },
      metadata: { customer_id: 'rider-1' },
      provided_details: { email: 'rider@example.com' },
      return_url: 'https://example.com/back',
      options: {
        document: {
          allowed_types: ['passport', 'id_card'],
          require_id_number: false,
          require_live_capture: true,
          require_matching_selfie: true,
        },
      },
    });

    expect(session).toMatchObject({
      object: 'identity.verification_session',
      status: 'requires_input',
      type: 'document',
      client_reference_id: 'rider-1',
      related_customer: 'cus_1',
      related_person: { account: 'acct_1', person: 'person_1' },
      metadata: { customer_id: 'rider-1' },
      provided_details: { email: 'rider@example.com' },
      last_error: null,
      last_verification_report: null,
      livemode: false,
      redaction: null,
      options: {
        document: {
          allowed_types: ['passport', 'id_card'],
          require_id_number: false,
          require_live_capture: true,
          require_matching_selfie: true,
        },
      },
    });
    expect(session.id).toMatch(/^vs_\w{24}$/);
    expect(session.client_secret).toMatch(new RegExp(`^${session.id}_secret_test_`));
    expect(session.url).toMatch(new RegExp(`^${url}/verify/test_`));
    expect(session).not.toHaveProperty('verified_outputs');
    expect(session).not.toHaveProperty('return_url');
    expect(session.lastResponse.requestId).toMatch(/^req_/);
  });

  it('have a fresh secret and address at each reading while they are open, and none afterwards', async () => {
    const { stripe } = await runSimulator();
    const created = await stripe.identity.verificationSessions.create({ type: 'document' });

    const read = await stripe.identity.verificationSessions.retrieve(created.id);
    const canceled = await stripe.identity.verificationSessions.cancel(created.id);

    expect(read.client_secret).not.toBe(created.client_secret);
    expect(read.url).not.toBe(created.url);
    expect(canceled).toMatchObject({ status: 'canceled', client_secret: null, url: null });
  });

  it('go through processing to verified, and make a report', async () => {
    const simulator = await runSimulator({ processingMs: 500 });
    const { stripe } = simulator;
    const { id } = await stripe.identity.verificationSessions.create({
      type: 'document',
      client_reference_id: 'rider-1',
      options: { document: { require_matching_selfie: true } },
    });

    await simulator.submit(id, { outcome: 'verified' });
    const processing = await stripe.identity.verificationSessions.retrieve(id);
    const verified = await untilStatus(stripe, id, 'verified');
    const reports = await stripe.identity.verificationReports.list({ verification_session: id });

    expect(processing).toMatchObject({ status: 'processing', url: null, client_secret: null });
    expect(reports.data).toHaveLength(1);
    expect(reports.data[0]).toMatchObject({
      id: verified.last_verification_report,
      client_reference_id: 'rider-1',
      verification_session: id,
      type: 'document',
      document: { status: 'verified', error: null, type: 'driving_license' },
      selfie: { status: 'verified', error: null },
    });
  });

  it('pass through processing even when the check takes no time', async () => {
    const simulator = await runSimulator();
    const { id } = await simulator.stripe.identity.verificationSessions.create({ type: 'document' });

    await simulator.submit(id, { outcome: 'verified', processing_ms: 0 });

    expect((await simulator.stripe.identity.verificationSessions.retrieve(id)).status).toBe('verified');
    const events = await simulator.stripe.events.list({ type: 'identity.verification_session.*' });
    expect(events.data.map(({ type }) => type)).toEqual([
      'identity.verification_session.verified',
      'identity.verification_session.processing',
      'identity.verification_session.created',
    ]);
  });

  it.each(FAILURE_CODES.filter(isChecked))(
    'need input again after %s, with the error and a report that failed',
    async (code) => {
      const simulator = await runSimulator();
      const { id } = await simulator.stripe.identity.verificationSessions.create({ type: 'document' });

      await simulator.submit(id, { outcome: code, processing_ms: 0 });

      const session = await simulator.stripe.identity.verificationSessions.retrieve(id, {
        expand: ['last_verification_report'],
      });
      expect(session).toMatchObject({
        status: 'requires_input',
        last_error: { code, reason: FAILURES[code].reason },
      });
      expect(session.url).not.toBeNull();
      const report = session.last_verification_report as Stripe.Identity.VerificationReport;
      const checks = [report.document, report.selfie, report.id_number, report.email, report.phone];
      expect(checks.filter((check) => check?.status === 'unverified')).toHaveLength(1);
    },
  );

  it.each(FAILURE_CODES.filter((code) => !isChecked(code)))(
    'carry %s without a report, as nothing was checked',
    async (code) => {
      const simulator = await runSimulator();
      const { id } = await simulator.stripe.identity.verificationSessions.create({ type: 'document' });

      await simulator.submit(id, { outcome: code });

      const session = await simulator.stripe.identity.verificationSessions.retrieve(id);
      expect(session).toMatchObject({
        status: 'requires_input',
        last_error: { code },
        last_verification_report: null,
      });
    },
  );

  it('can be verified after an error, which then is gone', async () => {
    const simulator = await runSimulator();
    const { id } = await simulator.stripe.identity.verificationSessions.create({ type: 'document' });

    await simulator.submit(id, { outcome: 'document_expired', processing_ms: 0 });
    await simulator.submit(id, { outcome: 'verified', processing_ms: 0 });

    const session = await simulator.stripe.identity.verificationSessions.retrieve(id);
    expect(session).toMatchObject({ status: 'verified', last_error: null });
    const reports = await simulator.stripe.identity.verificationReports.list({ verification_session: id });
    expect(reports.data.map((report) => report.document?.status)).toEqual(['verified', 'unverified']);
  });
});
