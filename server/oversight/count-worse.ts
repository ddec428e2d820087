import type { Output } from '#shared/platform/endpoint.ts';
import type { oversightApi } from '#shared/oversight/contract.ts';
import { readAs } from '#server/platform/db/read-as.ts';
import type { Context } from '#server/platform/http/context.ts';

/** The judgement has compared already, oriented by each measure's direction; this only counts. */
const COUNT_WORSE = `
select m.code as "measureCode", count(*) filter (where m.code = any (b.worse)) as worse, count(*) as compared
  from board_entry b
 cross join unnest(b.compared) m(code)
 where b.organization_id = (select tandem.organization()) and b.lane <> 'closed'
 group by 1 order by 1`;

/** Who got worse, per measure, among the episodes the actor may see. */
export async function countWorse(ctx: Context): Promise<Output<typeof oversightApi.worse>> {
  const measures = await readAs<Output<typeof oversightApi.worse>['measures'][number]>(ctx, {
    name: 'oversight-count-worse',
    text: COUNT_WORSE,
  });
  return { measures };
}
