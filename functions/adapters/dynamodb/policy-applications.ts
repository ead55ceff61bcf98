// The latest application of a policy in each subaccount: one item, replaced only at its revision.

import * as z from 'zod';
import { ConcurrentChange } from '../../domain/faults.ts';
import { applicationStatuses, type PolicyApplication } from '../../domain/policy-application-job.ts';
import type { PolicyApplications } from '../../use-cases/ports/policy-effects.ts';
import { subaccountKeys } from './keys.ts';
import type { Table } from './table.ts';

const applicationItem: z.ZodType<PolicyApplication> = z.object({
  id: z.string(),
  subaccountId: z.string(),
  revision: z.int().min(1),
  status: z.enum(applicationStatuses),
  policyVersion: z.int(),
  requestedBy: z.string(),
  requestedAtMs: z.number(),
  startedAtMs: z.number().nullable(),
  updatedAtMs: z.number(),
  finishedAtMs: z.number().nullable(),
  processed: z.int(),
  flagged: z.int(),
  cursor: z.string().nullable(),
  previousCursor: z.string().nullable(),
});

export function createPolicyApplications(table: Table): PolicyApplications {
  return {
    async load(subaccountId) {
      const item = await table.get(subaccountKeys.policyApplication(subaccountId));
      return item === null ? null : applicationItem.parse(item);
    },

    async save(job) {
      const item = { ...subaccountKeys.policyApplication(job.subaccountId), ...job };
      const saved =
        job.revision === 1
          ? await table.putIf(item, 'attribute_not_exists(pk)')
          : await table.putIf(item, 'revision = :before', { ':before': job.revision - 1 });
      if (!saved) throw new ConcurrentChange();
    },
  };
}
