// Four projects: what needs nothing but itself, what runs against the embedded engines, the whole run, and the
// simulation.
import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

const patience = 30_000;

const project = (name: string, folders: readonly string[], isolate: boolean) => ({
  extends: true as const,
  test: { name, isolate, include: folders.map((folder) => `test/${folder}/**/*.test.{ts,tsx}`) },
});

/** After the others, with all processors: left to itself, Vitest leaves one idle. */
const onAllCores = { maxWorkers: availableParallelism(), sequence: { groupOrder: 1 } };

export default defineConfig({
  test: {
    watch: false,
    reporters: ['default'],
    testTimeout: patience,
    hookTimeout: patience,
    // A test that was left focused must not hide the others.
    allowOnly: false,
    projects: [
      // Each of its files starts the whole system, which takes all processors by itself.
      project('e2e', ['e2e'], true),
      ...[
        // These keep nothing between files, so each worker loads the SDKs once: a fifth of the time.
        project('unit', ['domain', 'use-cases', 'functions', 'contracts', 'lib'], false),
        project('engines', ['adapters', 'local', 'operate'], true),
        // Its histories are spread over files of equal length.
        project('simulation', ['simulation'], false),
      ].map((one) => ({ ...one, test: { ...one.test, ...onAllCores } })),
    ],
  },
});
