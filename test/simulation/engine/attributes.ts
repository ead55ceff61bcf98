// Items in DynamoDB's own JSON, as they stand in streams and in refusals.

import { Buffer } from 'node:buffer';
import { isBytes, isList, type StoredItem, type Value } from './values.ts';

type Attribute<Bytes> =
  | { S: string }
  | { N: string }
  | { B: Bytes }
  | { BOOL: boolean }
  | { NULL: true }
  | { L: Attribute<Bytes>[] }
  | { M: Attributes<Bytes> };
type Attributes<Bytes> = { [name: string]: Attribute<Bytes> };

/** As Lambda's event source hands an item over: its bytes in base64. */
export type StreamImage = Attributes<string>;

export function streamImageOf(item: StoredItem): StreamImage {
  return attributesOf(item, (bytes) => Buffer.from(bytes).toString('base64'));
}

/** As the SDK hands an item over that was in the way. */
export function sdkItemOf(item: StoredItem): Attributes<Uint8Array> {
  return attributesOf(item, (bytes) => bytes);
}

function attributesOf<Bytes>(item: StoredItem, bytesOf: (bytes: Uint8Array) => Bytes): Attributes<Bytes> {
  const attributes: Attributes<Bytes> = {};
  for (const name in item) attributes[name] = attributeOf(item[name] ?? null, bytesOf);
  return attributes;
}

function attributeOf<Bytes>(value: Value, bytesOf: (bytes: Uint8Array) => Bytes): Attribute<Bytes> {
  if (typeof value === 'string') return { S: value };
  if (typeof value === 'number') return { N: String(value) };
  if (typeof value === 'boolean') return { BOOL: value };
  if (value === null) return { NULL: true };
  if (isBytes(value)) return { B: bytesOf(value) };
  if (isList(value)) return { L: value.map((one) => attributeOf(one, bytesOf)) };
  return { M: attributesOf(value, bytesOf) };
}
