import { isEvaluationCode } from '#shared/evaluations/evaluation-codes.ts';
import type { ClinicOverrides } from '#shared/clinic-values/overrides.ts';
import { billingValuesOf } from './billing-values.ts';
import type { ProblemIssue } from '#shared/platform/problem.ts';
import { doseDoubts, isThrust, THRUST_WORDS } from '#shared/prescriptions/plausible-dose.ts';
import { getIntervention } from '#shared/prescriptions/interventions.ts';
import type { StaffRole } from '#shared/platform/actor.ts';
import { isAssistant } from '#shared/platform/assistant.ts';
import { GROUP_CODE, SMALLEST_GROUP } from './claim-codes.ts';
import type { LastNote } from './carry-over.ts';
import { minutesBetween } from './clock.ts';
import { NOTE_PARTS, type GivenIntervention, type SessionContent } from './model.ts';
import { notOfRole } from './note-limits.ts';
import type { PrescribedPrecaution } from '#shared/prescriptions/model.ts';
import { isReading, toAcknowledge } from './acknowledge-precautions.ts';
import { noteUnits } from './note-units.ts';
import { isUnread } from './provenance.ts';
import { missingTookPart } from './took-part.ts';

const issue = (path: string, code: string, message: string): ProblemIssue => ({ path, code, message });

const PART_WORDS = {
  subjective: 'Subjective',
  objective: 'Objective',
  assessment: 'Assessment',
  plan: 'Plan',
} as const;

/** Everything that keeps a session from being signed: what rules.md 1.4 requires, and what was carried over and not confirmed. */
export function missingInNote(content: SessionContent, reading: Reading = {}): ProblemIssue[] {
  return [
    ...missingInRows(content, reading),
    ...doubtfulGroup(content),
    ...missingTookPart(content, reading.signerRole),
    ...unconfirmedText(content, reading),
    ...doubtfulHome(content),
    ...doubtfulTimes(content),
    ...unacknowledged(content, reading),
  ];
}

/** What today's words are compared with, and who signs them. */
interface Reading {
  last?: LastNote | null | undefined;
  signerId?: string | undefined;
  signerRole?: StaffRole | undefined;
  clinicValues?: ClinicOverrides | undefined;
  /** The precautions of the day. */
  precautions?: readonly PrescribedPrecaution[] | undefined;
}

function missingInRows(
  { interventions }: SessionContent,
  { clinicValues = {}, signerRole }: Reading,
): ProblemIssue[] {
  if (interventions.length === 0) {
    return [
      issue('interventions', 'NOTHING_GIVEN', 'Enter what was given. If nothing was, cancel the session.'),
    ];
  }
  const seen = new Set<string>();
  const rows = interventions.flatMap((row, index) => {
    const name = getIntervention(row.code)?.name ?? row.code;
    const at = `interventions.${index}`;
    const twice = seen.has(row.code);
    seen.add(row.code);
    return [
      ...(twice ? [issue(at, 'TWICE', `${name} is entered twice. Keep one row.`)] : []),
      ...(row.carried
        ? [issue(at, 'CARRIED', `${name} is carried over from the last session. Confirm or change it.`)]
        : []),
      ...(row.minutes === null ? [issue(`${at}.minutes`, 'MINUTES', `Enter the minutes of ${name}.`)] : []),
      ...doubtfulAssistance(row, { at, name, signerRole }),
      ...evaluated(row, name, `${at}.billingCode`),
      ...(Object.keys(row.dose).length === 0
        ? [issue(`${at}.dose`, 'DOSE', `Enter the dose of ${name}.`)]
        : []),
      ...doubtfulDose(row, name, `${at}.dose`),
    ];
  });
  const units = noteUnits(interventions, null, { values: billingValuesOf(clinicValues) });
  return units.kind === 'refused' ? [...rows, issue('interventions', 'UNITS', units.sentence)] : rows;
}

/** An evaluation's code is billed once, by signing the evaluation. */
const evaluated = ({ billingCode }: GivenIntervention, name: string, path: string): ProblemIssue[] =>
  isEvaluationCode(billingCode)
    ? [
        issue(
          path,
          'EVALUATION_CODE',
          `${name}: ${billingCode} is billed by signing the evaluation. Choose the code of the treatment.`,
        ),
      ]
    : [];

/** A dose that cannot be is refused; one that is unusual is asked about, limited by the prescription or not. */
function doubtfulDose(
  { code, dose, unusual }: GivenIntervention,
  name: string,
  path: string,
): ProblemIssue[] {
  const doubts = doseDoubts(dose);
  const isMeant = unusual === true;
  return [
    ...doubts.refused.map((said) => issue(path, 'DOSE_RANGE', `${name}: ${said} cannot be. Correct it.`)),
    ...(isThrust({ code, dose }) ? [issue(path, 'DOSE_RANGE', `${name}: ${THRUST_WORDS}`)] : []),
    ...(isMeant
      ? []
      : doubts.unusual.map((said) =>
          issue(path, 'DOSE_UNUSUAL', `${name}: ${said} is unusual. Correct it, or say that it is meant.`),
        )),
  ];
}

/** Minutes of an assistant: not more than there were, and none of what an assistant does not give (rules.md 3 [P]). */
function doubtfulAssistance(
  row: GivenIntervention,
  { at, name, signerRole }: { at: string; name: string; signerRole: StaffRole | undefined },
): ProblemIssue[] {
  const path = `${at}.minutes`;
  const byAssistant = row.assistantMinutes ?? 0;
  if (byAssistant > (row.minutes ?? 0))
    return [
      issue(path, 'ASSISTANT', `An assistant cannot have given more minutes of ${name} than there were.`),
    ];
  // An assistant who signs is refused the row itself.
  const isTheirs = signerRole !== undefined && !isAssistant(signerRole);
  const refused = notOfRole('physical-therapist-assistant', row.code);
  return isTheirs && byAssistant > 0 && refused !== undefined
    ? [issue(path, 'ASSISTANT', `${name}: ${refused} Take the assistant’s minutes off.`)]
    : [];
}

/** Group therapy is of 2 or more patients, and its note says of how many (rules.md 2.1). */
function doubtfulGroup({ interventions, groupSize }: SessionContent): ProblemIssue[] {
  if (!interventions.some(({ billingCode }) => billingCode === GROUP_CODE)) return [];
  const size = groupSize ?? 0;
  return size >= SMALLEST_GROUP
    ? []
    : [
        issue(
          'groupSize',
          'GROUP',
          `Say how many patients were treated together: ${GROUP_CODE} is for ${SMALLEST_GROUP} or more.`,
        ),
      ];
}

/** Carried words that nobody has stood behind: a note copied from the last one and signed unread is impossible. */
const unconfirmedText = (content: SessionContent, { last, signerId }: Reading): ProblemIssue[] =>
  NOTE_PARTS.filter((part) => isUnread(content[part], last?.[part], signerId)).map((part) =>
    issue(
      part,
      'CARRIED',
      `${PART_WORDS[part]} is carried over from the last session. Confirm, change or clear it.`,
    ),
  );

/** A precaution of what is given that its giver has not acknowledged (rules.md 4.3: "warn, require acknowledgement"). */
const unacknowledged = (content: SessionContent, { precautions = [], signerId }: Reading): ProblemIssue[] =>
  toAcknowledge(precautions, content.interventions)
    .filter((row) => !(content.acknowledged ?? []).some(isReading(row, signerId)))
    .map(({ words, about }) =>
      issue('acknowledged', 'PRECAUTION', `Acknowledge the precaution for ${about.join(', ')}: ${words}.`),
    );

function doubtfulHome({ homeDaysDone, homeDaysPrescribed }: SessionContent): ProblemIssue[] {
  if (homeDaysDone === null) return [];
  if (homeDaysPrescribed === null || homeDaysPrescribed === 0) {
    return [issue('homeDaysPrescribed', 'HOME_DAYS', 'Say of how many prescribed days.')];
  }
  return homeDaysDone > homeDaysPrescribed
    ? [
        issue(
          'homeDaysDone',
          'HOME_DAYS',
          `At most ${homeDaysPrescribed} days were prescribed since the last session.`,
        ),
      ]
    : [];
}

/** The times of a visit hold its minutes: treatment cannot have taken longer than there was time. */
function doubtfulTimes({ startedTime, endedTime, interventions }: SessionContent): ProblemIssue[] {
  if (!startedTime && !endedTime) return [];
  if (!startedTime) return [issue('startedTime', 'TIMES', 'Enter when treatment began.')];
  if (!endedTime) return [issue('endedTime', 'TIMES', 'Enter when treatment ended.')];
  const elapsed = minutesBetween(startedTime, endedTime);
  if (elapsed <= 0) return [issue('endedTime', 'TIMES', 'The end is not after the beginning.')];
  const given = interventions.reduce((sum, { minutes }) => sum + (minutes ?? 0), 0);
  return given > elapsed
    ? [
        issue(
          'endedTime',
          'TIMES',
          `${given} treatment minutes do not fit into ${elapsed} minutes from ${startedTime} to ${endedTime}.`,
        ),
      ]
    : [];
}
