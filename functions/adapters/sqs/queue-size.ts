import { GetQueueAttributesCommand, type SQSClient } from '@aws-sdk/client-sqs';
import * as z from 'zod';

const countNames = [
  'ApproximateNumberOfMessages',
  'ApproximateNumberOfMessagesNotVisible',
  'ApproximateNumberOfMessagesDelayed',
] as const;

const counts = z.object(Object.fromEntries(countNames.map((name) => [name, z.coerce.number().int()])));

/** How many messages are in a queue, those in somebody's hand and those that are held back too. */
export async function approximateSizeOf(client: SQSClient, QueueUrl: string): Promise<number> {
  const { Attributes } = await client.send(
    new GetQueueAttributesCommand({ QueueUrl, AttributeNames: [...countNames] }),
  );
  return Object.values(counts.parse(Attributes)).reduce((sum, count) => sum + count, 0);
}
