import { createHash } from 'node:crypto';
import type pg from 'pg';

/** How many failures are free, and how long the wait grows to after them. It doubles from `FIRST_WAIT_SECONDS`. */
interface Patience {
  kind: 'account-here' | 'account' | 'address';
  free: number;
  longestWaitSeconds: number;
}

/**
 * One person's typing at one place, the same account from everywhere, and one place trying everybody. The last two never
 * hold up somebody who has signed in from that place lately: a program on the clinic's network cannot lock the clinic out.
 */
const HERE: Patience = { kind: 'account-here', free: 5, longestWaitSeconds: 15 * 60 };
const OF_STRANGERS: readonly Patience[] = [
  { kind: 'account', free: 50, longestWaitSeconds: 5 * 60 },
  { kind: 'address', free: 50, longestWaitSeconds: 5 * 60 },
];

const FIRST_WAIT_SECONDS = 5;
/** After an hour without a failure they are forgotten; a place where somebody signed in is known for 30 days. */
const FORGOTTEN_AFTER = 3_600_000;
const KNOWN_FOR = 30 * 24 * 3_600_000;

/** Milliseconds that the next attempt waits after the failures counted so far: $2 are free, $3 seconds is the longest. */
const WAIT = `case when tried.count < $2::int then 0
                   else 1000 * least($3::bigint, ${FIRST_WAIT_SECONDS} * (2 ^ least(tried.count - $2::int, 20))::bigint) end`;

/** Who tries to sign in, and from where. */
export interface Attempt {
  email: string;
  place: string;
}

/** Counts failed sign-ins in a table, so that a restart forgets nothing, and says how long the next one has to wait. */
export class SignInAttempts {
  private readonly pool: pg.Pool;
  private readonly now: () => number;

  constructor(pool: pg.Pool, now: () => number = Date.now) {
    this.pool = pool;
    this.now = now;
  }

  /** Counts the attempt as failed before it is made, so that a hundred at once are a hundred; answers the seconds to wait, if any. */
  async begin(attempt: Attempt): Promise<number | undefined> {
    const counted: Patience[] = [];
    for (const patience of await this.patienceWith(attempt)) {
      const wait = await this.count(keyOf(patience.kind, attempt), patience);
      if (wait !== undefined) {
        await this.giveBack(counted.map(({ kind }) => keyOf(kind, attempt)));
        return wait;
      }
      counted.push(patience);
    }
    return undefined;
  }

  /**
   * The password was right: this place is known for this account, and its failures there are forgiven. Only what this attempt
   * counted is given back: a valid account must not pay for guesses at others.
   */
  async succeed(attempt: Attempt): Promise<void> {
    const counted = await this.patienceWith(attempt);
    const known = keyOf('known', attempt);
    await this.pool.query(
      `insert into auth_rate_limit (id, key, count, last_request) values (gen_random_uuid()::text, $1, 1, $2)
       on conflict (key) do update set last_request = excluded.last_request`,
      [known, this.now()],
    );
    await this.giveBack(counted.filter((one) => one !== HERE).map(({ kind }) => keyOf(kind, attempt)));
    await this.pool.query('delete from auth_rate_limit where key = $1', [keyOf('account-here', attempt)]);
  }

  /** Forgets what is long over. */
  async forget(): Promise<void> {
    await this.pool.query(
      `delete from auth_rate_limit where last_request < case when key like 'known:%' then $1::bigint else $2::bigint end`,
      [this.now() - KNOWN_FOR, this.now() - FORGOTTEN_AFTER],
    );
  }

  private async patienceWith(attempt: Attempt): Promise<readonly Patience[]> {
    const { rowCount } = await this.pool.query(
      'select from auth_rate_limit where key = $1 and last_request > $2',
      [keyOf('known', attempt), this.now() - KNOWN_FOR],
    );
    return rowCount === 0 ? [HERE, ...OF_STRANGERS] : [HERE];
  }

  /** One more failure under this key, unless it has to wait: then how many seconds. */
  private async count(key: string, { free, longestWaitSeconds }: Patience): Promise<number | undefined> {
    const now = this.now();
    const { rowCount } = await this.pool.query(
      `insert into auth_rate_limit as tried (id, key, count, last_request) values (gen_random_uuid()::text, $1, 1, $4)
       on conflict (key) do update
         set count = case when tried.last_request < $4::bigint - $5::bigint then 1 else tried.count + 1 end,
             last_request = excluded.last_request
         where tried.last_request + ${WAIT} <= $4::bigint`,
      [key, free, longestWaitSeconds, now, FORGOTTEN_AFTER],
    );
    if (rowCount !== 0) return undefined;
    const { rows } = await this.pool.query<{ until: string }>(
      `select tried.last_request + ${WAIT} as until from auth_rate_limit tried where key = $1`,
      [key, free, longestWaitSeconds],
    );
    return Math.max(1, Math.ceil((Number(rows[0]?.until ?? now) - now) / 1000));
  }

  private async giveBack(keys: readonly string[]): Promise<void> {
    if (keys.length === 0) return;
    await this.pool.query('update auth_rate_limit set count = count - 1 where key = any($1) and count > 0', [
      keys,
    ]);
  }
}

/** A row never holds the address that somebody typed. */
function keyOf(kind: Patience['kind'] | 'known', { email, place }: Attempt): string {
  const account = createHash('sha256').update(email.trim().toLowerCase()).digest('base64url');
  if (kind === 'address') return `address:${place}`;
  return kind === 'account' ? `account:${account}` : `${kind}:${account}:${place}`;
}
