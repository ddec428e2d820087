import type { Output } from '#shared/platform/endpoint.ts';
import type { oversightApi } from '#shared/oversight/contract.ts';
import { readAs } from '#server/platform/db/read-as.ts';
import type { Context } from '#server/platform/http/context.ts';

/** The verdict has compared already: `improvement` is oriented, so below zero is worse whatever the measure's direction. */
const COUNT_WORSE = `
select m.measure ->> 'measureCode' as "measureCode",
       count(*) filter (where (m.measure ->> 'improvement')::float8 < 0) as worse,
       count(*) as compared
  from board_entry b
 cross join json_array_elements(b.shown) m(measure)
 where b.organization_id = (select tandem.organization()) and b.lane <> 'closed' and m.measure ->> 'improvement' is not null
 group by 1 order by 1`;

/** Who got worse, per measure, among the episodes the actor may see. */
export async function countWorse(ctx: Context): Promise<Output<typeof oversightApi.worse>> {
  const measures = await readAs<Output<typeof oversightApi.worse>['measures'][number]>(ctx, {
    name: 'oversight-count-worse',
    text: COUNT_WORSE,
  });
  return { measures };
}
