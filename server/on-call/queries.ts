import { DEFAULT_WEEK } from '#shared/on-call/clinic-hours.ts';
import type { ClinicOnCall } from '#shared/on-call/model.ts';
import { readAs } from '#server/platform/db/read-as.ts';
import type { Context } from '#server/platform/http/context.ts';

const NAME = (alias: string) =>
  `${alias}.given_name || ' ' || ${alias}.family_name || coalesce(', ' || ${alias}.credentials, '')`;

/** $1 now, $2 the default week. Duties that are over are not shown. */
const ON_CALL_SQL = `
  select coalesce(json_agg(json_build_object(
    'clinicId', c.id, 'name', c.name, 'timeZone', c.time_zone, 'phone', c.phone,
    'week', coalesce(h.week, $2::jsonb), 'hoursVersion', coalesce(h.version, 0),
    'hoursSetBy', (select ${NAME('b')} from staff_member b where b.organization_id = h.organization_id and b.id = h.set_by_id),
    'duties', coalesce((
      select json_agg(json_build_object(
               'onCallDutyId', d.id, 'staffMemberId', d.staff_member_id, 'name', ${NAME('s')}, 'startsAt', d.starts_at,
               'endsAt', d.ends_at, 'phone', d.phone, 'setBy', ${NAME('b')}, 'version', d.version) order by d.starts_at)
        from on_call_duty d
        join staff_member s on s.organization_id = d.organization_id and s.id = d.staff_member_id
        join staff_member b on b.organization_id = d.organization_id and b.id = d.set_by_id
       where d.organization_id = c.organization_id and d.clinic_id = c.id and d.taken_back_at is null and d.ends_at > $1), '[]'),
    'physiatrists', coalesce((
      select json_agg(json_build_object('staffMemberId', s.id, 'name', ${NAME('s')})
                      order by s.clinic_id <> c.id, s.family_name, s.given_name)
        from staff_member s
       where s.organization_id = c.organization_id and s.role = 'physiatrist' and s.active), '[]'))
    order by c.name), '[]') as clinics
  from clinic c
  left join clinic_hours h on h.organization_id = c.organization_id and h.clinic_id = c.id
  where c.organization_id = (select tandem.organization())`;

/** Every clinic of the organization with its hours and its rota. */
export async function readOnCall(ctx: Context): Promise<{ clinics: ClinicOnCall[] }> {
  const [row] = await readAs<{ clinics: ClinicOnCall[] }>(ctx, {
    name: 'on-call-clinics',
    text: ON_CALL_SQL,
    values: [ctx.now(), JSON.stringify(DEFAULT_WEEK)],
  });
  return { clinics: row?.clinics ?? [] };
}
