// A simulated table that nothing goes wrong with, for tests of the table itself.

import { createSimulatedTable, type SimulatedTable } from './simulated-table.ts';
import type { StorageHooks } from './storage-hooks.ts';

export function calmTable(hooks: Partial<StorageHooks> = {}): SimulatedTable {
  return createSimulatedTable({
    nowMs: () => 0,
    before: () => Promise.resolve('none'),
    after: () => Promise.resolve(),
    ...hooks,
  });
}
