// A customer's verified data in the table. Each field is sealed by itself, so that a right can end at a field, and
// the masked values once more, so that a customer's page can be shown by a function that opens nothing else.

import * as z from 'zod';
import type { CustomerRef } from '../../domain/customer.ts';
import {
  maskVerifiedData,
  unknownData,
  verifiedFieldNames,
  verifiedFields,
  type MaskedData,
  type VerifiedData,
  type VerifiedField,
} from '../../domain/verified-data.ts';
import type { IdentityDataRepository, KeptIdentity } from '../../use-cases/ports/identity-data.ts';
import type { Vault } from '../encryption/vault.ts';
import { customerKeys } from './keys.ts';
import { openValue, sealedBytes, sealValue } from './sealed-items.ts';
import type { Item, Table } from './table.ts';

const text = z.string().nullable();

const verifiedData: z.ZodType<VerifiedData> = z.object({
  firstName: text,
  lastName: text,
  dob: text,
  idType: text,
  address: z
    .object({ line1: text, line2: text, city: text, state: text, postalCode: text, country: text })
    .nullable(),
  idNumber: text,
  issuingCountry: text,
  expirationDate: text,
});

const fieldName = z.enum(verifiedFields);

const identityItem = z.object({
  sessionId: z.string(),
  capturedAtMs: z.number(),
  fields: z.partialRecord(fieldName, sealedBytes),
  masked: sealedBytes,
});

/** The item; a field that Stripe told nothing of isn't in it. */
export async function identityItemOf(vault: Vault, ref: CustomerRef, kept: KeptIdentity): Promise<Item> {
  const { data, sessionId, capturedAtMs } = kept;
  const known = verifiedFields.filter((name) => data[name] !== null);
  const [masked, ...sealed] = await Promise.all([
    sealValue(vault, ref, 'masked', maskVerifiedData(data)),
    ...known.map((name) => sealValue(vault, ref, verifiedFieldNames[name], data[name])),
  ]);
  const fields = Object.fromEntries(known.map((name, index) => [name, sealed[index]]));
  return { ...customerKeys.identity(ref), sessionId, capturedAtMs, fields, masked };
}

/** The covered values; null where nothing is kept. @throws Unreadable */
export async function openMasked(
  vault: Vault,
  ref: CustomerRef,
  item: Item | null | undefined,
): Promise<MaskedData | null> {
  if (item == null) return null;
  return verifiedData.parse(await openValue(vault, ref, 'masked', identityItem.parse(item).masked));
}

/** The wanted fields of verified data; the others are null, and stay sealed. @throws Unreadable */
export async function openIdentity(
  vault: Vault,
  ref: CustomerRef,
  item: Item,
  wanted: readonly VerifiedField[],
): Promise<KeptIdentity> {
  const { fields, sessionId, capturedAtMs } = identityItem.parse(item);
  const opened = await Promise.all(
    wanted.map(async (name) => {
      const sealed = fields[name];
      const value =
        sealed === undefined ? null : await openValue(vault, ref, verifiedFieldNames[name], sealed);
      return [name, value];
    }),
  );
  const data = verifiedData.parse({ ...unknownData, ...Object.fromEntries(opened) });
  return { data, sessionId, capturedAtMs };
}

export function createIdentityDataRepository(table: Table, vault: Vault): IdentityDataRepository {
  return {
    async load(ref, wanted) {
      const item = await table.get(customerKeys.identity(ref));
      return item === null ? null : openIdentity(vault, ref, item, wanted);
    },
  };
}
