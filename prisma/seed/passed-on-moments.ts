import { ALERTS, coverEndsAt } from '#shared/sessions/escalation.ts';
import { flagWords } from '#shared/sessions/flag-words.ts';
import { newId } from '#server/platform/db/new-id.ts';
import type { StaffKey } from './clinics.ts';
import { type Moment, row } from './moment.ts';
import { staff } from './opening-moments.ts';
import { dutyInstants, ROTA } from './rota.ts';
import type { Telling } from './telling.ts';

interface Unread {
  id: string;
  at: Date;
  code: string;
  level: string;
  note: string;
  to: StaffKey;
}

/** An alert that nobody acknowledged within the hour: the one on call gets it, with cover on the team for as long as they are. */
export function passedOnMoment(telling: Telling, unread: Unread): Moment {
  const { patientId, episodeId, calendar } = telling;
  const at = new Date(unread.at.getTime() + ALERTS.urgentEscalationMinutes * 60_000);
  const duty = ROTA.find(({ who }) => who === unread.to);
  const endsAt = coverEndsAt(
    at,
    duty === undefined ? undefined : dutyInstants(duty, calendar.now)[1],
    ALERTS.passedOnCoverHours,
  );
  const memberId = newId(at);
  const place = { patient_id: patientId, episode_id: episodeId };
  return {
    at,
    by: 'system',
    did: 'safety-hold.passed-on',
    subject: { type: 'safety-hold', id: unread.id },
    detail: { basis: 'on-call' },
    rows: [
      row('care_team_member', {
        id: memberId,
        patient_id: patientId,
        staff_member_id: staff(unread.to),
        role: 'physiatrist',
        kind: 'cover',
        valid_from: at.toISOString(),
        valid_to: endsAt.toISOString(),
        reason: `An ${unread.level} alert was not acknowledged and was passed on`,
        version: 1,
        created_at: at.toISOString(),
      }),
      row('hold_escalation', {
        id: newId(at),
        ...place,
        safety_hold_id: unread.id,
        staff_member_id: staff(unread.to),
        care_team_member_id: memberId,
        basis: 'on-call',
        passed_on_at: at.toISOString(),
      }),
      row('task', {
        id: newId(at),
        kind: 'safety-hold',
        title: `Passed on to you: ${flagWords(unread.code)}, ${unread.level}, not acknowledged`,
        detail: unread.note,
        owner_id: staff(unread.to),
        ...place,
        subject_id: unread.id,
        due_on: calendar.today,
        dedupe_key: { concat: [`hold:${unread.id}:passed-on:`, staff(unread.to)] },
        created_at: at.toISOString(),
      }),
    ],
  };
}
