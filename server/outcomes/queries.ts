import type { Input, Output } from '#shared/platform/endpoint.ts';
import { Problem } from '#shared/platform/problem.ts';
import type { outcomesApi } from '#shared/outcomes/contract.ts';
import * as audit from '#server/audit/index.ts';
import { EPISODE_HEADER_SQL } from '#server/patients/index.ts';
import { readAs } from '#server/platform/db/read-as.ts';
import type { Context } from '#server/platform/http/context.ts';
import { CHOICE_JSON, IMPORTED_JSON, IS_IMPORTED, SCORE_JSON } from './json-sql.ts';

/** $1 the episode. */
const SCORES_SQL = `
  select json_build_object(
    'header', ${EPISODE_HEADER_SQL}, 'patient', json_build_object('patientId', p.id, 'familyName', p.family_name, 'givenName', p.given_name,
                                 'birthDate', p.birth_date, 'sex', p.sex, 'mrn', p.mrn),
    'episode', json_build_object('episodeId', e.id, 'clinicId', c.id, 'clinicName', c.name, 'concern', e.concern,
                                 'bodyRegion', e.body_region, 'side', e.side, 'openedOn', e.opened_on, 'status', e.status),
    'prescribed', coalesce((
      select r.content->'measures' from prescription r
       where r.organization_id = e.organization_id and r.episode_id = e.id
       order by r.version_number desc limit 1), '[]'),
    'scores', coalesce((
      select json_agg(${SCORE_JSON} order by q.measured_on desc, q.recorded_at desc, q.id desc)
        from outcome_score q where q.organization_id = e.organization_id and q.episode_id = e.id), '[]'),
    'imported', coalesce((
      select json_agg(i.score)
        from (select ${IMPORTED_JSON} as score from outcome_score q
               where q.organization_id = e.organization_id and q.patient_id = e.patient_id and ${IS_IMPORTED}
               order by q.measured_on desc, q.id desc limit 100) i), '[]')) as screen
  from episode e
  join clinic c on c.organization_id = e.organization_id and c.id = e.clinic_id
  join patient p on p.organization_id = e.organization_id and p.id = e.patient_id
  where e.organization_id = (select tandem.organization()) and e.id = $1::uuid
    and e.patient_id = any ((select tandem.patients())::uuid[])`;

/** Every value of an episode. An episode has tens of them, so they come as one page. */
export async function listScores(
  ctx: Context,
  { params: { episodeId } }: Input<typeof outcomesApi.list>,
): Promise<Output<typeof outcomesApi.list>> {
  const [row] = await readAs<{ screen: Output<typeof outcomesApi.list> }>(
    ctx,
    { name: 'outcomes-scores', text: SCORES_SQL, values: [episodeId] },
    { scope: { episodeId }, alongside: audit.seen(ctx, { did: 'scores.seen', episodeId }) },
  );
  if (!row) throw new Problem('not-found');
  return row.screen;
}

/** $1 the clinic. */
const THRESHOLDS_SQL = `
  select c.name as "clinicName", coalesce((
    select json_agg(${CHOICE_JSON} order by h.measure_code) from threshold_choice h
     where h.organization_id = c.organization_id and h.clinic_id = c.id), '[]') as choices
    from clinic c where c.organization_id = (select tandem.organization()) and c.id = $1::uuid`;

/** What a clinic has chosen. */
export async function listThresholds(
  ctx: Context,
  { params: { clinicId } }: Input<typeof outcomesApi.thresholds>,
): Promise<Output<typeof outcomesApi.thresholds>> {
  const [row] = await readAs<Output<typeof outcomesApi.thresholds>>(ctx, {
    name: 'outcomes-thresholds',
    text: THRESHOLDS_SQL,
    values: [clinicId],
  });
  if (!row) throw new Problem('not-found');
  return row;
}
