import { EPISODE_HEADER_SQL } from '#server/patients/index.ts';
import { HOME_CARE_SQL } from '#server/home-programme/index.ts';
import { TAKEN_DRUGS_SQL } from '#server/medications/index.ts';
import {
  ALLOWED_CENTS,
  CHART_NOW,
  COSIGNATURE_STATE,
  DIAGNOSIS,
  EPISODE_JSON,
  GATE_FACTS,
  GOVERNING_PRESCRIPTION,
  IS_ACKNOWLEDGED,
  LAST_DOSES,
  LATEST_SCORES,
  OWN_USE,
  PATIENT_JSON,
  personName,
  PRESCRIPTION_OF_SESSION,
  PROGRESS_FACTS,
  recentProcedures,
  SAME_DAY,
  sessionHead,
  VISIT_NUMBER,
} from './facts-sql.ts';
import { HOLD_JOINS, HOLD_JSON } from './hold-sql.ts';

const FROM_SESSION = `
  from session s
  join episode e on e.organization_id = s.organization_id and e.id = s.episode_id
  join clinic c on c.organization_id = e.organization_id and c.id = e.clinic_id
  join patient p on p.organization_id = s.organization_id and p.id = s.patient_id
  join staff_member t on t.organization_id = s.organization_id and t.id = s.therapist_id
  ${PRESCRIPTION_OF_SESSION}`;

const INTERVENTIONS_OF = (session: string) => `coalesce((
  select json_agg(json_build_object('code', i.code, 'name', i.name, 'dose', i.dose, 'minutes', i.minutes,
                                    'billingCode', i.billing_code, 'classification', i.classification,
                                    'assistantMinutes', i.assistant_minutes) order by i.position)
    from performed_intervention i
   where i.organization_id = ${session}.organization_id and i.session_id = ${session}.id), '[]')`;

const ADDENDA_OF = (session: string) => `coalesce((
  select json_agg(json_build_object('id', a.id, 'reason', a.reason, 'text', a.text, 'authorName', ${personName('aw')},
                                    'authorRole', aw.role, 'createdAt', a.created_at) order by a.created_at, a.id)
    from session_addendum a
    join staff_member aw on aw.organization_id = a.organization_id and aw.id = a.author_id
   where a.organization_id = ${session}.organization_id and a.session_id = ${session}.id), '[]')`;

const HISTORY = `coalesce((
  select json_agg(json_build_object(
           'sessionId', h.id, 'sessionDate', h.session_date, 'therapistName', ${personName('w')},
           'painBefore', h.pain_before, 'painAfter', h.pain_after, 'subjective', h.subjective, 'objective', h.objective,
           'assessment', h.assessment, 'plan', h.plan, 'provenance', h.provenance, 'interventions', ${INTERVENTIONS_OF('h')},
           'addenda', ${ADDENDA_OF('h')})
         order by h.session_date desc, h.scheduled_at desc)
    from (select u.* from session u
           where u.organization_id = s.organization_id and u.episode_id = s.episode_id and u.status = 'completed'
             and u.id <> s.id and (u.session_date, u.scheduled_at) < (s.session_date, s.scheduled_at)
           order by u.session_date desc, u.scheduled_at desc limit 3) h
    join staff_member w on w.organization_id = h.organization_id and w.id = coalesce(h.signed_by_id, h.therapist_id)), '[]')`;

const SIGNED = `case when s.signed_at is null then null else json_build_object(
  'signedAt', s.signed_at,
  'signedBy', (select ${personName('g')} from staff_member g where g.organization_id = s.organization_id and g.id = s.signed_by_id),
  'painBefore', s.pain_before, 'painAfter', s.pain_after, 'vitals', s.vitals, 'homeDaysDone', s.home_days_done,
  'homeDaysPrescribed', s.home_days_prescribed, 'homeDifficulty', s.home_difficulty, 'homePain', s.home_pain,
  'education', s.education, 'subjective', s.subjective, 'objective', s.objective,
  'startedTime', s.started_time, 'endedTime', s.ended_time, 'response', s.response, 'adverseEvent', s.adverse_event,
  'acknowledged', s.acknowledged, 'tookPart', s.took_part,
  'provenance', s.provenance, 'signedById', s.signed_by_id, 'addenda', ${ADDENDA_OF('s')},
  'cosignature', case when s.cosignature_needed then coalesce((
    select json_build_object('by', ${personName('kb')}, 'at', k.cosigned_at, 'note', k.note)
      from session_cosignature k
      join staff_member kb on kb.organization_id = k.organization_id and kb.id = k.cosigned_by_id
     where k.organization_id = s.organization_id and k.session_id = s.id),
    '{"by": null, "at": null, "note": null}'::json) end,
  'assessment', s.assessment, 'plan', s.plan, 'billing', s.billing, 'interventions', ${INTERVENTIONS_OF('s')},
  'scores', coalesce((
    select json_agg(json_build_object('measureCode', q.measure_code, 'side', q.side, 'condition', q.condition,
                                      'value', q.value, 'measuredOn', q.measured_on,
                                      'warningConfirmed', q.warning_confirmed, 'error', q.entered_in_error_reason)
                    order by q.recorded_at, q.id)
      from outcome_score q where q.organization_id = s.organization_id and q.session_id = s.id), '[]')) end`;

/** Of an unread version: the last one that the reader has read, else the one before it. */
const READ_BEFORE = `case when ${IS_ACKNOWLEDGED} then null else (
  select json_build_object('versionNumber', q.version_number, 'content', q.content)
    from prescription q
   where q.organization_id = s.organization_id and q.episode_id = s.episode_id and q.version_number < rx.version_number
   order by exists (select from prescription_acknowledgement a
                     where a.organization_id = q.organization_id and a.prescription_id = q.id
                       and a.staff_member_id = (select tandem.staff())) desc, q.version_number desc
   limit 1) end`;

/** $1 the session. */
export const SHEET_SQL = `
  select json_build_object(
    'session', json_build_object(${sessionHead('s', 't')}),
    'header', ${EPISODE_HEADER_SQL},
    'patient', ${PATIENT_JSON},
    'episode', ${EPISODE_JSON},
    'prescription', case when rx.id is null then null else json_build_object(
      'prescriptionId', rx.id, 'versionNumber', rx.version_number, 'startsOn', rx.starts_on, 'endsOn', rx.ends_on,
      'visitsPrescribed', rx.visits_prescribed, 'signedAt', rx.signed_at, 'reason', rx.reason,
      'signedBy', (select ${personName('g')} from staff_member g
                    where g.organization_id = s.organization_id and g.id = rx.signed_by_id),
      'acknowledged', ${IS_ACKNOWLEDGED}, 'before', ${READ_BEFORE}, 'content', rx.content) end,
    'gate', ${GATE_FACTS},
    'chart', ${CHART_NOW},
    'visitNumber', ${VISIT_NUMBER},
    'progress', ${PROGRESS_FACTS},
    'history', ${HISTORY},
    'lastDoses', ${LAST_DOSES},
    'sameDay', ${SAME_DAY}, 'allowedCents', ${ALLOWED_CENTS},
    'latestScores', ${LATEST_SCORES},
    'openRequests', coalesce((
      select json_agg(json_build_object('changeRequestId', r.id, 'askedAt', r.created_at, 'reason', r.reason)
                      order by r.created_at)
        from change_request r
       where r.organization_id = s.organization_id and r.episode_id = s.episode_id and r.status = 'open'), '[]'),
    'ownUse', case when s.signed_at is null then ${OWN_USE} else '{}' end,
    'homeCare', ${HOME_CARE_SQL},
    'drugs', ${TAKEN_DRUGS_SQL},
    'draft', s.draft,
    'signed', ${SIGNED}) as sheet
  ${FROM_SESSION}
  where s.organization_id = (select tandem.organization()) and s.id = $1`;

const TODAY_ROW = `json_build_object(
  'sessionId', s.id, 'episodeId', e.id, 'patientId', p.id, 'familyName', p.family_name, 'givenName', p.given_name,
  'birthDate', p.birth_date, 'sex', p.sex, 'mrn', p.mrn, 'concern', e.concern, 'side', e.side, 'diagnosis', ${DIAGNOSIS},
  'status', s.status, 'scheduledAt', s.scheduled_at, 'endsAt', s.ends_at, 'sessionDate', s.session_date,
  'therapistId', s.therapist_id, 'therapistName', ${personName('t')}, 'missReason', s.miss_reason,
  'cosignature', ${COSIGNATURE_STATE('s')},
  'cancelledBy', s.cancelled_by, 'signedAt', s.signed_at, 'hasDraft', s.draft is not null, 'version', s.version,
  'prescription', case when rx.id is null then null else json_build_object(
    'prescriptionId', rx.id, 'versionNumber', rx.version_number, 'visitsPrescribed', rx.visits_prescribed,
    'startsOn', rx.starts_on, 'endsOn', rx.ends_on, 'acknowledged', ${IS_ACKNOWLEDGED}) end,
  'payerProfile', e.payer_profile, 'episodeStatus', e.status, 'timeZone', c.time_zone, 'arrivedAt', s.arrived_at,
  'content', case when rx.id is null then null else json_build_object(
    'measures', rx.content->'measures', 'interventions', rx.content->'interventions',
    'precautions', rx.content->'precautions', 'weightBearing', rx.content->'weightBearing',
    'vitals', rx.content->'vitals') end,
  'chart', case when s.signed_at is null then ${CHART_NOW} else '[]' end,
  'gate', ${GATE_FACTS}, 'visitNumber', ${VISIT_NUMBER}, 'progress', ${PROGRESS_FACTS}, 'latestScores', ${LATEST_SCORES})`;

/** How long a missed visit without a new one stays on top. */
const MISSED_SHOWN_DAYS = 7;

/**
 * $1 the day, $2 only the actor's own. Left over from earlier days: visits nobody closed, and missed ones after which nothing
 * is planned.
 */
export const TODAY_SQL = `
  select coalesce(json_agg(${TODAY_ROW} order by s.scheduled_at, s.id), '[]') as sessions
  ${FROM_SESSION}
  where s.organization_id = (select tandem.organization()) and (not $2 or s.therapist_id = (select tandem.staff()))
    and (s.session_date = $1::date
         or (s.session_date < $1::date and s.status in ('planned', 'arrived'))
         or (s.session_date between $1::date - ${MISSED_SHOWN_DAYS} and $1::date - 1 and s.status = 'missed' and not exists (
               select from session n
                where n.organization_id = s.organization_id and n.episode_id = s.episode_id
                  and n.scheduled_at > s.scheduled_at and n.status in ('planned', 'arrived', 'completed'))))`;

/** $1 today. */
export const PLANNABLE_SQL = `
  select coalesce(json_agg(json_build_object(
    'episodeId', e.id, 'patientId', p.id, 'familyName', p.family_name, 'givenName', p.given_name, 'mrn', p.mrn,
    'concern', e.concern, 'versionNumber', rx.version_number, 'endsOn', rx.ends_on,
    'visitsPrescribed', rx.visits_prescribed, 'frequencyPerWeek', rx.frequency_per_week, 'taper', rx.taper, 'amountPerDay', rx.content->'amountPerDay',
    'visitsUsed', (select count(*) from session u
                    where u.organization_id = e.organization_id and u.episode_id = e.id and u.prescription_id = rx.id
                      and u.status = 'completed'),
    'nextOn', (select min(u.session_date) from session u
                where u.organization_id = e.organization_id and u.episode_id = e.id and u.status in ('planned', 'arrived')
                  and u.session_date >= $1::date),
    'procedures', ${recentProcedures({
      of: 'x.organization_id = e.organization_id and x.episode_id = e.id',
      since: '$1::date - 180',
      until: '$1::date',
      knownBefore: 'true',
    })},
    'therapists', coalesce((
      select json_agg(distinct jsonb_build_object('staffMemberId', m.staff_member_id, 'name', ${personName('t')}))
        from care_team_member m
        join staff_member t on t.organization_id = m.organization_id and t.id = m.staff_member_id
       where m.organization_id = e.organization_id and m.patient_id = e.patient_id and t.active
         and t.role in ('physical-therapist', 'physical-therapist-assistant', 'occupational-therapist', 'speech-therapist')
         and m.valid_from <= now() and (m.valid_to is null or m.valid_to > now())), '[]'))
    order by p.family_name, p.given_name, e.opened_on), '[]') as episodes
  from episode e
  join patient p on p.organization_id = e.organization_id and p.id = e.patient_id
  left join prescription rx on rx.organization_id = e.organization_id and rx.episode_id = e.id and rx.in_force
  where e.organization_id = (select tandem.organization()) and e.status = 'open'
    and e.patient_id = any ((select tandem.patients())::uuid[])`;

/** $1 the episode, $2 and $3 the cursor, $4 how many, $5 today. */
export const LIST_SQL = `
  select json_build_object(
    'header', ${EPISODE_HEADER_SQL}, 'patient', ${PATIENT_JSON}, 'episode', ${EPISODE_JSON},
    'counted', coalesce((
      select json_agg(json_build_object('status', u.status, 'cancelledBy', u.cancelled_by))
        from session u where u.organization_id = e.organization_id and u.episode_id = e.id), '[]'),
    'sessions', coalesce((
      select json_agg(json_build_object(${sessionHead('u', 't')},
               'painBefore', u.pain_before, 'painAfter', u.pain_after, 'signedAt', u.signed_at,
               'cosignature', ${COSIGNATURE_STATE('u')},
               'addenda', (select count(*) from session_addendum a
                            where a.organization_id = u.organization_id and a.session_id = u.id),
               'versionNumber', (select v.version_number from prescription v
                                  where v.organization_id = u.organization_id and v.id = u.prescription_id),
               'interventions', coalesce((
                 select json_agg(i.name order by i.position) from performed_intervention i
                  where i.organization_id = u.organization_id and i.session_id = u.id), '[]'))
             order by u.scheduled_at desc, u.id desc)
        from (select * from session w
               where w.organization_id = e.organization_id and w.episode_id = e.id
                 and ($2::timestamptz is null or (w.scheduled_at, w.id) < ($2, $3::uuid))
               order by w.scheduled_at desc, w.id desc limit $4) u
        join staff_member t on t.organization_id = u.organization_id and t.id = u.therapist_id), '[]')) as list
  from episode e
  join clinic c on c.organization_id = e.organization_id and c.id = e.clinic_id
  join patient p on p.organization_id = e.organization_id and p.id = e.patient_id
  cross join lateral (select e.organization_id, e.id as episode_id, $5::date as session_date, null::timestamptz as arrived_at) s
  ${GOVERNING_PRESCRIPTION}
  where e.organization_id = (select tandem.organization()) and e.id = $1
    and e.patient_id = any ((select tandem.patients())::uuid[])`;

/** $1 the episode, $2 today, $3 now, $4 the default week. */
export const HOLDS_SQL = `
  select json_build_object(
    'header', ${EPISODE_HEADER_SQL}, 'patient', ${PATIENT_JSON}, 'episode', ${EPISODE_JSON},
    'holds', coalesce((
      select json_agg(${HOLD_JSON} order by h.closed_at is not null, h.opened_at desc)
        from safety_hold h ${HOLD_JOINS}
       where h.organization_id = e.organization_id and h.episode_id = e.id), '[]'),
    'elsewhere', coalesce((
      select json_agg(json_build_object('safetyHoldId', h.id, 'code', h.red_flag_code, 'level', h.level, 'note', h.note,
                                        'openedAt', h.opened_at, 'openedBy', ${personName('ho')}, 'episodeId', w.id, 'concern', w.concern)
                      order by h.level, h.opened_at)
        from safety_hold h
        join staff_member ho on ho.organization_id = h.organization_id and ho.id = h.opened_by_id
        join episode w on w.organization_id = h.organization_id and w.id = h.episode_id
       where h.organization_id = e.organization_id and h.patient_id = e.patient_id and h.episode_id <> e.id
         and h.closed_at is null), '[]'),
    'rules', json_build_object(
      'clinicalValues', c.clinical_values, 'timeZone', c.time_zone, 'clinicPhone', c.phone,
      'week', coalesce((select k.week from clinic_hours k
                         where k.organization_id = c.organization_id and k.clinic_id = c.id), $4::jsonb),
      'onCall', (
        select json_build_object('name', ${personName('ds')}, 'phone', d.phone, 'endsAt', d.ends_at)
          from on_call_duty d
          join staff_member ds on ds.organization_id = d.organization_id and ds.id = d.staff_member_id
         where d.organization_id = c.organization_id and d.clinic_id = c.id and d.taken_back_at is null
           and d.starts_at <= $3::timestamptz and d.ends_at > $3::timestamptz))) as screen
  from episode e
  join clinic c on c.organization_id = e.organization_id and c.id = e.clinic_id
  join patient p on p.organization_id = e.organization_id and p.id = e.patient_id
  cross join lateral (select e.organization_id, e.id as episode_id, $2::date as session_date, null::timestamptz as arrived_at) s
  ${GOVERNING_PRESCRIPTION}
  where e.organization_id = (select tandem.organization()) and e.id = $1::uuid
    and e.patient_id = any ((select tandem.patients())::uuid[])`;
