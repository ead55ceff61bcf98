// Four projects: what needs nothing but itself, what runs against the embedded engines, the whole run, and the
// simulation.
import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

const patience = 30_000;

const project = (name: string, folders: readonly string[], isolate: boolean) => ({
  extends: true as const,
  test: { name, isolate, include: folders.map((folder) => `test/${folder}/**/*.test.{ts,tsx}`) },
});

/** Its tests may ask for a run that they share. */
const sharingRun = (own: ReturnType<typeof project>) => ({
  ...own,
  test: { ...own.test, globalSetup: 'test/e2e/common-run-setup.ts' },
});

export default defineConfig({
  test: {
    watch: false,
    reporters: ['default'],
    testTimeout: patience,
    hookTimeout: patience,
    // A test that was left focused must not hide the others.
    allowOnly: false,
    // Left to itself, Vitest leaves one core idle.
    maxWorkers: availableParallelism(),
    projects: [
      // These keep nothing between files, so each worker loads the SDKs once: a fifth of the time.
      project('unit', ['domain', 'use-cases', 'functions', 'contracts', 'lib', 'docs', 'console'], false),
      project('engines', ['adapters', 'local', 'operate'], true),
      // Each worker starts one browser, and keeps its pages of the console from file to file.
      sharingRun(project('e2e', ['e2e'], false)),
      // Its histories are spread over files of equal length.
      project('simulation', ['simulation'], false),
    ],
  },
});
