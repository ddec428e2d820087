import type { ThresholdChoice } from '#shared/outcomes/contract.ts';
import type { ImportedScore, ScoreEntry, ScoreSource, StoredScore } from '#shared/outcomes/model.ts';
import type { Actor } from '#shared/platform/actor.ts';
import { OutcomeScoreId } from '#shared/platform/ids.ts';
import { Problem } from '#shared/platform/problem.ts';
import { later, type Tx } from '#server/platform/db/in-transaction.ts';
import { newId } from '#server/platform/db/new-id.ts';
import { sql } from '#server/platform/db/sql.ts';
import type { Context } from '#server/platform/http/context.ts';
import { CHOICE_JSON, IMPORTED_JSON, IS_IMPORTED, SCORE_JSON } from './json-sql.ts';

/** What the checks of new values need to know: where the episode is, and each series' latest valid value. */
export interface ScoreSetting {
  timeZone: string;
  birthDate: string;
  episodeStatus: string;
  side: string | null;
  openedOn: string;
  /** Series of the newest prescription. */
  prescribed: { measureCode: string; side: string | null }[];
  latest: { measureCode: string; side: 'left' | 'right' | null; condition: string | null; value: number }[];
}

/** The day values were measured on, or the session whose day it is. */
export type MeasuredOn = { date: string } | { sessionId: string };

/** Nothing when the actor cannot see the episode. Only values up to that day are earlier ones. */
export async function loadScoreSetting(
  tx: Tx,
  ctx: Context<Actor>,
  episodeId: string,
  on: MeasuredOn,
): Promise<ScoreSetting | undefined> {
  const organizationId = ctx.actor.organizationId;
  const day =
    'date' in on
      ? sql`${on.date}::date`
      : sql`(select session_date from session where organization_id = ${organizationId}::uuid and id = ${on.sessionId}::uuid)`;
  const [row] = await tx.$queryRaw<ScoreSetting[]>`
    select c.time_zone as "timeZone", p.birth_date::text as "birthDate", e.status as "episodeStatus",
           e.side, e.opened_on::text as "openedOn",
           coalesce((
             select json_agg(json_build_object('measureCode', m.measure_code, 'side', m.side))
               from prescribed_measure m
              where m.organization_id = e.organization_id and m.prescription_id = (
                select r.id from prescription r where r.organization_id = e.organization_id and r.episode_id = e.id
                 order by r.version_number desc limit 1)), '[]'::json) as prescribed,
           coalesce((
             select json_agg(json_build_object(
                      'measureCode', l.measure_code, 'side', l.side, 'condition', l.condition, 'value', l.value))
               from (select distinct on (measure_code, side, condition) measure_code, side, condition, value
                       from outcome_score
                      where organization_id = ${organizationId}::uuid and episode_id = ${episodeId}::uuid
                        and entered_in_error_at is null and measured_on <= ${day}
                      order by measure_code, side, condition, measured_on desc, coalesce(in_place_of_at, recorded_at) desc, id desc) l
           ), '[]'::json) as latest
      from episode e
      join clinic c on c.organization_id = e.organization_id and c.id = e.clinic_id
      join patient p on p.organization_id = e.organization_id and p.id = e.patient_id
     where e.organization_id = ${organizationId}::uuid and e.id = ${episodeId}::uuid`;
  return row;
}

export interface NewScore extends ScoreEntry {
  warningConfirmed: string | null;
  correctsId?: string | undefined;
  takenFromId?: string | undefined;
}

export interface ScoreOrigin {
  patientId: string;
  episodeId: string;
  source: ScoreSource;
  sessionId?: string | undefined;
  evaluationId?: string | undefined;
  measuredOn: string;
}

/**
 * Inserts values in the order given; a later entry of the same series and date wins, so each gets its own moment. The correction of
 * a value of that day takes its place among them: it does not come after what was entered since.
 */
export async function insertScores(
  tx: Tx,
  ctx: Context<Actor>,
  origin: ScoreOrigin,
  scores: readonly NewScore[],
): Promise<OutcomeScoreId[]> {
  const now = ctx.now().getTime();
  const rows = scores.map((score, index) => ({
    id: newId(new Date(now + index)),
    code: score.measureCode,
    side: score.side,
    value: score.value,
    at: new Date(now + index),
    condition: score.condition ?? null,
    confirmed: score.warningConfirmed,
    corrects: score.correctsId ?? null,
    taken: score.takenFromId ?? null,
  }));
  const { organizationId } = ctx.actor;
  const recordedBy = ctx.actor.kind === 'staff' ? ctx.actor.staffMemberId : null;
  const inserted = tx.$executeRaw`
    insert into outcome_score (organization_id, id, patient_id, episode_id, session_id, evaluation_id, measure_code, side, value,
                               measured_on, recorded_at, recorded_by_id, source, condition, warning_confirmed, taken_from_id, corrects_id, in_place_of_at)
    select ${organizationId}::uuid, r.id, ${origin.patientId}::uuid, ${origin.episodeId}::uuid,
           ${origin.sessionId ?? null}::uuid, ${origin.evaluationId ?? null}::uuid, r.code, r.side, r.value,
           ${origin.measuredOn}::date, r.at, ${recordedBy}::uuid, ${origin.source}, r.condition, r.confirmed, r.taken, r.corrects, (
             select coalesce(x.in_place_of_at, x.recorded_at) from outcome_score x
              where x.organization_id = ${organizationId}::uuid and x.id = r.corrects and x.measured_on = ${origin.measuredOn}::date
                and x.measure_code = r.code and x.side is not distinct from r.side and x.condition is not distinct from r.condition)
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(
             id uuid, code text, side text, value float8, at timestamptz, condition text, confirmed text, taken uuid, corrects uuid)`;
  await later(tx, inserted);
  return rows.map(({ id }) => OutcomeScoreId.parse(id));
}

interface LoadedScore {
  patientId: string;
  /** The value of another record that it brought into its episode. */
  takenFromId: string | null;
  score: StoredScore;
}

/** One stored value with its patient; invisible is not found. */
export async function loadScore(
  tx: Tx,
  ctx: Context,
  { episodeId, outcomeScoreId }: { episodeId: string; outcomeScoreId: string },
): Promise<LoadedScore> {
  const [row] = await tx.$queryRawUnsafe<LoadedScore[]>(
    `select q.patient_id as "patientId", q.taken_from_id as "takenFromId", ${SCORE_JSON} as score from outcome_score q
      where q.organization_id = $1::uuid and q.episode_id = $2::uuid and q.id = $3::uuid`,
    ctx.actor.organizationId,
    episodeId,
    outcomeScoreId,
  );
  if (!row) throw new Problem('not-found');
  return row;
}

/** A value that an import brought for the patient; anything else is not found. */
export async function loadImported(
  tx: Tx,
  ctx: Context,
  { patientId, outcomeScoreId }: { patientId: string; outcomeScoreId: string },
): Promise<ImportedScore> {
  const [row] = await tx.$queryRawUnsafe<{ score: ImportedScore }[]>(
    `select ${IMPORTED_JSON} as score from outcome_score q
      where q.organization_id = $1::uuid and q.patient_id = $2::uuid and q.id = $3::uuid and ${IS_IMPORTED}`,
    ctx.actor.organizationId,
    patientId,
    outcomeScoreId,
  );
  if (!row) throw new Problem('not-found');
  return row.score;
}

/** Marks a value as entered in error; answers whether it was not so already. */
export async function markScore(
  tx: Tx,
  ctx: Context,
  outcomeScoreId: string,
  reason: string,
): Promise<boolean> {
  const { count } = await tx.outcomeScore.updateMany({
    where: { organizationId: ctx.actor.organizationId, id: outcomeScoreId, enteredInErrorAt: null },
    data: {
      enteredInErrorAt: ctx.now(),
      enteredInErrorById: ctx.actor.staffMemberId,
      enteredInErrorReason: reason,
    },
  });
  return count === 1;
}

export interface ThresholdPlace {
  clinicId: string;
  measureCode: string;
}

/** The clinic's choice for a measure, or nothing while it has none. An unknown clinic is not found. */
export async function loadChoice(
  tx: Tx,
  ctx: Context,
  { clinicId, measureCode }: ThresholdPlace,
): Promise<ThresholdChoice | undefined> {
  const [row] = await tx.$queryRawUnsafe<{ choice: ThresholdChoice | null }[]>(
    `select (select ${CHOICE_JSON} from threshold_choice h
              where h.organization_id = c.organization_id and h.clinic_id = c.id and h.measure_code = $3) as choice
       from clinic c where c.organization_id = $1::uuid and c.id = $2::uuid`,
    ctx.actor.organizationId,
    clinicId,
    measureCode,
  );
  if (!row) throw new Problem('not-found');
  return row.choice ?? undefined;
}

/** Stores a choice on top of the version the caller saw (0: none yet); answers whether it was still that one. */
export async function saveChoice(
  tx: Tx,
  ctx: Context,
  place: ThresholdPlace,
  tags: { mdcTag: string | null; mcidTag: string | null },
  expectedVersion: number,
): Promise<boolean> {
  const { organizationId, staffMemberId } = ctx.actor;
  const chosen = { ...tags, chosenById: staffMemberId, chosenAt: ctx.now() };
  const { count } =
    expectedVersion === 0
      ? await tx.thresholdChoice.createMany({
          data: [{ organizationId, ...place, ...chosen }],
          skipDuplicates: true,
        })
      : await tx.thresholdChoice.updateMany({
          where: { organizationId, ...place, version: expectedVersion },
          data: { ...chosen, version: { increment: 1 } },
        });
  return count === 1;
}
