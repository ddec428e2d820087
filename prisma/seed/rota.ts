import { dateInZone } from '#shared/platform/time.ts';
import { calendarOf } from './calendar.ts';
import { CLINICS, type ClinicKey, type StaffKey } from './clinics.ts';

interface DemoDuty {
  clinic: ClinicKey;
  who: StaffKey;
  fromDaysAgo: number;
  toDaysAgo: number;
  phone: string;
}

/** Who is on call in the demo, as days before today, from eight to eight. */
export const ROTA: readonly DemoDuty[] = [
  { clinic: 'harborview', who: 'sorensen', fromDaysAgo: 5, toDaysAgo: -2, phone: '+1 555 0150' },
  { clinic: 'harborview', who: 'rivera', fromDaysAgo: -2, toDaysAgo: -9, phone: '+1 555 0151' },
  { clinic: 'juniper-mesa', who: 'raman', fromDaysAgo: 3, toDaysAgo: -11, phone: '+1 555 0178' },
];

/** The instants of a duty on its clinic's wall clock. */
export function dutyInstants({ clinic, fromDaysAgo, toDaysAgo }: DemoDuty, now: Date): [Date, Date] {
  const { timeZone } = CLINICS[clinic];
  const calendar = calendarOf(dateInZone(now, timeZone), timeZone, now);
  return [calendar.at(calendar.day(fromDaysAgo), '08:00'), calendar.at(calendar.day(toDaysAgo), '08:00')];
}
