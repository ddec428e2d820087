import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder with Tandem's package.json: the same from the sources, from `dist` and inside a container. */
export const projectRoot = findProjectRoot(path.dirname(fileURLToPath(import.meta.url)));

function findProjectRoot(start: string): string {
  for (let folder = start; ; folder = path.dirname(folder)) {
    const manifest = path.join(folder, 'package.json');
    if (existsSync(manifest) && readFileSync(manifest, 'utf8').includes('"name": "tandem"')) return folder;
    if (path.dirname(folder) === folder) {
      throw new Error(`Tandem's package.json was not found in ${start} or any folder above it.`);
    }
  }
}
