const OF_PATIENT = `f.organization_id = v.organization_id and f.patient_id = v.patient_id`;
const OF_EPISODE = `${OF_PATIENT} and f.episode_id = v.episode_id`;
const DAY = (column: string) => `(${column} at time zone c.time_zone)::date`;

/** What was written down, ended or taken back on one of the chart's lists since `s` was signed. */
const facts = (topic: string, table: string, text: string, detail: string, and = '') => `
  select '${topic}' as topic, ${DAY('greatest(f.status_changed_at, f.recorded_at)')} as happened,
         case when f.status = 'active' and f.recorded_at <= s.signed_at then 'again' else f.status end as what,
         ${text} as text, ${detail} as detail
    from ${table} f
   where ${OF_PATIENT} ${and}
     and (f.recorded_at > s.signed_at and f.status <> 'entered-in-error'
          or f.recorded_at <= s.signed_at and f.status_changed_at > s.signed_at)`;

const HAPPENED = `
  ${facts('comorbidity', 'condition', 'f.display', 'f.code', `and f.category = 'comorbidity'`)}
  union all
  ${facts('medication', 'medication_order', 'f.name', `nullif(concat_ws(', ', f.dose, f.frequency, f.status_reason), '')`)}
  union all
  ${facts('allergy', 'allergy', 'f.substance', `nullif(concat_ws(', ', f.reaction, f.severity), '')`)}
  union all
  ${facts('history', 'history_fact', 'f.title', 'f.detail')}
  union all
  select 'hold', ${DAY('coalesce(f.closed_at, f.opened_at)')}, case when f.closed_at is null then 'open' else 'closed' end,
         f.note, f.close_reason
    from safety_hold f where ${OF_EPISODE} and (f.opened_at > s.signed_at or f.closed_at > s.signed_at)
  union all
  select 'result', f.result_on, null, f.kind, concat_ws(': ', concat_ws(' ', replace(f.body_region, '-', ' '), f.side), coalesce(f.own_reading, left(f.report_text, 200)))
    from diagnostic_order f
   where ${OF_PATIENT} and f.status in ('resulted', 'acknowledged') and f.result_on >= s.evaluated_on and f.result_on > f.ordered_on
  union all
  select 'procedure', f.performed_on, null, f.display, nullif(concat_ws(', ', f.site, f.side), '')
    from procedure f where ${OF_PATIENT} and f.entered_in_error_at is null and f.performed_on >= s.evaluated_on
  union all
  select 'prescription', ${DAY('f.signed_at')}, null, 'version ' || f.version_number, f.reason
    from prescription f where ${OF_EPISODE} and f.signed_at > s.signed_at
  union all
  select 'sessions', max(f.session_date), null,
         concat_ws(', ', count(*) filter (where f.status = 'completed') || ' attended',
                   nullif(count(*) filter (where f.status = 'missed'), 0) || ' missed',
                   nullif(count(*) filter (where f.status = 'cancelled'), 0) || ' cancelled'), null
    from session f where ${OF_EPISODE} and f.session_date > s.evaluated_on and f.status in ('completed', 'missed', 'cancelled')
  having count(*) > 0
  union all
  select 'score', latest.measured_on, null, latest.measure_code || coalesce(' ' || latest.side, ''),
         concat(coalesce(earlier.value || ' → ', ''), latest.value)
    from (select distinct on (f.measure_code, f.side) f.measure_code, f.side, f.condition, f.value, f.measured_on
            from outcome_score f
           where ${OF_EPISODE} and f.entered_in_error_at is null and f.measured_on > s.evaluated_on
           order by f.measure_code, f.side, f.measured_on desc, coalesce(f.in_place_of_at, f.recorded_at) desc) latest
    left join lateral (
      select f.value from outcome_score f
       where ${OF_EPISODE} and f.entered_in_error_at is null and f.measured_on <= s.evaluated_on
         and f.measure_code = latest.measure_code and f.side is not distinct from latest.side
         and f.condition is not distinct from latest.condition
       order by f.measured_on desc, coalesce(f.in_place_of_at, f.recorded_at) desc limit 1) earlier on true`;

const MOST = 40;

/** For the draft `v` in the clinic `c`: what has happened since the last signed evaluation of the patient, newest first. */
export const CHANGES_SQL = `(
  select json_build_object(
           'since', json_build_object('evaluationId', s.id, 'kind', s.kind, 'evaluatedOn', s.evaluated_on,
              'authorName', concat_ws(', ', a.given_name || ' ' || a.family_name, a.credentials), 'authorRole', a.role),
           'items', coalesce((
              select json_agg(json_build_object('topic', h.topic, 'on', h.happened, 'what', h.what, 'text', h.text, 'detail', h.detail)
                              order by h.topic = 'score', h.happened desc, h.topic, h.text)
                from (select * from (${HAPPENED}) as any_change order by happened desc limit ${MOST}) h), '[]'::json))
    from evaluation s
    join staff_member a on a.organization_id = s.organization_id and a.id = s.author_id
   where v.status = 'draft' and s.organization_id = v.organization_id and s.patient_id = v.patient_id and s.status = 'signed'
   order by s.signed_at desc limit 1)`;
