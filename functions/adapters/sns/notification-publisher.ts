import { PublishCommand, SNSClient } from '@aws-sdk/client-sns';
import { toNotificationMessage } from '../../contracts/messages.ts';
import type { NotificationPublisher } from '../../use-cases/ports.ts';

/** The notification topic; subscribers filter on the attributes. */
export function createNotificationPublisher(
  topicArn: string,
  client: SNSClient = new SNSClient({}),
): NotificationPublisher {
  return {
    async publish(notification) {
      await client.send(
        new PublishCommand({
          TopicArn: topicArn,
          Message: JSON.stringify(toNotificationMessage(notification)),
          MessageAttributes: {
            subaccount_id: { DataType: 'String', StringValue: notification.subaccountId },
            kind: { DataType: 'String', StringValue: notification.kind },
          },
        }),
      );
    },
  };
}
