import { PROCEDURE_KINDS } from '#shared/orders/procedure-kinds.ts';
import { PLAN_MODIFIER } from '#shared/sessions/claim-modifiers.ts';
import { certificationCourse } from '#server/compliance/index.ts';
import { latestInrSql } from '#server/medications/index.ts';
import { CODED_FACTS_SQL } from '#server/patients/index.ts';

/**
 * What the record says about the day of a session, as SQL to put together: `s` is the session, `e` its episode, `c` the
 * episode's clinic, `rx` the prescription that governs the day. One statement serves a screen; the same words serve the gate.
 */

/** A visit that had begun (nobody arrives any more once it has ended) on the day on which the version ended. */
const ENDED_MEANWHILE = `(p.ended_on = s.session_date and not p.in_force and s.arrived_at is not null)`;

/**
 * Whether a version governs the session's day: signed by then, and not ended by then; a visit that was under way when it ended is
 * still documented under it. One that was replaced by a version with a later start runs until that start, unless its successor was
 * stopped before.
 */
const GOVERNS = `(p.starts_on <= s.session_date
       and (p.in_force or p.ended_on > s.session_date or ${ENDED_MEANWHILE})
       and (p.signed_at at time zone c.time_zone)::date <= s.session_date
       and not exists (
         select from prescription n
          where n.organization_id = p.organization_id and n.supersedes_id = p.id and n.ended_on <= s.session_date))`;

/** The version in force on the session's day. */
export const GOVERNING_PRESCRIPTION = `
  left join lateral (
    select p.id, p.version_number, p.starts_on, p.ends_on, p.visits_prescribed, p.duration_weeks, p.signed_at, p.signed_by_id,
           p.reason, p.content, ${ENDED_MEANWHILE} as ended_meanwhile
      from prescription p
     where p.organization_id = s.organization_id and p.episode_id = s.episode_id and ${GOVERNS}
     order by p.version_number desc limit 1) rx on true`;

/** The version under which a session was signed, whatever became of the episode since; else the one that governs its day. */
export const PRESCRIPTION_OF_SESSION = `
  left join lateral (
    select p.id, p.version_number, p.starts_on, p.ends_on, p.visits_prescribed, p.duration_weeks, p.signed_at, p.signed_by_id,
           p.reason, p.content, p.supersedes_id, s.signed_at is null and ${ENDED_MEANWHILE} as ended_meanwhile
      from prescription p
     where p.organization_id = s.organization_id and p.episode_id = s.episode_id
       and case when s.signed_at is not null and s.prescription_id is not null then p.id = s.prescription_id
                else ${GOVERNS} end
     order by p.version_number desc limit 1) rx on true`;

const NAME = (alias: string) =>
  `${alias}.given_name || ' ' || ${alias}.family_name || coalesce(', ' || ${alias}.credentials, '')`;

/** A person's name with credentials. */
export const personName = NAME;

export const DIAGNOSIS = `
  coalesce(
    (select d.display
            || case when d.side is null or lower(d.display) ~ ('\\m' || d.side || '\\M') then '' else ', ' || d.side end
            || ' (' || d.code || ')' from condition d
      where d.organization_id = e.organization_id and d.episode_id = e.id and d.category = 'diagnosis' and d.status = 'active'
      order by d.is_primary desc, d.recorded_at limit 1),
    nullif(concat(rx.content->'diagnoses'->0->>'display', ' (' || (rx.content->'diagnoses'->0->>'code') || ')'), ''))`;

const OF_EPISODE = (alias: string) =>
  `${alias}.organization_id = s.organization_id and ${alias}.episode_id = s.episode_id`;

/** Procedures with what therapy leaves out after them: the shape of `RecentProcedure`. Rest is at most half a year back. */
export const recentProcedures = (wanted: {
  of: string;
  since: string;
  until: string;
  knownBefore: string;
}) => `coalesce((
  select json_agg(json_build_object(
           'kind', x.kind, 'display', x.display, 'place', concat_ws(', ', nullif(x.site, ''), nullif(x.level, ''), x.side),
           'performedOn', x.performed_on, 'restDays', x.rest_days, 'restrictedDays', x.restricted_days,
           'restriction', x.restriction, 'knownBefore', ${wanted.knownBefore}) order by x.performed_on desc)
    from procedure x
   where ${wanted.of} and x.kind in (${PROCEDURE_KINDS.map((kind) => `'${kind}'`).join(', ')}) and x.entered_in_error_at is null
     and x.performed_on between ${wanted.since} and ${wanted.until}), '[]'::json)`;

/**
 * What the gate looks at, before certification is worked out: the shape of `RawGate`. A hold stands in the episode in which it was
 * raised and stops the patient in all (decision 22).
 */
export const GATE_FACTS = `json_build_object(
  'clinicValues', c.clinical_values,
  'consultSigned', exists (
    select from evaluation v where ${OF_EPISODE('v')} and v.kind = 'consult' and v.status = 'signed'
       and (v.signed_at at time zone c.time_zone)::date <= s.session_date),
  'therapistOnTeam', exists (
    select from care_team_member m
     where m.organization_id = s.organization_id and m.patient_id = s.patient_id
       and m.staff_member_id = (select tandem.staff())
       and (m.valid_from at time zone c.time_zone)::date <= s.session_date
       and (m.valid_to is null or (m.valid_to at time zone c.time_zone)::date >= s.session_date)),
  'visitsUsed', (
    select count(*) from session u
     where ${OF_EPISODE('u')} and u.prescription_id = rx.id and u.status = 'completed' and u.id <> s.id),
  'endedMeanwhile', coalesce(rx.ended_meanwhile, false),
  'holds', coalesce((
    select json_agg(json_build_object('safetyHoldId', h.id, 'code', h.red_flag_code, 'level', h.level, 'note', h.note,
                                      'openedAt', h.opened_at, 'openedBy', ${NAME('o')}, 'closedAt', h.closed_at,
                                      'elsewhere', case when h.episode_id <> s.episode_id then w.concern end)
                    order by h.level, h.opened_at)
      from safety_hold h
      join staff_member o on o.organization_id = h.organization_id and o.id = h.opened_by_id
      join episode w on w.organization_id = h.organization_id and w.id = h.episode_id
     where h.organization_id = s.organization_id and h.patient_id = s.patient_id
       and (h.closed_at is null or h.closed_at > s.scheduled_at - interval '1 day')), '[]'::json),
  'bodyRegion', e.body_region,
  'inr', ${latestInrSql({ of: 's', until: 's.session_date', besides: 's.id' })},
  'procedures', ${recentProcedures({ of: OF_EPISODE('x'), since: 's.session_date - 180', until: 's.session_date', knownBefore: 's.arrived_at is null or x.created_at < s.arrived_at' })},
  'certification', ${certificationCourse('e', 'c', 'u.id <> s.id and u.session_date <= s.session_date')})`;

/** What the chart says now, coded: the precautions that it calls for are worked out from it. */
export const CHART_NOW = `coalesce((
  select json_agg(json_build_object('code', k.code, 'codeSystem', k.code_system, 'status', k.status, 'isOld', k.is_old) order by k.id)
    from (${CODED_FACTS_SQL}) k), '[]')`;

/** Treatment dates since the last progress report: the shape of `RawProgress`. */
export const PROGRESS_FACTS = `(
  select json_build_object('clinicValues', c.clinical_values, 'lastReportOn', r.reported_on, 'clinicianTreatedOn', (
           select max(u.session_date) from session u
            where ${OF_EPISODE('u')} and u.status = 'completed' and not u.cosignature_needed
              and u.session_date <= s.session_date and (r.reported_on is null or u.session_date > r.reported_on)),
         'treatmentDates', coalesce((
           select json_agg(distinct u.session_date) from session u
            where ${OF_EPISODE('u')} and u.status = 'completed' and u.session_date <= s.session_date
              and (r.reported_on is null or u.session_date > r.reported_on)), '[]'))
    from (select max(g.reported_on) as reported_on from progress_report g
           where ${OF_EPISODE('g')} and g.reported_on <= s.session_date) r)`;

/** The plan of care under which a member of staff treats, by their role: GP, GO or GN. */
const PLAN_OF = (role: string) =>
  `case ${Object.entries(PLAN_MODIFIER)
    .map(([of, plan]) => `when ${role} = '${of}' then '${plan}'`)
    .join(' ')} end`;

/**
 * Other signed notes of the patient on the session's date, of every episode that the same payer pays and under the same plan of care
 * (rules.md 2.2 step 1: minutes are added over the date; PT and OT are two plans). Whoever signed the session decides the plan; before
 * that the reader, and for a reader who treats under none its therapist.
 */
const NOTES_OF_DATE = `session u
      join episode n on n.organization_id = u.organization_id and n.id = u.episode_id and n.payer_profile = e.payer_profile
      join staff_member g on g.organization_id = u.organization_id and g.id = u.signed_by_id`;
const PLAN_OF_DAY = `coalesce(
         (select ${PLAN_OF('own.role')} from staff_member own
           where own.organization_id = s.organization_id and own.id = s.signed_by_id),
         ${PLAN_OF('(select tandem.role())')}, ${PLAN_OF('t.role')})`;
const IS_OF_DATE = `u.organization_id = s.organization_id and u.patient_id = s.patient_id and u.session_date = s.session_date
       and u.status = 'completed' and u.id <> s.id and ${PLAN_OF('g.role')} = ${PLAN_OF_DAY}`;

/** The evaluations of that date and plan that are billed: untimed, so their minutes earn no timed unit. */
const EVALUATIONS_OF_DATE = `evaluation w
      join episode n on n.organization_id = w.organization_id and n.id = w.episode_id and n.payer_profile = e.payer_profile
      join staff_member g on g.organization_id = w.organization_id and g.id = w.signed_by_id
     where w.organization_id = s.organization_id and w.patient_id = s.patient_id and w.evaluated_on = s.session_date
       and w.status = 'signed' and w.billing is not null and w.id <> s.id and ${PLAN_OF('g.role')} = ${PLAN_OF_DAY}`;

/** The minutes and units of both: the shape of `SameDay`. Needs `t`, the session's therapist. */
export const SAME_DAY = `json_build_object(
  'services', coalesce((
    select json_agg(json_build_object('billingCode', d.code, 'minutes', d.minutes, 'assistantMinutes', d.assistant_minutes)
                    order by d.signed_at, d.id, d.position)
      from (select u.signed_at, u.id, i.position, i.billing_code as code, i.minutes, i.assistant_minutes
              from ${NOTES_OF_DATE}
              join performed_intervention i on i.organization_id = u.organization_id and i.session_id = u.id
             where ${IS_OF_DATE}
            union all
            select w.signed_at, w.id, 0, w.billing->>'code', (w.billing->>'minutes')::int, 0
              from ${EVALUATIONS_OF_DATE}) d), '[]'),
  'billed', coalesce((
    select json_agg(json_build_object('units', coalesce(d.billing->'units', '{}'),
                                      'untimedUnits', coalesce(d.billing->'untimedUnits', '{}')) order by d.signed_at, d.id)
      from (select u.signed_at, u.id, u.billing from ${NOTES_OF_DATE} where ${IS_OF_DATE}
            union all
            select w.signed_at, w.id, w.billing from ${EVALUATIONS_OF_DATE}) d), '[]'))`;

/** What the payer had allowed in the session's year by its day, as entered last: decides KX. Null for payers without a threshold. */
export const ALLOWED_CENTS = `case when e.payer_profile = 'none' then null else (
  select a.amount_cents from therapy_amount a
   where a.organization_id = s.organization_id and a.patient_id = s.patient_id
     and a.year = extract(year from s.session_date) and a.as_of_on <= s.session_date and a.entered_in_error_at is null
   order by a.as_of_on desc, a.recorded_at desc, a.id desc limit 1) end`;

/** Whether a session's note waits for a therapist: null when a therapist signed it. */
export const COSIGNATURE_STATE = (session: string) => `case when not ${session}.cosignature_needed then null
  when exists (select from session_cosignature k
                where k.organization_id = ${session}.organization_id and k.session_id = ${session}.id) then 'cosigned'
  else 'awaiting' end`;

/** The words of the last signed session before this one: the shape of `LastNote`. */
export const LAST_NOTE = `(
  select json_build_object('sessionDate', u.session_date, 'subjective', u.subjective, 'objective', u.objective,
                           'assessment', u.assessment, 'plan', u.plan, 'provenance', u.provenance)
    from session u
   where ${OF_EPISODE('u')} and u.status = 'completed' and u.id <> s.id
     and (u.session_date, u.scheduled_at) < (s.session_date, s.scheduled_at)
   order by u.session_date desc, u.scheduled_at desc limit 1)`;

/** What this member of staff gave in their last sixty sessions, by intervention. */
export const OWN_USE = `coalesce((
  select json_object_agg(o.code, o.times)
    from (select i.code, count(*) as times
            from (select u.organization_id, u.id from session u
                   where u.organization_id = s.organization_id and u.therapist_id = (select tandem.staff())
                     and u.status = 'completed' and u.scheduled_at < s.scheduled_at
                   order by u.scheduled_at desc limit 60) mine
            join performed_intervention i on i.organization_id = mine.organization_id and i.session_id = mine.id
           group by i.code) o), '{}')`;

/** The latest valid value of each series up to the session's day. */
export const LATEST_SCORES = `coalesce((
  select json_agg(json_build_object('measureCode', l.measure_code, 'side', l.side, 'condition', l.condition,
                                    'value', l.value, 'measuredOn', l.measured_on) order by l.measure_code, l.side)
    from (select distinct on (q.measure_code, q.side, q.condition) q.measure_code, q.side, q.condition, q.value, q.measured_on
            from outcome_score q
           where ${OF_EPISODE('q')} and q.entered_in_error_at is null and q.measured_on <= s.session_date
           order by q.measure_code, q.side, q.condition, q.measured_on desc, coalesce(q.in_place_of_at, q.recorded_at) desc, q.id desc) l), '[]')`;

/** The dose last given in the episode, whatever the version (decision 1), by intervention. */
export const LAST_DOSES = `coalesce((
  select json_object_agg(l.code, l.dose)
    from (select distinct on (i.code) i.code, i.dose
            from session u
            join performed_intervention i on i.organization_id = u.organization_id and i.session_id = u.id
           where ${OF_EPISODE('u')} and u.status = 'completed' and u.id <> s.id
             and (u.session_date, u.scheduled_at) < (s.session_date, s.scheduled_at)
           order by i.code, u.session_date desc, u.scheduled_at desc, i.position) l), '{}')`;

export const IS_ACKNOWLEDGED = `exists (
  select from prescription_acknowledgement a
   where a.organization_id = s.organization_id and a.prescription_id = rx.id
     and a.staff_member_id = (select tandem.staff()))`;

/** A session's own columns: the shape of `SessionHead`. */
export const sessionHead = (s: string, therapist: string) => `
  'sessionId', ${s}.id, 'status', ${s}.status, 'scheduledAt', ${s}.scheduled_at, 'endsAt', ${s}.ends_at,
  'sessionDate', ${s}.session_date, 'therapistId', ${s}.therapist_id, 'therapistName', ${NAME(therapist)},
  'arrivedAt', ${s}.arrived_at, 'missReason', ${s}.miss_reason, 'cancelledBy', ${s}.cancelled_by,
  'version', ${s}.version, 'updatedAt', ${s}.updated_at`;

export const PATIENT_JSON = `json_build_object(
  'patientId', p.id, 'familyName', p.family_name, 'givenName', p.given_name, 'birthDate', p.birth_date, 'sex', p.sex,
  'mrn', p.mrn)`;

/** Needs `rx` for the diagnosis of last resort. */
export const EPISODE_JSON = `json_build_object(
  'episodeId', e.id, 'concern', e.concern, 'side', e.side, 'diagnosis', ${DIAGNOSIS}, 'status', e.status,
  'openedOn', e.opened_on, 'payerProfile', e.payer_profile, 'timeZone', c.time_zone,
  'clinicValues', c.clinical_values)`;

/** The number of the visit under its prescription: those signed before it, plus one. */
export const VISIT_NUMBER = `(
  select count(*) + 1 from session u
   where ${OF_EPISODE('u')} and u.prescription_id = rx.id and u.status = 'completed' and u.id <> s.id
     and (u.session_date, u.scheduled_at) < (s.session_date, s.scheduled_at))`;
