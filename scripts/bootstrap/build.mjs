import { existsSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { hashOf, isFresh, markFresh, root } from './sources.mjs';
import { runNode, step } from './steps.mjs';

const inRoot = (...parts) => path.join(root, ...parts);

const products = {
  prisma: {
    sources: ['prisma/schema', 'package-lock.json'],
    product: inRoot('server', 'platform', 'db', 'generated', 'client.ts'),
    label: 'Generating the database client',
    done: 'Database client generated',
    make: generatePrismaClient,
  },
  client: {
    sources: ['client', 'shared', 'package-lock.json', 'vite.config.ts', 'postcss.config.cjs'],
    product: inRoot('dist', 'client', 'index.html'),
    label: 'Building the client',
    done: 'Client built',
    make: buildClient,
  },
  server: {
    sources: ['server', 'shared', 'prisma', 'package-lock.json', 'scripts/bootstrap/build.mjs'],
    product: inRoot('dist', 'server', 'main.js'),
    label: 'Building the server',
    done: 'Server built',
    make: buildServer,
  },
};

/** Makes a product when it is missing or its sources have changed; names are `prisma`, `client`, `server`. */
export async function ensureBuilt(...names) {
  for (const name of names) {
    const { sources, product, label, done, make } = products[name];
    if (isFresh(name, sources, product)) continue;
    await step(label, async () => {
      const hash = hashOf(sources);
      await make();
      markFresh(name, hash);
      return done;
    });
  }
}

/** Generation needs no schema engine, but the command looks for one and would download it: any program satisfies it. */
async function generatePrismaClient() {
  await runNode(
    inRoot('node_modules', 'prisma', 'build', 'index.js'),
    ['generate', '--schema', 'prisma/schema'],
    {
      cwd: root,
      env: {
        PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
        PRISMA_HIDE_UPDATE_MESSAGE: '1',
        CHECKPOINT_DISABLE: '1',
      },
    },
  );
}

/** Built beside and swapped in, so that a running server never serves half a client. */
async function buildClient() {
  const draft = inRoot('dist', `client.${process.pid}`);
  const vite = inRoot('node_modules', 'vite', 'bin', 'vite.js');
  try {
    await runNode(vite, ['build', '--outDir', draft, '--logLevel', 'warn'], {
      cwd: root,
      env: { NODE_ENV: 'production' },
    });
    swapIn(draft, inRoot('dist', 'client'));
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
}

/** The server, and each command that works on its database, as one file each; packages are loaded from node_modules. */
async function buildServer() {
  const { build } = await import('esbuild');
  await build({
    entryPoints: ['main', 'import', 'rebuild', 'demo-reset', 'setup'].map((name) =>
      inRoot('server', 'app', `${name}.ts`),
    ),
    outdir: inRoot('dist', 'server'),
    bundle: true,
    packages: 'external',
    platform: 'node',
    target: 'node20',
    format: 'esm',
    sourcemap: true,
    logLevel: 'warning',
    absWorkingDir: root,
    plugins: [importsMap],
  });
}

/** package.json's `#server/...` names files of this repository, so they are bundled, not left outside. */
const importsMap = {
  name: 'imports-map',
  setup(bundler) {
    bundler.onResolve({ filter: /^#/ }, ({ path: name }) => ({ path: inRoot(...name.slice(1).split('/')) }));
  },
};

function swapIn(draft, target) {
  const old = `${target}.old.${process.pid}`;
  if (existsSync(target)) renameSync(target, old);
  renameSync(draft, target);
  rmSync(old, { recursive: true, force: true });
}
