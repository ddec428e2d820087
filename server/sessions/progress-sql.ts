import { EPISODE_HEADER_SQL } from '#server/patients/index.ts';
import { addendaJson } from '#server/corrections/index.ts';
import {
  EPISODE_JSON,
  GOVERNING_PRESCRIPTION,
  PATIENT_JSON,
  personName,
  PROGRESS_FACTS,
} from './facts-sql.ts';

/** What a progress report says about measures: the shape of `ProgressMeasureFacts` and `RawProgress` together. */
export const PROGRESS_MEASURE_FACTS = `json_build_object(
  'patientId', e.patient_id, 'openedOn', e.opened_on, 'status', e.status, 'payerProfile', e.payer_profile, 'timeZone', c.time_zone,
  'progress', ${PROGRESS_FACTS},
  'firstTreatmentOn', (select min(u.session_date) from session u
                        where u.organization_id = e.organization_id and u.episode_id = e.id and u.status = 'completed'),
  'measures', coalesce(rx.content->'measures', '[]'),
  'clinicThresholds', coalesce((
    select json_agg(json_build_object('measureCode', h.measure_code, 'mdcTag', h.mdc_tag, 'mcidTag', h.mcid_tag))
      from threshold_choice h where h.organization_id = e.organization_id and h.clinic_id = e.clinic_id), '[]'),
  'goals', coalesce(rx.content->'goals', '[]'),
  'scores', coalesce((
    select json_agg(json_build_object('measureCode', q.measure_code, 'side', q.side, 'condition', q.condition, 'value', q.value,
                                      'measuredOn', q.measured_on) order by coalesce(q.in_place_of_at, q.recorded_at), q.id)
      from outcome_score q
     where q.organization_id = e.organization_id and q.episode_id = e.id and q.entered_in_error_at is null), '[]'))`;

const FROM_EPISODE = `
  from episode e
  join clinic c on c.organization_id = e.organization_id and c.id = e.clinic_id
  join patient p on p.organization_id = e.organization_id and p.id = e.patient_id
  cross join lateral (select e.organization_id, e.id as episode_id, $2::date as session_date, null::timestamptz as arrived_at) s
  ${GOVERNING_PRESCRIPTION}
  where e.organization_id = (select tandem.organization()) and e.id = $1::uuid
    and e.patient_id = any ((select tandem.patients())::uuid[])`;

/** $1 the episode, $2 today. */
export const PROGRESS_FACTS_SQL = `select ${PROGRESS_MEASURE_FACTS} as facts ${FROM_EPISODE}`;

/** $1 the episode, $2 today. */
export const PROGRESS_REPORTS_SQL = `
  select json_build_object(
    'header', ${EPISODE_HEADER_SQL}, 'patient', ${PATIENT_JSON}, 'episode', ${EPISODE_JSON}, 'facts', ${PROGRESS_MEASURE_FACTS},
    'reports', coalesce((
      select json_agg(json_build_object(
               'progressReportId', g.id, 'reportedOn', g.reported_on, 'periodFrom', g.period_from, 'signedAt', g.signed_at,
               'author', ${personName('a')}, 'measures', g.measures, 'goals', g.goals, 'assessment', g.assessment,
               'planKind', g.plan_kind, 'plan', g.plan,
               'addenda', ${addendaJson('progress_report_addendum', 'progress_report_id', 'g')})
             order by g.reported_on desc)
        from progress_report g join staff_member a on a.organization_id = g.organization_id and a.id = g.author_id
       where g.organization_id = e.organization_id and g.episode_id = e.id), '[]')) as screen
  ${FROM_EPISODE}`;
