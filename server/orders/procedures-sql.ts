/** The prescription's population for the measurement error of a measure, else the clinic's; `e` is the episode. */
const mdcTag = (measure: string, side: string) => `coalesce(
  (select m.mdc_tag from prescribed_measure m
     join prescription p on p.organization_id = m.organization_id and p.id = m.prescription_id
    where p.organization_id = e.organization_id and p.episode_id = e.id and m.measure_code = ${measure}
      and m.side is not distinct from ${side}
    order by p.version_number desc limit 1),
  (select t.mdc_tag from threshold_choice t
    where t.organization_id = e.organization_id and t.clinic_id = e.clinic_id and t.measure_code = ${measure}
    order by t.chosen_at desc limit 1))`;

/** What the effect of a procedure is judged from: the shape of `ProcedureEffect`. */
const effect = (x: string) => `
  'performedOn', ${x}.performed_on, 'responseWindowDays', ${x}.response_window_days, 'expectedEffect', ${x}.expected_effect,
  'expected', case when ${x}.expected_measure is null then null else json_build_object(
    'measureCode', ${x}.expected_measure, 'side', ${x}.expected_side, 'change', ${x}.expected_change) end,
  'values', case when ${x}.expected_measure is null then '[]'::json else coalesce((
    select json_agg(json_build_object('value', v.value, 'measuredOn', v.measured_on, 'condition', v.condition) order by coalesce(v.in_place_of_at, v.recorded_at), v.id)
      from outcome_score v
     where v.organization_id = ${x}.organization_id and v.episode_id = ${x}.episode_id
       and v.measure_code = ${x}.expected_measure and v.side is not distinct from ${x}.expected_side
       and v.entered_in_error_at is null
       and v.measured_on <= ${x}.performed_on + coalesce(${x}.response_window_days, 36500)), '[]'::json) end,
  'mdcTag', ${mdcTag(`${x}.expected_measure`, `${x}.expected_side`)}`;

/** A procedure's fields as JSON, without who performed it: the shape of `PerformedProcedure`. `e` is the episode. */
export const procedureFields = (x: string) => `
  'procedureId', ${x}.id, 'kind', ${x}.kind, 'display', ${x}.display, 'site', ${x}.site, 'level', ${x}.level,
  'side', ${x}.side, 'agent', ${x}.agent, 'dose', ${x}.dose, 'lot', ${x}.lot, 'muscles', ${x}.muscles, 'dilution', ${x}.dilution, 'guidance', ${x}.guidance,
  'consent', ${x}.consent, 'complication', ${x}.complication, 'restDays', ${x}.rest_days,
  'restrictedDays', ${x}.restricted_days, 'restriction', ${x}.restriction, 'limitReason', ${x}.limit_reason, 'answered', ${x}.answered, ${effect(x)}`;
