// The indexes that list a subaccount's customers, and where a page of them begins.

import type { CustomerFilter } from '../../domain/customer-list.ts';
import type { Customer, CustomerRef } from '../../domain/customer.ts';
import { InvalidInput } from '../../domain/faults.ts';
import { customerKeys } from './keys.ts';

/** The index attributes of a customer's profile; what is left out keeps it out of that index. */
export function indexAttributes(customer: Customer): Record<string, string> {
  const { subaccountId, id, requirement, identityStatus, alternativeRequestedAtMs } = customer;
  return {
    creation_pk: `SUB#${subaccountId}#CUSTOMERS`,
    creation_sk: sortKey(customer.createdAtMs, id),
    ...(requirement.state === 'required' && {
      requirement_pk: `SUB#${subaccountId}#REQUIRED`,
      requirement_sk: sortKey(requirement.atMs, id),
    }),
    ...(alternativeRequestedAtMs !== null && {
      alternative_pk: `SUB#${subaccountId}#ALTERNATIVE`,
      alternative_sk: sortKey(alternativeRequestedAtMs, id),
    }),
    ...(identityStatus !== null && {
      status_pk: `SUB#${subaccountId}#STATUS#${identityStatus}`,
      status_sk: sortKey(customer.identityStatusAtMs, id),
    }),
  };
}

export type CustomerIndex = { name: string; pk: string; partition: string; sk: string };

/** Which index answers a filter. */
export function indexFor(subaccountId: string, filter: CustomerFilter): CustomerIndex {
  const tenant = `SUB#${subaccountId}`;
  switch (filter) {
    case 'all':
      return index('creation', `${tenant}#CUSTOMERS`);
    case 'required':
      return index('requirement', `${tenant}#REQUIRED`);
    case 'alternative_requested':
      return index('alternative', `${tenant}#ALTERNATIVE`);
    case 'pending':
    case 'requires_input':
    case 'failed':
    case 'verified':
      return index('status', `${tenant}#STATUS#${filter}`);
  }
}

function index(name: string, partition: string): CustomerIndex {
  return { name: `by_${name}`, pk: `${name}_pk`, partition, sk: `${name}_sk` };
}

function sortKey(timeMs: number, customerId: string): string {
  return `${new Date(timeMs).toISOString()}#${customerId}`;
}

/** A query of an index from behind a sort key, which came from a cursor. @throws InvalidInput where it is none */
export function inIndex(index: CustomerIndex, subaccountId: string, lastSortKey: string | null) {
  return {
    IndexName: index.name,
    KeyConditionExpression: '#pk = :partition',
    ExpressionAttributeNames: { '#pk': index.pk },
    ExpressionAttributeValues: { ':partition': index.partition },
    ...(lastSortKey !== null && { ExclusiveStartKey: startKey(index, subaccountId, lastSortKey) }),
  };
}

function startKey(index: CustomerIndex, subaccountId: string, lastSortKey: string): Record<string, string> {
  const match = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z#([A-Za-z0-9_.:@-]+)$/.exec(lastSortKey);
  const customerId = match?.[1];
  if (customerId === undefined) {
    throw new InvalidInput([{ path: 'cursor', message: 'is not a cursor of this list' }]);
  }
  const ref: CustomerRef = { subaccountId, customerId };
  return { ...customerKeys.profile(ref), [index.pk]: index.partition, [index.sk]: lastSortKey };
}
