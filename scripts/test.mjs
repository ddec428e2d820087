import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { ensureBuilt } from './bootstrap/build.mjs';
import { checkNode, ensurePackages } from './bootstrap/install.mjs';
import { root } from './bootstrap/sources.mjs';

/**
 * `npm test`: every check there is, each timed, all of them even when one fails; the summary comes last.
 * `--only types,unit` runs some. The closing line counts tests, and each static check as one.
 */
const bin = (...parts) => path.join(root, 'node_modules', ...parts);
const resultFolder = path.join(root, 'test-results');

const checks = {
  types: [
    [bin('typescript', 'bin', 'tsc'), '--noEmit', '-p', 'tsconfig.json'],
    [bin('typescript', 'bin', 'tsc'), '--noEmit', '-p', 'shared/tsconfig.json'],
  ],
  lint: [[bin('oxlint', 'bin', 'oxlint')]],
  format: [[bin('prettier', 'bin', 'prettier.cjs'), '--check', '--log-level', 'warn', '.']],
  imports: [
    [
      bin('dependency-cruiser', 'bin', 'dependency-cruise.mjs'),
      'client',
      'server',
      'shared',
      'prisma',
      'scripts',
      'tests',
    ],
  ],
  'dead-code': [[bin('knip', 'bin', 'knip.js'), '--no-progress']],
};
const suites = ['unit', 'db', 'contract', 'client', 'architecture', 'e2e'];

const known = [...Object.keys(checks), ...suites];
const chosen = chooseSteps(process.argv.slice(2));

checkNode();
await ensurePackages();
await ensureBuilt('prisma');
mkdirSync(resultFolder, { recursive: true });

const results = [];
for (const name of chosen) {
  console.log(`\n── ${name}`);
  const startedAt = performance.now();
  const counts = name in checks ? await runCheck(name) : await runSuite(name);
  results.push({ name, seconds: (performance.now() - startedAt) / 1000, ...counts });
}
process.exitCode = summarize() ? 0 : 1;

function chooseSteps(args) {
  const at = args.indexOf('--only');
  if (at < 0) return known;
  const names = (args[at + 1] ?? '').split(',');
  const unknown = names.filter((name) => !known.includes(name));
  if (unknown.length === 0) return known.filter((name) => names.includes(name));
  console.error(`There is no step ${unknown.join(', ')}. Choose from ${known.join(', ')}.`);
  process.exit(2);
}

/** A static check passes or fails as one; its findings are shown as they come. */
async function runCheck(name) {
  for (const command of checks[name]) {
    if ((await run(command)) !== 0) return { passed: 0, failed: 1, skipped: 0 };
  }
  return { passed: 1, failed: 0, skipped: 0 };
}

async function runSuite(name) {
  if (name === 'e2e' && !(await isProductBuilt())) return { passed: 0, failed: 1, skipped: 0 };
  const report = path.join(resultFolder, `${name}.json`);
  rmSync(report, { force: true });
  const code = await run([
    bin('vitest', 'vitest.mjs'),
    ...['run', '--project', name, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`],
  ]);
  return countTests(report, code);
}

/** The browser tests drive what `npm start` would serve. */
async function isProductBuilt() {
  try {
    await ensureBuilt('client', 'server');
    return true;
  } catch (error) {
    console.error(error.message);
    return false;
  }
}

/** A file that could not even be loaded, or an error outside every test, counts as one failure. */
function countTests(report, code) {
  try {
    const found = JSON.parse(readFileSync(report, 'utf8'));
    const failedFiles = found.testResults.filter(
      (file) => file.status === 'failed' && !file.assertionResults.some((one) => one.status === 'failed'),
    ).length;
    const failed = found.numFailedTests + failedFiles;
    return {
      passed: found.numPassedTests,
      failed: failed === 0 && code !== 0 ? 1 : failed,
      skipped: found.numPendingTests + found.numTodoTests,
    };
  } catch {
    return { passed: 0, failed: 1, skipped: 0 };
  }
}

function run([program, ...args]) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [program, ...args], { cwd: root, stdio: 'inherit' });
    child.once('error', () => resolve(1));
    child.once('close', (code) => resolve(code ?? 1));
  });
}

function summarize() {
  const total = (key) => results.reduce((sum, one) => sum + one[key], 0);
  console.log('\n── summary');
  for (const { name, seconds, passed, failed, skipped } of results) {
    const counts = [`${passed} passed`, `${failed} failed`, ...(skipped > 0 ? [`${skipped} skipped`] : [])];
    console.log(
      `${failed > 0 ? '✗' : '✓'} ${name.padEnd(14)} ${seconds.toFixed(1).padStart(7)} s   ${counts.join(', ')}`,
    );
  }
  const skipped = total('skipped');
  console.log(
    `\n${total('passed')} passed, ${total('failed')} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`,
  );
  return total('failed') === 0;
}
