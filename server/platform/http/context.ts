import type { Actor, StaffActor } from '#shared/platform/actor.ts';
import type { Database } from '#server/platform/db/database.ts';

/** What the caller sent so that a repeated request is answered once. */
export interface Idempotency {
  key: string;
  endpoint: string;
  bodyHash: string;
}

/** All that a use case may know about the request it serves. */
export interface Context<A extends Actor = StaffActor> {
  actor: A;
  db: Database;
  /** The clock: pass it on, never read another one. */
  now: () => Date;
  requestId: string;
  idempotency?: Idempotency | undefined;
}
