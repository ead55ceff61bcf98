import * as z from 'zod';
import type { Subaccount } from '../domain/subaccount.ts';
import type { OperationalZones } from '../domain/zones.ts';
import { freeText } from './free-text.ts';
import { listCursor, pageLimit } from './page-limit.ts';
import { operationalZones } from './zones.ts';

export const putSubaccountBody = z.strictObject({
  name: freeText(200),
  /** What riders know the app as; it stands in the pushes. */
  app_name: freeText(100),
  /** Left out they stay, null takes them away. */
  operational_zones: operationalZones.nullish(),
});

export const subaccountJson = z
  .object({
    id: z.string(),
    name: z.string(),
    app_name: z.string(),
    /** Where vehicles may ride, as it was put. */
    operational_zones: operationalZones.nullable(),
    version: z.int(),
  })
  .meta({ id: 'Subaccount' });
export type SubaccountJson = z.infer<typeof subaccountJson>;

export function toSubaccountJson(subaccount: Subaccount, zones: OperationalZones | null): SubaccountJson {
  return {
    id: subaccount.id,
    name: subaccount.name,
    app_name: subaccount.appName,
    operational_zones: zones,
    version: subaccount.version,
  };
}

export const listSubaccountsQuery = z.strictObject({ cursor: listCursor, limit: pageLimit });

export const subaccountListJson = z
  .object({
    data: z.array(z.object({ id: z.string(), name: z.string() })),
    next_cursor: z.string().nullable(),
  })
  .meta({ id: 'SubaccountList' });

export function toSubaccountListJson(
  subaccounts: readonly Subaccount[],
  nextCursor: string | null,
): z.infer<typeof subaccountListJson> {
  return { data: subaccounts.map(({ id, name }) => ({ id, name })), next_cursor: nextCursor };
}
