// GET /api/reconciler-runs: what the reconciler did in each of its runs, newest first.

import { operationsEndpoints } from './contracts/endpoints/operations.ts';
import { toReconcilerRunJson } from './contracts/reconciler-run.ts';
import { composeEnvironment } from './shared/compose/environment.ts';
import { composeReconcilerRuns } from './shared/compose/operations.ts';
import { httpEndpoint, type HttpHandler } from './shared/http-endpoint.ts';
import { lazily } from './shared/lazy.ts';
import type { Log } from './shared/log.ts';
import type { ReconcilerRuns } from './use-cases/ports/operations.ts';

type Deps = { reconcilerRuns: Pick<ReconcilerRuns, 'page'>; log: Log };

export function createListReconcilerRuns(deps: Deps): HttpHandler {
  return httpEndpoint(deps.log, operationsEndpoints.listReconcilerRuns, async ({ query, answer }) => {
    const page = { cursor: query.cursor ?? null, limit: query.limit };
    const { runs, nextCursor } = await deps.reconcilerRuns.page(page);
    return answer(200, { data: runs.map(toReconcilerRunJson), next_cursor: nextCursor });
  });
}

export const handler = lazily(() =>
  createListReconcilerRuns({ ...composeReconcilerRuns(), ...composeEnvironment() }),
);
