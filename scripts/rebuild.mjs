import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensureBuilt } from './bootstrap/build.mjs';
import { checkNode, ensurePackages } from './bootstrap/install.mjs';
import { root } from './bootstrap/sources.mjs';

/** `npm run oversight:rebuild`: every episode judged anew (server/app/rebuild.ts). */
checkNode();
await ensurePackages();
await ensureBuilt('prisma', 'server');
process.setSourceMapsEnabled(true);
await import(pathToFileURL(path.join(root, 'dist', 'server', 'rebuild.js')).href);
