import type { Output } from '#shared/platform/endpoint.ts';
import type { EpisodeId } from '#shared/platform/ids.ts';
import { Problem } from '#shared/platform/problem.ts';
import { HOME } from '#shared/home-programme/adherence.ts';
import type { oversightApi } from '#shared/oversight/contract.ts';
import { seen } from '#server/audit/index.ts';
import { procedureFields } from '#server/orders/index.ts';
import { complianceFactsIfAny } from '#server/compliance/index.ts';
import { CHART_STAMP, readChart } from '#server/platform/db/read-chart.ts';
import { EPISODE_HEADER_SQL } from '#server/patients/index.ts';
import type { Context } from '#server/platform/http/context.ts';
import { JsonText } from '#server/platform/http/json-text.ts';

type Review = Output<typeof oversightApi.review>;

const SESSIONS_SHOWN = 15;
const staffName = (alias: string): string => `${alias}.given_name || ' ' || ${alias}.family_name`;
/** A list of one episode's rows as JSON, empty rather than null. */
const list = (fields: string, from: string, order: string): string =>
  `coalesce((select json_agg(json_build_object(${fields}) order by ${order}) from ${from}), '[]')`;

/** The whole review in one statement; the patient is one, so the lists are short. $1 episode, $2 now. */
export const REVIEW = `
select json_build_object(
  'header', ${EPISODE_HEADER_SQL}, 'today', day.today, 'episodeId', e.id, 'patientId', e.patient_id,
  'patient', json_build_object('name', p.family_name || coalesce(', ' || p.given_name, ''), 'mrn', p.mrn, 'birthDate', p.birth_date, 'sex', p.sex),
  'episode', json_build_object('status', e.status, 'concern', e.concern, 'bodyRegion', e.body_region, 'side', e.side,
    'openedOn', e.opened_on, 'closedOn', e.closed_on, 'diagnosis', coalesce(b.diagnosis, e.concern),
    'consultSigned', exists (select from evaluation x where x.organization_id = e.organization_id and x.episode_id = e.id
       and x.kind = 'consult' and x.status = 'signed')),
  'standing', json_build_object('state', coalesce(b.state, 'consult-needed'), 'lane', coalesce(b.lane, 'decision'), 'since', coalesce(b.since, e.opened_on),
    'reason', coalesce(b.reason, 'Not judged yet')),
  'verdict', json_build_object('verdictId', w.id, 'verdict', coalesce(b.verdict_code, 'CANNOT_JUDGE'), 'action', coalesce(b.action, 'COLLECT_MEASURES'),
    'confidence', b.confidence, 'flags', coalesce(b.flags, '{}'), 'measures', coalesce(b.measures, '[]'::jsonb), 'reasons', coalesce(w.reasons -> 'reasons', '[]'),
    'wouldChange', coalesce(w.reasons -> 'wouldChange', '[]'), 'algorithm', coalesce(w.algorithm, 'RC-1'), 'phase', w.reasons -> 'phase',
    'attendance', w.reasons -> 'attendance'),
  'prescriptions', ${list(
    `'prescriptionId', x.id, 'versionNumber', x.version_number, 'startsOn', x.starts_on, 'endsOn', x.ends_on, 'endedOn', x.ended_on, 'inForce', x.in_force,
     'opensPhase', x.opens_phase, 'frequencyPerWeek', x.frequency_per_week, 'taper', x.taper, 'durationWeeks', x.duration_weeks, 'visitsPrescribed', x.visits_prescribed,
     'reEvaluationOn', x.re_evaluation_on, 'reason', x.reason, 'signedByName', ${staffName('s')}`,
    `prescription x join staff_member s on s.organization_id = x.organization_id and s.id = x.signed_by_id
      where x.organization_id = e.organization_id and x.episode_id = e.id`,
    'x.version_number',
  )},
  'draft', (select json_build_object('updatedAt', d.updated_at, 'authorName', ${staffName('s')})
     from prescription_draft d join staff_member s on s.organization_id = d.organization_id and s.id = d.author_id
    where d.organization_id = e.organization_id and d.episode_id = e.id),
  'scores', ${list(
    `'outcomeScoreId', o.id, 'measureCode', o.measure_code, 'side', o.side, 'value', o.value, 'measuredOn', o.measured_on, 'condition', o.condition,
     'enteredInError', o.entered_in_error_at is not null`,
    `outcome_score o where o.organization_id = e.organization_id and o.episode_id = e.id`,
    'o.measured_on, coalesce(o.in_place_of_at, o.recorded_at)',
  )},
  'sessions', ${list(
    `'sessionId', x.id, 'sessionDate', x.session_date, 'status', x.status, 'missReason', x.miss_reason, 'cancelledBy', x.cancelled_by, 'painBefore', x.pain_before,
     'painAfter', x.pain_after, 'assessment', x.assessment, 'therapistName', ${staffName('s')}, 'interventions', ${list(
       `'code', i.code, 'name', i.name, 'dose', i.dose, 'minutes', i.minutes`,
       `performed_intervention i where i.organization_id = x.organization_id and i.session_id = x.id`,
       'i.position',
     )}`,
    `(select * from session q where q.organization_id = e.organization_id and q.episode_id = e.id and q.status in ('completed', 'missed', 'cancelled')
        order by q.session_date desc, q.id desc limit ${SESSIONS_SHOWN}) x
      join staff_member s on s.organization_id = x.organization_id and s.id = x.therapist_id`,
    'x.session_date desc, x.id desc',
  )},
  'visits', json_build_object('used', coalesce(b.visits_used, 0), 'prescribed', b.visits_prescribed),
  'home', (select case when count(x.home_days_prescribed) > 0 then json_build_object('daysDone', sum(x.home_days_done), 'daysPrescribed', sum(x.home_days_prescribed)) end
     from session x where x.organization_id = e.organization_id and x.episode_id = e.id and x.status = 'completed' and x.home_days_prescribed is not null
      and x.session_date > day.today - coalesce((c.clinical_values ->> 'home.windowDays')::int, ${HOME.windowDays})),
  'requests', ${list(
    `'changeRequestId', x.id, 'reason', x.reason, 'asks', x.supporting ->> 'asks', 'askedOn', (x.created_at at time zone c.time_zone)::date, 'askedByName', ${staffName('s')}, 'proposal', x.proposal, 'version', x.version`,
    `change_request x join staff_member s on s.organization_id = x.organization_id and s.id = x.requested_by_id
      where x.organization_id = e.organization_id and x.episode_id = e.id and x.status = 'open'`,
    'x.created_at',
  )},
  'holds', ${list(
    `'safetyHoldId', x.id, 'redFlagCode', x.red_flag_code, 'level', x.level, 'note', x.note, 'openedOn', (x.opened_at at time zone c.time_zone)::date, 'openedByName', ${staffName('s')}, 'version', x.version`,
    `safety_hold x join staff_member s on s.organization_id = x.organization_id and s.id = x.opened_by_id
      where x.organization_id = e.organization_id and x.episode_id = e.id and x.closed_at is null`,
    'x.opened_at',
  )},
  'tests', ${list(
    `'diagnosticOrderId', x.id, 'decisionId', x.decision_id, 'resultFlag', x.result_flag, 'kind', x.kind, 'bodyRegion', x.body_region, 'side', x.side, 'status', x.status, 'orderedOn', x.ordered_on, 'resultOn', x.result_on,
     'ownReading', x.own_reading, 'reportText', x.report_text`,
    `diagnostic_order x where x.organization_id = e.organization_id and x.episode_id = e.id and x.status <> 'cancelled'`,
    'x.ordered_on desc',
  )},
  'procedures', ${list(
    procedureFields('x'),
    `procedure x where x.organization_id = e.organization_id and x.episode_id = e.id and x.entered_in_error_at is null`,
    'x.performed_on desc',
  )},
  'referrals', ${list(
    `'referralId', x.id, 'specialty', x.specialty, 'surgicalOpinion', x.surgical_opinion, 'status', x.status, 'sentOn', x.sent_on, 'answer', x.answer,
     'toStaffId', x.to_staff_id, 'toName', x.to_name, 'answerDueOn', x.answer_due_on, 'teamRole', x.team_role, 'teamUntil', x.team_until`,
    `referral x where x.organization_id = e.organization_id and x.episode_id = e.id`,
    'x.sent_on desc',
  )},
  'decisions', ${list(
    `'decisionId', x.id, 'kind', x.kind, 'why', x.why, 'expectation', x.expectation, 'expectedMeasure', x.expected_measure, 'expectedSide', x.expected_side,
     'expectedValue', x.expected_value, 'reviewOn', x.review_on, 'decidedOn', (x.decided_at at time zone c.time_zone)::date, 'decidedByName', ${staffName('s')}, 'verdict', j.verdict,
     'outcome', x.outcome, 'outcomeDetail', x.outcome_detail`,
    `decision x join staff_member s on s.organization_id = x.organization_id and s.id = x.decided_by_id
       left join verdict j on j.organization_id = x.organization_id and j.id = x.verdict_id
      where x.organization_id = e.organization_id and x.episode_id = e.id`,
    'x.decided_at desc',
  )},
  'compliance', ${complianceFactsIfAny('day.today')},
  'team', ${list(
    `'staffMemberId', s.id, 'name', ${staffName('s')}, 'role', t.role, 'kind', t.kind, 'validTo', t.valid_to`,
    `care_team_member t join staff_member s on s.organization_id = t.organization_id and s.id = t.staff_member_id
      where t.organization_id = e.organization_id and t.patient_id = e.patient_id and t.valid_from <= now() and (t.valid_to is null or t.valid_to > now())`,
    't.role, s.family_name',
  )}
)::text as body,${CHART_STAMP}
  from episode e
  join patient p on p.organization_id = e.organization_id and p.id = e.patient_id
  join clinic c on c.organization_id = e.organization_id and c.id = e.clinic_id
  cross join lateral (select ($2::timestamptz at time zone c.time_zone)::date as today) day
  left join board_entry b on b.organization_id = e.organization_id and b.episode_id = e.id
  left join verdict w on w.organization_id = b.organization_id and w.id = b.verdict_id
  left join lateral (select q.id from prescription q where q.organization_id = e.organization_id and q.episode_id = e.id
    order by q.version_number desc limit 1) v on true
 where e.organization_id = (select tandem.organization()) and e.id = $1`;

/** The review of an episode that the actor's care team membership shows them; opening it is an audit row. */
export async function loadReview(ctx: Context, episodeId: EpisodeId): Promise<JsonText<Review>> {
  const body = await readChart(
    ctx,
    { name: 'oversight-review', text: REVIEW, values: [episodeId, quarterHour(ctx.now())] },
    { alongside: seen(ctx, { did: 'episode.reviewed', episodeId }) },
  );
  if (!body) throw new Problem('not-found');
  return new JsonText(body);
}

const QUARTER_HOUR_MILLISECONDS = 900_000;

/**
 * The moment, as coarse as a day anywhere allows: every zone's midnight falls on a quarter of an hour, so the day at the episode's
 * clinic is right, and an answer is kept for longer than the moment.
 */
const quarterHour = (now: Date): string =>
  new Date(now.getTime() - (now.getTime() % QUARTER_HOUR_MILLISECONDS)).toISOString();
