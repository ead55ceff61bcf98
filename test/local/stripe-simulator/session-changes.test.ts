import { describe, expect, it } from 'vitest';
import { errorOf, runSimulator } from './support.ts';

describe('verification sessions', () => {
  it('refuse to be canceled, submitted or changed once they are not open', async () => {
    const simulator = await runSimulator();
    const sessions = simulator.stripe.identity.verificationSessions;
    const { id } = await sessions.create({ type: 'document' });
    await simulator.submit(id, { outcome: 'verified', processing_ms: 0 });

    const canceled = await errorOf(sessions.cancel(id));
    const changed = await errorOf(sessions.update(id, { type: 'id_number' }));
    const submitted = await simulator.steer('POST', `/verification_sessions/${id}/submit`, {
      outcome: 'verified',
    });

    expect(canceled).toMatchObject({ statusCode: 400, rawType: 'invalid_request_error' });
    expect(canceled.message).toContain('status of verified');
    expect(changed.statusCode).toBe(400);
    expect(submitted.status).toBe(400);
    expect(await sessions.update(id, { metadata: { note: 'kept' } })).toMatchObject({
      metadata: { note: 'kept' },
    });
  });

  it('can be changed while they are open', async () => {
    const { stripe } = await runSimulator();
    const { id } = await stripe.identity.verificationSessions.create({
      type: 'document',
      metadata: { a: '1', b: '2' },
    });

    const updated = await stripe.identity.verificationSessions.update(id, {
      metadata: { a: '', c: '3' },
      options: { document: { require_matching_selfie: true } },
    });

    expect(updated).toMatchObject({
      metadata: { b: '2', c: '3' },
      options: { document: { require_matching_selfie: true } },
    });
    expect(updated.metadata).not.toHaveProperty('a');
  });

  it('can be canceled by steering', async () => {
    const simulator = await runSimulator();
    const { id } = await simulator.stripe.identity.verificationSessions.create({ type: 'document' });

    const { status, body } = await simulator.steer('POST', `/verification_sessions/${id}/cancel`);

    expect(status).toBe(200);
    expect(body).toMatchObject({ id, status: 'canceled' });
  });
});
