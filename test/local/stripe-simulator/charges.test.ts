import { describe, expect, it } from 'vitest';
import { runSimulator } from './support.ts';

describe('charges', () => {
  it.each([
    [{}, 'succeeded', { type: 'authorized', risk_level: 'normal' }],
    [{ risk_level: 'elevated' }, 'succeeded', { type: 'authorized', risk_level: 'elevated' }],
    [
      { risk_level: 'highest' },
      'failed',
      { type: 'blocked', risk_level: 'highest', reason: 'highest_risk_level' },
    ],
    [
      { risk_level: 'highest', status: 'succeeded' },
      'succeeded',
      { type: 'authorized', risk_level: 'highest' },
    ],
    [{ status: 'failed' }, 'failed', { type: 'issuer_declined', network_status: 'declined_by_network' }],
    [{ status: 'failed', outcome_type: 'blocked' }, 'failed', { type: 'blocked', reason: 'rule' }],
    [{ outcome_type: 'manual_review' }, 'succeeded', { type: 'manual_review' }],
    [{ risk_score: 64 }, 'succeeded', { risk_score: 64 }],
  ])('made with %j have %s and Radar’s outcome', async (asked, status, outcome) => {
    const simulator = await runSimulator();

    const made = await simulator.steer('POST', '/charges', { customer: 'cus_1', ...asked });

    const charge = await simulator.stripe.charges.retrieve(String(made.body['id']));
    expect(charge).toMatchObject({
      object: 'charge',
      customer: 'cus_1',
      status,
      outcome,
      paid: status === 'succeeded',
    });
    const { data } = await simulator.stripe.events.list({ types: ['charge.succeeded', 'charge.failed'] });
    expect(data).toHaveLength(1);
    expect(data[0]).toMatchObject({ type: `charge.${status}`, data: { object: { id: charge.id, outcome } } });
  });

  it('can lack a risk level, and have a score only when given one', async () => {
    const simulator = await runSimulator();

    const { body } = await simulator.steer('POST', '/charges', { customer: 'cus_1', risk_level: null });

    expect(body['outcome']).not.toHaveProperty('risk_level');
    expect(body['outcome']).not.toHaveProperty('risk_score');
  });

  it('are listed by customer', async () => {
    const simulator = await runSimulator();
    for (const customer of ['cus_a', 'cus_b', 'cus_a'])
      await simulator.steer('POST', '/charges', { customer });

    const list = await simulator.stripe.charges.list({ customer: 'cus_a' });

    expect(list.data.map(({ customer }) => customer)).toEqual(['cus_a', 'cus_a']);
  });
});
