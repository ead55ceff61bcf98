// Items in DynamoDB's own JSON, as they stand in streams and in refusals.

import { isList, type StoredItem, type Value } from './values.ts';

type Attribute =
  { S: string } | { N: string } | { BOOL: boolean } | { NULL: true } | { L: Attribute[] } | { M: Attributes };
export type Attributes = { [name: string]: Attribute };

export function attributesOf(item: StoredItem): Attributes {
  const attributes: Attributes = {};
  for (const name in item) attributes[name] = attributeOf(item[name] ?? null);
  return attributes;
}

function attributeOf(value: Value): Attribute {
  if (typeof value === 'string') return { S: value };
  if (typeof value === 'number') return { N: String(value) };
  if (typeof value === 'boolean') return { BOOL: value };
  if (value === null) return { NULL: true };
  return isList(value) ? { L: value.map(attributeOf) } : { M: attributesOf(value) };
}
