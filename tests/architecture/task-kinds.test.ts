import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { TASK_KINDS } from '#shared/tasks/model.ts';
import { projectRoot } from '#server/platform/project-root.ts';

/** What a newer version's task is shown as here: nobody opens it under this name. */
const NEVER_OPENED = ['other'];

test('every kind of task that has words is opened by some use case', () => {
  const server = path.join(projectRoot, 'server');
  const sources = readdirSync(server, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts') && !file.includes('generated'))
    .map((file) => readFileSync(path.join(server, file), 'utf8'))
    .filter((source) => /openTask\(|insertTask\(/.test(source));
  const opened = new Set(
    sources.flatMap((source) => [...source.matchAll(/kind(?::| =) '([a-z-]+)'/g)].map(([, kind]) => kind)),
  );

  expect(Object.keys(TASK_KINDS).filter((kind) => !opened.has(kind) && !NEVER_OPENED.includes(kind))).toEqual(
    [],
  );
});
