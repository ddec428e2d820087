import { DRUG_INGREDIENT } from '#shared/prescriptions/drug-precautions.ts';

/** What precautions are proposed from, for the episode `e`: the active coded conditions, and the active drugs by ingredient. */
export const CODED_FACTS_SQL = `
  select n.id, n.code, n.code_system, n.status
    from condition n
   where n.organization_id = e.organization_id and n.patient_id = e.patient_id and n.status = 'active'
  union all
  select m.id, g.ingredient, '${DRUG_INGREDIENT}', m.status
    from medication_order m cross join lateral unnest(m.ingredients) g(ingredient)
   where m.organization_id = e.organization_id and m.patient_id = e.patient_id and m.status = 'active'`;
