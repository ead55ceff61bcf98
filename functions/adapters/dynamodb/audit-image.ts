// What the statistics need of an audit entry, read from the table's stream.

import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import * as z from 'zod';
import type { CountedChange } from '../../use-cases/ports.ts';
import { customerOfPartition } from './keys.ts';

const auditImage = z.object({
  pk: z.string(),
  version: z.int(),
  atMs: z.number(),
  tally: z.record(z.string(), z.number()).default({}),
});

/** Reads a stream record's new image, in DynamoDB's own JSON. @throws Error where it is no customer's entry */
export function readAuditImage(image: unknown): CountedChange {
  const { pk, version, atMs, tally } = auditImage.parse(
    unmarshall((image ?? {}) as Record<string, AttributeValue>),
  );
  const ref = customerOfPartition(pk);
  if (ref === null) throw new Error('this audit entry is of no customer');
  return { ref, version, atMs, tally };
}
