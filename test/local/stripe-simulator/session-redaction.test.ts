import { describe, expect, it } from 'vitest';
import { errorOf, runSimulator, until } from './support.ts';

describe('redacted verification sessions', () => {
  it('lose their personal data when they are redacted, keeping the status', async () => {
    const simulator = await runSimulator();
    const sessions = simulator.stripe.identity.verificationSessions;
    const { id } = await sessions.create({ type: 'document', metadata: { customer_id: 'rider-1' } });
    await simulator.submit(id, { outcome: 'verified', processing_ms: 0, person: { first_name: 'Ada' } });

    const redacting = await sessions.redact(id);
    const redacted = await until(async () => {
      const session = await sessions.retrieve(id, {
        expand: ['verified_outputs.dob', 'last_verification_report.document.number'],
      });
      return session.redaction?.status === 'redacted' ? session : undefined;
    });

    expect(redacting.redaction).toEqual({ status: 'processing' });
    expect(redacted).toMatchObject({
      status: 'verified',
      metadata: {},
      verified_outputs: { first_name: '[redacted]', dob: { day: 1, month: 1, year: 1 } },
      last_verification_report: { document: { number: '[redacted]', last_name: '[redacted]', files: [] } },
    });
    const events = await simulator.stripe.events.list();
    expect(JSON.stringify(events.data)).not.toContain('rider-1');
    expect(events.data[0]?.type).toBe('identity.verification_session.redacted');
    expect((await errorOf(sessions.redact(id))).message).toContain('redacted');
    expect((await errorOf(sessions.update(id, { metadata: { a: 'b' } }))).statusCode).toBe(400);
  });

  it('are canceled by a redaction while they are open, and refuse one while they are processing', async () => {
    const simulator = await runSimulator({ processingMs: 60_000 });
    const sessions = simulator.stripe.identity.verificationSessions;
    const open = await sessions.create({ type: 'document' });
    const busy = await sessions.create({ type: 'document' });
    await simulator.submit(busy.id, { outcome: 'verified' });

    expect(await sessions.redact(open.id)).toMatchObject({
      status: 'canceled',
      redaction: { status: 'processing' },
    });
    expect((await errorOf(sessions.redact(busy.id))).message).toContain('status of processing');
    const { data } = await simulator.stripe.events.list({ type: 'identity.verification_session.canceled' });
    expect(data).toHaveLength(1);
  });

  it('refuse a redaction when they were canceled before', async () => {
    const simulator = await runSimulator();
    const sessions = simulator.stripe.identity.verificationSessions;
    const { id } = await sessions.create({ type: 'document' });
    await sessions.cancel(id);

    expect(await errorOf(sessions.redact(id))).toMatchObject({ statusCode: 400 });
    expect((await sessions.retrieve(id)).redaction).toBeNull();
  });

  it('take as long as steering says, and keep what they have until then', async () => {
    let hoursLater = 0;
    const simulator = await runSimulator({ now: () => Date.now() + hoursLater * 3_600_000 });
    const sessions = simulator.stripe.identity.verificationSessions;
    const { id } = await sessions.create({ type: 'document', metadata: { a: 'b' } });
    await simulator.submit(id, { outcome: 'verified', processing_ms: 0 });

    const answer = await simulator.steer('PUT', '/redaction', { delay_ms: 3_600_000 });
    await sessions.redact(id);
    const { data: before } = await simulator.stripe.events.list();

    expect(answer).toEqual({ status: 200, body: { delay_ms: 3_600_000 } });
    expect(await sessions.retrieve(id)).toMatchObject({
      status: 'verified',
      redaction: { status: 'processing' },
      metadata: { a: 'b' },
    });
    expect(before.map(({ type }) => type)).not.toContain('identity.verification_session.redacted');
    hoursLater = 2;
    expect((await simulator.steer('PUT', '/redaction')).body).toEqual({ delay_ms: 150 });
    const { id: other } = await sessions.create({ type: 'document' });
    await sessions.redact(other);
    await until(async () => (await sessions.retrieve(id)).redaction?.status === 'redacted');
    expect((await simulator.steer('PUT', '/redaction', { delay_ms: -1 })).status).toBe(400);
  });
});
