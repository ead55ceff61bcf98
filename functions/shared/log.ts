// Log lines carry what is named here and nothing else: ids, codes, counts, never bodies, names or messages of
// strangers' errors, which can quote what they choked on.

import { Logger } from '@aws-lambda-powertools/logger';
import type { ReconcileCounts } from '../domain/reconciler-run.ts';
import type { DeadlineCounts } from '../use-cases/enforce-deadlines-counts.ts';

/** Everything that a log line may say beside its message. */
export type LogFields = Partial<{
  route: string;
  status: number;
  code: string;
  requestId: string;
  eventId: string;
  eventType: string;
  notificationId: string;
  jobId: string;
  /** Who had it done, such as `operator:u_1`. */
  actor: string;
  count: number;
  /** What a scheduled run did. */
  counts: ReconcileCounts | DeadlineCounts;
}>;

export type Log = {
  info: (message: string, fields?: LogFields) => void;
  /** What went wrong, by kind and place. */
  fault: (message: string, fault: unknown, fields?: LogFields) => void;
};

export function createLog(logger: Logger = new Logger()): Log {
  return {
    info: (message, fields = {}) => {
      logger.info(message, withPlainIds(fields));
    },
    fault: (message, fault, fields = {}) => {
      const entry = { ...withPlainIds(fields), ...describe(fault) };
      if (isOurs(fault)) logger.info(message, entry);
      else logger.error(message, entry);
    },
  };
}

/** Ids and codes come from strangers too, who can send anything in their place. */
function withPlainIds(fields: LogFields): LogFields {
  const { code, requestId, eventId, notificationId, jobId, ...rest } = fields;
  return {
    ...rest,
    ...(code !== undefined && { code: plainCode(code) }),
    ...(requestId !== undefined && { requestId: plainCode(requestId) }),
    ...(eventId !== undefined && { eventId: plainCode(eventId) }),
    ...(notificationId !== undefined && { notificationId: plainCode(notificationId) }),
    ...(jobId !== undefined && { jobId: plainCode(jobId) }),
  };
}

/** What has no blanks and a code's length; all else says nothing. */
function plainCode(text: string): string {
  return /^[\w:.=+/-]{1,200}$/.test(text) ? text : 'unknown';
}

/** What a fault is called; nothing that it says. */
export function kindOfFault(fault: unknown): string {
  return fault instanceof Error ? plainCode(fault.name) : typeof fault;
}

function describe(fault: unknown): Record<string, unknown> {
  if (!(fault instanceof Error)) return { fault: kindOfFault(fault) };
  const code = 'code' in fault && typeof fault.code === 'string' ? { code: plainCode(fault.code) } : {};
  return { fault: kindOfFault(fault), ...code, ...(isOurs(fault) ? {} : { at: frames(fault) }) };
}

/** Faults that are answers to a caller (functions/domain/faults.ts) have a 4xx meaning and need no stack. */
function isOurs(fault: unknown): boolean {
  return (
    fault instanceof Error &&
    ['InvalidInput', 'Forbidden', 'NotFound', 'Conflict', 'BodyTooLarge'].includes(fault.name)
  );
}

const maxFrames = 8;

/** A place in a file, with or without the function's name before it. */
const frame = /^at (?:.+ \(|async )?(?:file:\/\/|node:|\/)[^()]+:\d+:\d+\)?$/;

/**
 * The stack's places without its first lines, which repeat the message: perhaps another one than the fault has by now,
 * so what isn't a place is left out as well.
 */
function frames(fault: Error): string[] {
  return (fault.stack ?? '')
    .replace(fault.message, '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => frame.test(line))
    .slice(0, maxFrames);
}
