import type { Context } from '#server/platform/http/context.ts';
import { readAs, type ReadOptions } from './read-as.ts';

/**
 * What a statement about a chart answers beside its JSON, so that the answer can be kept: `e` is the episode. All of it is seen
 * with the same eyes as the chart, so an answer is never newer or older than its stamp.
 */
export const CHART_STAMP = `
       e.patient_id as "patientId",
       (select v.version || '.' || o.directory_version from chart_version v
          join organization o on o.id = v.organization_id
         where v.organization_id = e.organization_id and v.patient_id = e.patient_id) as stamp,
       (select least(min(m.valid_from) filter (where m.valid_from > now()), min(m.valid_to) filter (where m.valid_to > now()))::text
          from care_team_member m
         where m.organization_id = e.organization_id and m.patient_id = e.patient_id) as "goodUntil"`;

/** Whether a kept answer still stands, asked with the actor's own rights: no row when the patient is not theirs to see. */
const STANDING = `
select v.version || '.' || o.directory_version = $2 and ($3::timestamptz is null or now() < $3) as stands
  from chart_version v join organization o on o.id = v.organization_id
 where v.organization_id = (select tandem.organization()) and v.patient_id = $1`;

/** A named statement about the episode `$1` that answers one row of `CHART_STAMP` and the JSON `body`. */
export interface ChartStatement {
  name: string;
  text: string;
  values: [episodeId: string, ...others: string[]];
}

interface ChartRow {
  body: string;
  patientId: string;
  stamp: string | null;
  goodUntil: string | null;
}

/**
 * Reads a screen about one episode, or gives the one written before when nothing of the chart has changed since. Every change
 * of a chart counts its version in its own transaction (a trigger on each of its tables), so what is given is what would be
 * read. Nothing when the actor cannot see the episode.
 */
export async function readChart(
  ctx: Context,
  statement: ChartStatement,
  { alongside }: Pick<ReadOptions, 'alongside'>,
): Promise<Buffer | undefined> {
  // What a statement answers depends on the chart, its parameters and what the actor's role may see.
  const { organizationId, role } = ctx.actor;
  const key = JSON.stringify([organizationId, role, statement.name, ...statement.values]);
  const audited = alongside && ctx.db.gathered.add(alongside);
  const [body] = await Promise.all([
    kept(ctx, key).then((answer) => answer ?? read(ctx, key, statement)),
    audited,
  ]);
  return body;
}

async function kept(ctx: Context, key: string): Promise<Buffer | undefined> {
  const answer = ctx.db.kept.get(key);
  if (!answer) return undefined;
  const { patientId, stamp, goodUntil, body } = answer;
  const [standing] = await readAs<{ stands: boolean }>(
    ctx,
    { name: 'chart-standing', text: STANDING, values: [patientId, stamp, goodUntil] },
    { scope: { patientId } },
  );
  if (standing?.stands === true) return body;
  ctx.db.kept.drop(key);
  return undefined;
}

async function read(ctx: Context, key: string, statement: ChartStatement): Promise<Buffer | undefined> {
  const [episodeId] = statement.values;
  const [row] = await readAs<ChartRow & Record<string, string | null>>(ctx, statement, {
    scope: { episodeId },
  });
  if (!row) return undefined;
  const { patientId, stamp, goodUntil } = row;
  const body = Buffer.from(row.body);
  if (stamp !== null) ctx.db.kept.keep(key, { patientId, stamp, goodUntil, body });
  return body;
}
