// Three projects: what needs nothing but itself, what runs against the embedded engines, and the whole run.
import { defineConfig } from 'vitest/config';

const patience = 30_000;

const project = (name: string, folders: readonly string[]) => ({
  extends: true as const,
  test: { name, include: folders.map((folder) => `test/${folder}/**/*.test.{ts,tsx}`) },
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
      project('unit', ['domain', 'use-cases', 'functions', 'contracts', 'lib']),
      project('engines', ['adapters', 'local']),
      project('e2e', ['e2e']),
    ],
  },
});
