import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { projectRoot } from '#server/platform/project-root.ts';

const read = (name: string): string => readFileSync(path.join(projectRoot, name), 'utf8');

test('every image is pinned to one exact release', () => {
  const images = [
    ...read('Dockerfile').matchAll(/^FROM (\S+)/gm),
    ...read('docker-compose.yml').matchAll(/^\s+image: (\S+)/gm),
  ].map(([, image]) => image);

  expect(images).toHaveLength(4);
  for (const image of images) expect(image).toMatch(/^\w+:\d+\.\d+(\.\d+)?-\w+/);
});

test.each(['README.md', '.env.example', 'docker-compose.yml', 'Dockerfile'])(
  'each command that %s runs in the image is one that the build makes',
  (file) => {
    const built = /entryPoints: \[([^\]]+)\]/.exec(read('scripts/bootstrap/build.mjs'))?.[1] ?? '';
    const commands = [...read(file).matchAll(/dist\/server\/([\w-]+)\.js/g)].map(([, name]) => name);

    expect(commands.length).toBeGreaterThan(0);
    for (const name of commands) expect(built).toContain(`'${name}'`);
  },
);

test('what compose hands on is what the server reads and .env.example explains', () => {
  const handedOn = [...read('docker-compose.yml').matchAll(/\$\{(\w+)/g)].map(([, name]) => name);
  const explained = [...read('.env.example').matchAll(/^(\w+)=/gm)].map(([, name]) => name);

  expect(new Set(handedOn)).toEqual(new Set(explained));
});

test('the database counts as ready only when it answers by network, which the one that prepares it does not', () => {
  expect(read('docker-compose.yml')).toMatch(/pg_isready --host=127\.0\.0\.1/);
});
