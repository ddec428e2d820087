const { readdirSync } = require('node:fs');
const path = require('node:path');

/**
 * Who may import whom (docs: architecture, section 8). The slices are read from the folders, so a new one is covered
 * the day it appears; tests/architecture checks that this file has really looked at the modules.
 */
const notSlices = new Set(['app', 'platform', 'ui', 'clinical', 'assets', 'public']);

const slices = [
  ...new Set(
    ['shared', 'server', 'client']
      .flatMap((layer) => readdirSync(path.join(__dirname, layer), { withFileTypes: true }))
      .filter((entry) => entry.isDirectory() && !notSlices.has(entry.name))
      .map((entry) => entry.name),
  ),
].sort((a, b) => a.localeCompare(b));

const anySlice = `(?:${slices.join('|')})`;
const test = '\\.test\\.tsx?$';
const prismaClient = '^server/platform/db/generated/|node_modules/@prisma/client';

/** Published measures, what a measured value is, and the red flags are data that every part of the loop refers to; their rules are not. */
const registries =
  '^shared/outcomes/(registry|thresholds|model|series)\\.ts$|^shared/sessions/(red-flags|flag-words)\\.ts$|\\.json$';

/** Later slices of the loop may know earlier ones, never the other way round. */
const loop = [
  'patients',
  'care-teams',
  'intake',
  'evaluations',
  'prescriptions',
  'sessions',
  'outcomes',
  'oversight',
];

const forbid = (name, comment, from, to) => ({ name, severity: 'error', comment, from, to });
const product = (pathPattern, more = []) => ({ path: pathPattern, pathNot: [test, ...more] });

const shared = [
  forbid('shared-is-pure', 'shared knows neither server nor client nor tools', product('^shared/'), {
    path: '^(server|client|prisma|scripts)/',
  }),
  forbid('shared-packages', 'shared uses zod and Temporal only', product('^shared/'), {
    dependencyTypes: ['npm', 'npm-dev', 'npm-optional', 'npm-peer', 'core'],
    pathNot: 'node_modules/(zod|temporal-polyfill|temporal-spec)/',
  }),
  forbid('shared-platform-knows-no-slice', 'the base knows no slice', product('^shared/platform/'), {
    path: `^shared/${anySlice}/`,
  }),
  ...loop.slice(0, -1).map((slice, index) =>
    forbid(`shared-order-${slice}`, 'the order of the loop', product(`^shared/${slice}/`), {
      path: `^shared/(?:${loop.slice(index + 1).join('|')})/`,
      pathNot: registries,
    }),
  ),
];

const server = [
  forbid('server-not-to-client', 'the server knows no client', product('^server/'), { path: '^client/' }),
  forbid(
    'slice-by-its-index',
    'another slice is called through its index.ts',
    { path: `^server/(${anySlice})/`, pathNot: test },
    { path: `^server/${anySlice}/`, pathNot: ['^server/$1/', `^server/${anySlice}/index\\.ts$`] },
  ),
  forbid('slice-not-to-app', 'slices do not know who composes them', product(`^server/${anySlice}/`), {
    path: '^server/app/',
  }),
  forbid('platform-knows-no-slice', 'the platform serves every slice alike', product('^server/platform/'), {
    path: `^(server/(app|${anySlice})|shared/${anySlice})/`,
  }),
  forbid('app-binds-only', 'the composition root sees routes, jobs and indexes', product('^server/app/'), {
    path: `^server/${anySlice}/`,
    pathNot: `^server/${anySlice}/(routes|jobs|index)\\.ts$`,
  }),
  forbid(
    'prisma-in-repositories',
    'Prisma writes, and only from repository.ts',
    product('^(server|prisma|shared|client)/', ['^server/platform/db/', '^server/[^/]+/repository\\.ts$']),
    { path: prismaClient },
  ),
  forbid(
    'pg-in-queries',
    'SQL for screens lives in queries.ts',
    // LISTEN needs a connection of its own, and better-auth is given the pool it works on.
    product('^(server|shared|client)/', [
      '^server/platform/(db|live)/',
      '^server/[^/]+/queries\\.ts$',
      '^server/auth/sign-in\\.ts$',
    ]),
    { path: 'node_modules/pg/', dependencyTypesNot: ['type-only'] },
  ),
  forbid(
    'express-at-the-edge',
    'only routes and the HTTP platform speak HTTP',
    product('^server/', ['^server/(app|platform/http)/', '^server/[^/]+/routes\\.ts$']),
    { path: 'node_modules/express/', dependencyTypesNot: ['type-only'] },
  ),
];

const client = [
  forbid('client-not-to-server', 'the client speaks to the server over HTTP', product('^client/'), {
    path: '^(server|prisma|scripts)/',
  }),
  forbid('client-without-node', 'a browser has no Node', product('^client/'), { dependencyTypes: ['core'] }),
  forbid(
    'client-slice-alone',
    'a client slice knows itself, client/clinical, client/ui and client/platform',
    { path: `^client/(${anySlice})/`, pathNot: test },
    { path: `^client/(app|${anySlice})/`, pathNot: '^client/$1/' },
  ),
  forbid('client-app-sees-routes', 'the shell knows a slice by its routes', product('^client/app/'), {
    path: `^client/${anySlice}/`,
    pathNot: `^client/${anySlice}/routes\\.tsx$`,
  }),
  forbid(
    'client-base-knows-no-slice',
    'clinical, ui and platform serve every slice',
    product('^client/(clinical|ui|platform)/'),
    {
      path: `^client/(app|${anySlice})/`,
    },
  ),
  forbid('client-ui-knows-no-domain', 'ui components take plain values', product('^client/ui/'), {
    path: `^(shared/${anySlice}|client/clinical)/`,
  }),
];

const everywhere = [
  forbid('no-cycles', 'a cycle has no first file to read', {}, { circular: true }),
  forbid('no-tests-in-product', 'product code runs without the tests', product('^(client|server|shared)/'), {
    path: `^tests/|${test}`,
  }),
  forbid(
    'no-dev-packages-in-product',
    'what runs must be a dependency',
    product('^(client|server|shared)/', ['\\.d\\.ts$']),
    {
      dependencyTypes: ['npm-dev'],
      pathNot: 'node_modules/@types/',
    },
  ),
  forbid(
    'resolvable',
    'every import leads somewhere',
    { pathNot: '^server/platform/db/generated/' },
    {
      couldNotResolve: true,
      pathNot: '^@fontsource|\\.css$',
    },
  ),
];

module.exports = {
  forbidden: [...shared, ...server, ...client, ...everywhere],
  options: {
    doNotFollow: { path: ['node_modules', '^server/platform/db/generated/'] },
    exclude: { path: ['^dist/', '^\\.data/'] },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      mainFields: ['module', 'main', 'types'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.cjs', '.json', '.css'],
    },
  },
};
