import { personName } from './facts-sql.ts';

/** A hold `h` with the people who opened, acknowledged and closed it. */
export const HOLD_JSON = `json_build_object(
  'safetyHoldId', h.id, 'code', h.red_flag_code, 'level', h.level, 'note', h.note, 'wells', h.evidence->'wells', 'version', h.version,
  'opened', json_build_object('at', h.opened_at, 'by', ${personName('ho')}),
  'acknowledged', case when h.acknowledged_at is null then null else json_build_object(
    'at', h.acknowledged_at, 'by', ${personName('ha')}) end,
  'passedOn', coalesce((
    select json_agg(json_build_object('to', ${personName('xs')}, 'at', x.passed_on_at, 'basis', x.basis)
                    order by xs.family_name, xs.id)
      from hold_escalation x
      left join staff_member xs on xs.organization_id = x.organization_id and xs.id = x.staff_member_id
     where x.organization_id = h.organization_id and x.safety_hold_id = h.id), '[]'),
  'closed', case when h.closed_at is null then null else json_build_object(
    'at', h.closed_at, 'by', ${personName('hc')}, 'reason', h.close_reason) end)`;

export const HOLD_JOINS = `
  join staff_member ho on ho.organization_id = h.organization_id and ho.id = h.opened_by_id
  left join staff_member ha on ha.organization_id = h.organization_id and ha.id = h.acknowledged_by_id
  left join staff_member hc on hc.organization_id = h.organization_id and hc.id = h.closed_by_id`;

/** Open holds of the actor's patients: unanswered ones first, emergencies before urgent ones, oldest first. */
export const OPEN_HOLDS_SQL = `
  select coalesce(json_agg(json_build_object(
           'safetyHoldId', h.id, 'episodeId', h.episode_id, 'patientId', h.patient_id, 'familyName', p.family_name,
           'givenName', p.given_name, 'code', h.red_flag_code, 'level', h.level, 'note', h.note, 'openedAt', h.opened_at,
           'openedBy', ${personName('o')}, 'acknowledged', h.acknowledged_at is not null,
           'passedOnToMe', exists (
             select from hold_escalation x where x.organization_id = h.organization_id and x.safety_hold_id = h.id
                and x.staff_member_id = (select tandem.staff())),
           'stillUnread', exists (
             select from hold_escalation x where x.organization_id = h.organization_id and x.safety_hold_id = h.id
                and x.basis = 'still-unread'))
         order by h.acknowledged_at is not null, array_position(array['emergency', 'urgent', 'prompt'], h.level), h.opened_at),
         '[]') as holds
    from safety_hold h
    join patient p on p.organization_id = h.organization_id and p.id = h.patient_id
    join staff_member o on o.organization_id = h.organization_id and o.id = h.opened_by_id
   where h.organization_id = (select tandem.organization()) and h.closed_at is null
     and h.patient_id in (select unnest((select tandem.patients())::uuid[]))`;
