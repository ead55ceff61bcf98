// The table's stream as Lambda's event source hands it over.

import type { DynamoDBRecord, StreamRecord } from 'aws-lambda';
import { streamImageOf, type StreamImage } from './attributes.ts';
import type { Change } from './store.ts';
import type { StoredItem } from './values.ts';

export type Stream = {
  /** What was committed from a position on, which counts from 0. */
  recordsFrom(position: number): readonly DynamoDBRecord[];
};

/** Records are made when they are first read. */
export function createStream(changes: readonly Change[]): Stream {
  const records: DynamoDBRecord[] = [];
  return {
    recordsFrom: (position) => {
      for (const change of changes.slice(records.length)) records.push(recordOf(change, records.length));
      return records.slice(position);
    },
  };
}

function recordOf({ key, before, after, atMs, cause }: Change, position: number): DynamoDBRecord {
  const sequenceNumber = String(position + 1).padStart(21, '0');
  const dynamodb: StreamRecord = {
    ApproximateCreationDateTime: Math.floor(atMs / 1000),
    Keys: streamImageOf(key),
    SequenceNumber: sequenceNumber,
    StreamViewType: 'NEW_AND_OLD_IMAGES',
  };
  addImage(dynamodb, 'NewImage', after);
  addImage(dynamodb, 'OldImage', before);
  return {
    eventID: `event-${sequenceNumber}`,
    eventName: eventName(before, after),
    eventVersion: '1.1',
    eventSource: 'aws:dynamodb',
    awsRegion: 'us-east-1',
    dynamodb,
    ...(cause === 'time_to_live' && {
      userIdentity: { type: 'Service', principalId: 'dynamodb.amazonaws.com' },
    }),
  };
}

/** Made when it is looked at: most records are told by their keys to be nobody's business. */
function addImage(record: StreamRecord, name: 'NewImage' | 'OldImage', item: StoredItem | null): void {
  if (item === null) return;
  let image: StreamImage | undefined;
  Object.defineProperty(record, name, { enumerable: true, get: () => (image ??= streamImageOf(item)) });
}

function eventName(before: unknown, after: unknown): 'INSERT' | 'MODIFY' | 'REMOVE' {
  if (before === null) return 'INSERT';
  return after === null ? 'REMOVE' : 'MODIFY';
}
