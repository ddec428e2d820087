import { newId } from '#server/platform/db/new-id.ts';
import { type Moment, row, type SeedRow } from './moment.ts';
import { staff } from './opening-moments.ts';
import { ANSWERED, type AnsweredRequest } from './scenarios/answered.ts';
import type { Telling, Version } from './telling.ts';

/** Requests that were answered, each at its time: asked, then decided, with the version that came of it. */
export function answeredRequests(telling: Telling, versions: readonly Version[]): Moment[] {
  return (ANSWERED[telling.scenario.key] ?? []).flatMap((one) => answered(telling, versions, one));
}

const RECENT_DAYS = 20;

function answered(telling: Telling, versions: readonly Version[], one: AnsweredRequest): Moment[] {
  const { calendar, scenario, patientId, episodeId } = telling;
  const about = versions.find(({ number }) => number === (one.version ?? 2) - 1) ?? versions[0];
  if (about === undefined) return [];
  const askedAt = calendar.at(calendar.workday(calendar.day(one.daysAgo)), '17:05');
  // A version is signed at 12:20; its request is closed with it.
  const decidedAt = calendar.at(calendar.workday(calendar.day(one.decidedDaysAgo)), '12:21');
  const id = newId(askedAt);
  const subject = { type: 'change-request', id };
  const decider = one.status === 'withdrawn' ? scenario.therapist : scenario.physiatrist;
  const therapist = staff(scenario.therapist);
  const physiatrist = staff(scenario.physiatrist);
  const place = { patient_id: patientId, episode_id: episodeId, subject_id: id };
  const request = row('change_request', {
    id,
    patient_id: patientId,
    episode_id: episodeId,
    prescription_id: about.prescriptionId,
    requested_by_id: therapist,
    proposal: { ...one.proposal },
    reason: one.reason,
    supporting: { numbersOf: episodeId, lines: [one.line] },
    created_at: askedAt.toISOString(),
  });
  const asked: SeedRow = row('task', {
    id: newId(askedAt),
    kind: 'change-request',
    title: 'Therapist asks for a change',
    detail: one.reason,
    owner_id: physiatrist,
    ...place,
    due_on: calendar.workday(calendar.day(one.daysAgo - 1)),
    status: 'done',
    done_by_id: staff(decider),
    done_at: decidedAt.toISOString(),
    dedupe_key: { concat: [`change-request:${id}:`, physiatrist] },
    created_at: askedAt.toISOString(),
  });
  const decision = {
    status: one.status,
    decided_by_id: staff(decider),
    decided_at: decidedAt.toISOString(),
    decision_note: one.note,
    result_prescription_id: versions.find(({ number }) => number === one.version)?.prescriptionId ?? null,
    version: 2,
  };
  return [
    {
      at: askedAt,
      by: scenario.therapist,
      did: 'change-request.asked',
      subject,
      detail: { versionNumber: about.number },
      rows: [request, asked],
      refresh: true,
    },
    {
      at: decidedAt,
      by: decider,
      did: `change-request.${one.status === 'approved-with-changes' ? 'approved' : one.status}`,
      subject,
      rows: one.status === 'declined' ? [declinedTask(telling, one, { id, decidedAt })] : [],
      changes: [{ table: 'change_request', where: { id }, set: decision }],
      refresh: true,
    },
  ];
}

/** The therapist reads why not; an old one has been read. */
function declinedTask(
  { scenario, patientId, episodeId }: Telling,
  { note, decidedDaysAgo }: AnsweredRequest,
  { id, decidedAt }: { id: string; decidedAt: Date },
): SeedRow {
  const isRead = decidedDaysAgo > RECENT_DAYS;
  const therapist = staff(scenario.therapist);
  return row('task', {
    id: newId(decidedAt),
    kind: 'other',
    title: 'Your change request was declined',
    detail: note,
    owner_id: therapist,
    patient_id: patientId,
    episode_id: episodeId,
    subject_id: id,
    status: isRead ? 'done' : 'open',
    done_by_id: isRead ? therapist : null,
    done_at: isRead ? decidedAt.toISOString() : null,
    dedupe_key: `change-declined:${id}`,
    created_at: decidedAt.toISOString(),
  });
}
