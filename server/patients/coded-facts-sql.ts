import { HISTORY_MEANING_SYSTEM } from '#shared/patients/history-meaning.ts';
import { DRUG_INGREDIENT } from '#shared/prescriptions/drug-precautions.ts';

/**
 * What precautions are proposed from, for the episode `e`: the active coded conditions, the active drugs by ingredient, and what was
 * ticked at a fact of the history that has not ended. Each with its words and when it was written down.
 */
export const CODED_FACTS_SQL = `
  select n.id, n.code, n.code_system, n.status, n.display || ' (' || n.code || ')' as words, n.recorded_at,
         coalesce(n.onset_on < current_date - interval '12 months', false) as is_old
    from condition n
   where n.organization_id = e.organization_id and n.patient_id = e.patient_id and n.status = 'active'
  union all
  select m.id, g.ingredient, '${DRUG_INGREDIENT}', m.status, 'takes ' || m.name, m.recorded_at, false
    from medication_order m cross join lateral unnest(m.ingredients) g(ingredient)
   where m.organization_id = e.organization_id and m.patient_id = e.patient_id and m.status = 'active'
  union all
  select f.id, b.meaning, '${HISTORY_MEANING_SYSTEM}', f.status,
         f.title || coalesce(', ' || f.side, '') || coalesce(' (' || f.happened_on || ')', '') || ', history', f.recorded_at, false
    from history_fact f cross join lateral unnest(f.bears_on) b(meaning)
   where f.organization_id = e.organization_id and f.patient_id = e.patient_id and f.status = 'active' and f.ended_on is null`;
