import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** The secret from the environment, or one that is made once and kept in the data folder, readable by its owner only. */
export function loadSecret(dataFolder: string, fromEnvironment: string | undefined): string {
  return fromEnvironment ?? readOrCreate(path.join(dataFolder, 'secret'));
}

/** The content of a secret file, which is created with a random value when it does not exist. */
export function readOrCreate(file: string): string {
  mkdirSync(path.dirname(file), { recursive: true });
  try {
    writeFileSync(file, `${randomBytes(32).toString('hex')}\n`, { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  }
  return readFileSync(file, 'utf8').trim();
}
