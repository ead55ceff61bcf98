import type { Notification } from '../../../functions/domain/notification.ts';
import type { NotificationPublisher } from '../../../functions/use-cases/ports/messaging.ts';
import { createFaults, type FaultSwitch } from './faults.ts';

export type InMemoryNotificationPublisher = NotificationPublisher &
  FaultSwitch & { published: Notification[] };

export function createInMemoryNotificationPublisher(): InMemoryNotificationPublisher {
  const published: Notification[] = [];
  const { throwIfSet, ...faultSwitch } = createFaults();
  return {
    async publish(notification) {
      throwIfSet();
      published.push(notification);
      return Promise.resolve();
    },
    ...faultSwitch,
    published,
  };
}
