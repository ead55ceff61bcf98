// The reconciler's runs as the API tells of them.

import * as z from 'zod';
import { runOutcomes, type PartOfRun, type ReconcilerRun } from '../domain/reconciler-run.ts';
import { toIso, utcTime } from './identifiers.ts';
import { listCursor, pageLimit } from './page-limit.ts';

export const reconcilerRunsQuery = z.strictObject({
  cursor: listCursor,
  limit: pageLimit,
});

const outcome = z.enum(runOutcomes);
const count = z.int();

const partJson = z.object({
  outcome: outcome.describe(
    '`completed`: it came to the end of the list. `stopped_early`: it did as much as a run may do, or another run ' +
      'was at it; the next goes on there. `failed`: see `cause`; the next goes on there too.',
  ),
  cause: z
    .string()
    .nullable()
    .describe('Such as `stripe_unavailable` or `stripe_refused:…`; null where it did not fail.'),
});

const reconcilerRunJson = z
  .object({
    started_at: utcTime,
    finished_at: utcTime,
    outcome: outcome.describe('The worse one of the two parts’.'),
    open_sessions: partJson.describe('Reading sessions back from Stripe that may still change.'),
    undelivered_events: partJson.describe('Queuing events that Stripe could not deliver.'),
    counts: z.object({
      sessions_read: count,
      sessions_not_read: count.describe(
        'Stripe failed, or no longer knows them, or their customer kept changing.',
      ),
      verifications_healed: count.describe('Riders who had verified at Stripe and were still blocked here.'),
      sessions_healed: count.describe('Any other state that no webhook had told.'),
      events_read: count,
      events_malformed: count,
      events_requeued: count,
    }),
  })
  .meta({ id: 'ReconcilerRun' });

export const reconcilerRunListJson = z
  .object({ data: z.array(reconcilerRunJson), next_cursor: z.string().nullable() })
  .meta({ id: 'ReconcilerRunList' });

export function toReconcilerRunJson(run: ReconcilerRun): z.infer<typeof reconcilerRunJson> {
  const { counts } = run;
  return {
    started_at: toIso(run.startedAtMs),
    finished_at: toIso(run.finishedAtMs),
    outcome: run.outcome,
    open_sessions: toPartJson(run.openSessions),
    undelivered_events: toPartJson(run.undeliveredEvents),
    counts: {
      sessions_read: counts.sessionsRead,
      sessions_not_read: counts.sessionsNotRead,
      verifications_healed: counts.verificationsHealed,
      sessions_healed: counts.sessionsHealed,
      events_read: counts.eventsRead,
      events_malformed: counts.eventsMalformed,
      events_requeued: counts.eventsRequeued,
    },
  };
}

function toPartJson({ outcome: is, cause }: PartOfRun): z.infer<typeof partJson> {
  return { outcome: is, cause };
}
