import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensureBuilt } from './bootstrap/build.mjs';
import { checkNode, ensurePackages } from './bootstrap/install.mjs';
import { root } from './bootstrap/sources.mjs';

/** `npm run setup -- clinic|staff ...`: a clinic and the people who work there (server/app/setup.ts). */
checkNode();
await ensurePackages();
await ensureBuilt('prisma', 'server');
process.setSourceMapsEnabled(true);
await import(pathToFileURL(path.join(root, 'dist', 'server', 'setup.js')).href);
