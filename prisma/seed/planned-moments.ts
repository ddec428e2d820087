import { startingContent } from '#shared/sessions/carry-over.ts';
import { newId } from '#server/platform/db/new-id.ts';
import { type Moment, row } from './moment.ts';
import type { Telling, Version } from './telling.ts';
import { sessionBase, slotOf } from './visit-moments.ts';
import { visitDates } from './visits.ts';

const PLANNED_AHEAD = 3;

/** Today's visit and the next ones, and one of the last working day that was held and not signed yet. */
export function plannedMoments(telling: Telling, version: Version, visitsSoFar: number): Moment[] {
  const { calendar, scenario } = telling;
  const phase = scenario.phases?.at(-1);
  if (!phase) return [];
  const { today } = calendar;
  const ahead = visitDates(phase, calendar)
    .filter((date) => date > today)
    .slice(0, PLANNED_AHEAD);
  const dates = scenario.today === undefined ? ahead : [today, ...ahead];
  const plannedAt = calendar.at(calendar.workday(calendar.day(3)), '16:40');
  const planned = dates.map((date): Moment => {
    const id = newId(plannedAt);
    return {
      at: plannedAt,
      by: scenario.therapist,
      did: 'session.planned',
      subject: { type: 'session', id },
      rows: [
        row('session', { ...sessionBase(telling, id, date, plannedAt), updated_at: plannedAt.toISOString() }),
      ],
    };
  });
  return scenario.unsigned === true && visitsSoFar > 0
    ? [...planned, unsignedMoment(telling, version)]
    : planned;
}

/** Held on the last working day: the patient was here, the sheet is begun, the signature is missing. */
function unsignedMoment(telling: Telling, version: Version): Moment {
  const { calendar, scenario } = telling;
  const date = calendar.workday(calendar.day(1));
  const { starts } = slotOf(telling, date);
  const id = newId(starts);
  const content = startingContent(undefined, version.content.interventions, date);
  const draft = {
    ...content,
    painBefore: 4,
    subjective: { text: 'Stairs better this week.', carried: false },
  };
  return {
    at: new Date(starts.getTime() + 50 * 60_000),
    by: scenario.therapist,
    did: 'session.draft-saved',
    subject: { type: 'session', id },
    rows: [
      row('session', {
        ...sessionBase(telling, id, date, new Date(starts.getTime() - 6 * 86_400_000)),
        status: 'arrived',
        version: 3,
        arrived_at: starts.toISOString(),
        draft,
        updated_at: new Date(starts.getTime() + 50 * 60_000).toISOString(),
      }),
    ],
  };
}
