import type { Notification } from '../domain/notification.ts';
import type { DeviceRepository, PushSender } from './ports/devices.ts';
import type { NotificationPublisher } from './ports/messaging.ts';

export type DeliverDeps = {
  publisher: NotificationPublisher;
  devices: Pick<DeviceRepository, 'list' | 'remove'>;
  sender: PushSender;
};

/** Several things went wrong at once. */
class DeliveryFailed extends Error {
  override name = 'DeliveryFailed';
  readonly faults: readonly unknown[];
  constructor(faults: readonly unknown[]) {
    super('A notification did not get everywhere.');
    this.faults = faults;
  }
}

/** What went wrong, one by one; at least one thing. */
export function faultsOf(fault: unknown): readonly unknown[] {
  return fault instanceof DeliveryFailed ? fault.faults : [fault];
}

/**
 * Publishes a notification as a domain event and pushes it to each of the customer's devices. A device whose
 * endpoint takes no more pushes is removed. What can go out does, and what went wrong is thrown after that.
 * @param reached where it has been, `topic` and `device:<id>`: it doesn't go there again, and what is reached now
 *   is added, so that the repetition after a fault does the rest alone
 */
export async function deliverNotification(
  deps: DeliverDeps,
  notification: Notification,
  reached = new Set<string>(),
): Promise<void> {
  const reach = async (place: string, send: () => Promise<void>): Promise<void> => {
    if (reached.has(place)) return;
    await send();
    reached.add(place);
  };
  const pushToDevices = async (): Promise<void> => {
    const { subaccountId, customerId } = notification;
    const ref = { subaccountId, customerId };
    const pushes = (await deps.devices.list(ref)).map((device) =>
      reach(`device:${device.id}`, async () => {
        const outcome = await deps.sender.push(device.endpointArn, notification);
        if (outcome === 'gone') await deps.devices.remove(ref, device);
      }),
    );
    await allDone(pushes);
  };
  await allDone([reach('topic', () => deps.publisher.publish(notification)), pushToDevices()]);
}

/** Waits for all, and only then fails where some did. */
async function allDone(parts: readonly Promise<void>[]): Promise<void> {
  const results = await Promise.allSettled(parts);
  const faults = results.flatMap((result) => (result.status === 'rejected' ? faultsOf(result.reason) : []));
  if (faults.length > 1) throw new DeliveryFailed(faults);
  if (faults.length > 0) throw faults[0];
}
