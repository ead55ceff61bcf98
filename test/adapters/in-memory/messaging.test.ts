import { toNotificationMessage, toStripeEventMessage } from '../../../functions/contracts/messages.ts';
import { readHistory } from '../../../functions/contracts/delivery-history.ts';
import { createWorld } from '../../support/in-memory/world.ts';
import { describeEventQueue } from '../contracts/event-queue.ts';
import { describePushService } from '../contracts/push-service.ts';
import { describeNotificationPublisher } from '../contracts/notification-publisher.ts';
import { describeWebhookDeliveries } from '../contracts/webhook-deliveries.ts';

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

describeWebhookDeliveries(() => {
  const { deliveries } = createWorld();
  return {
    deliveries,
    handOut: (lane, body) =>
      Promise.resolve({ lane, body, receiptHandle: 'AQEB', queuedAtMs: 0, history: readHistory({}) }),
    handedOutAgain: (lane) =>
      Promise.resolve(deliveries.retries.find(({ delivery }) => delivery.lane === lane)?.delivery.body),
    receive: (from) => Promise.resolve(deliveries[from].shift()),
  };
});

function taken<Kept>(kept: Kept[], toMessage: (one: Kept) => object): Promise<string | undefined> {
  const one = kept.shift();
  return Promise.resolve(one === undefined ? undefined : JSON.stringify(toMessage(one)));
}
