// What the table's stream tells the relay: a push that waits in the outbox, or who signed up.

import * as z from 'zod';
import type { RelayedChange } from '../../use-cases/ports/messaging.ts';
import { customerKeys, customerOfPartition } from './keys.ts';
import { readOutboxImage } from './outbox-item.ts';
import { plainImage } from './stream-image.ts';

const relayedRecord = z.object({ Keys: z.record(z.string(), z.unknown()), NewImage: z.unknown().optional() });
const key = z.object({ pk: z.string(), sk: z.string() });

/**
 * Reads an inserted item, in DynamoDB's own JSON; of a signup its key alone.
 * @throws Error where it is of another kind
 */
export function readRelayedRecord(record: unknown): RelayedChange {
  const { Keys, NewImage } = relayedRecord.parse(record);
  const { pk, sk } = key.parse(plainImage(Keys));
  const ref = customerOfPartition(pk);
  if (ref !== null && sk === customerKeys.signup(ref).sk) return { kind: 'signup', ref };
  return { kind: 'push', notification: readOutboxImage(NewImage) };
}
