import type { QueryResultRow } from 'pg';
import type { Input, Output } from '#shared/platform/endpoint.ts';
import type { oversightApi } from '#shared/oversight/contract.ts';
import { seen } from '#server/audit/index.ts';
import { readAs } from '#server/platform/db/read-as.ts';
import type { Context } from '#server/platform/http/context.ts';
import { Problem } from '#shared/platform/problem.ts';

type Answer = Output<typeof oversightApi.verdicts>;

interface VerdictRow extends QueryResultRow {
  verdict: Answer['verdicts'][number] & { at: string };
}

const VERDICTS = `
select json_build_object('verdictId', v.id, 'asOf', v.as_of, 'algorithm', v.algorithm, 'verdict', v.verdict, 'action', v.action,
         'confidence', v.confidence, 'reasons', coalesce(v.reasons -> 'reasons', '[]'), 'at', v.computed_at) as verdict
  from verdict v
 where v.organization_id = (select tandem.organization()) and v.episode_id = $1
   and ($2::timestamptz is null or (v.computed_at, v.id) < ($2, $3::uuid))
 order by v.computed_at desc, v.id desc limit $4`;

/** The history of judgements, newest first, paged by the time they were made. */
export async function findVerdicts(
  ctx: Context,
  { params, query }: Input<typeof oversightApi.verdicts>,
): Promise<Answer> {
  const [at = null, id = null] = query.cursor === undefined ? [] : query.cursor.split('_');
  if (at !== null && Number.isNaN(Date.parse(at)))
    throw new Problem('invalid-input', 'Start again from the first page.');
  const rows = await readAs<VerdictRow>(
    ctx,
    { name: 'oversight-verdicts', text: VERDICTS, values: [params.episodeId, at, id, query.limit + 1] },
    {
      scope: { episodeId: params.episodeId },
      alongside: seen(ctx, { did: 'verdicts.read', episodeId: params.episodeId }),
    },
  );
  const page = rows.slice(0, query.limit).map(({ verdict }) => verdict);
  if (page.length === 0 && query.cursor === undefined) throw new Problem('not-found');
  const last = page.at(-1);
  return {
    verdicts: page.map(({ at: _at, ...verdict }) => verdict),
    nextCursor: rows.length > query.limit && last ? `${last.at}_${last.verdictId}` : null,
  };
}
