import { addendaJson, enteredInErrorJson } from '#server/corrections/index.ts';
import { EPISODE_HEADER_SQL } from '#server/patients/index.ts';
import { PROGRESS_MEASURE_FACTS } from '#server/sessions/index.ts';
import { complianceFacts } from './facts-sql.ts';

const NAME = (alias: string) =>
  `${alias}.given_name || ' ' || ${alias}.family_name || coalesce(', ' || ${alias}.credentials, '')`;

const list = (fields: string, from: string, order: string) =>
  `coalesce((select json_agg(json_build_object(${fields}) order by ${order}) ${from}), '[]')`;

const OF_EPISODE = (alias: string) =>
  `${alias}.organization_id = e.organization_id and ${alias}.episode_id = e.id`;

/** Who it is about, as `SessionPatient`. */
export const PATIENT = `json_build_object(
  'patientId', p.id, 'familyName', p.family_name, 'givenName', p.given_name, 'birthDate', p.birth_date, 'sex', p.sex,
  'mrn', p.mrn)`;

export const DIAGNOSIS = `coalesce(
  (select d.display || ' (' || d.code || ')' from condition d
    where ${OF_EPISODE('d')} and d.category = 'diagnosis' and d.status = 'active'
    order by d.is_primary desc, d.recorded_at limit 1),
  nullif(concat(rx.content->'diagnoses'->0->>'display', ' (' || (rx.content->'diagnoses'->0->>'code') || ')'), ''))`;

export const VERSIONS = list(
  `'prescriptionId', x.id, 'versionNumber', x.version_number, 'startsOn', x.starts_on, 'endsOn', x.ends_on,
   'signedOn', (x.signed_at at time zone c.time_zone)::date, 'signedBy', ${NAME('s')}, 'inForce', x.in_force,
   'certifiesPlan', x.certifies_plan`,
  `from prescription x join staff_member s on s.organization_id = x.organization_id and s.id = x.signed_by_id
    where ${OF_EPISODE('x')}`,
  'x.version_number desc',
);

const SENDINGS = list(
  `'planSendingId', n.id, 'prescriptionId', n.prescription_id, 'versionNumber', x.version_number, 'sentOn', n.sent_on,
   'sentTo', n.sent_to, 'method', n.method, 'evidence', n.evidence, 'recordedById', n.recorded_by_id,
   'recordedBy', ${NAME('s')}, 'recordedAt', n.recorded_at, 'enteredInError', ${enteredInErrorJson('n')}`,
  `from plan_sending n
     join prescription x on x.organization_id = n.organization_id and x.id = n.prescription_id
     join staff_member s on s.organization_id = n.organization_id and s.id = n.recorded_by_id
    where ${OF_EPISODE('n')}`,
  '(n.entered_in_error_at is not null), n.sent_on desc, n.recorded_at desc',
);

const CERTIFICATIONS = list(
  `'planCertificationId', k.id, 'prescriptionId', k.prescription_id, 'versionNumber', x.version_number,
   'certifiedBy', ${NAME('s')}, 'certifiedAt', k.certified_at, 'reason', k.reason, 'involvement', k.involvement`,
  `from plan_certification k
     join prescription x on x.organization_id = k.organization_id and x.id = k.prescription_id
     join staff_member s on s.organization_id = k.organization_id and s.id = k.certified_by_id
    where ${OF_EPISODE('k')}`,
  'k.certified_at desc',
);

const REPORTS = list(
  `'progressReportId', g.id, 'periodFrom', g.period_from, 'reportedOn', g.reported_on, 'author', ${NAME('s')}`,
  `from progress_report g join staff_member s on s.organization_id = g.organization_id and s.id = g.author_id
    where ${OF_EPISODE('g')}`,
  'g.reported_on desc',
);

export const DISCHARGE_NOTE = `(
  select json_build_object(
           'dischargeNoteId', d.id, 'author', ${NAME('s')}, 'writtenOn', d.written_on, 'periodFrom', d.period_from,
           'dischargedOn', d.discharged_on, 'planned', d.planned, 'measures', d.measures, 'goals', d.goals,
           'summary', d.summary, 'planAfter', d.plan_after, 'signedAt', d.signed_at,
           'addenda', ${addendaJson('discharge_note_addendum', 'discharge_note_id', 'd')})
    from discharge_note d join staff_member s on s.organization_id = d.organization_id and s.id = d.author_id
   where ${OF_EPISODE('d')})`;

/** The episode with its newest version as `rx`, whether in force or ended. $1 the episode, $2 today. */
export const FROM_EPISODE = `
  from episode e
  join clinic c on c.organization_id = e.organization_id and c.id = e.clinic_id
  join patient p on p.organization_id = e.organization_id and p.id = e.patient_id
  cross join lateral (select e.organization_id, e.id as episode_id, $2::date as session_date) s
  left join lateral (
    select x.id, x.version_number, x.content from prescription x
     where ${OF_EPISODE('x')} order by x.version_number desc limit 1) rx on true
  where e.organization_id = (select tandem.organization()) and e.id = $1::uuid
    and e.patient_id = any ((select tandem.patients())::uuid[])`;

export const DOCUMENTATION_SQL = `
  select json_build_object(
    'header', ${EPISODE_HEADER_SQL}, 'timeZone', c.time_zone, 'patient', ${PATIENT},
    'episode', json_build_object('episodeId', e.id, 'concern', e.concern, 'diagnosis', ${DIAGNOSIS},
                                 'closeReason', e.close_reason),
    'facts', ${complianceFacts('$2')}, 'plan', rx.content, 'versions', ${VERSIONS}, 'sendings', ${SENDINGS},
    'certifications', ${CERTIFICATIONS},
    'reports', ${REPORTS}, 'dischargeNote', ${DISCHARGE_NOTE}, 'progress', ${PROGRESS_MEASURE_FACTS}) as screen
  ${FROM_EPISODE}`;

/** What a discharge note is written from. $1 the episode, $2 today. */
export const DISCHARGE_FACTS_SQL = `
  select json_build_object(
    'patientId', e.patient_id, 'facts', ${complianceFacts('$2')}, 'progress', ${PROGRESS_MEASURE_FACTS}) as facts
  ${FROM_EPISODE}`;

/** $1 the patient. Shown to the care team and to administrators. */
export const THERAPY_AMOUNTS_SQL = `
  select json_build_object('patient', ${PATIENT}, 'clinicValues', c.clinical_values, 'today', ($2::timestamptz at time zone c.time_zone)::date, 'amounts', ${list(
    `'therapyAmountId', a.id, 'year', a.year, 'amountCents', a.amount_cents, 'asOfOn', a.as_of_on, 'source', a.source,
     'recordedById', a.recorded_by_id, 'recordedBy', ${NAME('s')}, 'recordedAt', a.recorded_at,
     'enteredInError', ${enteredInErrorJson('a')}`,
    `from therapy_amount a join staff_member s on s.organization_id = a.organization_id and s.id = a.recorded_by_id
      where a.organization_id = p.organization_id and a.patient_id = p.id`,
    'a.year desc, a.as_of_on desc, a.recorded_at desc, a.id desc',
  )}) as screen
    from patient p join clinic c on c.organization_id = p.organization_id and c.id = p.clinic_id
   where p.organization_id = (select tandem.organization()) and p.id = $1::uuid`;
