import { newId } from '#server/platform/db/new-id.ts';
import { type Moment, row } from './moment.ts';
import { staff } from './opening-moments.ts';
import { CERTIFIED_LATE } from './prescription-moments.ts';
import type { Telling, Version } from './telling.ts';

/** A prescription that was stopped before its time: nothing is in force until the next one is signed. */
export function stoppedMoments(
  { scenario, calendar, patientId, episodeId }: Telling,
  version: Version,
): Moment[] {
  const stopped = scenario.phases?.at(-1)?.stopped;
  if (stopped === undefined) return [];
  const on = calendar.workday(calendar.day(stopped.daysAgo));
  const at = calendar.at(on, '13:10');
  const { prescriptionId, number } = version;
  const therapist = staff(scenario.therapist);
  return [
    {
      at,
      by: scenario.physiatrist,
      did: 'prescription.stopped',
      subject: { type: 'prescription', id: prescriptionId },
      detail: { versionNumber: number },
      rows: [
        row('task', {
          id: newId(at),
          kind: 'other',
          title: `Prescription version ${number} was stopped`,
          detail: stopped.reason,
          owner_id: therapist,
          patient_id: patientId,
          episode_id: episodeId,
          subject_id: prescriptionId,
          due_on: on,
          dedupe_key: { concat: [`prescription-stopped:${prescriptionId}:`, therapist] },
          created_at: at.toISOString(),
        }),
      ],
      changes: [
        {
          table: 'prescription',
          where: { id: prescriptionId, in_force: true },
          set: { in_force: false, ended_on: on, end_reason: `Stopped: ${stopped.reason}` },
        },
      ],
      refresh: true,
    },
  ];
}

const LATE_AFTER_DAYS = 44;

/** A plan of care whose certification came after its thirty days, with the reason. */
export function lateCertification(
  { scenario, calendar, patientId, episodeId }: Telling,
  versions: readonly Version[],
): Moment[] {
  const [first] = versions;
  if (scenario.key !== CERTIFIED_LATE || first === undefined) return [];
  const start = scenario.phases?.[0]?.startsDaysAgo ?? 0;
  const at = calendar.at(calendar.workday(calendar.day(start - LATE_AFTER_DAYS)), '08:50');
  const id = newId(at);
  return [
    {
      at,
      by: scenario.physiatrist,
      did: 'plan-of-care.certified',
      subject: { type: 'plan-certification', id },
      detail: { versionNumber: first.number },
      rows: [
        row('plan_certification', {
          id,
          patient_id: patientId,
          episode_id: episodeId,
          prescription_id: first.prescriptionId,
          certified_by_id: staff(scenario.physiatrist),
          certified_at: at.toISOString(),
          reason: 'The form lay in the tray of a colleague who was away; the care was needed throughout.',
          involvement: null,
        }),
      ],
    },
  ];
}
