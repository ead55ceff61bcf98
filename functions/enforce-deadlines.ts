// On schedule: removes data whose time is over, and acts on documents that expire.

import { composeDeadlines } from './shared/compose/deadlines.ts';
import { composeEnvironment } from './shared/compose/environment.ts';
import { composeRedaction } from './shared/compose/redaction.ts';
import { composeStorage } from './shared/compose/storage.ts';
import { composeStripe } from './shared/compose/stripe.ts';
import { lazily } from './shared/lazy.ts';
import type { Log } from './shared/log.ts';
import type { DeadlineCounts } from './use-cases/enforce-deadlines-counts.ts';
import { enforceDeadlines, type EnforceDeadlinesDeps } from './use-cases/enforce-deadlines.ts';

export function createEnforceDeadlines({ log, ...deps }: EnforceDeadlinesDeps & { log: Log }) {
  return async (): Promise<DeadlineCounts> => {
    const { counts, faults } = await enforceDeadlines(deps);
    log.info('deadlines enforced', { counts });
    for (const fault of faults) log.fault('enforce deadlines', fault);
    // The run fails aloud, so that its alarm is heard.
    if (faults.length > 0) throw faults[0];
    return counts;
  };
}

export const handler = lazily(() => {
  const stripe = composeStripe();
  return createEnforceDeadlines({
    ...composeStorage(),
    ...composeEnvironment(),
    ...composeDeadlines(),
    ...composeRedaction(),
    identity: async () => (await stripe()).identity,
  });
});
