// What the table's stream tells the relay: a push that waits in the outbox, or who signed up.

import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import * as z from 'zod';
import type { RelayedChange } from '../../use-cases/ports.ts';
import { customerKeys, customerOfPartition } from './keys.ts';
import { readOutboxImage } from './outbox-item.ts';

const relayedRecord = z.object({ Keys: z.record(z.string(), z.unknown()), NewImage: z.unknown().optional() });
const key = z.object({ pk: z.string(), sk: z.string() });

/**
 * Reads an inserted item, in DynamoDB's own JSON; of a signup its key alone.
 * @throws Error where it is of another kind
 */
export function readRelayedRecord(record: unknown): RelayedChange {
  const { Keys, NewImage } = relayedRecord.parse(record);
  const { pk, sk } = key.parse(unmarshall(Keys as Record<string, AttributeValue>));
  const ref = customerOfPartition(pk);
  if (ref !== null && sk === customerKeys.signup(ref).sk) return { kind: 'signup', ref };
  return { kind: 'push', notification: readOutboxImage(NewImage) };
}
