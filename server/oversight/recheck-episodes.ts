import type { SystemActor } from '#shared/platform/actor.ts';
import { EpisodeId, OrganizationId, PatientId } from '#shared/platform/ids.ts';
import { inTransaction } from '#server/platform/db/in-transaction.ts';
import type { Database } from '#server/platform/db/database.ts';
import { backgroundContext } from '#server/platform/http/bind-endpoint.ts';
import { announce } from '#server/platform/live/announce.ts';
import {
  findDueEpisodes,
  findEpisodesOf,
  findOpenEpisodesOf,
  findOrganizations,
  type EpisodeRef,
} from './background-queries.ts';
import { refreshEpisode } from './refresh-episode.ts';
import { forgetBoardEntry } from './judgement-repository.ts';

const BATCH = 200;

/** Judges again every episode whose judgement time alone may have changed by `now`; answers how many. Safe to repeat and to interrupt. */
export async function recheckDueEpisodes(db: Database, now: () => Date): Promise<number> {
  let checked = 0;
  for (;;) {
    const due = await findDueEpisodes(db, now(), BATCH);
    for (const episode of due) await judgeAgain(db, now, episode);
    checked += due.length;
    if (due.length < BATCH) return checked;
  }
}

/** Judges the open episodes of a clinic again, because a value it judges by has changed; answers how many. Safe to repeat. */
export async function recheckClinic(
  db: Database,
  now: () => Date,
  clinic: { organizationId: string; clinicId: string },
): Promise<number> {
  let checked = 0;
  let after: string | undefined;
  for (;;) {
    const page = await findOpenEpisodesOf(db, clinic, after, BATCH);
    for (const episode of page) await judgeAgain(db, now, episode);
    checked += page.length;
    after = page.at(-1)?.episodeId;
    if (page.length < BATCH) return checked;
  }
}

/** Throws the board away and judges every episode of every organization anew. The record stays untouched. */
export async function rebuildBoard(
  db: Database,
  now: () => Date,
  progress: (done: number) => void = () => undefined,
): Promise<number> {
  let done = 0;
  for (const organizationId of await findOrganizations(db)) {
    let after: string | undefined;
    for (;;) {
      const page = await findEpisodesOf(db, organizationId, after, BATCH);
      for (const episode of page) await judgeAgain(db, now, episode, { fromNothing: true });
      done += page.length;
      progress(done);
      after = page.at(-1)?.episodeId;
      if (page.length < BATCH) break;
    }
  }
  return done;
}

/** One episode, in a transaction of its own, as the system for that one patient. */
async function judgeAgain(
  db: Database,
  now: () => Date,
  ref: EpisodeRef,
  { fromNothing = false } = {},
): Promise<void> {
  const organizationId = OrganizationId.parse(ref.organizationId);
  const episodeId = EpisodeId.parse(ref.episodeId);
  const patientId = PatientId.parse(ref.patientId);
  const actor: SystemActor = { kind: 'system', organizationId, patientId };
  const ctx = backgroundContext(db, actor, 'recheck', now);
  await inTransaction(ctx, async (tx) => {
    if (fromNothing) await forgetBoardEntry(tx, organizationId, episodeId);
    await refreshEpisode(tx, ctx, episodeId);
    await announce(tx, ctx, { topics: ['board', 'episode'], patientId, episodeId });
  });
}
