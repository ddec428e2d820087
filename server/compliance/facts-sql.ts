import { certificationCourse, THERAPY_KINDS } from './certification-sql.ts';

/** What the query calls the episode and its clinic. */
interface Aliases {
  episode: string;
  clinic: string;
}

const USUAL: Aliases = { episode: 'e', clinic: 'c' };

/**
 * The shape of `ComplianceFacts` as a JSON expression, for a query that has the episode and its clinic; `today` is
 * the parameter that holds the day. Row-level security leaves it empty for those who may not read the record.
 */
export function complianceFacts(today: string, { episode: e, clinic: c }: Aliases = USUAL): string {
  const ofEpisode = (alias: string) =>
    `${alias}.organization_id = ${e}.organization_id and ${alias}.episode_id = ${e}.id`;
  return `json_build_object('clinicValues', ${c}.clinical_values,
  'payerProfile', ${e}.payer_profile, 'status', ${e}.status, 'closedOn', ${e}.closed_on,
  'evaluatedOn', (select min(v.evaluated_on) from evaluation v where ${ofEpisode('v')} and v.kind in (${THERAPY_KINDS}) and v.status = 'signed'),
  'firstTreatmentOn', (
    select min(u.session_date) from session u where ${ofEpisode('u')} and u.status = 'completed'),
  'certification', ${certificationCourse(e, c)},
  'first', (
    select json_build_object('signedOn', (p.signed_at at time zone ${c}.time_zone)::date, 'durationWeeks', p.duration_weeks)
      from prescription p where ${ofEpisode('p')} and p.version_number = 1),
  'current', (
    select json_build_object('prescriptionId', p.id, 'versionNumber', p.version_number, 'startsOn', p.starts_on,
                             'signedOn', (p.signed_at at time zone ${c}.time_zone)::date, 'durationWeeks', p.duration_weeks)
      from prescription p where ${ofEpisode('p')} order by p.version_number desc limit 1),
  'firstSentOn', (select min(n.sent_on) from plan_sending n where ${ofEpisode('n')} and n.entered_in_error_at is null),
  'currentSentOn', (select max(n.sent_on) from plan_sending n where ${ofEpisode('n')} and n.entered_in_error_at is null
      and n.prescription_id = (
      select p.id from prescription p where ${ofEpisode('p')} order by p.version_number desc limit 1)),
  'delayExplained', exists (
    select from plan_certification k where ${ofEpisode('k')} and k.reason is not null),
  'lastReportOn', (select max(g.reported_on) from progress_report g where ${ofEpisode('g')}),
  'treatmentDates', coalesce((
    select json_agg(distinct u.session_date) from session u
     where ${ofEpisode('u')} and u.status = 'completed'
       and u.session_date > coalesce((select max(g.reported_on) from progress_report g where ${ofEpisode('g')}), '-infinity')), '[]'),
  'dischargeNoteOn', (select d.written_on from discharge_note d where ${ofEpisode('d')}),
  'amountCents', (
    select a.amount_cents from therapy_amount a
     where a.organization_id = ${e}.organization_id and a.patient_id = ${e}.patient_id and a.year = extract(year from ${today}::date)
       and a.entered_in_error_at is null
     order by a.as_of_on desc, a.recorded_at desc, a.id desc limit 1))`;
}

/** The same for a screen about something else: null where the payer asks for nothing, which costs nothing. */
export const complianceFactsIfAny = (today: string, aliases: Aliases = USUAL): string =>
  `case when ${aliases.episode}.payer_profile <> 'none' then ${complianceFacts(today, aliases)} end`;
