import type { ClinicOverrides } from '#shared/clinic-values/overrides.ts';
import { ClinicWeek, DEFAULT_WEEK, type ClinicHours } from '#shared/on-call/clinic-hours.ts';
import { alertValues, type ALERTS, type PassedOnBasis, type Waiting } from '#shared/sessions/escalation.ts';
import type { Actor } from '#shared/platform/actor.ts';
import type { Database } from '#server/platform/db/database.ts';
import type { Tx } from '#server/platform/db/in-transaction.ts';
import type { Context } from '#server/platform/http/context.ts';

export interface AlertRef {
  organizationId: string;
  patientId: string;
  episodeId: string;
  safetyHoldId: string;
}

/** Alerts that nobody has acknowledged and that somebody can still be told of: a function that answers ids and nothing else. */
export async function findUnansweredAlerts({ pool }: Database): Promise<AlertRef[]> {
  const { rows } = await pool.query<AlertRef>('select * from tandem.unanswered_alerts()');
  return rows;
}

export interface AlertFacts {
  alert: Waiting & { code: string; note: string };
  hours: ClinicHours;
  values: typeof ALERTS;
  onCall: { staffMemberId: string; endsAt: string; name: string; phone: string | null }[];
  clinicPhone: string | null;
  /** Names of those whom it was passed on to. */
  passedOnTo: string[];
  asked: string[];
  ofClinic: string[];
}

interface RawAlertFacts extends Omit<AlertFacts, 'hours' | 'values'> {
  timeZone: string;
  week: unknown;
  clinicalValues: ClinicOverrides;
}

/** $1 the organization, $2 the hold, $3 now. The hold's row is locked: who acknowledges meanwhile waits, or is seen. */
const ALERT_FACTS_SQL = `
  select json_build_object(
    'alert', json_build_object(
      'code', h.red_flag_code, 'note', h.note, 'level', h.level, 'openedAt', h.opened_at,
      'acknowledged', h.acknowledged_at is not null, 'closed', h.closed_at is not null,
      'passedOnAt', (select min(x.passed_on_at) from hold_escalation x
                      where x.organization_id = h.organization_id and x.safety_hold_id = h.id),
      'telephoned', exists (select from hold_escalation x
                             where x.organization_id = h.organization_id and x.safety_hold_id = h.id
                               and x.staff_member_id is null)),
    'clinicPhone', c.phone,
    'passedOnTo', coalesce((
      select json_agg(s.given_name || ' ' || s.family_name order by s.family_name, s.id)
        from hold_escalation x
        join staff_member s on s.organization_id = x.organization_id and s.id = x.staff_member_id
       where x.organization_id = h.organization_id and x.safety_hold_id = h.id), '[]'),
    'timeZone', c.time_zone, 'clinicalValues', c.clinical_values,
    'week', (select k.week from clinic_hours k where k.organization_id = c.organization_id and k.clinic_id = c.id),
    'onCall', coalesce((
      select json_agg(json_build_object('staffMemberId', d.staff_member_id, 'endsAt', d.ends_at,
                                        'name', s.given_name || ' ' || s.family_name, 'phone', d.phone))
        from on_call_duty d
        join staff_member s on s.organization_id = d.organization_id and s.id = d.staff_member_id
       where d.organization_id = c.organization_id and d.clinic_id = c.id and d.taken_back_at is null
         and d.starts_at <= $3::timestamptz and d.ends_at > $3::timestamptz
         and s.active and s.role = 'physiatrist'), '[]'),
    'asked', coalesce((
      select json_agg(distinct t.owner_id) from task t
       where t.organization_id = h.organization_id and t.subject_id = h.id and t.kind = 'safety-hold'
         and t.owner_id is not null), '[]'),
    'ofClinic', coalesce((
      select json_agg(s.id order by s.family_name, s.id) from staff_member s
       where s.organization_id = c.organization_id and s.clinic_id = c.id and s.active and s.role = 'physiatrist'), '[]'))
    as facts
  from safety_hold h
  join episode e on e.organization_id = h.organization_id and e.id = h.episode_id
  join clinic c on c.organization_id = e.organization_id and c.id = e.clinic_id
  where h.organization_id = $1::uuid and h.id = $2::uuid
    for update of h`;

/** What decides whether an alert goes on, and to whom; nothing when it is gone. */
export async function getAlertFacts(
  tx: Tx,
  ctx: Context<Actor>,
  safetyHoldId: string,
  now: Date,
): Promise<AlertFacts | undefined> {
  const [row] = await tx.$queryRawUnsafe<{ facts: RawAlertFacts }[]>(
    ALERT_FACTS_SQL,
    ctx.actor.organizationId,
    safetyHoldId,
    now,
  );
  if (!row) return undefined;
  const { timeZone, week, clinicalValues, ...facts } = row.facts;
  // Hours that cannot be read count as the default: an alert is never left lying because of them.
  return {
    ...facts,
    hours: { timeZone, week: ClinicWeek.safeParse(week).data ?? DEFAULT_WEEK },
    values: alertValues(clinicalValues),
  };
}

/** When a physiatrist's next membership begins, if they are not on the team now; `now` when they are. */
export async function getPlaceOnTeam(
  tx: Tx,
  ctx: Context<Actor>,
  patientId: string,
  staffMemberId: string,
  now: Date,
): Promise<{ isOn: boolean; nextFrom: Date | undefined }> {
  const memberships = await tx.careTeamMember.findMany({
    where: {
      organizationId: ctx.actor.organizationId,
      patientId,
      staffMemberId,
      OR: [{ validTo: null }, { validTo: { gt: now } }],
    },
    orderBy: { validFrom: 'asc' },
    select: { validFrom: true, role: true },
  });
  return {
    isOn: memberships.some(({ validFrom }) => validFrom <= now),
    nextFrom: memberships.find(({ validFrom, role }) => validFrom > now && role === 'physiatrist')?.validFrom,
  };
}

export interface PassedOn {
  safetyHoldId: string;
  patientId: string;
  episodeId: string;
  staffMemberId: string | null;
  careTeamMemberId: string | null;
  basis: PassedOnBasis;
  passedOnAt: Date;
}

export async function insertEscalation(tx: Tx, ctx: Context<Actor>, row: PassedOn): Promise<void> {
  await tx.holdEscalation.createMany({ data: [{ ...row, organizationId: ctx.actor.organizationId }] });
}

/**
 * Ends the access that passing this alert on gave to others than the one who answers. Answers the people whose tasks about
 * it are nobody's any more.
 */
export async function endOtherCover(
  tx: Tx,
  ctx: Context<Actor>,
  { safetyHoldId, answeredBy, at }: { safetyHoldId: string; answeredBy: string; at: Date },
): Promise<string[]> {
  const { organizationId } = ctx.actor;
  const passed = await tx.$queryRaw<{ id: string }[]>`
    select x.staff_member_id as id from hold_escalation x
     where x.organization_id = ${organizationId}::uuid and x.safety_hold_id = ${safetyHoldId}::uuid
       and x.staff_member_id <> ${answeredBy}::uuid`;
  await tx.$executeRaw`
    update care_team_member m
       set valid_to = greatest(${at}::timestamptz, m.valid_from + interval '1 millisecond'),
           end_reason = 'The alert was answered by a colleague', version = m.version + 1
      from hold_escalation x
     where x.organization_id = ${organizationId}::uuid and x.safety_hold_id = ${safetyHoldId}::uuid
       and x.staff_member_id <> ${answeredBy}::uuid
       and m.organization_id = x.organization_id and m.id = x.care_team_member_id and m.valid_to > ${at}::timestamptz`;
  return passed.map(({ id }) => id);
}
