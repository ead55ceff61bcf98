// Personal data of a customer as the table keeps it: sealed, and bound to its customer and place.

import * as z from 'zod';
import type { CustomerRef } from '../../domain/customer.ts';
import type { SealedField, Vault } from '../encryption/vault.ts';
import type { Key } from './keys.ts';
import type { Item } from './table.ts';

export const sealedBytes = z.instanceof(Uint8Array);

const sealedItem = z.object({ sealed: sealedBytes });

/** Seals any plain value. */
export function sealValue(
  vault: Vault,
  ref: CustomerRef,
  field: SealedField,
  value: unknown,
): Promise<Uint8Array> {
  return vault.seal(ref, field, JSON.stringify(value));
}

/** The value as it was sealed. @throws Unreadable */
export async function openValue(
  vault: Vault,
  ref: CustomerRef,
  field: SealedField,
  sealed: Uint8Array,
): Promise<unknown> {
  return JSON.parse(await vault.open(ref, field, sealed));
}

/** An item whose whole content is one sealed value. */
export async function sealItem(
  vault: Vault,
  ref: CustomerRef,
  field: SealedField,
  key: Key,
  content: unknown,
): Promise<Item> {
  return { ...key, sealed: await sealValue(vault, ref, field, content) };
}

/** What such an item holds; null where there is no item. @throws Unreadable */
export async function openItem<Content>(
  vault: Vault,
  ref: CustomerRef,
  field: SealedField,
  item: Item | null | undefined,
  shape: z.ZodType<Content>,
): Promise<Content | null> {
  if (item == null) return null;
  return shape.parse(await openValue(vault, ref, field, sealedItem.parse(item).sealed));
}
