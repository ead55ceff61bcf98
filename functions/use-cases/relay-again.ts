// What the stream's relay handed over, tried again beside the stream.

import { worseFault, type HandedOver } from '../domain/failed-relay.ts';
import { faultsOf } from './deliver-notification.ts';
import type { Clock } from './ports/environment.ts';
import type { JudgeFault, Outbox, RelayRetries } from './ports/relay.ts';
import { relayChange, type RelayDeps } from './relay-change.ts';

export type RelayAgainDeps = RelayDeps & {
  outbox: Outbox;
  retries: RelayRetries;
  judge: JudgeFault;
  clock: Clock;
};

/** `got_further`: a part is delivered, and the rest is on the queue anew. `expired`: its item is gone. */
export type RelayedAgain = 'relayed' | 'got_further' | 'expired';

/**
 * Delivers a record to where it has not been yet.
 * @throws whatever keeps it from getting anywhere, so that the queue hands it out again
 */
export async function relayAgain(deps: RelayAgainDeps, record: HandedOver): Promise<RelayedAgain> {
  const change = await deps.outbox.read(record.item);
  // The item was saved with its change and lives for a week: after that, nobody waits for this push any more.
  if (change === null) return 'expired';
  const reached = new Set(record.reached);
  try {
    await relayChange(deps, change, reached);
    return 'relayed';
  } catch (fault) {
    if (reached.size === record.reached.length) throw fault;
    await deps.retries.handOver({
      ...record,
      reached: [...reached],
      cause: faultsOf(fault).map(deps.judge).reduce(worseFault).cause,
      lastFailedAtMs: deps.clock.nowMs(),
    });
    return 'got_further';
  }
}
