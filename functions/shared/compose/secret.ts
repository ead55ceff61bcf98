import type * as z from 'zod';
import { createSecretReader } from '../../adapters/secrets/secret-store.ts';

/** A reader of one Secrets Manager secret. */
export function composeSecret<Shape extends z.ZodType>(
  shape: Shape,
  arn: string,
): () => Promise<z.infer<Shape>> {
  return createSecretReader(shape, arn, Date.now);
}
