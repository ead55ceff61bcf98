import { deliverNotification, type DeliverDeps } from './deliver-notification.ts';
import type { RelayedChange, SignupQueue } from './ports/messaging.ts';

export type RelayDeps = DeliverDeps & { signups: SignupQueue };

/**
 * Tells those whom it concerns. Looking a signup up can take long, so that is left to another worker.
 * @param reached where a notification has been (deliver-notification.ts)
 */
export async function relayChange(
  deps: RelayDeps,
  change: RelayedChange,
  reached: Set<string>,
): Promise<void> {
  if (change.kind === 'signup') await deps.signups.send(change.ref);
  else await deliverNotification(deps, change.notification, reached);
}
