import { createRedactionLeftovers } from '../../adapters/dynamodb/redaction-leftovers.ts';
import type { RedactionLeftovers } from '../../use-cases/ports/redaction.ts';
import { composeTable } from './table.ts';

export function composeRedaction(): { leftovers: RedactionLeftovers } {
  return { leftovers: createRedactionLeftovers(composeTable()) };
}
