/** The drugs that the patient of episode `e` takes now, as `TakenDrug`. */
export const TAKEN_DRUGS_SQL = `coalesce((
  select json_agg(json_build_object('name', m.name, 'ingredients', coalesce(m.ingredients, '{}'), 'isTapered', m.taper is not null)
                  order by lower(m.name), m.id)
    from medication_order m
   where m.organization_id = e.organization_id and m.patient_id = e.patient_id and m.status = 'active'), '[]'::json)`;
