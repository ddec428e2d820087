import { z } from 'zod';
import type { patientsApi } from '#shared/patients/contract.ts';
import { readPatientSearch } from '#shared/patients/search-text.ts';
import type { Input, Output } from '#shared/platform/endpoint.ts';
import { Problem } from '#shared/platform/problem.ts';
import * as audit from '#server/audit/index.ts';
import { readAs } from '#server/platform/db/read-as.ts';
import type { Context } from '#server/platform/http/context.ts';
import { decodeCursor, pageOf } from '#server/platform/http/cursor.ts';
import { CHART_SQL } from './chart-sql.ts';

type PatientRow = Output<typeof patientsApi.search>['patients'][number];

const SearchCursor = z.tuple([z.string(), z.string(), z.uuid()]);

const SEARCH_COLUMNS = `
  p.id as "patientId", p.mrn, p.family_name as "familyName", p.given_name as "givenName", p.birth_date as "birthDate",
  p.sex, p.deceased_on as "deceasedOn", c.name as "clinicName",
  coalesce((
    select json_agg(json_build_object('episodeId', e.id, 'concern', e.concern) order by e.opened_on desc, e.id)
      from episode e
     where e.organization_id = p.organization_id and e.patient_id = p.id and e.status = 'open'), '[]') as "openEpisodes"`;

const searchSql = (where: string) => `
  select ${SEARCH_COLUMNS}
    from patient p
    join clinic c on c.organization_id = p.organization_id and c.id = p.clinic_id
   where p.organization_id = (select tandem.organization())
     and (' ' || p.search_text) like all ($1::text[])
     and ($2::text is null or (p.family_name, p.given_name, p.id) > ($2, $3, $4::uuid))
     ${where}
   order by p.family_name, p.given_name, p.id
   limit $5`;

/** Patients this actor may see whose names or record number begin with the words typed, in the order of the names. */
export async function searchPatients(ctx: Context, { query }: Input<typeof patientsApi.search>) {
  const { words, birthDate } = readPatientSearch(query.search);
  const after = decodeCursor(query.cursor, SearchCursor);
  const patterns = words.map((word) => `% ${word}%`);
  const values = [patterns, after?.[0] ?? null, after?.[1] ?? null, after?.[2] ?? null, query.limit + 1];
  const rows = await readAs<PatientRow>(
    ctx,
    birthDate === undefined
      ? { name: 'patients-search', text: searchSql(''), values }
      : {
          name: 'patients-search-born',
          text: searchSql('and p.birth_date = $6::date'),
          values: [...values, birthDate],
        },
    { alongside: audit.seen(ctx, { did: 'patients.searched', detail: { words: words.length } }) },
  );
  const { page, nextCursor } = pageOf(rows, query.limit, (row) => [
    row.familyName,
    row.givenName,
    row.patientId,
  ]);
  return { patients: page, nextCursor };
}

/** The chart of one patient. What the actor's role hides comes back empty, and `clinical` says so. */
export async function readChart(ctx: Context, { params }: Input<typeof patientsApi.chart>) {
  const [row] = await readAs<{ chart: Omit<Output<typeof patientsApi.chart>, 'clinical'> }>(
    ctx,
    { name: 'patients-chart', text: CHART_SQL, values: [params.patientId, ctx.now()] },
    {
      scope: { patientId: params.patientId },
      alongside: audit.seen(ctx, { did: 'patient.chart-seen', patientId: params.patientId }),
    },
  );
  if (!row) throw new Problem('not-found');
  return { ...row.chart, clinical: ctx.actor.role !== 'administrator' };
}

/** A day as the moment of its noon: the same day at every clinic. */
const noonOf = (day: string) => `(${day} + time '12:00') at time zone 'UTC'`;

/** HL7's codes of an encounter's class, in words; a code that is not among them is shown as it came. */
const ENCOUNTER_CLASS: Record<string, string> = {
  AMB: 'outpatient',
  EMER: 'emergency',
  IMP: 'inpatient',
  ACUTE: 'inpatient',
  NONAC: 'inpatient',
  OBSENC: 'observation',
  SS: 'short stay',
  HH: 'at home',
  FLD: 'in the field',
  VR: 'by video or telephone',
};
const classInWords = `coalesce('${JSON.stringify(ENCOUNTER_CLASS)}'::jsonb ->> encounter_class, nullif(encounter_class, 'unknown'))`;

const HISTORY_SQL = {
  encounters: `
    select id, started_at as at, type as title,
           nullif(concat_ws(', ', ${classInWords}, nullif(status, 'finished'), reason), '') as detail
      from external_encounter where organization_id = (select tandem.organization()) and patient_id = $1`,
  observations: `
    select id, observed_at as at, display as title,
           coalesce(concat_ws(' ', round(value_number::numeric, 2)::float8::text, unit), value_text) as detail
      from imported_observation where organization_id = (select tandem.organization()) and patient_id = $1`,
  scores: `
    select id, ${noonOf('measured_on')} as at, measure_code as title, value::text as detail
      from outcome_score
     where organization_id = (select tandem.organization()) and patient_id = $1 and source = 'imported' and episode_id is null
       and entered_in_error_at is null`,
  procedures: `
    select id, ${noonOf('performed_on')} as at, display as title, nullif(concat_ws(', ', site, side), '') as detail
      from procedure
     where organization_id = (select tandem.organization()) and patient_id = $1 and source <> 'entered'`,
} as const;

const HistoryCursor = z.tuple([z.string(), z.uuid()]);

interface HistoryRow {
  id: string;
  at: string;
  title: string;
  detail: string | null;
}

/** One kind of imported history, newest first. */
export async function readHistory(ctx: Context, { params, query }: Input<typeof patientsApi.history>) {
  const after = decodeCursor(query.cursor, HistoryCursor);
  const rows = await readAs<{ [Field in keyof HistoryRow]: HistoryRow[Field] | null }>(
    ctx,
    {
      name: `patients-history-${query.kind}`,
      text: `
        select h.*
          from patient p
          left join lateral (
            select id, to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at, title,
                   nullif(detail, '') as detail, at as sort_at
              from (${HISTORY_SQL[query.kind]}) as history
             where $2::timestamptz is null or (at, id) < ($2::timestamptz, $3::uuid)
             order by history.at desc, id desc
             limit $4
          ) h on true
         where p.organization_id = (select tandem.organization()) and p.id = $1
         order by h.sort_at desc, h.id desc`,
      values: [params.patientId, after?.[0] ?? null, after?.[1] ?? null, query.limit + 1],
    },
    {
      scope: { patientId: params.patientId },
      alongside: audit.seen(ctx, {
        did: 'patient.history-seen',
        patientId: params.patientId,
        detail: { kind: query.kind },
      }),
    },
  );
  // A visible patient answers with one empty row at least.
  if (rows.length === 0) throw new Problem('not-found');
  const { page, nextCursor } = pageOf(rows.filter(isEntry), query.limit, (row) => [row.at, row.id]);
  return { entries: page.map(({ id, at, title, detail }) => ({ id, at, title, detail })), nextCursor };
}

const isEntry = (row: { [Field in keyof HistoryRow]: HistoryRow[Field] | null }): row is HistoryRow =>
  row.id !== null;
