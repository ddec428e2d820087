import { personName } from './facts-sql.ts';

/** A hold `h` with the people who opened, acknowledged and closed it. */
export const HOLD_JSON = `json_build_object(
  'safetyHoldId', h.id, 'code', h.red_flag_code, 'level', h.level, 'note', h.note, 'version', h.version,
  'opened', json_build_object('at', h.opened_at, 'by', ${personName('ho')}),
  'acknowledged', case when h.acknowledged_at is null then null else json_build_object(
    'at', h.acknowledged_at, 'by', ${personName('ha')}) end,
  'closed', case when h.closed_at is null then null else json_build_object(
    'at', h.closed_at, 'by', ${personName('hc')}, 'reason', h.close_reason) end)`;

export const HOLD_JOINS = `
  join staff_member ho on ho.organization_id = h.organization_id and ho.id = h.opened_by_id
  left join staff_member ha on ha.organization_id = h.organization_id and ha.id = h.acknowledged_by_id
  left join staff_member hc on hc.organization_id = h.organization_id and hc.id = h.closed_by_id`;
