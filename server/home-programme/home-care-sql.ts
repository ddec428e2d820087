/** What of an exercise `i` decides whether it still fits, and its name; not its instructions. */
export const HANDED_OUT = `json_build_object('dose', i->'dose', 'content', json_build_object(
  'name', i->'content'->'name', 'agents', i->'content'->'agents', 'intervention', i->'content'->'intervention',
  'category', i->'content'->'category', 'picture', i->'content'->'picture'))`;

/**
 * What a session sheet says about home, as a JSON expression for a query that has the session as `s`: the programme in force and
 * what was taught before, in order.
 */
export const HOME_CARE_SQL = `json_build_object(
  'programme', (
    select json_build_object(
             'versionNumber', h.version_number, 'signedAt', h.signed_at,
             'exercises', coalesce((select json_agg(${HANDED_OUT} order by place)
                                      from jsonb_array_elements(h.content->'exercises') with ordinality as t(i, place)), '[]'::json),
             'daysPerWeek', (select max((i->'dose'->>'daysPerWeek')::int) from jsonb_array_elements(h.content->'exercises') i))
      from home_programme h
     where h.organization_id = s.organization_id and h.episode_id = s.episode_id
     order by h.version_number desc limit 1),
  'taught', coalesce((
    select json_agg(json_build_object('topic', g->>'topic', 'teachBack', g->>'teachBack')
                    order by u.session_date, u.scheduled_at, place)
      from session u cross join jsonb_array_elements(u.education) with ordinality as t(g, place)
     where u.organization_id = s.organization_id and u.episode_id = s.episode_id and u.status = 'completed' and u.id <> s.id),
    '[]'::json))`;
