import { ROUTE_TARGET_DAYS, type TriageRoute } from '#shared/intake/triage.ts';

const HERE = `(select tandem.organization())`;
const ROUTE = `coalesce(r.overridden_route, r.triage_route)`;
const IS_OPEN = `r.status in ('new', 'in-review', 'needs-information')`;

/** Requests without a target date ("next free slot") queue as if they had this one. */
const NEXT_SLOT_DAYS = 7;

const targetDays = Object.entries(ROUTE_TARGET_DAYS)
  .map(([route, days]) => `when '${route satisfies string as TriageRoute}' then ${days ?? NEXT_SLOT_DAYS}`)
  .join(' ');

/** Red flags stand in front of everything: emergency, urgent, prompt; the rest by date. What is decided comes last. */
const RANK = `
  case when not ${IS_OPEN} then 9 when ${ROUTE} = 'EMERGENCY' then 0 when ${ROUTE} = 'PHYSIATRIST_URGENT' then 1
       when r.triage_rule = 'T3' and r.overridden_route is null then 2 else 3 end`;

/** Within a rank: open requests by due date, decided ones newest first. */
const PLACE = `
  case when ${IS_OPEN}
       then extract(epoch from r.created_at + (case ${ROUTE} ${targetDays} else 14 end) * interval '1 day')
       else -extract(epoch from coalesce(r.decided_at, r.created_at)) end::float8`;

const staffName = (alias: string) =>
  `${alias}.given_name || ' ' || ${alias}.family_name || coalesce(', ' || ${alias}.credentials, '')`;

const utc = (column: string) => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

const ROW = `
  r.id as "careRequestId", r.reference, ${utc('r.created_at')} as "createdAt", c.name as "clinicName",
  c.time_zone as "timeZone", r.submitted_via as "submittedVia", r.family_name as "familyName", r.given_name as "givenName",
  r.birth_date as "birthDate", r.sex, r.concern, r.triage_route as "triageRoute", r.triage_rule as "triageRule",
  r.triage_near ->> 'why' as why, r.triage_near -> 'near' as near, r.overridden_route as "overriddenRoute", r.status,
  r.owner_id as "ownerId", ${staffName('o')} as "ownerName", ${utc('r.decided_at')} as "decidedAt", r.version`;

const FROM = `
    from care_request r
    join clinic c on c.organization_id = r.organization_id and c.id = r.clinic_id
    left join staff_member o on o.organization_id = r.organization_id and o.id = r.owner_id`;

/** $1 status, $2 route, $3 owner, $4 me, $5 clinic, $6 search pattern, $7-$9 cursor, $10 rows. */
export const QUEUE_SQL = `
  select * from (
    select ${ROW}, ${RANK} as rank, ${PLACE} as place
    ${FROM}
     where r.organization_id = ${HERE}
       and (case when $1::text = 'open' then ${IS_OPEN} else r.status = $1 end)
       and ($2::text is null or ${ROUTE} = $2)
       and (case $3::text when 'me' then r.owner_id = $4::uuid when 'nobody' then r.owner_id is null else true end)
       and ($5::uuid is null or r.clinic_id = $5)
       and ($6::text is null or (r.given_name || ' ' || r.family_name || ' ' || r.given_name || ' ' || r.reference) ilike $6)
  ) queue
   where $7::int is null or (rank, place, "careRequestId") > ($7::int, $8::float8, $9::uuid)
   order by rank, place, "careRequestId"
   limit $10`;

export const QUEUE_COUNTS_SQL = `
  select count(*) as open, count(*) filter (where ${ROUTE} = 'EMERGENCY') as emergency,
         count(*) filter (where r.owner_id is null) as unowned, count(*) filter (where r.owner_id = $1::uuid) as mine
    from care_request r where r.organization_id = ${HERE} and ${IS_OPEN}`;

/** The whole request $1 as one JSON value. */
export const DETAIL_SQL = `
  select to_jsonb(request) as request from (
    select ${ROW}, r.clinic_id as "clinicId", r.submitter_relation as submitter, r.submitter_name as "submitterName",
           r.submitter_contact as "submitterContact", ${staffName('b')} as "createdBy", r.phone, r.email,
           r.body_region as "bodyRegion", r.side, r.narrative, r.answers -> 'given' as answers,
           coalesce(r.answers -> 'added', '[]') as added, r.triage_version as "triageVersion",
           r.answers -> 'triageInput' as "triageInput", r.override_reason as "overrideReason",
           r.information_asked as "informationAsked", ${staffName('d')} as "decidedBy",
           r.decline_reason as "declineReason", r.patient_id as "patientId", r.episode_id as "episodeId"
    ${FROM}
      left join staff_member b on b.organization_id = r.organization_id and b.id = r.created_by_id
      left join staff_member d on d.organization_id = r.organization_id and d.id = r.decided_by_id
     where r.organization_id = ${HERE} and r.id = $1
  ) request`;
