// What is relayed of the table: pushes that wait in the outbox, and who signed up; told by the stream, or read.

import * as z from 'zod';
import type { ItemKey } from '../../domain/failed-relay.ts';
import type { RelayedChange } from '../../use-cases/ports/messaging.ts';
import type { Outbox, RelayTask } from '../../use-cases/ports/relay.ts';
import { customerKeys, customerOfPartition, outboxPrefix } from './keys.ts';
import { readOutboxItem } from './outbox-item.ts';
import { plainImage } from './stream-image.ts';
import type { Table } from './table.ts';

/** An item that is none of those which are relayed. */
class UnreadableRecord extends Error {
  override name = 'UnreadableRecord';
}

const streamRecord = z.object({
  eventID: z.string().default('unknown'),
  dynamodb: z.object({
    SequenceNumber: z.string(),
    /** Epoch seconds. A record without it counts as old, so that it holds nothing up. */
    ApproximateCreationDateTime: z.number().default(0),
    Keys: z
      .object({ pk: z.object({ S: z.string() }), sk: z.object({ S: z.string() }) })
      .catch({ pk: { S: '' }, sk: { S: '' } }),
    NewImage: z.unknown().optional(),
  }),
});

/** Reads a record of an insertion, in DynamoDB's own JSON; of a signup its key alone. Without a key it is unreadable. */
export function readRelayedRecord(record: unknown): RelayTask {
  const { eventID, dynamodb } = streamRecord.parse(record);
  const item = { pk: dynamodb.Keys.pk.S, sk: dynamodb.Keys.sk.S };
  return {
    sequence: dynamodb.SequenceNumber,
    eventId: eventID,
    item,
    savedAtMs: dynamodb.ApproximateCreationDateTime * 1000,
    read: () =>
      signupOf(item) ?? { kind: 'push', notification: readOutboxItem(plainImage(dynamodb.NewImage)) },
  };
}

export function createOutbox(table: Table): Outbox {
  return {
    async read(item) {
      const signup = signupOf(item);
      if (signup !== null) return signup;
      if (customerOfPartition(item.pk) === null || !item.sk.startsWith(outboxPrefix))
        throw new UnreadableRecord();
      const found = await table.get(item);
      return found === null ? null : { kind: 'push', notification: readOutboxItem(found) };
    },
  };
}

function signupOf({ pk, sk }: ItemKey): RelayedChange | null {
  const ref = customerOfPartition(pk);
  return ref !== null && sk === customerKeys.signup(ref).sk ? { kind: 'signup', ref } : null;
}
