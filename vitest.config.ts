import { defineConfig } from 'vitest/config';

/** Three projects, so that what needs a browser or a child process can be run, and seen, apart. */
const common = { testTimeout: 20_000, hookTimeout: 60_000, globalSetup: ['scripts/test-folder.ts'] };

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          ...common,
          name: 'unit',
          include: ['{dsl,host,plugins,studio,scenarios,scripts}/**/*.test.ts'],
          exclude: ['**/*.browser.test.ts', '**/node_modules/**'],
        },
      },
      {
        test: {
          ...common,
          name: 'browser',
          include: ['{studio,plugins,scenarios,host,scripts}/**/*.browser.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 180_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
