import type { ScoreEntry, ScoreSource } from '#shared/outcomes/model.ts';
import type { Actor } from '#shared/platform/actor.ts';
import { OutcomeScoreId } from '#shared/platform/ids.ts';
import { toDateColumn } from '#server/platform/db/columns.ts';
import type { Tx } from '#server/platform/db/in-transaction.ts';
import type { Context } from '#server/platform/http/context.ts';

/** What the checks of new values need to know: where the episode is, and each series' latest valid value. */
export interface ScoreSetting {
  timeZone: string;
  birthDate: string;
  episodeStatus: string;
  latest: { measureCode: string; side: 'left' | 'right' | null; condition: string | null; value: number }[];
}

/** Nothing when the actor cannot see the episode. Only values up to `measuredOn` are earlier ones. */
export async function loadScoreSetting(
  tx: Tx,
  ctx: Context<Actor>,
  episodeId: string,
  measuredOn: string,
): Promise<ScoreSetting | undefined> {
  const organizationId = ctx.actor.organizationId;
  const [row] = await tx.$queryRaw<ScoreSetting[]>`
    select c.time_zone as "timeZone", p.birth_date::text as "birthDate", e.status as "episodeStatus",
           coalesce((
             select json_agg(json_build_object(
                      'measureCode', l.measure_code, 'side', l.side, 'condition', l.condition, 'value', l.value))
               from (select distinct on (measure_code, side, condition) measure_code, side, condition, value
                       from outcome_score
                      where organization_id = ${organizationId}::uuid and episode_id = ${episodeId}::uuid
                        and entered_in_error_at is null and measured_on <= ${measuredOn}::date
                      order by measure_code, side, condition, measured_on desc, recorded_at desc, id desc) l
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
}

export interface ScoreOrigin {
  patientId: string;
  episodeId: string;
  source: ScoreSource;
  sessionId?: string | undefined;
  evaluationId?: string | undefined;
  measuredOn: string;
}

/** Inserts values in the order given; a later entry of the same series and date wins, so each gets its own moment. */
export async function insertScores(
  tx: Tx,
  ctx: Context<Actor>,
  origin: ScoreOrigin,
  scores: readonly NewScore[],
): Promise<OutcomeScoreId[]> {
  const now = ctx.now().getTime();
  const rows = await tx.outcomeScore.createManyAndReturn({
    data: scores.map((score, index) => ({
      organizationId: ctx.actor.organizationId,
      patientId: origin.patientId,
      episodeId: origin.episodeId,
      sessionId: origin.sessionId ?? null,
      evaluationId: origin.evaluationId ?? null,
      measureCode: score.measureCode,
      side: score.side,
      value: score.value,
      measuredOn: toDateColumn(origin.measuredOn),
      recordedAt: new Date(now + index),
      recordedById: ctx.actor.kind === 'staff' ? ctx.actor.staffMemberId : null,
      source: origin.source,
      condition: score.condition ?? null,
      warningConfirmed: score.warningConfirmed,
      correctsId: score.correctsId ?? null,
    })),
    select: { id: true },
  });
  return rows.map(({ id }) => OutcomeScoreId.parse(id));
}
