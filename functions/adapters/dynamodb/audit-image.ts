// What the statistics need of an audit entry, read from the table's stream.

import * as z from 'zod';
import type { CountedChange } from '../../use-cases/ports/policy-effects.ts';
import { customerOfPartition } from './keys.ts';
import { plainImage } from './stream-image.ts';

const auditImage = z.object({
  pk: z.string(),
  version: z.int(),
  atMs: z.number(),
  tally: z.record(z.string(), z.number()).default({}),
});

/** Reads a stream record's new image, in DynamoDB's own JSON. @throws Error where it is no customer's entry */
export function readAuditImage(image: unknown): CountedChange {
  const { pk, version, atMs, tally } = auditImage.parse(plainImage(image));
  const ref = customerOfPartition(pk);
  if (ref === null) throw new Error('this audit entry is of no customer');
  return { ref, version, atMs, tally };
}
