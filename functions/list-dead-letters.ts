// GET /api/dead-letters: events of Stripe that failed for good, oldest first.

import { lettersPerCall, toDeadLetterListJson } from './contracts/dead-letter.ts';
import { deadLetterEndpoints } from './contracts/endpoints/dead-letters.ts';
import { composeDeadLetters } from './shared/compose/dead-letters.ts';
import { composeEnvironment } from './shared/compose/environment.ts';
import { composeStorage } from './shared/compose/storage.ts';
import { httpEndpoint, type HttpHandler } from './shared/http-endpoint.ts';
import { lazily } from './shared/lazy.ts';
import type { Log } from './shared/log.ts';
import { listDeadLetters } from './use-cases/list-dead-letters.ts';
import type { Clock } from './use-cases/ports/environment.ts';

type Deps = Parameters<typeof listDeadLetters>[0] & { clock: Clock; log: Log };

export function createListDeadLetters(deps: Deps): HttpHandler {
  return httpEndpoint(deps.log, deadLetterEndpoints.listDeadLetters, async ({ query, answer }) => {
    const list = await listDeadLetters(deps, query.limit, { atMost: lettersPerCall });
    return answer(200, toDeadLetterListJson(list, deps.clock.nowMs()));
  });
}

export const handler = lazily(() =>
  createListDeadLetters({ ...composeStorage(), ...composeDeadLetters(), ...composeEnvironment() }),
);
