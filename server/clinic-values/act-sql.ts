/** An act `a` by the staff member `s`: the shape of `ValueAct`. */
export const ACT_JSON = `json_build_object(
  'key', a.key, 'version', a.version, 'act', a.act, 'oldValue', a.old_value, 'newValue', a.new_value, 'reason', a.reason,
  'by', s.given_name || ' ' || s.family_name || coalesce(', ' || s.credentials, ''), 'role', s.role, 'at', a.at)`;

export const ACT_FROM = `clinic_value_act a
  join staff_member s on s.organization_id = a.organization_id and s.id = a.by_id`;
