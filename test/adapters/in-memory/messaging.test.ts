import { toNotificationMessage, toStripeEventMessage } from '../../../functions/contracts/messages.ts';
import { createWorld } from '../../support/in-memory/world.ts';
import { describeEventQueue } from '../contracts/event-queue.ts';
import { describePushService } from '../contracts/push-service.ts';
import { describeNotificationPublisher } from '../contracts/notification-publisher.ts';

describeEventQueue(() => {
  const { queue } = createWorld();
  return { queue, receive: () => taken(queue.sent, toStripeEventMessage) };
});

describeNotificationPublisher(() => {
  const { publisher } = createWorld();
  return { publisher, receive: () => taken(publisher.published, toNotificationMessage) };
});

describePushService(() => {
  const { endpoints, sender, pushService } = createWorld();
  return {
    endpoints,
    sender,
    disable: (_arn, token) => {
      pushService.disable(token);
      return Promise.resolve();
    },
    pushedCount: () => pushService.pushed.length,
  };
});

function taken<Kept>(kept: Kept[], toMessage: (one: Kept) => object): Promise<string | undefined> {
  const one = kept.shift();
  return Promise.resolve(one === undefined ? undefined : JSON.stringify(toMessage(one)));
}
