import { readFileSync } from 'node:fs';
import { runVectors } from '#tests/clinical/run-vectors.ts';

/** `npm run vectors -- FILE.json`: runs clinical cases with answers, prints each failure, exits 1 on any. */
const [file] = process.argv.slice(2);
if (file === undefined) {
  console.error('Name the file of cases: npm run vectors -- clinical/vectors.json');
  process.exit(2);
}
const { passed, failures } = runVectors(JSON.parse(readFileSync(file, 'utf8')));
for (const failure of failures)
  console.log(`${failure.id} ${failure.title}\n  expected ${failure.expected}\n  got      ${failure.got}`);
console.log(`${passed} passed, ${failures.length} failed`);
process.exit(failures.length === 0 ? 0 : 1);
