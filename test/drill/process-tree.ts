// A process with all that it has started, also where that has a process group of its own.

import { readdirSync, readFileSync } from 'node:fs';

/** Linux counts CPU time in hundredths of a second. */
const ticksPerSecond = 100;

/** The process and all of its descendants. */
export function treeOf(pid: number): number[] {
  return [pid, ...childrenOf(pid).flatMap(treeOf)];
}

/** Ends all of a tree at once as a power cut does. */
export function killTree(pids: readonly number[]): void {
  for (const pid of pids) {
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // It went with another one of the tree.
    }
  }
}

/** Whether any process still runs; one that is dead and not yet collected by its parent doesn't. */
export function anyAlive(pids: readonly number[]): boolean {
  return pids.some((pid) => {
    const state = statOf(pid)?.[0];
    return state !== undefined && state !== 'Z' && state !== 'X';
  });
}

/** How long the processes have used a CPU. */
export function cpuSecondsOf(pids: readonly number[]): number {
  const ticks = pids.map((pid) => {
    const stat = statOf(pid) ?? [];
    return Number(stat[11] ?? 0) + Number(stat[12] ?? 0);
  });
  return ticks.reduce((sum, used) => sum + used, 0) / ticksPerSecond;
}

function childrenOf(pid: number): number[] {
  const tasks = `/proc/${pid}/task`;
  try {
    return readdirSync(tasks).flatMap((task) =>
      readFileSync(`${tasks}/${task}/children`, 'utf8').split(' ').filter(Boolean).map(Number),
    );
  } catch {
    // It ended meanwhile.
    return [];
  }
}

/** The fields of `/proc/<pid>/stat` from the state on; undefined once the process is gone. */
function statOf(pid: number): string[] | undefined {
  try {
    // The name before them may have spaces and brackets in it.
    return readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ');
  } catch {
    return undefined;
  }
}
