import { CODED_FACTS_SQL } from '#server/patients/index.ts';

/** What the chart says now, coded, for a query that has the episode as `e`. */
export const CHART_NOW = `coalesce((
  select json_agg(json_build_object('code', k.code, 'codeSystem', k.code_system, 'status', k.status, 'isOld', k.is_old) order by k.id)
    from (${CODED_FACTS_SQL}) k), '[]'::json)`;
