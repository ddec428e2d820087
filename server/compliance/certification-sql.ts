import { THERAPY_EVALUATIONS } from '#shared/evaluations/model.ts';

/** The evaluations that begin therapy, in whichever discipline, as SQL: the earliest is the cautious reading of CERT-4. */
export const THERAPY_KINDS = THERAPY_EVALUATIONS.map((kind) => `'${kind}'`).join(', ');

/**
 * What certification looks at, as a JSON expression of the shape of `CertificationCourse`: one for the gate, the board and the
 * documentation page, so that they cannot disagree. What was Medicare's from its opening on was never corrected to it. Where no payer asks, every signature counts. `given` narrows the treatments `u` that count.
 */
export function certificationCourse(e: string, c: string, given = 'true'): string {
  const ofEpisode = (alias: string) =>
    `${alias}.organization_id = ${e}.organization_id and ${alias}.episode_id = ${e}.id`;
  return `json_build_object(
  'versions', coalesce((
    select json_agg(json_build_object(
             'versionNumber', p.version_number, 'signedOn', (p.signed_at at time zone ${c}.time_zone)::date,
             'startsOn', p.starts_on, 'endedOn', p.ended_on, 'durationWeeks', p.duration_weeks,
             'certifiedOn', case when p.certifies_plan or ${e}.payer_profile = 'none' then (p.signed_at at time zone ${c}.time_zone)::date else (
               select (k.certified_at at time zone ${c}.time_zone)::date from plan_certification k
                where k.organization_id = p.organization_id and k.prescription_id = p.id) end) order by p.version_number)
      from prescription p where ${ofEpisode('p')}), '[]'),
  'evaluatedOn', (
    select min(v.evaluated_on) from evaluation v
     where ${ofEpisode('v')} and v.kind in (${THERAPY_KINDS}) and v.status = 'signed'),
  'firstTreatmentOn', (
    select min(u.session_date) from session u where ${ofEpisode('u')} and u.status = 'completed' and ${given}),
  'sentOn', (
    select min(n.sent_on) from plan_sending n where ${ofEpisode('n')} and n.entered_in_error_at is null),
  'payerSince', nullif(${e}.payer_since, ${e}.opened_on))`;
}
