import { PublishCommand, SNSClient } from '@aws-sdk/client-sns';
import { toNotificationMessage } from '../../contracts/messages.ts';
import type { NotificationPublisher } from '../../use-cases/ports/messaging.ts';
import { briefCalls } from '../brief-calls.ts';

/** The notification topic; subscribers filter on the attributes. */
export function createNotificationPublisher(
  topicArn: string,
  client: SNSClient = new SNSClient(briefCalls),
): NotificationPublisher {
  return {
    async publish(notification) {
      const message = toNotificationMessage(notification);
      await client.send(
        new PublishCommand({
          TopicArn: topicArn,
          Message: JSON.stringify(message),
          MessageAttributes: {
            type: text(message.type),
            kind: text(message.kind),
            subaccount_id: text(message.subaccount_id),
          },
        }),
      );
    },
  };
}

function text(StringValue: string) {
  return { DataType: 'String', StringValue };
}
