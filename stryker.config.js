// `npm run mutate`: breaks the rules in small ways and counts how many of the breaks a test notices
// (docs/mutation-testing.md). https://stryker-mutator.io/docs/stryker-js/configuration/
const folder = '.mutation';

export default {
  testRunner: 'vitest',
  plugins: ['@stryker-mutator/vitest-runner'],
  vitest: { configFile: 'vitest.mutation.config.ts' },
  mutate: [
    'functions/domain/**/*.ts',
    // Sentences for riders, in five languages: a test could only repeat them.
    '!functions/domain/next-steps/**',
    'functions/use-cases/apply-session.ts',
    'functions/use-cases/stripe-signature.ts',
    'functions/adapters/dynamodb/keys.ts',
    'functions/adapters/dynamodb/customer-indexes.ts',
  ],
  coverageAnalysis: 'perTest',
  // A second run asks only about what changed since the first.
  incremental: true,
  incrementalFile: `${folder}/incremental.json`,
  ignorePatterns: ['.ridegate', '.vitest', 'cdk.out'],
  tempDirName: `${folder}/sandbox`,
  // A mutant that loops is told by how often it is reached; a slow computer must not look like one that loops.
  timeoutMS: 30_000,
  concurrency: 2,
  reporters: ['clear-text', 'progress-append-only', 'json'],
  clearTextReporter: { reportTests: false, allowColor: false },
  jsonReporter: { fileName: `${folder}/report.json` },
  thresholds: { high: 95, low: 90, break: 90 },
};
