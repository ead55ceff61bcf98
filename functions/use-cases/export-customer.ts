import { changeCustomer } from '../domain/customer-change.ts';
import type { CustomerRef } from '../domain/customer.ts';
import type { Policy } from '../domain/policy.ts';
import type { CustomerExportSource, CustomerHoldings } from './ports/customer-export.ts';
import type { Metrics, Pause } from './ports/environment.ts';
import { retryOnConflict } from './retry-on-conflict.ts';
import { saveChange, type SaveDeps } from './save-change.ts';

export type ExportCustomerDeps = SaveDeps & {
  customerExport: CustomerExportSource;
  metrics: Metrics;
  pause: Pause;
};

export type ExportedCustomer = { holdings: CustomerHoldings; policy: Policy; exportedAtMs: number };

/** With notes of full length these are 4 MB, of the 6 MB that Lambda answers with. Older ones are in the trail. */
const maxAuditEntries = 500;

/**
 * Everything that is held of a customer, for an operator who was asked for it. The audit entry is saved before
 * anything is answered, at the version that was exported: where that fails nothing is disclosed.
 * @throws NotFound `customer_not_found`, Conflict `export_too_large`
 */
export async function exportCustomer(
  deps: ExportCustomerDeps,
  ref: CustomerRef,
  request: { userId: string; reason: string; sections: readonly string[] },
): Promise<ExportedCustomer> {
  return retryOnConflict(deps, async () => {
    const context = await deps.customers.loadContext(ref);
    const holdings = await deps.customerExport.load(ref, { auditEntries: maxAuditEntries });
    const exportedAtMs = deps.clock.nowMs();
    const shown = { notes: request.reason, revealed: request.sections };
    const change = changeCustomer(context.customer, 'customer_exported', {}, shown);
    await saveChange(deps, context, change, { actor: { kind: 'operator', id: request.userId } });
    deps.metrics.count('PersonalDataShown');
    return { holdings, policy: context.policy, exportedAtMs };
  });
}
