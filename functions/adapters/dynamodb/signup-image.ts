// A signup as the table's stream tells of it.

import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import * as z from 'zod';
import type { CustomerRef } from '../../domain/customer.ts';
import type { SignupDetails } from '../../domain/signup.ts';
import { signupItem } from './items.ts';
import { customerOfPartition } from './keys.ts';

const partition = z.object({ pk: z.string() });

/** Reads who signed up and how from a stream record's new image. @throws Error where it is no signup */
export function readSignupImage(image: unknown): { ref: CustomerRef; signup: SignupDetails } {
  const item = unmarshall((image ?? {}) as Record<string, AttributeValue>);
  const ref = customerOfPartition(partition.parse(item).pk);
  if (ref === null) throw new Error('The record is not of a customer.');
  return { ref, signup: signupItem.parse(item) };
}
