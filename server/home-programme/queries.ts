import type { homeProgrammeApi, PrintedProgramme, ProgrammePage } from '#shared/home-programme/contract.ts';
import { limitsToday } from '#shared/home-programme/fit.ts';
import { ExerciseCode, ProgrammeContent } from '#shared/home-programme/model.ts';
import type { CodedCondition } from '#shared/patients/comorbidities.ts';
import type { Input } from '#shared/platform/endpoint.ts';
import { Problem } from '#shared/platform/problem.ts';
import * as audit from '#server/audit/index.ts';
import { EPISODE_HEADER_SQL } from '#server/patients/index.ts';
import { readAs } from '#server/platform/db/read-as.ts';
import type { Context } from '#server/platform/http/context.ts';
import { CHART_NOW } from './chart-now-sql.ts';
import { wholeLibrary, type OwnExercise } from './library.ts';

const nameOf = (table: string, column: string) => `
  (select concat_ws(', ', w.given_name || ' ' || w.family_name, w.credentials) from staff_member w
    where w.organization_id = ${table}.organization_id and w.id = ${table}.${column})`;

const LIBRARY_SQL = `
  select x.code, x.content, x.retired, x.version, ${nameOf('x', 'changed_by_id')} as "changedBy",
         to_char(x.changed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "changedAt"
    from exercise x where x.organization_id = (select tandem.organization())`;

/** The organization's library. */
export async function findLibrary(ctx: Context) {
  const rows = await readAs<OwnExercise & { code: string }>(ctx, {
    name: 'exercise-library',
    text: LIBRARY_SQL,
  });
  return { exercises: wholeLibrary(new Map(rows.map((row) => [ExerciseCode.parse(row.code), row]))) };
}

const VERSION = `'versionNumber', h.version_number, 'signedAt', h.signed_at, 'author', ${nameOf('h', 'author_id')}`;

const SUMMARY = `coalesce((
  select json_agg(json_build_object('code', i->>'code', 'name', i->'content'->'name'->>'en', 'side', i->>'side',
                                    'dose', i->'dose') order by place)
    from jsonb_array_elements(h.content->'exercises') with ordinality as t(i, place)), '[]'::json)`;

const LIMB_STOPPED = `exists (
      select from safety_hold k
       where k.organization_id = e.organization_id and k.patient_id = e.patient_id and k.closed_at is null and k.level = 'prompt')`;

const PAGE_SQL = `
  select json_build_object(
    'header', ${EPISODE_HEADER_SQL},
    'language', (select p.language from patient p where p.organization_id = e.organization_id and p.id = e.patient_id),
    'current', (select json_build_object(${VERSION}, 'content', h.content)
                  from home_programme h where h.organization_id = e.organization_id and h.episode_id = e.id
                 order by h.version_number desc limit 1),
    'versions', coalesce((select json_agg(json_build_object(${VERSION}, 'exercises', ${SUMMARY}) order by h.version_number desc)
                            from home_programme h where h.organization_id = e.organization_id and h.episode_id = e.id), '[]'::json),
    'prescription', (select json_build_object('versionNumber', r.version_number, 'limits', json_build_object(
                       'precautions', r.content->'precautions', 'interventions', r.content->'interventions',
                       'excluded', r.content->'excluded', 'weightBearing', r.content->'weightBearing', 'homeProgramme', r.content->'homeProgramme'))
                       from prescription r where r.organization_id = e.organization_id and r.episode_id = e.id and r.in_force),
    'chart', ${CHART_NOW},
    'limbStopped', ${LIMB_STOPPED},
    'reports', coalesce((
      select json_agg(json_build_object(
               'sessionId', s.id, 'sessionDate', s.session_date, 'daysDone', s.home_days_done,
               'daysAsked', s.home_days_prescribed, 'difficulty', s.home_difficulty, 'pain', s.home_pain)
               order by s.session_date desc, s.scheduled_at desc)
        from session s
       where s.organization_id = e.organization_id and s.episode_id = e.id and s.status = 'completed'
         and num_nonnulls(s.home_days_done, s.home_difficulty, s.home_pain) > 0), '[]'::json),
    'education', coalesce((
      select json_agg(json_build_object(
               'sessionId', s.id, 'sessionDate', s.session_date, 'givenBy', ${nameOf('s', 'signed_by_id')},
               'topic', g->>'topic', 'method', g->>'method', 'teachBack', g->>'teachBack', 'note', g->>'note')
               order by s.session_date desc, s.scheduled_at desc, place)
        from session s cross join jsonb_array_elements(s.education) with ordinality as t(g, place)
       where s.organization_id = e.organization_id and s.episode_id = e.id and s.status = 'completed'), '[]'::json)) as page
    from episode e
   where e.organization_id = (select tandem.organization()) and e.id = $1`;

/** The home programme of an episode, whole. */
export async function findProgramme(
  ctx: Context,
  { params }: Pick<Input<typeof homeProgrammeApi.programme>, 'params'>,
): Promise<ProgrammePage> {
  const { episodeId } = params;
  const [row] = await readAs<{ page: ProgrammePage & { chart: CodedCondition[] } }>(
    ctx,
    { name: 'home-programme', text: PAGE_SQL, values: [episodeId] },
    { scope: { episodeId }, alongside: audit.seen(ctx, { did: 'home-programme.opened', episodeId }) },
  );
  if (!row) throw new Problem('not-found');
  const { chart, prescription, current: stored, ...page } = row.page;
  // What was written before there was room for Spanish is read as having none.
  const current = stored && { ...stored, content: ProgrammeContent.parse(stored.content) };
  if (prescription === null) return { ...page, current, prescription };
  const limits = limitsToday(prescription.limits, chart, page.header.clinicValues);
  return { ...page, current, prescription: { ...prescription, limits } };
}

const PRINTED_SQL = `
  select json_build_object(
    'header', ${EPISODE_HEADER_SQL},
    'version', json_build_object(${VERSION}, 'content', h.content),
    'clinicPhone', (select c.phone from clinic c where c.organization_id = e.organization_id and c.id = e.clinic_id),
    'limbStopped', ${LIMB_STOPPED},
    'newestVersion', (select max(n.version_number) from home_programme n
                       where n.organization_id = e.organization_id and n.episode_id = e.id)) as printed
    from episode e
    join home_programme h on h.organization_id = e.organization_id and h.episode_id = e.id
   where e.organization_id = (select tandem.organization()) and e.id = $1 and h.version_number = $2`;

/** One version of the programme, to be handed out; who printed which is kept. */
export async function findPrintedProgramme(
  ctx: Context,
  { episodeId, versionNumber }: Input<typeof homeProgrammeApi.handout>['params'],
): Promise<PrintedProgramme> {
  const [row] = await readAs<{ printed: PrintedProgramme }>(
    ctx,
    { name: 'printed-home-programme', text: PRINTED_SQL, values: [episodeId, versionNumber] },
    {
      scope: { episodeId },
      alongside: audit.seen(ctx, { did: 'home-programme.printed', episodeId, detail: { versionNumber } }),
    },
  );
  if (!row) throw new Problem('not-found');
  return row.printed;
}
