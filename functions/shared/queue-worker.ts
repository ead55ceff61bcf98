// What every queue's worker does around its use case: one that fails is logged and put back alone.

import { BatchProcessor, EventType, processPartialResponse } from '@aws-lambda-powertools/batch';
import type { SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda';
import type { Log, LogFields } from './log.ts';

export type QueueHandler = (batch: SQSEvent) => Promise<SQSBatchResponse>;

/** `run` does the work of one message and answers what its log line says. */
export function queueWorker(
  log: Log,
  name: string,
  run: (message: SQSRecord) => Promise<LogFields>,
): QueueHandler {
  const process = async (message: SQSRecord): Promise<void> => {
    try {
      log.info(name, await run(message));
    } catch (fault) {
      log.fault(name, fault, { requestId: message.messageId });
      throw fault;
    }
  };
  return (batch) =>
    processPartialResponse(batch, process, new BatchProcessor(EventType.SQS), {
      throwOnFullBatchFailure: false,
    });
}
