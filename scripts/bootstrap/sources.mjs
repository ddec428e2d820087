import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository's top folder. */
export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..', '..');

const stampFolder = path.join(root, 'node_modules', '.cache', 'tandem');
const ignored = /(^|[/\\])(generated|node_modules)([/\\]|$)|\.test\.tsx?$/;

/** Whether what was made from these sources is there and was made from them as they are now. */
export function isFresh(name, sources, product) {
  const stamp = path.join(stampFolder, name);
  return existsSync(product) && existsSync(stamp) && readFileSync(stamp, 'utf8') === hashOf(sources);
}

/** Remembers the sources that something was made from. */
export function markFresh(name, hash) {
  mkdirSync(stampFolder, { recursive: true });
  writeFileSync(path.join(stampFolder, name), hash);
}

/** One hash over files and whole folders; tests and generated code do not count. */
export function hashOf(sources) {
  const hash = createHash('sha256');
  for (const file of sources.flatMap((source) => findFiles(path.join(root, source)))) {
    hash.update(path.relative(root, file)).update('\0').update(readFileSync(file)).update('\0');
  }
  return hash.digest('hex');
}

function findFiles(target) {
  if (!existsSync(target)) return [];
  if (statSync(target).isFile()) return [target];
  return readdirSync(target, { recursive: true })
    .filter((name) => !ignored.test(name))
    .sort()
    .map((name) => path.join(target, name))
    .filter((file) => statSync(file).isFile());
}
