import { addendaJson } from '#server/corrections/index.ts';
import { onsetSql } from '#server/patients/index.ts';
import { certificationCourse } from './certification-sql.ts';
import { DIAGNOSIS, DISCHARGE_NOTE, FROM_EPISODE, PATIENT } from './documentation-sql.ts';

const NAME = (alias: string) =>
  `${alias}.given_name || ' ' || ${alias}.family_name || coalesce(', ' || ${alias}.credentials, '')`;
const OF_EPISODE = (alias: string) =>
  `${alias}.organization_id = e.organization_id and ${alias}.episode_id = e.id`;

/** The shape of `DocumentSubject`. */
const SUBJECT = `
  'organization', (select o.name from organization o where o.id = e.organization_id), 'clinic', c.name,
  'timeZone', c.time_zone, 'clinicValues', c.clinical_values, 'patient', ${PATIENT},
  'episode', json_build_object('concern', e.concern, 'diagnosis', ${DIAGNOSIS}, 'openedOn', e.opened_on,
                               'onsetOn', (${onsetSql('e')}) ->> 'on', 'payerProfile', e.payer_profile)`;

const FIRST_TREATMENT = `
  (select min(u.session_date) from session u where ${OF_EPISODE('u')} and u.status = 'completed')`;

/** $1 the episode, $2 today, $3 the version. */
export const PLAN_OF_CARE_SQL = `
  select json_build_object(${SUBJECT}, 'certification', ${certificationCourse('e', 'c')}, 'version', (
    select json_build_object(
             'prescriptionId', x.id, 'versionNumber', x.version_number, 'startsOn', x.starts_on, 'endsOn', x.ends_on,
             'signedOn', (x.signed_at at time zone c.time_zone)::date, 'signedAt', x.signed_at, 'signedBy', ${NAME('w')},
             'inForce', x.in_force, 'certifiesPlan', x.certifies_plan, 'content', x.content, 'reason', x.reason,
             'certifiedLater', (
               select json_build_object('by', ${NAME('k')}, 'at', pk.certified_at, 'reason', pk.reason, 'involvement', pk.involvement)
                 from plan_certification pk
                 join staff_member k on k.organization_id = pk.organization_id and k.id = pk.certified_by_id
                where pk.organization_id = x.organization_id and pk.prescription_id = x.id))
      from prescription x join staff_member w on w.organization_id = x.organization_id and w.id = x.signed_by_id
     where ${OF_EPISODE('x')} and x.id = $3::uuid)) as facts
  ${FROM_EPISODE}`;

/** $1 the episode, $2 today, $3 the report. */
export const PROGRESS_REPORT_SQL = `
  select json_build_object(${SUBJECT}, 'report', json_build_object(
           'progressReportId', g.id, 'reportedOn', g.reported_on, 'periodFrom', g.period_from, 'signedAt', g.signed_at,
           'author', ${NAME('a')}, 'measures', g.measures, 'goals', g.goals, 'assessment', g.assessment,
           'planKind', g.plan_kind, 'plan', g.plan,
           'addenda', ${addendaJson('progress_report_addendum', 'progress_report_id', 'g')}),
         'treatmentDates', coalesce((
           select json_agg(distinct u.session_date) from session u
            where ${OF_EPISODE('u')} and u.status = 'completed' and u.session_date between g.period_from and g.reported_on), '[]'),
         'treatedBy', coalesce((
           select json_agg(distinct ${NAME('w')}) from session u
             join staff_member w on w.organization_id = u.organization_id and w.id = u.signed_by_id
            where ${OF_EPISODE('u')} and u.status = 'completed' and u.session_date between g.period_from and g.reported_on), '[]')) as facts
  ${FROM_EPISODE.replace(
    '\n  where ',
    `\n  join progress_report g on ${OF_EPISODE('g')} and g.id = $3::uuid
  join staff_member a on a.organization_id = g.organization_id and a.id = g.author_id
  where `,
  )}`;

/** $1 the episode, $2 today. */
export const DISCHARGE_SUMMARY_SQL = `
  select json_build_object(${SUBJECT}, 'status', e.status, 'closedOn', e.closed_on, 'closeReason', e.close_reason,
           'note', ${DISCHARGE_NOTE}, 'firstTreatmentOn', ${FIRST_TREATMENT},
           'lastTreatmentOn', (select max(u.session_date) from session u where ${OF_EPISODE('u')} and u.status = 'completed'),
           'attended', (select count(*) from session u where ${OF_EPISODE('u')} and u.status = 'completed'),
           'missed', (select count(*) from session u where ${OF_EPISODE('u')} and u.status = 'missed'),
           'versions', coalesce((
             select json_agg(json_build_object('versionNumber', x.version_number, 'startsOn', x.starts_on, 'endedOn', x.ended_on,
                                               'reason', x.reason) order by x.version_number)
               from prescription x where ${OF_EPISODE('x')}), '[]'),
           'procedures', coalesce((
             select json_agg(json_build_object('display', q.display, 'performedOn', q.performed_on) order by q.performed_on)
               from procedure q where ${OF_EPISODE('q')} and q.entered_in_error_at is null), '[]'),
           'homeProgramme', rx.content->>'homeProgramme') as facts
  ${FROM_EPISODE}`;
