// The worker that counts audit entries from the table's stream.

import { marshall } from '@aws-sdk/util-dynamodb';
import type { DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda';
import { describe, expect, it } from 'vitest';
import { readAuditImage } from '../../functions/adapters/dynamodb/audit-image.ts';
import { createCountStats } from '../../functions/count-stats.ts';
import { nowMs } from '../support/builders.ts';
import { streamEvent } from './events/dynamodb-stream.ts';
import { startApi, type Api } from './harness.ts';

const [template] = streamEvent(null).Records;

function records(...items: Record<string, unknown>[]): DynamoDBStreamEvent {
  return {
    Records: items.map((item, index): DynamoDBRecord => ({
      ...template,
      eventID: `stream-${index + 1}`,
      dynamodb: {
        ...template?.dynamodb,
        SequenceNumber: String(index + 1),
        NewImage: marshall(item) as NonNullable<DynamoDBRecord['dynamodb']>['NewImage'] & object,
      },
    })),
  };
}

function entry(version: number, tally: Record<string, number>): Record<string, unknown> {
  return {
    pk: 'SUB#metro#CUST#rider-1',
    sk: `AUDIT#${String(version).padStart(10, '0')}`,
    version,
    atMs: nowMs,
    actor: 'system:test',
    action: 'customer_created',
    tally,
  };
}

const count = async (api: Api, event: DynamoDBStreamEvent) =>
  (await createCountStats({ ...api, readImage: readAuditImage })(event)).batchItemFailures;
const today = async (api: Api) =>
  (await api.counters.byDay('metro', '2026-03-01', '2026-03-01')).get('2026-03-01');

describe('a batch of audit entries', () => {
  it('is counted, and counted once where it comes again', async () => {
    const api = await startApi();
    const batch = records(entry(1, { created: 1 }), entry(2, { flagged: 1 }));

    expect(await count(api, batch)).toEqual([]);
    expect(await count(api, batch)).toEqual([]);

    expect(await today(api)).toEqual({ created: 1, flagged: 1 });
  });

  it('hands an unreadable entry back by its number, and counts the others', async () => {
    const api = await startApi();

    const failures = await count(
      api,
      records(entry(1, { created: 1 }), { pk: 'SUB#metro' }, entry(3, { failed: 1 })),
    );

    expect(failures).toEqual([{ itemIdentifier: '2' }]);
    expect(await today(api)).toEqual({ created: 1, failed: 1 });
  });

  it('is handed back where it can’t be counted, with the fault in the log', async () => {
    const api = await startApi();
    api.counters.failNext(new Error('throttled'));

    const failures = await count(api, records(entry(1, { created: 1 }), entry(2, { flagged: 1 })));

    expect(failures).toEqual([{ itemIdentifier: '1' }, { itemIdentifier: '2' }]);
    expect(api.log.lines).toContainEqual(
      expect.objectContaining({ message: 'stats', fault: new Error('throttled') }),
    );
  });
});
