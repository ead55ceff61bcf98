import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createReconcilerProgress } from '../../../functions/adapters/dynamodb/reconciler-progress.ts';
import { createReconcilerRuns } from '../../../functions/adapters/dynamodb/reconciler-runs.ts';
import { createWebhookCounters } from '../../../functions/adapters/dynamodb/webhook-counters.ts';
import { dayMs } from '../../../functions/domain/calendar-date.ts';
import { hourMs } from '../../../functions/domain/webhook-health.ts';
import { aRun, describeReconcilerRuns, describeWebhookCounters } from '../contracts/operations.ts';
import { noonMs } from '../contracts/samples.ts';
import { startTestTable, type TestTable } from '../support/table.ts';

let engine: TestTable;
beforeAll(async () => {
  engine = await startTestTable();
});
afterAll(() => engine.close());

describeWebhookCounters(async () => createWebhookCounters(await engine.another()));
describeReconcilerRuns(async () => createReconcilerRuns(await engine.another()));

describe('the counts of an hour', () => {
  it('expire 14 days after its end', async () => {
    await createWebhookCounters(engine.table).add({ processed: 1, 'age:0': 1 }, noonMs + 1000);

    expect(await engine.itemsOf('WEBHOOKS')).toEqual([
      {
        pk: 'WEBHOOKS',
        sk: 'HOUR#2026-01-15T12',
        processed: 1,
        'age:0': 1,
        lastProcessedAtMs: noonMs + 1000,
        expires_at: (noonMs + hourMs + 14 * dayMs) / 1000,
      },
    ]);
  });

  it('of a week are answered at once, however different the ages', async () => {
    const counters = createWebhookCounters(await engine.another());
    const ages = Object.fromEntries(Array.from({ length: 140 }, (_, bucket) => [`age:${bucket}`, 1_000_000]));
    await Promise.all(
      Array.from({ length: 168 }, (_, hour) =>
        counters.add({ processed: 1, ...ages }, noonMs + hour * hourMs),
      ),
    );

    expect(await counters.hours(noonMs, noonMs + 167 * hourMs)).toHaveLength(168);
  });
});

describe('a run', () => {
  it('expires after 30 days, and stands beside the reconciler’s places without being taken for one', async () => {
    const table = await engine.another();
    const runs = createReconcilerRuns(table);
    await createReconcilerProgress(table).move('open_sessions', null, 'c1');
    await runs.save(aRun());

    const stored = await table.get({ pk: 'RECONCILER', sk: 'RUN#2026-01-15T12:00:00.000Z' });

    expect(stored).toMatchObject({ expires_at: (noonMs + 30 * dayMs) / 1000 });
    expect((await runs.page({ cursor: null, limit: 10 })).runs).toEqual([aRun()]);
    expect(await createReconcilerProgress(table).load('open_sessions')).toBe('c1');
  });
});
