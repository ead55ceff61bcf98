import type { AuditEntry } from '../../../functions/domain/audit-entry.ts';
import type { Customer, CustomerRef } from '../../../functions/domain/customer.ts';
import type { Notification } from '../../../functions/domain/notification.ts';
import type { CustomerRepository } from '../../../functions/use-cases/ports/customer-repository.ts';
import type { SubaccountRepository } from '../../../functions/use-cases/ports/subaccount-repository.ts';
import { addSubaccount, created, newRef } from './samples.ts';

/** The repositories of one store, and a look at what no port reads back yet. */
export type CustomerHarness = {
  customers: CustomerRepository;
  subaccounts: SubaccountRepository;
  /** Oldest first. */
  auditOf: (ref: CustomerRef) => Promise<AuditEntry[]>;
  /** Oldest first. */
  outboxOf: (ref: CustomerRef) => Promise<Notification[]>;
};

export type MakeCustomerHarness = () => CustomerHarness;

/** A store with a new customer of a new subaccount. */
export async function withCustomer(
  make: MakeCustomerHarness,
): Promise<CustomerHarness & { ref: CustomerRef; customer: Customer }> {
  const harness = make();
  const ref = newRef(await addSubaccount(harness.subaccounts));
  return { ...harness, ref, customer: await created(harness.customers, ref) };
}

/** What the promises came to: the answers, and the names of the faults. */
export async function outcomes<Answer>(
  promises: readonly Promise<Answer>[],
): Promise<{ answers: Answer[]; faults: string[] }> {
  const settled = await Promise.allSettled(promises);
  return {
    answers: settled.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : [])),
    faults: settled.flatMap((one) => (one.status === 'rejected' ? [nameOf(one.reason)] : [])),
  };
}

function nameOf(fault: unknown): string {
  return fault instanceof Error ? fault.name : typeof fault;
}
