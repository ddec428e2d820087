import { ClinicId } from '#shared/platform/ids.ts';
import type { Assessment, BoardMeasure, MeasureAssessment } from '#shared/oversight/assessment.ts';
import type { BoardRow } from '#shared/oversight/contract.ts';
import type { BoardStanding } from '#shared/oversight/board-standing.ts';
import type { DecisionOutcome } from '#shared/oversight/judge-decision.ts';
import { later, type Tx } from '#server/platform/db/in-transaction.ts';
import type { LoadedEpisode } from './facts-repository.ts';

export interface JudgementToSave {
  organizationId: string;
  episodeId: string;
  loaded: LoadedEpisode;
  assessment: Assessment;
  standing: BoardStanding;
  inputsHash: string;
  /** A new verdict row is written only when the judgement or what it was made from has changed. */
  isNew: boolean;
  since: string;
  visits: { used: number; prescribed: number | null };
  nextCheckOn: string | null;
  at: Date;
}

/** Stores the verdict, if it is a new one, and the episode's line on the board, in one statement. */
export async function saveJudgement(tx: Tx, j: JudgementToSave): Promise<void> {
  const { assessment: a, standing, loaded } = j;
  const measures = JSON.stringify(a.measures);
  // Every score is a row of its own; repeating all of them in every verdict would grow with the square of the sessions.
  const judged = JSON.stringify(a.measures, (key, value: unknown) => (key === 'points' ? undefined : value));
  const compared = a.measures.filter((m) => m.improvement !== null);
  const worse = compared.filter((m) => (m.improvement ?? 0) < 0);
  const codes = (some: readonly MeasureAssessment[]) => some.map((m) => m.measureCode);
  const lastScoreOn =
    a.measures
      .flatMap((m) => m.points.slice(-1).map((p) => p.date))
      .sort()
      .at(-1) ?? null;
  const reviewOn = loaded.facts.decisions.at(-1)?.reviewOn ?? null;
  // Without its opening brace: who the patient is and who treats them is put before it.
  const shown = JSON.stringify(boardLine(j, { lastScoreOn, reviewOn })).slice(1);
  const saved = tx.$executeRaw`
    with judged as (
      insert into verdict (organization_id, id, patient_id, episode_id, prescription_id, as_of, algorithm, inputs_hash, verdict,
                           action, confidence, flags, measures, reasons, computed_at)
      select ${j.organizationId}::uuid, gen_random_uuid(), ${loaded.patientId}::uuid, ${j.episodeId}::uuid,
             ${loaded.prescriptionId}::uuid, ${a.asOf}::date, ${a.algorithm}, ${j.inputsHash}, ${a.verdict}, ${a.action},
             ${a.confidence}, ${a.flags}::text[], ${judged}::jsonb,
             ${JSON.stringify({ reasons: a.reasons, wouldChange: a.wouldChange, phase: a.phase, attendance: a.attendance })}::jsonb, ${j.at}
       where ${j.isNew}
      returning id
    )
    insert into board_entry (organization_id, episode_id, patient_id, clinic_id, verdict_id, diagnosis, state, lane, rank, since,
                             reason, measures, shown, compared, worse, verdict_code, action, confidence, flags, prescription_version, phase_started_on,
                             visits_used, visits_prescribed, attended, due, last_score_on, open_request_id, review_on,
                             next_check_on, inputs_hash, updated_at)
    values (${j.organizationId}::uuid, ${j.episodeId}::uuid, ${loaded.patientId}::uuid, ${loaded.clinicId}::uuid,
            coalesce((select id from judged), ${loaded.present?.verdictId ?? null}::uuid), ${loaded.diagnosis}, ${standing.state},
            ${standing.lane}, ${standing.rank}, ${j.since}::date, ${standing.reason}, ${measures}::jsonb, ${shown}, ${codes(compared)}::text[],
            ${codes(worse)}::text[], ${a.verdict}, ${a.action},
            ${a.confidence}, ${a.flags}::text[], ${loaded.prescriptionVersion}, ${a.phase?.startedOn ?? null}::date,
            ${j.visits.used}, ${j.visits.prescribed}, ${a.attendance?.attended ?? 0}, ${a.attendance?.prescribedToDate ?? 0},
            ${lastScoreOn}::date, ${loaded.facts.openRequests[0]?.changeRequestId ?? null}::uuid, ${reviewOn}::date,
            ${j.nextCheckOn}::date, ${j.inputsHash}, ${j.at})
    on conflict (organization_id, episode_id) do update set
      verdict_id = excluded.verdict_id, diagnosis = excluded.diagnosis, state = excluded.state, lane = excluded.lane,
      rank = excluded.rank, since = excluded.since, reason = excluded.reason, measures = excluded.measures, shown = excluded.shown,
      compared = excluded.compared, worse = excluded.worse,
      verdict_code = excluded.verdict_code, action = excluded.action, confidence = excluded.confidence, flags = excluded.flags,
      prescription_version = excluded.prescription_version, phase_started_on = excluded.phase_started_on,
      visits_used = excluded.visits_used, visits_prescribed = excluded.visits_prescribed, attended = excluded.attended,
      due = excluded.due, last_score_on = excluded.last_score_on, open_request_id = excluded.open_request_id,
      review_on = excluded.review_on, next_check_on = excluded.next_check_on, inputs_hash = excluded.inputs_hash,
      updated_at = excluded.updated_at`;
  await later(tx, saved);
}

type BoardLine = Omit<
  BoardRow,
  'episodeId' | 'patientId' | 'patientName' | 'mrn' | 'birthDate' | 'sex' | 'team'
>;

/** What the board shows of the episode itself; who the patient is and who treats them is read with each request. */
function boardLine(
  { assessment: a, standing, loaded, since, visits }: JudgementToSave,
  { lastScoreOn, reviewOn }: { lastScoreOn: string | null; reviewOn: string | null },
): BoardLine {
  return {
    clinicId: ClinicId.parse(loaded.clinicId),
    diagnosis: loaded.diagnosis,
    state: standing.state,
    lane: standing.lane,
    since,
    reason: standing.reason,
    verdict: a.verdict,
    action: a.action,
    confidence: a.confidence,
    flags: a.flags,
    measures: a.measures.map(asShownOnBoard),
    prescriptionVersion: loaded.prescriptionVersion,
    phaseStartedOn: a.phase?.startedOn ?? null,
    visitsUsed: visits.used,
    visitsPrescribed: visits.prescribed,
    attended: a.attendance?.attended ?? 0,
    due: a.attendance?.prescribedToDate ?? 0,
    lastScoreOn,
    openRequestId: loaded.facts.openRequests[0]?.changeRequestId ?? null,
    reviewOn,
  };
}

function asShownOnBoard(m: MeasureAssessment): BoardMeasure {
  const bare = (threshold: { value: number } | null) => threshold && { value: threshold.value };
  return {
    measureCode: m.measureCode,
    side: m.side,
    role: m.role,
    abbreviation: m.abbreviation,
    unit: m.unit,
    direction: m.direction,
    baseline: m.baseline,
    latest: m.latest,
    improvement: m.improvement,
    thresholdDetect: m.thresholdDetect,
    thresholds: { mdc: bare(m.thresholds.mdc), mcid: bare(m.thresholds.mcid) },
    points: m.points.map(({ value }) => value),
  };
}

/** Writes what became of a decision, once. */
export async function saveDecisionOutcome(
  tx: Tx,
  organizationId: string,
  decisionId: string,
  { outcome, detail }: DecisionOutcome,
  judgedOn: string,
): Promise<void> {
  await tx.$executeRaw`
    update decision set outcome = ${outcome}, outcome_detail = ${detail}, judged_on = ${judgedOn}::date
     where organization_id = ${organizationId}::uuid and id = ${decisionId}::uuid and outcome is null`;
}

/** Takes an episode's line off the board, so that a rebuild starts from nothing. */
export async function forgetBoardEntry(tx: Tx, organizationId: string, episodeId: string): Promise<void> {
  await tx.$executeRaw`
    delete from board_entry where organization_id = ${organizationId}::uuid and episode_id = ${episodeId}::uuid`;
}
