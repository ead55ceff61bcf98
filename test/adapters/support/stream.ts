// The stream of a table in the embedded engine.

import { createStreamsClient, type StreamRecord } from '../../../local/pollers/streams-client.ts';
import type { TestTable } from './table.ts';

/** All records so far, oldest first. */
export async function streamRecords({ endpoint, name }: TestTable): Promise<StreamRecord[]> {
  const streams = createStreamsClient(endpoint);
  const stream = await streams.streamOf(name);
  const found: StreamRecord[] = [];
  for (const shard of await streams.shardsOf(stream)) {
    let iterator: string | undefined = await streams.iteratorAfter(stream, shard, undefined);
    while (iterator !== undefined) {
      const { records, next } = await streams.read(iterator, 1000);
      found.push(...records);
      iterator = records.length === 0 ? undefined : next;
    }
  }
  return found;
}
