// What a run over deadlines did, in numbers: for its log line, and for whoever invoked it.

const nothing = {
  redactionsStarted: 0,
  redactionsContinued: 0,
  documentExpiryReminders: 0,
  documentsExpired: 0,
  customersFailed: 0,
};

export type DeadlineCounts = typeof nothing;

export type CountDeadline = (name: keyof DeadlineCounts) => void;

export function startCountingDeadlines(): { counts: DeadlineCounts; count: CountDeadline } {
  const counts = { ...nothing };
  const count: CountDeadline = (name) => {
    counts[name] += 1;
  };
  return { counts, count };
}
