import { execFileSync, type SpawnOptions } from 'node:child_process';
import { chownSync, statSync } from 'node:fs';
import path from 'node:path';
import { OperatorError } from '#server/platform/operator-error.ts';

/** How to start PostgreSQL's programs: as the present user, or, because they refuse root, as another one. */
export type PostgresAccount = {
  command: (program: string, args: string[]) => { file: string; args: string[]; options: SpawnOptions };
  own: (path: string) => void;
};

type UnixUser = { uid: number; gid: number };

/** Chooses the account; `paths` are what PostgreSQL must reach. */
export function choosePostgresAccount(paths: string[]): PostgresAccount {
  if (process.getuid?.() !== 0) {
    return { command: (file, args) => ({ file, args, options: {} }), own: () => undefined };
  }
  const user = findUser('postgres') ?? createUser('postgres') ?? findUser('nobody');
  if (!user) {
    throw new OperatorError(
      'PostgreSQL does not run as root. Create a user: useradd --system postgres. Then start again.',
    );
  }
  const hidden = paths.find((one) => !canReach(one, user));
  return {
    command: hidden === undefined ? asUser(user) : asUserWhoReaches(user, hidden),
    own: (target) => chownSync(target, user.uid, user.gid),
  };
}

function asUser(user: UnixUser): PostgresAccount['command'] {
  return (file, args) => ({ file, args, options: user });
}

/**
 * Below a folder that only root may enter (a home, a `mktemp -d`), the account keeps the one capability that lets it
 * pass. `no_setuid_fixup` makes access(2) see it too: PostgreSQL asks with that.
 */
function asUserWhoReaches(user: UnixUser, hidden: string): PostgresAccount['command'] {
  const prefix = [
    `--reuid=${user.uid}`,
    `--regid=${user.gid}`,
    '--clear-groups',
    '--securebits=+no_setuid_fixup',
    '--inh-caps=+dac_override',
    '--ambient-caps=+dac_override',
  ];
  if (!canRun('setpriv', [...prefix, 'true'])) {
    throw new OperatorError(
      `PostgreSQL does not run as root, and another user cannot enter ${hidden}. ` +
        'Start Tandem as an ordinary user, or from a folder that every user may enter.',
    );
  }
  return (file, args) => ({ file: 'setpriv', args: [...prefix, file, ...args], options: {} });
}

/** Whether the user may enter every folder above the path. */
function canReach(target: string, user: UnixUser): boolean {
  for (let folder = path.dirname(target); ; folder = path.dirname(folder)) {
    const { mode, uid, gid } = statSync(folder);
    const bit = uid === user.uid ? 0o100 : gid === user.gid ? 0o010 : 0o001;
    if ((mode & bit) === 0) return false;
    if (path.dirname(folder) === folder) return true;
  }
}

function findUser(name: string): UnixUser | undefined {
  try {
    return { uid: askId('-u', name), gid: askId('-g', name) };
  } catch {
    return undefined;
  }
}

function askId(flag: string, name: string): number {
  return Number(execFileSync('id', [flag, name], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }));
}

function createUser(name: string): UnixUser | undefined {
  return canRun('useradd', ['--system', '--user-group', '--no-create-home', name])
    ? findUser(name)
    : undefined;
}

function canRun(file: string, args: string[]): boolean {
  try {
    execFileSync(file, args, { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
