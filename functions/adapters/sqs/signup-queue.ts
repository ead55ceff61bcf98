import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { toSignupMessage } from '../../contracts/messages.ts';
import type { SignupQueue } from '../../use-cases/ports/messaging.ts';

/** The signals queue. */
export function createSignupQueue(queueUrl: string, client: SQSClient = new SQSClient({})): SignupQueue {
  return {
    async send(ref) {
      const MessageBody = JSON.stringify(toSignupMessage(ref));
      await client.send(new SendMessageCommand({ QueueUrl: queueUrl, MessageBody }));
    },
  };
}
