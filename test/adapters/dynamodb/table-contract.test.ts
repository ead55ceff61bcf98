// One contract for the table: what the embedded engine does, the simulated table does.

import { afterAll, beforeAll, describe } from 'vitest';
import { calmTable } from '../../simulation/engine/calm-table.ts';
import { describeTable } from '../contracts/table.ts';
import type { TableRecord } from '../contracts/table/harness.ts';
import { streamRecords } from '../support/stream.ts';
import { startTestTable, type TestTable } from '../support/table.ts';

describe('the embedded engine', () => {
  let engine: TestTable;
  beforeAll(async () => {
    engine = await startTestTable();
  });
  afterAll(() => engine.close());

  describeTable(() => ({
    documents: engine.documents,
    tableName: engine.name,
    recordsOf: async (partition) => recordsIn(partition, await streamRecords(engine)),
  }));
});

describe('the simulated table', () => {
  describeTable(() => {
    const { documents, stream } = calmTable();
    return {
      documents,
      tableName: 'ridegate',
      recordsOf: (partition) => Promise.resolve(recordsIn(partition, stream.recordsFrom(0))),
    };
  });
});

type StreamedRecord = {
  eventName?: string | undefined;
  dynamodb?: { Keys?: unknown; NewImage?: unknown; OldImage?: unknown } | undefined;
};

function recordsIn(partition: string, records: readonly StreamedRecord[]): TableRecord[] {
  return records
    .filter(({ dynamodb }) => JSON.stringify(dynamodb?.Keys).includes(partition))
    .map(({ eventName, dynamodb }) => ({
      eventName,
      Keys: dynamodb?.Keys,
      NewImage: dynamodb?.NewImage,
      OldImage: dynamodb?.OldImage,
    }));
}
