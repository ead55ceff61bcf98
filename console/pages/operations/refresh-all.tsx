// How old what is shown is, and a button that reads all of it anew.

import { RefreshButton, UpdatedAgo } from '../../parts/refresh.tsx';
import { useRefreshAll } from './queries.ts';

export function RefreshAll({
  updatedAtMs,
  isBusy,
}: {
  /** When the API last answered; 0 before it ever did. */
  updatedAtMs: number;
  isBusy: boolean;
}) {
  const refreshAll = useRefreshAll();
  return (
    <div className="operations-refresh">
      <UpdatedAgo updatedAtMs={updatedAtMs} />
      <RefreshButton isBusy={isBusy} onRefresh={refreshAll} />
    </div>
  );
}
