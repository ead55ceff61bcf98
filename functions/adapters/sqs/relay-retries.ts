import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { toHandedOverMessage } from '../../contracts/handed-over-record.ts';
import type { RelayRetries } from '../../use-cases/ports/relay.ts';
import { briefCalls } from '../brief-calls.ts';

/** The queue of what is relayed again. */
export function createRelayRetries(
  queueUrl: string,
  client: SQSClient = new SQSClient(briefCalls),
): RelayRetries {
  return {
    async handOver(record) {
      const MessageBody = JSON.stringify(toHandedOverMessage(record));
      await client.send(new SendMessageCommand({ QueueUrl: queueUrl, MessageBody }));
    },
  };
}
