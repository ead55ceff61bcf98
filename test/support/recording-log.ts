import type { Log, LogFields } from '../../functions/shared/log.ts';

type Line = { message: string; fields: LogFields; fault?: unknown };

/** A log that a test can read. */
export type RecordingLog = Log & { lines: Line[] };

export function createRecordingLog(): RecordingLog {
  const lines: Line[] = [];
  return {
    lines,
    info: (message, fields = {}) => {
      lines.push({ message, fields });
    },
    fault: (message, fault, fields = {}) => {
      lines.push({ message, fields, fault });
    },
  };
}
