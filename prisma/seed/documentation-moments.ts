import { addDays, type PlainDate } from '#shared/platform/time.ts';
import { newId } from '#server/platform/db/new-id.ts';
import { judgedGoals } from './judged-goals.ts';
import { marked } from './error-moments.ts';
import { type Moment, row, type SeedRow } from './moment.ts';
import { staff } from './opening-moments.ts';
import { reportedMeasures } from './report-moment.ts';
import type { Telling, ToldPhase, Version } from './telling.ts';

const RECEIVERS = [
  'Dr Ellen Voss, Port Ellery Family Medicine',
  'Dr Anil Mehta, Harbor Internal Medicine',
  'Dr Rosa Delgado, Juniper Mesa Clinic',
] as const;

export const isMedicare = ({ scenario }: Telling): boolean => scenario.payer === 'medicare_part_b';

/** A number of the patient's own, for what varies between them. */
export const drawOf = ({ mrn }: Telling): number => Math.floor(Number(mrn) / 3);

/** The first version goes to the referring physician within days; a plan of last week is still waiting. */
export function sendingMoment(telling: Telling, version: Version): Moment | undefined {
  const { calendar, scenario } = telling;
  const index = drawOf(telling);
  if (!isMedicare(telling) || version.number > 1 || scenario.key === 's-early') return undefined;
  const sentOn = calendar.workday(addDays(version.startsOn, 2), 'forward');
  const at = calendar.at(sentOn, '16:40');
  const id = newId(at);
  return {
    at,
    by: scenario.therapist,
    did: 'plan-of-care.sent',
    subject: { type: 'plan-sending', id },
    rows: [
      row('plan_sending', {
        id,
        patient_id: telling.patientId,
        episode_id: telling.episodeId,
        prescription_id: version.prescriptionId,
        sent_on: sentOn,
        sent_to: RECEIVERS[index % RECEIVERS.length] ?? RECEIVERS[0],
        method: index % 2 === 0 ? 'fax' : 'portal',
        evidence: index % 2 === 0 ? `Confirmation ${4100 + index}` : `Message ${88_200 + index}`,
        recorded_by_id: staff(scenario.therapist),
        recorded_at: at.toISOString(),
      }),
      ...(index % 3 === 0 ? [misdirected(telling, version, sentOn, at)] : []),
    ],
  };
}

/** A fax that went to the wrong practice, an hour before the one that counts. */
function misdirected(
  { scenario, patientId, episodeId }: Telling,
  version: Version,
  sentOn: PlainDate,
  sentAt: Date,
): SeedRow {
  const at = new Date(sentAt.getTime() - 3_600_000);
  return row('plan_sending', {
    id: newId(at),
    patient_id: patientId,
    episode_id: episodeId,
    prescription_id: version.prescriptionId,
    sent_on: sentOn,
    sent_to: 'Juniper Mesa Internal Medicine',
    method: 'fax',
    evidence: 'Confirmation 3988',
    recorded_by_id: staff(scenario.therapist),
    recorded_at: at.toISOString(),
    ...marked(sentAt, scenario.therapist, 'Recorded for the wrong practice; nothing left the building.'),
  });
}

/** The discharge whose note is still to be written. */
const NOTE_IS_MISSING = 'past-0';

/** The note of a discharge, on the next working day or on the day itself while that has not come. */
export function dischargeNoteMoment(telling: Telling, told: ToldPhase): Moment | undefined {
  const { calendar, scenario } = telling;
  const last = told.visits.at(-1);
  if (!scenario.closed || scenario.key === NOTE_IS_MISSING || !last) return undefined;
  const closedOn = calendar.workday(calendar.day(scenario.closed.daysAgo));
  const next = calendar.workday(addDays(closedOn, 1), 'forward');
  const writtenOn = next < calendar.today ? next : closedOn;
  const at = calendar.at(writtenOn, writtenOn === closedOn ? '15:40' : '09:15');
  const id = newId(at);
  const measures = reportedMeasures(told, last);
  const { reportedOn } = told.progress;
  return {
    at,
    by: scenario.therapist,
    did: 'discharge-note.signed',
    subject: { type: 'discharge-note', id },
    rows: [
      row('discharge_note', {
        id,
        patient_id: telling.patientId,
        episode_id: telling.episodeId,
        author_id: staff(scenario.therapist),
        written_on: writtenOn,
        period_from: reportedOn ? addDays(reportedOn, 1) : told.version.startsOn,
        discharged_on: closedOn,
        planned: scenario.closed.reason !== 'patient-choice',
        measures,
        goals: judgedGoals(told.version, measures),
        summary: SUMMARY[scenario.closed.reason],
        plan_after: PLAN_AFTER[scenario.closed.reason],
        signed_at: at.toISOString(),
      }),
      // The one who left by choice wrote a letter afterwards.
      ...(scenario.closed.reason === 'patient-choice'
        ? [
            row('discharge_note_addendum', {
              id: newId(at),
              patient_id: telling.patientId,
              discharge_note_id: id,
              author_id: staff(scenario.therapist),
              reason: 'Learned later',
              text: 'The patient called: goes on by themselves with the home programme and has no complaint about the care.',
              created_at: new Date(at.getTime() + 3_600_000).toISOString(),
            }),
          ]
        : []),
    ],
  };
}

const PLAN_AFTER = {
  'goals-met': 'Home programme three times a week; comes back when daily tasks get harder for two weeks.',
  plateau: 'Home programme three times a week; the physiatrist looks again when symptoms change.',
  'patient-choice': 'Home programme as handed out; may come back with a new referral at any time.',
  moved: 'Report sent to the next therapist; home programme as handed out.',
} as const;

const SUMMARY = {
  'goals-met': 'Full course as prescribed. Daily tasks are done without help and pain no longer limits them.',
  plateau:
    'Full course as prescribed; the scores have levelled off short of the goal and no further gain is expected.',
  'patient-choice':
    'Stopped before the end of the plan at the patient’s wish; written from the treatment notes.',
  moved: 'Moved away during the course; written from the treatment notes.',
} as const;
