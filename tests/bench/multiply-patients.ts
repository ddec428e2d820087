import type pg from 'pg';

type Column = { name: string; isOwnId: boolean; isCopiedReference: boolean; type: string };

type Table = { name: string; columns: Column[] };

/** Which charts to copy, by the first letter of their record number, and the numbers of their copies. */
export type Copies = { prefix: string; from: number; to: number };

/**
 * Copies the charts of the patients that are there, `copies` times each, with ids and names of their own. The
 * templates came through the use cases, so that the copies hold what a real record holds: audit, verdicts, board rows.
 */
export async function multiplyPatients(owner: pg.Client, copies: Copies): Promise<void> {
  await owner.query(newIdFunction);
  const tables = await findChartTables(owner);
  await owner.query('begin');
  // Rows of one chart refer to each other in every direction; foreign keys are checked at the end of each table's copy
  // by their triggers, which this turns off. The copies are as consistent as their templates.
  await owner.query(`set local session_replication_role = 'replica'`);
  for (const table of tables) await owner.query(copyStatement(table, copies));
  await owner.query('commit');
}

/** Keeps the time inside a version 7 id, so that copies lie in the index where their originals do. */
const newIdFunction = `
  create or replace function pg_temp.new_id(old uuid, n int) returns uuid language sql immutable as $$
    select (left(replace(old::text, '-', ''), 12) || '7' || substr(h, 1, 3) || '8' || substr(h, 4, 15))::uuid
      from (select md5(old::text || '/' || n) as h) hash
  $$`;

/** A template's record number is a letter and digits; a copy's goes on with a dash. */
const isTemplate = (prefix: string) => `mrn ~ '^${prefix}[0-9]+$'`;

function copyStatement({ name, columns }: Table, { prefix, from, to }: Copies): string {
  const names = columns.map((column) => `"${column.name}"`).join(', ');
  const values = columns.map((column) => copiedValue(name, column)).join(', ');
  const ofTemplate = `(organization_id, patient_id) in (select organization_id, id from patient where ${isTemplate(prefix)})`;
  const originals = name === 'patient' ? isTemplate(prefix) : ofTemplate;
  return `insert into "${name}" (${names}) select ${values} from "${name}", generate_series(${from}, ${to}) n where ${originals}`;
}

function copiedValue(table: string, { name, isOwnId, isCopiedReference }: Column): string {
  // `chart_version` names its patient without a foreign key.
  const isCopied = isOwnId || isCopiedReference || name === 'patient_id';
  if (isCopied) return `pg_temp.new_id("${name}", n)`;
  if (table === 'patient' && name === 'mrn') return `mrn || '-' || n`;
  if (table === 'patient' && name === 'family_name') return `family_name || ' ' || n`;
  if (table === 'patient' && name === 'search_text') return `search_text || ' ' || n`;
  if (name === 'dedupe_key') return `dedupe_key || '/' || n`;
  return `"${name}"`;
}

/** Tables with a patient, and in each the columns that name a row of such a table. */
async function findChartTables(owner: pg.Client): Promise<Table[]> {
  const answer = await owner.query<Table>(`
    with chart as (
      select c.oid, c.relname from pg_class c
       where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
         and (c.relname = 'patient' or exists (
           select from pg_attribute a where a.attrelid = c.oid and a.attname = 'patient_id'))
    )
    select t.relname as name, json_agg(json_build_object(
        'name', a.attname, 'type', format_type(a.atttypid, a.atttypmod),
        'isOwnId', a.attname = 'id',
        'isCopiedReference', exists (
          select from pg_constraint k
            join pg_attribute target on target.attrelid = k.confrelid
           where k.conrelid = t.oid and k.contype = 'f' and k.confrelid in (select oid from chart)
             and a.attnum = any (k.conkey) and a.attname <> 'organization_id'
             and target.attnum = k.confkey[array_position(k.conkey, a.attnum)])
        ) order by a.attnum) as columns
      from chart t
      join pg_attribute a on a.attrelid = t.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
     group by t.oid, t.relname
     order by t.relname = 'patient' desc, t.relname`);
  return answer.rows;
}
