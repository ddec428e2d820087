import type { QueryResultRow } from 'pg';
import { readAs } from '#server/platform/db/read-as.ts';
import type { Context } from '#server/platform/http/context.ts';

interface StaffList extends QueryResultRow {
  staff: never;
  clinics: never;
}

/** Everybody who works in the organization, and its clinics. */
export async function findStaff(ctx: Context) {
  const [row] = await readAs<StaffList>(ctx, {
    name: 'auth-staff',
    text: `
      select coalesce((
        select json_agg(json_build_object(
          'staffMemberId', s.id, 'role', s.role, 'clinicId', s.clinic_id, 'clinicName', c.name, 'active', s.active,
          'name', s.given_name || ' ' || s.family_name || coalesce(', ' || s.credentials, '')
        ) order by s.family_name, s.given_name)
          from staff_member s join clinic c on c.organization_id = s.organization_id and c.id = s.clinic_id
      ), '[]') as staff,
      coalesce((
        select json_agg(json_build_object('clinicId', id, 'name', name, 'timeZone', time_zone) order by name) from clinic
      ), '[]') as clinics`,
  });
  return { staff: row?.staff ?? ([] as never), clinics: row?.clinics ?? ([] as never) };
}
