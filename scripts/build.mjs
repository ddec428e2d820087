import { ensureBuilt } from './bootstrap/build.mjs';
import { ensurePackages } from './bootstrap/install.mjs';

/** `npm run build`: everything that `npm start` would make, without starting; `-- NAME` makes only that part. */
const names = process.argv.slice(2);
await ensurePackages();
await ensureBuilt(...(names.length > 0 ? names : ['prisma', 'client', 'server']));
