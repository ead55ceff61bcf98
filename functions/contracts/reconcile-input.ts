// What the reconciler may be invoked with by hand; a schedule's event has nothing of it.

import * as z from 'zod';

const reconcileInput = z.object({
  /** How long a session must have been quiet to be read back; 0 after an outage, to wait for no webhook. */
  quiet_seconds: z.int().min(0).optional(),
});

/** @throws ZodError for a value that makes no sense */
export function readReconcileInput(event: unknown): { quietMs?: number } {
  const { quiet_seconds: seconds } = reconcileInput.parse(event ?? {});
  return seconds === undefined ? {} : { quietMs: seconds * 1000 };
}
