import { describe, expect, it } from 'vitest';
import { runSimulator } from './support.ts';

describe('steering', () => {
  it.each([
    ['POST', '/charges', {}, 'customer: '],
    ['POST', '/charges', { customer: 'cus_1', risk_level: 'huge' }, 'risk_level: '],
    ['POST', '/charges', { customer: 'cus_1', colour: 'red' }, 'colour'],
    [
      'POST',
      '/charges',
      { customer: 'cus_1', status: 'succeeded', outcome_type: 'blocked' },
      'outcome_type: ',
    ],
    ['POST', '/verification_sessions/vs_1/submit', { outcome: 'fine' }, 'outcome: '],
    [
      'POST',
      '/verification_sessions/vs_1/submit',
      { outcome: 'verified', person: { dob: '1990-02-30' } },
      'person.dob: ',
    ],
    ['PUT', '/delivery', { drop_rate: 2 }, 'drop_rate: '],
    ['PUT', '/faults', { status: 418 }, 'status: must be 429'],
  ])('%s %s with %j is answered with one clear sentence', async (method, path, body, told) => {
    const simulator = await runSimulator();

    const answer = await simulator.steer(method, path, body);

    expect(answer.status).toBe(400);
    const { error } = answer.body as { error: { message: string } };
    expect(error.message).toContain("This steering call can't be followed: ");
    expect(error.message).toContain(told);
  });

  it('answers malformed JSON and unknown objects without ado', async () => {
    const simulator = await runSimulator();

    const malformed = await fetch(`${simulator.url}/simulator/charges`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"customer":',
    });
    const unknown = await simulator.steer('POST', '/verification_sessions/vs_none/submit', {
      outcome: 'verified',
    });

    expect(malformed.status).toBe(400);
    expect(await malformed.text()).toContain('its body is not valid JSON');
    expect(unknown.status).toBe(404);
  });

  it('takes an empty body also where JSON was announced', async () => {
    const simulator = await runSimulator();

    const answer = await fetch(`${simulator.url}/simulator/faults`, {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
    });

    expect(answer.status).toBe(200);
  });

  it('refuses a verified document of a type that the session does not allow', async () => {
    const simulator = await runSimulator();
    const { id } = await simulator.stripe.identity.verificationSessions.create({
      type: 'document',
      options: { document: { allowed_types: ['passport'] } },
    });

    const { status, body } = await simulator.steer('POST', `/verification_sessions/${id}/submit`, {
      outcome: 'verified',
      person: { document_type: 'id_card' },
    });

    expect(status).toBe(400);
    expect(JSON.stringify(body)).toContain('allows only passport');
  });
});
