import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { checkNode, ensurePackages } from './bootstrap/install.mjs';
import { root } from './bootstrap/sources.mjs';

/** `npm run vectors -- FILE.json`: clinical cases with answers (scripts/vectors.ts). */
checkNode();
await ensurePackages();
const { status } = spawnSync(
  process.execPath,
  ['--import', 'tsx', path.join(root, 'scripts', 'vectors.ts'), ...process.argv.slice(2)],
  {
    stdio: 'inherit',
  },
);
process.exit(status ?? 1);
