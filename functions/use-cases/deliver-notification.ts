import type { Notification } from '../domain/notification.ts';
import type { DeviceRepository, PushSender } from './ports/devices.ts';
import type { NotificationPublisher } from './ports/messaging.ts';

export type DeliverDeps = {
  publisher: NotificationPublisher;
  devices: Pick<DeviceRepository, 'list' | 'remove'>;
  sender: PushSender;
};

/**
 * Publishes a notification as a domain event and pushes it to each of the customer's devices. A device whose
 * endpoint takes no more pushes is removed. What can go out does; a fault is thrown after that, and the
 * repetition that follows sends everything again, under the same id.
 */
export async function deliverNotification(deps: DeliverDeps, notification: Notification): Promise<void> {
  await allDone([deps.publisher.publish(notification), pushToDevices(deps, notification)]);
}

async function pushToDevices(deps: DeliverDeps, notification: Notification): Promise<void> {
  const { subaccountId, customerId } = notification;
  const ref = { subaccountId, customerId };
  const devices = await deps.devices.list(ref);
  await allDone(
    devices.map(async (device) => {
      const outcome = await deps.sender.push(device.endpointArn, notification);
      if (outcome === 'gone') await deps.devices.remove(ref, device);
    }),
  );
}

/** Waits for all, and only then fails where one did. */
async function allDone(parts: readonly Promise<void>[]): Promise<void> {
  await Promise.allSettled(parts);
  await Promise.all(parts);
}
