import { z } from 'zod';
import { ClinicId, OnCallDutyId, StaffMemberId } from '#shared/platform/ids.ts';
import { ClinicWeek } from './clinic-hours.ts';

/** A physiatrist who answers for a clinic what nobody else has answered, from when to when. */
export const OnCallDuty = z.object({
  onCallDutyId: OnCallDutyId,
  staffMemberId: StaffMemberId,
  name: z.string(),
  startsAt: z.string(),
  endsAt: z.string(),
  /** Where to reach them: an urgent alert is never only a message in Tandem. */
  phone: z.string().nullable(),
  setBy: z.string(),
  version: z.number().int(),
});
export type OnCallDuty = z.infer<typeof OnCallDuty>;

/** A clinic with its hours and who is on call there, now and later. */
export const ClinicOnCall = z.object({
  clinicId: ClinicId,
  name: z.string(),
  timeZone: z.string(),
  phone: z.string().nullable(),
  week: ClinicWeek,
  /** 0 while the hours are the default and nobody has set them. */
  hoursVersion: z.number().int(),
  hoursSetBy: z.string().nullable(),
  duties: z.array(OnCallDuty),
  physiatrists: z.array(z.object({ staffMemberId: StaffMemberId, name: z.string() })),
});
export type ClinicOnCall = z.infer<typeof ClinicOnCall>;

/** The duty that covers `now`, if any. */
export const dutyAt = (duties: readonly OnCallDuty[], now: Date): OnCallDuty | undefined =>
  duties.find(
    ({ startsAt, endsAt }) => Date.parse(startsAt) <= now.getTime() && now.getTime() < Date.parse(endsAt),
  );
