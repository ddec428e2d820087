import type pg from 'pg';
import type { SystemActor } from '#shared/platform/actor.ts';
import { OrganizationId } from '#shared/platform/ids.ts';
import { enterQuery } from './as-actor.ts';
import { readScreen } from './screen-read.ts';

/** A row to append, and the named statement that appends many of its kind: `$1` is a JSON array of rows. */
export interface GatheredRow {
  organizationId: string;
  name: string;
  text: string;
  row: object;
}

interface Waiting {
  row: GatheredRow;
  resolve: () => void;
  reject: (error: unknown) => void;
}

const MOST_TOGETHER = 200;

/**
 * Appends rows that come one by one but need no transaction of their own: while one commit is on its way to the disk, those that
 * arrive wait for the next, and share it. Whoever adds a row waits until it is safe.
 */
export class GatheredRows {
  private waiting: Waiting[] = [];
  private isWriting = false;
  private readonly pool: pg.Pool;

  constructor(pool: pg.Pool) {
    this.pool = pool;
  }

  /** Resolves when the row is committed; rejects when it could not be written. */
  add(row: GatheredRow): Promise<void> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ row, resolve, reject });
      if (!this.isWriting) void this.writeAll();
    });
  }

  private async writeAll(): Promise<void> {
    this.isWriting = true;
    while (this.waiting.length > 0) {
      const taken = this.waiting.splice(0, MOST_TOGETHER);
      for (const alike of group(taken)) await this.write(alike);
    }
    this.isWriting = false;
  }

  /** Rows of one kind and one organization, so that row-level security judges them as ever. */
  private async write(alike: Waiting[]): Promise<void> {
    try {
      await this.insert(alike.map(({ row }) => row));
      for (const { resolve } of alike) resolve();
    } catch (error) {
      for (const { reject } of alike) reject(error);
    }
  }

  private async insert(rows: GatheredRow[]): Promise<void> {
    const [first] = rows;
    if (!first) return;
    const actor: SystemActor = {
      kind: 'system',
      organizationId: OrganizationId.parse(first.organizationId),
    };
    const values = [JSON.stringify(rows.map(({ row }) => row))];
    const insert = { name: first.name, text: first.text, values };
    await readScreen(await this.pool.connect(), { before: enterQuery(actor), asked: insert });
  }
}

function group(all: Waiting[]): Iterable<Waiting[]> {
  const groups = new Map<string, Waiting[]>();
  for (const one of all) {
    const key = `${one.row.name} ${one.row.organizationId}`;
    const alike = groups.get(key);
    if (alike) alike.push(one);
    else groups.set(key, [one]);
  }
  return groups.values();
}
