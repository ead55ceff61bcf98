// Four projects: what needs nothing but itself, what runs against the embedded engines, the whole run, and the
// simulation.
import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

const patience = 30_000;

/** Left to itself, Vitest leaves one core idle. */
const allCores = availableParallelism();

/** Projects of one group run together; the next group waits for them. */
const project = (
  name: string,
  folders: readonly string[],
  options: { isolate: boolean; maxWorkers: number; group: number },
) => ({
  extends: true as const,
  test: {
    name,
    include: folders.map((folder) => `test/${folder}/**/*.test.{ts,tsx}`),
    isolate: options.isolate,
    maxWorkers: options.maxWorkers,
    sequence: { groupOrder: options.group },
  },
});

export default defineConfig({
  test: {
    watch: false,
    reporters: ['default'],
    testTimeout: patience,
    hookTimeout: patience,
    // A test that was left focused must not hide the others.
    allowOnly: false,
    projects: [
      // These keep nothing between files, so each worker loads the SDKs once: a fifth of the time.
      project('unit', ['domain', 'use-cases', 'functions', 'contracts', 'lib', 'docs'], {
        isolate: false,
        maxWorkers: allCores,
        group: 0,
      }),
      project('engines', ['adapters', 'local', 'operate'], { isolate: true, maxWorkers: allCores, group: 0 }),
      // A whole run with its browser keeps the cores busy by itself.
      project('e2e', ['e2e'], { isolate: true, maxWorkers: 1, group: 1 }),
      // Nothing but work for processors; its histories are spread over files of equal length.
      project('simulation', ['simulation'], { isolate: false, maxWorkers: allCores, group: 2 }),
    ],
  },
});
