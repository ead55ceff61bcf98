// Reads a message of the webhook queues as Lambda hands it over.

import type { SQSRecord } from 'aws-lambda';
import { readHistory } from '../contracts/delivery-history.ts';
import type { DeliveryHistory } from '../domain/failed-delivery.ts';
import type { Delivery, Lane } from '../use-cases/ports/messaging.ts';

export function readDelivery(record: SQSRecord, laneOf: (queueArn: string) => Lane): Delivery {
  return {
    lane: laneOf(record.eventSourceARN),
    body: record.body,
    receiptHandle: record.receiptHandle,
    queuedAtMs: Number(record.attributes.SentTimestamp),
    history: historyBefore(record),
  };
}

/**
 * The attributes tell what happened before the message came into this queue; SQS lets nobody change them while it
 * is there. Since then, each handing out but this one was a failed try, the first of them soon after it began.
 */
function historyBefore({ attributes, messageAttributes }: SQSRecord): DeliveryHistory {
  const earlier = readHistory(
    Object.fromEntries(
      Object.entries(messageAttributes).map(([name, { stringValue }]) => [name, stringValue]),
    ),
  );
  const failedHere = Number(attributes.ApproximateReceiveCount) - 1;
  if (failedHere < 1) return earlier;
  return {
    ...earlier,
    tries: earlier.tries + failedHere,
    firstFailedAtMs: earlier.firstFailedAtMs ?? Number(attributes.ApproximateFirstReceiveTimestamp),
  };
}
