// Waits until a run has worked off all that it has acknowledged.

import { setTimeout as wait } from 'node:timers/promises';
import type { Archive } from './evidence.ts';
import { promisedPushes } from './verdict.ts';

const pollMs = 100;
/** So long nothing may change: longer than a message stays hidden after a failure. */
const patienceMs = 240_000;
const markersPerRead = 100;

/** Returns once all is done, or nothing has moved for minutes; what is missing then is for the judge to name. */
export async function drain(
  archive: Archive,
  acknowledged: ReadonlySet<string>,
  tell: (line: string) => void,
): Promise<void> {
  let missing = [...acknowledged];
  const withoutMarker = async (): Promise<number> => {
    for (;;) {
      const batch = missing.slice(0, markersPerRead);
      if (batch.length === 0) return 0;
      const still = await archive.unprocessed(batch);
      missing = [...missing.slice(markersPerRead), ...still];
      if (still.length > 0) return missing.length;
    }
  };
  // A given-up event never gets its marker; once the queues are empty, that is decided.
  await untilZero(
    async () => (await withoutMarker()) && (await archive.queued()),
    'events without effect',
    tell,
  );
  await untilZero(archive.queued, 'messages in the queues', tell);
  const promised = promisedPushes(await archive.items());
  await untilZero(async () => missingPushes(archive, promised), 'changes without their push', tell);
}

async function missingPushes(archive: Archive, promised: readonly string[]): Promise<number> {
  const pushed = new Set((await archive.pushes()).map(({ id }) => id));
  return promised.filter((id) => !pushed.has(id)).length;
}

async function untilZero(
  count: () => Promise<number>,
  what: string,
  tell: (line: string) => void,
): Promise<void> {
  let least = Infinity;
  let deadline = Date.now() + patienceMs;
  for (;;) {
    const left = await count();
    // Twice, because a message could move from a queue that wasn't counted yet to one that was.
    if (left === 0 && (await count()) === 0) return;
    if (left < least) deadline = Date.now() + patienceMs;
    least = Math.min(least, left);
    if (Date.now() > deadline) {
      tell(`gave up waiting for ${left} ${what}`);
      return;
    }
    await wait(pollMs);
  }
}
