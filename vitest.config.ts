import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

const failOnConsoleError = './tests/support/fail-on-console-error.ts';
const startDatabase = './tests/support/start-database.ts';

/** Projects do not inherit these. */
const patience = { testTimeout: 20_000, hookTimeout: 60_000 };

export default defineConfig({
  test: {
    maxWorkers: '100%',
    projects: [
      {
        test: {
          name: 'unit',
          ...patience,
          include: ['shared/**/*.test.ts', 'tests/clinical/**/*.test.ts'],
          setupFiles: [failOnConsoleError],
          isolate: false,
        },
      },
      {
        test: {
          name: 'db',
          ...patience,
          include: [
            'server/**/*.test.ts',
            'prisma/**/*.test.ts',
            'scripts/**/*.test.ts',
            'tests/db/**/*.test.ts',
          ],
          setupFiles: [failOnConsoleError],
          globalSetup: [startDatabase],
        },
      },
      {
        test: {
          name: 'contract',
          ...patience,
          include: ['tests/contract/**/*.test.ts'],
          setupFiles: [failOnConsoleError],
          globalSetup: [startDatabase],
        },
      },
      {
        plugins: [react()],
        test: {
          name: 'client',
          ...patience,
          include: ['client/**/*.test.{ts,tsx}'],
          environment: 'happy-dom',
          setupFiles: [failOnConsoleError, './tests/support/prepare-client-test.ts'],
          css: false,
        },
      },
      {
        test: {
          name: 'architecture',
          include: ['tests/architecture/**/*.test.ts'],
          setupFiles: [failOnConsoleError],
          globalSetup: [startDatabase],
          testTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['tests/e2e/**/*.test.ts'],
          setupFiles: [failOnConsoleError],
          globalSetup: [startDatabase, './tests/e2e/support/build-client.ts'],
          fileParallelism: false,
          testTimeout: 240_000,
          hookTimeout: 180_000,
        },
      },
    ],
  },
});
