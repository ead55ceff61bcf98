// What is kept of a run of the reconciler, for whoever wants to know whether it heals what webhooks didn't tell.

/** From best to worst. */
export const runOutcomes = ['completed', 'stopped_early', 'failed'] as const;

/**
 * `completed`: came to the end of its list. `stopped_early`: did as much as a run may do, or another run was at it
 * too; the next goes on there. `failed`: a fault ended it, or left something undone.
 */
export type RunOutcome = (typeof runOutcomes)[number];

/** How a part ended that did not fail. */
export type EndOfPart = Exclude<RunOutcome, 'failed'>;

/** How one of a run's two parts ended; the cause is a code without personal data, null where it did not fail. */
export type PartOfRun = { outcome: RunOutcome; cause: string | null };

/** What a run did, in numbers. */
export type ReconcileCounts = {
  sessionsRead: number;
  sessionsNotRead: number;
  verificationsHealed: number;
  sessionsHealed: number;
  eventsRead: number;
  eventsMalformed: number;
  eventsRequeued: number;
};

/** A run that came to its end, also one that failed. Times are epoch milliseconds. */
export type ReconcilerRun = {
  startedAtMs: number;
  finishedAtMs: number;
  /** The worse one of its parts'. */
  outcome: RunOutcome;
  openSessions: PartOfRun;
  undeliveredEvents: PartOfRun;
  counts: ReconcileCounts;
};

/** The outcome of a run with these parts. */
export function worseOutcome(left: PartOfRun, right: PartOfRun): RunOutcome {
  return runOutcomes.findLast((one) => one === left.outcome || one === right.outcome) ?? 'completed';
}
