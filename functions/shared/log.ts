// Log lines carry what is named here and nothing else: ids, codes, counts, never bodies, names or messages of
// strangers' errors, which can quote what they choked on.

import { Logger } from '@aws-lambda-powertools/logger';
import type { DeadlineCounts } from '../use-cases/enforce-deadlines-counts.ts';
import type { ReconcileCounts } from '../use-cases/reconcile-counts.ts';

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
      logger.info(message, { ...fields });
    },
    fault: (message, fault, fields = {}) => {
      const entry = { ...fields, ...describe(fault) };
      if (isOurs(fault)) logger.info(message, entry);
      else logger.error(message, entry);
    },
  };
}

function describe(fault: unknown): Record<string, unknown> {
  if (!(fault instanceof Error)) return { fault: typeof fault };
  const code = 'code' in fault && typeof fault.code === 'string' ? { code: fault.code } : {};
  return { fault: fault.name, ...code, ...(isOurs(fault) ? {} : { at: frames(fault) }) };
}

/** Faults that are answers to a caller (functions/domain/faults.ts) have a 4xx meaning and need no stack. */
function isOurs(fault: unknown): boolean {
  return (
    fault instanceof Error &&
    ['InvalidInput', 'Forbidden', 'NotFound', 'Conflict', 'BodyTooLarge'].includes(fault.name)
  );
}

const maxFrames = 8;

/** The stack's places without its first lines, which repeat the message. */
function frames(fault: Error): string[] {
  return (fault.stack ?? '')
    .replace(fault.message, '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line.startsWith('at '))
    .slice(0, maxFrames);
}
