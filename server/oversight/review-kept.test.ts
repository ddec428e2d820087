import { expect, test } from 'vitest';
import type { EpisodeId } from '#shared/platform/ids.ts';
import { KeptAnswers } from '#server/platform/db/kept-answers.ts';
import { aClinic, type TestClinic } from '#tests/support/a-clinic.ts';
import { aServer } from '#tests/support/a-server.ts';
import { aJudgedEpisode } from '#tests/support/judged-episode.ts';
import { loadReview, REVIEW } from './review-query.ts';

/** Tables that stand in every chart; a change of one counts the directory's version. */
const DIRECTORY = ['staff_member', 'clinic', 'threshold_choice'];
/** What the versions themselves are kept in. */
const VERSIONS = ['chart_version', 'organization'];

const read = async (clinic: TestClinic, episodeId: EpisodeId, kept?: KeptAnswers): Promise<unknown> => {
  const ctx = clinic.contextOf('physiatrist');
  const { text } = await loadReview(kept ? { ...ctx, db: { ...ctx.db, kept } } : ctx, episodeId);
  return JSON.parse(text.toString());
};
/** Read past everything kept. */
const readAnew = (clinic: TestClinic, episodeId: EpisodeId) => read(clinic, episodeId, new KeptAnswers());

async function aReviewedEpisode() {
  const clinic = await aClinic();
  const { episodeId, patientId } = await aJudgedEpisode(clinic, { odi: { 0: 38, 14: 49 }, days: 20 });
  const { owner } = await aServer();
  return { clinic, episodeId, patientId, owner };
}

test('a review asked for again is not read again', async () => {
  const { clinic, episodeId } = await aReviewedEpisode();
  const kept = new KeptAnswers();
  const ctx = clinic.contextOf('physiatrist');
  const both = [];
  for (let time = 0; time < 2; time += 1)
    both.push(await loadReview({ ...ctx, db: { ...ctx.db, kept } }, episodeId));
  expect(both[1]?.text).toBe(both[0]?.text);
});

test.each([
  [
    'a score',
    `update outcome_score set entered_in_error_at = now(), entered_in_error_reason = 'typing' where episode_id = $1`,
  ],
  ['a name', `update patient set family_name = 'Renamed' where id = $2 and $1::uuid is not null`],
  [
    'a therapist’s name',
    `update staff_member set family_name = 'Married' where $1::uuid is not null and $2::uuid is not null`,
  ],
  [
    'the team',
    `update care_team_member set valid_to = now() where patient_id = $2 and role = 'physical-therapist' and $1::uuid is not null`,
  ],
  [
    'a prescription',
    `update prescription set in_force = false, ended_on = current_date where episode_id = $1 and $2::uuid is not null`,
  ],
  ['the line on the board', `delete from board_entry where episode_id = $1 and $2::uuid is not null`],
])('%s changed is seen at once', async (_, change) => {
  const { clinic, episodeId, patientId, owner } = await aReviewedEpisode();
  await read(clinic, episodeId);
  await owner.query(change.includes('$2') ? change : `${change} and $2::uuid is not null`, [
    episodeId,
    patientId,
  ]);
  expect(await read(clinic, episodeId)).toEqual(await readAnew(clinic, episodeId));
});

test('a change that is not committed yet is seen when it is, whoever looked in between', async () => {
  const { clinic, episodeId, owner } = await aReviewedEpisode();
  const writer = await owner.connect();
  await writer.query('begin');
  await writer.query(`update episode set concern = 'Another concern' where id = $1`, [episodeId]);
  const between = await read(clinic, episodeId);
  await writer.query('commit');
  writer.release();

  expect(JSON.stringify(between)).not.toContain('Another concern');
  expect(JSON.stringify(await read(clinic, episodeId))).toContain('Another concern');
});

test('whoever has left the team gets nothing that was kept', async () => {
  const { clinic, episodeId, patientId, owner } = await aReviewedEpisode();
  await read(clinic, episodeId);
  await owner.query(
    `update care_team_member set valid_to = now() where patient_id = $1 and role = 'physiatrist'`,
    [patientId],
  );
  await expect(read(clinic, episodeId)).rejects.toMatchObject({ code: 'not-found' });
});

test('a membership that ends by itself ends what was kept', async () => {
  const { clinic, episodeId, patientId, owner } = await aReviewedEpisode();
  await owner.query(
    `update care_team_member set valid_to = now() + interval '700 milliseconds' where patient_id = $1 and role = 'physical-therapist'`,
    [patientId],
  );
  const before = await read(clinic, episodeId);
  await new Promise((resolve) => setTimeout(resolve, 800));
  const after = await read(clinic, episodeId);
  expect(after).not.toEqual(before);
  expect(after).toEqual(await readAnew(clinic, episodeId));
});

test('every table that a review reads counts its changes', async () => {
  const { owner } = await aServer();
  const { rows: plan } = await owner.query<{ 'QUERY PLAN': unknown }>(
    `explain (generic_plan, format json) ${REVIEW.replaceAll('$1', '$1::uuid').replaceAll('$2', '$2::date')}`,
  );
  const read = new Set(
    [...JSON.stringify(plan).matchAll(/"Relation Name":"(\w+)"/g)].map((match) => match[1] ?? ''),
  );
  const { rows } = await owner.query<{ name: string }>(
    `select tgrelid::regclass::text as name from pg_trigger where tgname in ('count_chart_change', 'count_directory_change')`,
  );
  const counted = new Set(rows.map(({ name }) => name));
  expect(read.size).toBeGreaterThan(18);
  expect([...read].filter((name) => !counted.has(name) && !VERSIONS.includes(name))).toEqual([]);
  expect(DIRECTORY.every((name) => counted.has(name))).toBe(true);
});
