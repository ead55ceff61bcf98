// A small drill (`npm run drill` is the large one), and that the judge of drills sees what is wrong.

import { describe, expect, it } from 'vitest';
import { runDrill } from '../drill/drill.ts';
import { judge, type Evidence } from '../drill/verdict.ts';

const inSilence = (): void => undefined;

it('loses nothing and does nothing twice when the power fails under load', async () => {
  const size = { seed: 20, webhooks: 400, customers: 30, kills: 2 };

  const report = await runDrill(size, inSilence);

  expect(report).toMatchObject({ lost: [], doubled: [], wrong: [] });
  expect(report.acknowledged).toBeGreaterThanOrEqual(size.webhooks);
  expect(report.duplicates).toBeGreaterThanOrEqual(size.webhooks / 6);
  expect(report.downMs).toHaveLength(size.kills);
}, 600_000);

describe('the judge', () => {
  const pk = 'SUB#drill-all#CUST#rider-1';
  const item = (sk: string, rest: object) => ({ pk, sk, ...rest });
  const audit = (version: number, actor: string, action: string, after: object = {}) =>
    item(`AUDIT#000000000${version}`, { version, actor, action, after });
  const outbox = (version: number, id: string) =>
    item(`OUTBOX#000000000${version}`, { notification: { id, subaccountId: 'drill-all' } });
  const profile = { version: 3, identityStatus: 'verified', attemptCount: 1, session: { id: 'vs_1' } };
  const required = { requirement: { state: 'required' } };
  const clean: Evidence = {
    customers: [{ subaccountId: 'drill-all', id: 'rider-1', stripeCustomerId: 'cus_1', steps: [] }],
    acknowledged: new Set(['evt_1']),
    items: [
      item('PROFILE', profile),
      audit(1, 'service:platform', 'customer_created', required),
      outbox(1, 'ntf_1'),
      audit(2, 'service:platform', 'session_started'),
      audit(3, 'stripe:evt_1', 'identity_verified'),
      outbox(3, 'ntf_3'),
      { pk: 'EVENT#evt_1', sk: 'EVENT' },
    ],
    pushes: [{ id: 'ntf_1' }, { id: 'ntf_3' }],
    stripe: {
      sessions: [
        {
          id: 'vs_1',
          status: 'verified',
          last_error: null,
          metadata: { ridegate_subaccount_id: 'drill-all', ridegate_customer_id: 'rider-1' },
        },
      ],
      reports: new Map([['vs_1', 1]]),
    },
    deadLetters: [],
  };
  const { stripe } = clean;
  const without = (sk: string) => clean.items.filter((each) => each.sk !== sk);

  it('finds nothing where nothing is wrong', () => {
    expect(judge(clean)).toEqual({ lost: [], doubled: [], wrong: [] });
  });

  it.each<[string, Partial<Evidence>, string]>([
    ['an acknowledged event without effect', { acknowledged: new Set(['evt_1', 'evt_2']) }, 'evt_2 was'],
    ['a gap in the audit trail', { items: without('AUDIT#0000000002') }, 'audit trail has 1, 3'],
    ['a push that was not saved with its change', { items: without('OUTBOX#0000000003') }, 'outbox has 1'],
    [
      'a push that was saved without a change to tell',
      { items: [...clean.items, outbox(2, 'ntf_2')], pushes: [...clean.pushes, { id: 'ntf_2' }] },
      'outbox has 1, 2, 3',
    ],
    ['a push that never left', { pushes: [{ id: 'ntf_1' }] }, 'ntf_3 for rider-1 was never pushed'],
    ['a push out of nowhere', { pushes: [...clean.pushes, { id: 'ntf_9' }] }, 'ntf_9 was pushed'],
    ['an attempt counted twice', { stripe: { ...stripe, reports: new Map() } }, 'rider-1 is'],
    [
      'a second session',
      { stripe: { ...stripe, sessions: [...stripe.sessions, ...stripe.sessions] } },
      'has 2 sessions',
    ],
    ['a dead letter', { deadLetters: ['{"event_id":"evt_1"}'] }, 'in the dead letters'],
  ])('finds %s', (_what, tampered, finding) => {
    const { lost, wrong } = judge({ ...clean, ...tampered });
    expect([...lost, ...wrong].join()).toContain(finding);
  });

  it('finds an event with two effects', () => {
    const again = item('PROFILE', { ...profile, version: 4 });
    const second = audit(4, 'stripe:evt_1', 'risk_assessed');
    const { doubled } = judge({ ...clean, items: [again, ...without('PROFILE'), second] });
    expect(doubled).toEqual(['stripe:evt_1 has 2 effects']);
  });
});
