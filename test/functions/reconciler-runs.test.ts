// What the reconciler keeps of each of its runs, and how an engineer is told of it.

import { beforeEach, describe, expect, it } from 'vitest';
import { reconcilerRunListJson } from '../../functions/contracts/reconciler-run.ts';
import { StripeRefused, StripeUnavailable } from '../../functions/domain/faults.ts';
import { createReconcile } from '../../functions/reconcile.ts';
import { addCustomer } from '../support/add-customer.ts';
import { aStripeEvent, minuteMs } from '../support/builders.ts';
import { claims } from './events/api-gateway.ts';
import { faultyPaths, startApi, type Answer, type Api } from './harness.ts';

let api: Api;
beforeEach(async () => {
  api = await startApi();
  await addCustomer(api.customers, { subaccountId: 'harbor' });
  await api.call({
    route: 'POST /api/customers/{id}/identity-session',
    as: claims.rider('rider-1', 'harbor'),
    id: 'rider-1',
  });
  api.clock.advance(5 * minuteMs);
});

const ask = (query: Record<string, string> = {}): Promise<Answer> =>
  api.call({ route: 'GET /api/reconciler-runs', as: claims.admin(), query });

async function runs(query: Record<string, string> = {}) {
  return reconcilerRunListJson.strict().parse((await ask(query)).body);
}

function reconcile(event: unknown = {}): Promise<unknown> {
  const { identity, undelivered } = api;
  return createReconcile({ ...api, stripe: () => Promise.resolve({ identity, undelivered }) })(event);
}

const fine = { outcome: 'completed', cause: null };

describe('a run of the reconciler', () => {
  it('is kept with what it did, from when to when', async () => {
    api.identity.verify('vs_1');
    api.undelivered.add(aStripeEvent({ eventId: 'evt_9' }));
    const { page } = api.undelivered;
    api.undelivered.page = (...input) => {
      api.clock.advance(2500);
      return page(...input);
    };

    await reconcile();

    expect(await runs()).toEqual({
      data: [
        {
          started_at: '2026-03-01T12:05:00.000Z',
          finished_at: '2026-03-01T12:05:02.500Z',
          outcome: 'completed',
          open_sessions: fine,
          undelivered_events: fine,
          counts: {
            sessions_read: 1,
            sessions_not_read: 0,
            verifications_healed: 1,
            sessions_healed: 0,
            events_read: 1,
            events_malformed: 0,
            events_requeued: 1,
          },
        },
      ],
      next_cursor: null,
    });
  });

  it('that left something to the next stopped early', async () => {
    for (let number = 0; number < 1001; number += 1) {
      api.undelivered.add(aStripeEvent({ eventId: `evt_${number}` }));
    }

    await reconcile();

    expect((await runs()).data).toMatchObject([
      {
        outcome: 'stopped_early',
        open_sessions: fine,
        undelivered_events: { outcome: 'stopped_early', cause: null },
        counts: { events_read: 1000, events_requeued: 1000 },
      },
    ]);
  });

  it('that had another beside it stopped early too', async () => {
    const { identity, undelivered } = api;
    const progress = { ...api.progress, move: () => Promise.resolve(false) };

    await createReconcile({ ...api, progress, stripe: () => Promise.resolve({ identity, undelivered }) })({});

    expect((await runs()).data).toMatchObject([
      { outcome: 'stopped_early', open_sessions: { outcome: 'stopped_early' }, undelivered_events: fine },
    ]);
  });

  it('that failed in a part is kept with its cause, and with what the other part did', async () => {
    api.undelivered.failWith(new StripeUnavailable('down'));

    await expect(reconcile()).rejects.toThrow(StripeUnavailable);

    expect((await runs()).data).toMatchObject([
      {
        outcome: 'failed',
        open_sessions: fine,
        undelivered_events: { outcome: 'failed', cause: 'stripe_unavailable' },
        counts: { sessions_read: 1 },
      },
    ]);
  });

  it('that could not begin, as Stripe’s key can’t be read, is kept as well', async () => {
    const stripe = () => Promise.reject(new Error('AccessDenied'));

    await expect(createReconcile({ ...api, stripe })({})).rejects.toThrow('AccessDenied');

    const failed = { outcome: 'failed', cause: 'unexpected' };
    expect((await runs()).data).toMatchObject([
      { outcome: 'failed', open_sessions: failed, undelivered_events: failed },
    ]);
  });

  it('keeps no word that Stripe said, where that is no code', async () => {
    api.undelivered.failWith(new StripeRefused('Ada Lovelace', 'No such Ada'));

    await expect(reconcile()).rejects.toThrow(StripeRefused);

    expect((await runs()).data).toMatchObject([{ undelivered_events: { cause: 'unknown' } }]);
  });

  it('does its work also where nothing can be kept of it', async () => {
    api.identity.verify('vs_1');
    api.reconcilerRuns.failWith(new Error('throttled'));

    expect(await reconcile()).toMatchObject({ verificationsHealed: 1 });

    expect(api.log.lines.at(-1)).toMatchObject({ message: 'run not saved', fields: {} });
  });

  it('fails with its own fault, not with that of keeping it', async () => {
    api.reconcilerRuns.failWith(new Error('throttled'));
    api.undelivered.failWith(new StripeUnavailable('down'));

    await expect(reconcile()).rejects.toThrow(StripeUnavailable);
  });
});

describe('the list of runs', () => {
  it('is empty before the first', async () => {
    expect(await runs()).toEqual({ data: [], next_cursor: null });
  });

  it('has the newest first, page by page', async () => {
    for (let run = 0; run < 3; run += 1) {
      await reconcile();
      api.clock.advance(5 * minuteMs);
    }

    const first = await runs({ limit: '2' });
    const second = await runs({ limit: '2', cursor: first.next_cursor ?? '' });

    expect([...first.data, ...second.data].map(({ started_at }) => started_at)).toEqual([
      '2026-03-01T12:15:00.000Z',
      '2026-03-01T12:10:00.000Z',
      '2026-03-01T12:05:00.000Z',
    ]);
    expect(second.next_cursor).toBeNull();
  });

  it('refuses a cursor that is none', async () => {
    const answer = await ask({ cursor: 'rubbish' });

    expect(answer.status).toBe(400);
    expect(faultyPaths(answer)).toEqual(['cursor']);
  });
});
