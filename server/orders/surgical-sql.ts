import { onsetSql } from '#server/patients/index.ts';
import { procedureFields } from './procedures-sql.ts';

const list = (fields: string, from: string, order: string): string =>
  `coalesce((select json_agg(json_build_object(${fields}) order by ${order}) from ${from}), '[]'::json)`;
const texts = (words: string, from: string, order: string): string =>
  `coalesce((select json_agg(${words} order by ${order}) from ${from}), '[]'::json)`;
const HERE = (x: string) => `${x}.organization_id = e.organization_id and ${x}.episode_id = e.id`;
const PATIENTS = (x: string) => `${x}.organization_id = e.organization_id and ${x}.patient_id = e.patient_id`;
const CODED = `'code', x.code, 'display', x.display, 'side', x.side`;
const GIVEN = `
  session s join performed_intervention i on i.organization_id = s.organization_id and i.session_id = s.id
   where ${HERE('s')} and s.status = 'completed'`;

export const staffName = (table: string) =>
  `concat_ws(', ', ${table}.given_name || ' ' || ${table}.family_name, ${table}.credentials)`;

const DOSE = `(
  select json_build_object(
    'sessions', count(*) filter (where s.status = 'completed'),
    'minutes', coalesce(sum(s.total_treatment_minutes) filter (where s.status = 'completed'), 0),
    'missed', count(*) filter (where s.status = 'missed'), 'cancelled', count(*) filter (where s.status = 'cancelled'),
    'firstOn', min(s.session_date) filter (where s.status = 'completed'),
    'lastOn', max(s.session_date) filter (where s.status = 'completed'),
    'attendance', w.reasons -> 'attendance',
    'home', case when count(s.home_days_prescribed) filter (where s.session_date > $2::date - 14) > 0 then json_build_object(
      'daysDone', coalesce(sum(s.home_days_done) filter (where s.session_date > $2::date - 14), 0),
      'daysPrescribed', sum(s.home_days_prescribed) filter (where s.session_date > $2::date - 14)) end)
    from session s where ${HERE('s')})`;

const IMPRESSION = `(
  select json_build_object('text', v.content ->> 'impression', 'on', v.evaluated_on, 'by', ${staffName('a')})
    from evaluation v join staff_member a on a.organization_id = v.organization_id and a.id = v.author_id
   where ${HERE('v')} and v.status = 'signed' and a.role = 'physiatrist' and coalesce(v.content ->> 'impression', '') <> ''
   order by v.evaluated_on desc, v.signed_at desc limit 1)`;

const EXAMINATION = `(
  select json_build_object('on', v.evaluated_on, 'by', ${staffName('a')}, 'findings', v.content -> 'findings')
    from evaluation v join staff_member a on a.organization_id = v.organization_id and a.id = v.author_id
   where ${HERE('v')} and v.status = 'signed' and jsonb_array_length(coalesce(v.content -> 'findings', '[]')) > 0
   order by (a.role = 'physiatrist') desc, v.evaluated_on desc, v.signed_at desc limit 1)`;

const TESTS = list(
  `'kind', x.kind, 'bodyRegion', x.body_region, 'side', x.side, 'orderedOn', x.ordered_on, 'resultOn', x.result_on,
   'status', x.status, 'reportText', x.report_text, 'ownReading', x.own_reading, 'readBy', (
     select ${staffName('a')} from staff_member a where a.organization_id = x.organization_id and a.id = x.acknowledged_by_id)`,
  `diagnostic_order x where ${HERE('x')} and x.entered_in_error_at is null`,
  'coalesce(x.result_on, x.ordered_on) desc',
);

/** The record of an episode as a surgeon reads it: the shape of `SurgicalRecord`. `e` the episode, `$2` its day. */
export const SURGICAL_RECORD = `json_build_object(
  'asOf', $2::date,
  'patient', json_build_object('name', p.given_name || ' ' || p.family_name, 'mrn', p.mrn, 'birthDate', p.birth_date,
                               'sex', p.sex, 'phone', p.phone),
  'clinicName', c.name,
  'episode', json_build_object('concern', e.concern, 'bodyRegion', e.body_region, 'side', e.side, 'onsetOn', (${onsetSql('e')}) ->> 'on',
                               'openedOn', e.opened_on),
  'diagnoses', ${list(
    CODED,
    `condition x where ${HERE('x')} and x.category = 'diagnosis' and x.status = 'active'`,
    'x.is_primary desc, x.recorded_at',
  )},
  'comorbidities', ${list(
    CODED,
    `condition x where ${PATIENTS('x')} and x.category = 'comorbidity' and x.status = 'active'`,
    'x.display',
  )},
  'history', ${list(
    `'kind', x.kind, 'title', x.title, 'side', x.side, 'happenedOn', x.happened_on, 'endedOn', x.ended_on, 'result', x.result`,
    `history_fact x where ${PATIENTS('x')} and x.kind not in ('work', 'social')
       and (x.status = 'active' or x.status = 'resolved' and x.kind = 'prior-therapy')`,
    `(cardinality(x.bears_on) > 0) desc, x.happened_on desc nulls last`,
  )},
  'allergies', ${texts(
    `concat_ws(': ', x.substance, nullif(concat_ws(', ', x.reaction, x.severity), ''))`,
    `allergy x where ${PATIENTS('x')} and x.status = 'active'`,
    'x.substance',
  )},
  'medications', ${texts(
    `concat_ws(' ', x.name, x.dose, x.frequency)`,
    `medication_order x where ${PATIENTS('x')} and x.status = 'active'`,
    'x.name',
  )},
  'impression', ${IMPRESSION},
  'examination', ${EXAMINATION},
  'redFlags', ${list(
    `'code', x.red_flag_code, 'openedOn', (x.opened_at at time zone c.time_zone)::date, 'note', x.note,
     'closedOn', (x.closed_at at time zone c.time_zone)::date, 'closeReason', x.close_reason`,
    `safety_hold x where ${HERE('x')}`,
    'x.opened_at',
  )},
  'versions', ${list(
    `'versionNumber', x.version_number, 'startsOn', x.starts_on, 'until', coalesce(x.ended_on, x.ends_on),
     'frequencyPerWeek', x.frequency_per_week, 'amountPerDay', x.content->'amountPerDay', 'visitsPrescribed', x.visits_prescribed, 'reason', x.reason`,
    `prescription x where ${HERE('x')}`,
    'x.version_number',
  )},
  'interventions', ${list(
    `'name', x.name, 'sessions', x.sessions, 'minutes', x.minutes, 'firstOn', x.first_on, 'lastOn', x.last_on`,
    `(select max(i.name) as name, count(distinct s.id) as sessions, sum(i.minutes) as minutes, min(s.session_date) as first_on,
             max(s.session_date) as last_on from ${GIVEN} group by i.code) x`,
    'x.minutes desc',
  )},
  'dose', ${DOSE},
  'verdict', b.verdict_code, 'reason', b.reason,
  'measures', coalesce(b.measures, '[]'::jsonb),
  'procedures', ${list(procedureFields('x'), `procedure x where ${HERE('x')} and x.entered_in_error_at is null`, 'x.performed_on desc')},
  'tests', ${TESTS})`;

/** What `SURGICAL_RECORD` needs beside the episode. */
export const RECORD_FROM = `
  join patient p on p.organization_id = e.organization_id and p.id = e.patient_id
  join clinic c on c.organization_id = e.organization_id and c.id = e.clinic_id
  left join board_entry b on b.organization_id = e.organization_id and b.episode_id = e.id
  left join verdict w on w.organization_id = b.organization_id and w.id = b.verdict_id`;
