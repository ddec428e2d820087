/** When the problem began and where that stands, as JSON of the shape of `Onset`; for a query that has the episode as `e`. */
export const onsetSql = (e: string): string => `coalesce(
  (select json_build_object('on', v.content ->> 'onsetOn', 'from', 'prescription', 'versionNumber', v.version_number)
     from prescription v
    where v.organization_id = ${e}.organization_id and v.episode_id = ${e}.id and v.content ->> 'onsetOn' is not null
    order by v.in_force desc, v.version_number desc limit 1),
  (select json_build_object('on', v.content -> 'symptoms' ->> 'onsetOn', 'from', 'evaluation', 'versionNumber', null)
     from evaluation v
    where v.organization_id = ${e}.organization_id and v.episode_id = ${e}.id and v.status = 'signed'
      and v.content -> 'symptoms' ->> 'onsetOn' is not null
    order by v.kind in ('consult', 'follow-up') desc, v.evaluated_on desc, v.signed_at desc limit 1),
  case when ${e}.onset_on is not null then
    json_build_object('on', ${e}.onset_on, 'from', 'registration', 'versionNumber', null) end)`;
