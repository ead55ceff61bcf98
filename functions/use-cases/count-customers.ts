import {
  countedAtMost,
  customerFilters,
  type CustomerCount,
  type CustomerFilter,
} from '../domain/customer-list.ts';
import { noSuchSubaccount } from '../domain/faults.ts';
import type { CustomerRepository } from './ports/customer-repository.ts';
import type { SubaccountRepository } from './ports/subaccount-repository.ts';

/** How many customers each filter shows, all of them counted at once. @throws NotFound `subaccount_not_found` */
export async function countCustomers(
  deps: { customers: Pick<CustomerRepository, 'count'>; subaccounts: Pick<SubaccountRepository, 'load'> },
  subaccountId: string,
): Promise<CustomerCount[]> {
  const counted = async (filter: CustomerFilter): Promise<CustomerCount> => {
    const count = await deps.customers.count(subaccountId, filter, countedAtMost);
    return { filter, count, capped: count >= countedAtMost };
  };
  const [home, counts] = await Promise.all([
    deps.subaccounts.load(subaccountId),
    Promise.all(customerFilters.map(counted)),
  ]);
  if (home === null) throw noSuchSubaccount();
  return counts;
}
