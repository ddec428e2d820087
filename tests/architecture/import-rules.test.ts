import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { projectRoot } from '#server/platform/project-root.ts';

const folders = ['client', 'server', 'shared'];

const report = z.object({
  summary: z.object({
    ruleSetUsed: z.object({ forbidden: z.array(z.object({ name: z.string() })) }),
  }),
  modules: z.array(z.object({ source: z.string(), dependencies: z.array(z.unknown()) })),
});

let cruise: z.infer<typeof report>;

beforeAll(() => {
  const program = path.join(
    projectRoot,
    'node_modules',
    'dependency-cruiser',
    'bin',
    'dependency-cruise.mjs',
  );
  const result = spawnSync(process.execPath, [program, '--output-type', 'json', ...folders], {
    cwd: projectRoot,
    encoding: 'utf8',
    maxBuffer: 200_000_000,
  });
  cruise = report.parse(JSON.parse(result.stdout));
}, 60_000);

test('the rules looked at every module of client, server and shared, and followed their imports', () => {
  const inspected = new Set(cruise.modules.map((module) => module.source));
  const written = folders.flatMap(findModules);
  const dependencies = cruise.modules.flatMap((module) => module.dependencies);

  expect(written.length).toBeGreaterThan(50);
  expect(written.filter((file) => !inspected.has(file))).toEqual([]);
  expect(dependencies.length).toBeGreaterThan(written.length);
});

test('every slice has its rules: the order of the loop covers what the folders hold', () => {
  const names = cruise.summary.ruleSetUsed.forbidden.map((rule) => rule.name);

  expect(names).toEqual(expect.arrayContaining(['slice-by-its-index', 'client-slice-alone', 'no-cycles']));
  expect(names.filter((name) => name.startsWith('shared-order-')).length).toBe(7);
});

function findModules(folder: string): string[] {
  return readdirSync(path.join(projectRoot, folder), { recursive: true, encoding: 'utf8' })
    .map((file) => `${folder}/${file.replaceAll('\\', '/')}`)
    .filter((file) => /\.tsx?$/.test(file) && !file.endsWith('.d.ts') && !file.includes('/generated/'));
}
