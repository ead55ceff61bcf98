// DynamoDB's limits of size. Most items are far below, so a rough upper bound is taken before bytes are counted.

import { Buffer } from 'node:buffer';
import { validation } from './invalid.ts';
import { isBytes, isList, isMap, type StoredItem, type Value } from './values.ts';

const itemLimit = 400 * 1024;
const transactionLimit = 4 * 1024 * 1024;
const bytesOfNumber = 21;

export function requireItemSize(item: StoredItem): void {
  if (sizeOf(item, atMost) <= itemLimit || sizeOf(item, exactly) <= itemLimit) return;
  throw validation('Item size has exceeded the maximum allowed size');
}

/** Of what a transaction writes, all together; each item has passed its own limit. */
export function requireTransactionSize(items: readonly StoredItem[]): void {
  if (items.length * itemLimit <= transactionLimit) return;
  const sum = (bytes: (text: string) => number) =>
    items.reduce((total, item) => total + sizeOf(item, bytes), 0);
  if (sum(atMost) <= transactionLimit || sum(exactly) <= transactionLimit) return;
  throw validation(
    'Collection size of items exceeded, which can also be caused by the aggregate size of the items in the transaction exceeding the 4MB limit',
  );
}

/** @throws ValidationException for a text of more bytes than a key may have */
export function requireKeySize(text: string, limit: number, message: string): void {
  if (atMost(text) > limit && exactly(text) > limit) throw validation(message);
}

function sizeOf(value: Value, bytes: (text: string) => number): number {
  if (typeof value === 'string') return bytes(value);
  if (typeof value === 'number') return bytesOfNumber;
  if (isBytes(value)) return value.length;
  if (isList(value)) return value.reduce<number>((total, one) => total + 1 + sizeOf(one, bytes), 3);
  if (!isMap(value)) return 1;
  let total = 3;
  for (const name in value) total += 1 + bytes(name) + sizeOf(value[name] ?? null, bytes);
  return total;
}

function exactly(text: string): number {
  return Buffer.byteLength(text);
}

function atMost(text: string): number {
  return 3 * text.length;
}
