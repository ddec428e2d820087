import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensureBuilt } from './bootstrap/build.mjs';
import { checkNode, ensurePackages } from './bootstrap/install.mjs';
import { root } from './bootstrap/sources.mjs';

/** `npm run demo:reset`: the demo as it is on a first start (server/app/demo-reset.ts); `-- --yes` asks nothing. */
checkNode();
await ensurePackages();
await ensureBuilt('prisma', 'server');
process.setSourceMapsEnabled(true);
await import(pathToFileURL(path.join(root, 'dist', 'server', 'demo-reset.js')).href);
