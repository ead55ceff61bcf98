// POST /api/dead-letters/redrive: has events that failed for good processed once more.

import { lettersPerCall, toRedrivenJson, toSelection } from './contracts/dead-letter.ts';
import { deadLetterEndpoints } from './contracts/endpoints/dead-letters.ts';
import { actorName } from './domain/actor.ts';
import { actorOf } from './shared/caller.ts';
import { composeRedrivableDeadLetters } from './shared/compose/dead-letters.ts';
import { composeEnvironment } from './shared/compose/environment.ts';
import { composeStorage } from './shared/compose/storage.ts';
import { httpEndpoint, type HttpHandler } from './shared/http-endpoint.ts';
import { lazily } from './shared/lazy.ts';
import type { Log } from './shared/log.ts';
import type { Clock } from './use-cases/ports/environment.ts';
import { redriveDeadLetters, type RedriveDeps } from './use-cases/redrive-dead-letters.ts';

type Deps = RedriveDeps & { clock: Clock; log: Log };

export function createRedriveDeadLetters(deps: Deps): HttpHandler {
  return httpEndpoint(deps.log, deadLetterEndpoints.redriveDeadLetters, async ({ caller, body, answer }) => {
    const order = { selection: toSelection(body), dryRun: body.dry_run };
    const report = await redriveDeadLetters(deps, order, { atMost: lettersPerCall });
    if (!report.dryRun) {
      deps.log.info('redrive', { actor: actorName(actorOf(caller)), count: report.redriven });
    }
    return answer(200, toRedrivenJson(report, deps.clock.nowMs()));
  });
}

export const handler = lazily(() =>
  createRedriveDeadLetters({
    ...composeStorage(),
    ...composeRedrivableDeadLetters(),
    ...composeEnvironment(),
  }),
);
