import * as z from 'zod';
import type { Subaccount } from '../domain/subaccount.ts';

export const putSubaccountBody = z.strictObject({
  name: z.string().trim().min(1).max(200),
  /** What riders know the app as; it stands in the pushes. */
  app_name: z.string().trim().min(1).max(100),
});

export const subaccountJson = z.object({
  id: z.string(),
  name: z.string(),
  app_name: z.string(),
  version: z.int(),
});
export type SubaccountJson = z.infer<typeof subaccountJson>;

export function toSubaccountJson(subaccount: Subaccount): SubaccountJson {
  return {
    id: subaccount.id,
    name: subaccount.name,
    app_name: subaccount.appName,
    version: subaccount.version,
  };
}
