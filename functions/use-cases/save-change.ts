import type { CustomerChange } from '../domain/customer-change.ts';
import { notificationContent, type Notification } from '../domain/notification.ts';
import type { CustomerContext, CustomerRepository, CustomerSave } from './ports/customer-repository.ts';
import type { Clock, Randomness } from './ports/environment.ts';

export type SaveDeps = { customers: CustomerRepository; clock: Clock; randomness: Randomness };

/** Saves a decided change with its push; answers the context as it stands after. */
export async function saveChange(
  deps: SaveDeps,
  context: CustomerContext,
  change: CustomerChange,
  cause: Pick<
    CustomerSave,
    | 'actor'
    | 'session'
    | 'alternativeMessage'
    | 'identity'
    | 'documentExpiry'
    | 'erasesPersonalData'
    | 'eventId'
  >,
): Promise<CustomerContext> {
  const atMs = deps.clock.nowMs();
  await deps.customers.save({
    before: context.customer,
    change,
    atMs,
    notification: pushFor(deps.randomness, change, context.subaccount.appName, atMs),
    ...cause,
  });
  return { ...context, customer: change.after };
}

/** The push that goes with a change, under an id that stays the same over repeated deliveries. */
export function pushFor(
  randomness: Randomness,
  change: CustomerChange,
  appName: string,
  atMs: number,
): Notification | null {
  if (change.notification === null) return null;
  return {
    id: `ntf_${randomness.uuid()}`,
    kind: change.notification,
    subaccountId: change.after.subaccountId,
    customerId: change.after.id,
    createdAtMs: atMs,
    ...notificationContent(change.notification, {
      appName,
      lastError: change.after.lastError,
      documentDaysLeft: change.documentDaysLeft,
    }),
  };
}
