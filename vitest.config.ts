import { defineConfig } from 'vitest/config';

/** Two busy processors are no fault of a test: what comes in milliseconds otherwise is given so long. */
const patience = { testTimeout: 30_000, hookTimeout: 30_000, expect: { poll: { timeout: 10_000 } } };

/** Builds the bundles of the working tree. */
const globalSetup = 'test/harness/bundles.ts';

// One project per tier; each can be run alone with `npm run test:<tier>`.
export default defineConfig({
  test: {
    projects: [
      { test: { ...patience, name: 'unit', include: ['test/unit/**/*.test.ts', 'packages/*/test/unit/**/*.test.ts'] } },
      { test: { ...patience, name: 'spec', include: ['spec/**/*.test.ts'], testTimeout: 600_000 } },
      { test: { ...patience, name: 'contract', include: ['test/contract/**/*.test.ts'] } },
      { test: { ...patience, name: 'conformance', include: ['test/conformance/**/*.test.ts'], testTimeout: 60_000 } },
      {
        test: {
          ...patience,
          name: 'emulator',
          include: ['packages/emulator/test/clients/**/*.test.ts'],
          testTimeout: 120_000,
        },
      },
      {
        test: {
          ...patience,
          name: 'bundle',
          include: ['test/bundle/**/*.test.ts'],
          globalSetup,
          setupFiles: 'test/harness/calls/setup.ts',
          // Tests of ten seconds took 46 on two processors with a load of 18.
          testTimeout: 120_000,
          hookTimeout: 120_000,
          maxWorkers: 3,
        },
      },
      {
        test: {
          ...patience,
          name: 'e2e',
          include: ['test/e2e/**/*.test.ts'],
          globalSetup,
          testTimeout: 600_000,
          hookTimeout: 600_000,
          maxWorkers: 2,
        },
      },
    ],
  },
});
