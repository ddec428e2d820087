import { newId } from '#server/platform/db/new-id.ts';
import { STAFF, type StaffKey } from './clinics.ts';
import { type Moment, row } from './moment.ts';
import { administratorOf, staff } from './opening-moments.ts';
import type { Telling } from './telling.ts';

interface Left {
  who: StaffKey;
  kind: 'member' | 'cover';
  fromDaysAgo: number;
  untilDaysAgo: number;
  why: string;
  endReason: string;
}

/** Who was on a team for some weeks. */
const LEFT: Readonly<Record<string, Left>> = {
  'tom-brandt': {
    who: 'chen',
    kind: 'member',
    fromDaysAgo: 36,
    untilDaysAgo: 22,
    why: 'Bathroom and car before the return home',
    endReason: 'Home assessed, aids are in place',
  },
  'm-stroke': {
    who: 'whitfield',
    kind: 'cover',
    fromDaysAgo: 30,
    untilDaysAgo: 16,
    why: 'Cover for two weeks of leave',
    endReason: 'Leave is over',
  },
  'under-delivered': {
    who: 'tanaka',
    kind: 'member',
    fromDaysAgo: 40,
    untilDaysAgo: 33,
    why: 'First therapist',
    endReason: 'Evening visits are possible with a colleague only',
  },
};

/** Joining and leaving, as the administrator wrote it down. */
export function leftTeam(telling: Telling): Moment[] {
  const { scenario, calendar, patientId } = telling;
  const left = LEFT[scenario.key];
  if (left === undefined) return [];
  const by = administratorOf(telling);
  const from = calendar.at(calendar.workday(calendar.day(left.fromDaysAgo)), '09:40');
  const until = calendar.at(calendar.workday(calendar.day(left.untilDaysAgo)), '16:45');
  const id = newId(from);
  const subject = { type: 'care-team-member', id };
  return [
    {
      at: from,
      by,
      did: 'care-team.member-assigned',
      subject,
      rows: [
        row('care_team_member', {
          id,
          patient_id: patientId,
          staff_member_id: staff(left.who),
          role: STAFF[left.who].role,
          kind: left.kind,
          valid_from: from.toISOString(),
          valid_to: until.toISOString(),
          reason: left.why,
          added_by_id: staff(by),
          ended_by_id: staff(by),
          end_reason: left.endReason,
          version: 2,
          created_at: from.toISOString(),
        }),
      ],
    },
    { at: until, by, did: 'care-team.member-ended', subject, rows: [] },
  ];
}
