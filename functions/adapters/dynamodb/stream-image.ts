// Items of the table's stream, in DynamoDB's own JSON.

import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';

/** An image or key of a stream record as plain values, still to be parsed; empty where there is none. */
export function plainImage(image: unknown): unknown {
  return unmarshall((image ?? {}) as Record<string, AttributeValue>);
}
