import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { DataFolderInUse, lockDataFolder } from './data-folder-lock.ts';

test('a folder that a live process holds is refused with its address', () => {
  const folder = aFolder();
  lockDataFolder(folder, 3910);

  expect(() => lockDataFolder(folder, 3911)).toThrow(DataFolderInUse);
  expect(() => lockDataFolder(folder, 3911)).toThrow(`process ${process.pid}, http://localhost:3910`);
});

test('a released folder is free, and nothing is left in it', () => {
  const folder = aFolder();

  lockDataFolder(folder, 3910).release();

  expect(existsSync(path.join(folder, 'tandem.lock'))).toBe(false);
  expect(() => lockDataFolder(folder, 3910)).not.toThrow();
});

test('the lock of a process that is gone is taken over', () => {
  const folder = aFolder();
  const gone = spawnSync(process.execPath, ['--version']).pid;
  writeLock(folder, { pid: gone, port: 3910 });

  lockDataFolder(folder, 3911);

  expect(JSON.parse(readFileSync(path.join(folder, 'tandem.lock'), 'utf8'))).toMatchObject({
    pid: process.pid,
  });
});

test('a number that another program has meanwhile does not hold the folder', () => {
  const folder = aFolder();
  writeLock(folder, { pid: process.pid, port: 3910, startedAt: 'before the machine was restarted' });

  expect(() => lockDataFolder(folder, 3911)).not.toThrow();
});

test('a lock that was cut off while it was written is taken over', () => {
  const folder = aFolder();
  writeFileSync(path.join(folder, 'tandem.lock'), '{"pid":');

  expect(() => lockDataFolder(folder, 3911)).not.toThrow();
});

function aFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'tandem-lock-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

function writeLock(folder: string, holder: object): void {
  writeFileSync(path.join(folder, 'tandem.lock'), JSON.stringify(holder));
}
