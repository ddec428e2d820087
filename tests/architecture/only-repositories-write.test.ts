import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { projectRoot } from '#server/platform/project-root.ts';

const WRITES = /\btx\s*\.\w+\s*\.(create|createMany|update|updateMany|upsert|delete|deleteMany)\(/;

test('a slice’s tables are written by its repositories alone', () => {
  const server = path.join(projectRoot, 'server');
  const sources = readdirSync(server, { recursive: true, encoding: 'utf8' }).filter(
    (file) => file.endsWith('.ts') && !/\.test\.ts$|repository\.ts$|generated/.test(file),
  );
  const writers = sources.filter((file) => WRITES.test(readFileSync(path.join(server, file), 'utf8')));

  expect(sources.length).toBeGreaterThan(150);
  expect(writers).toEqual([]);
});
