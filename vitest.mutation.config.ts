// The tests that `npm run mutate` runs against each mutant: those of the rules, which need no engine.
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    watch: false,
    isolate: false,
    include: [
      'test/domain/**/*.test.ts',
      'test/use-cases/**/*.test.ts',
      'test/functions/webhook-signature.test.ts',
      'test/adapters/dynamodb/keys.test.ts',
      'test/adapters/dynamodb/customer-indexes.test.ts',
      // The repositories' contracts; the embedded engine would need seconds for each mutant.
      'test/simulation/engine/repositories.test.ts',
    ],
  },
});
