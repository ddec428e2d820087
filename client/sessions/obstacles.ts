import { checkScore } from '#shared/outcomes/check-score.ts';
import { getMeasure } from '#shared/outcomes/registry.ts';
import { getIntervention } from '#shared/prescriptions/interventions.ts';
import type { StaffRole } from '#shared/platform/actor.ts';
import type { ProblemIssue } from '#shared/platform/problem.ts';
import type { GateAnswer } from '#shared/sessions/gate.ts';
import { missingInNote } from '#shared/sessions/missing-in-note.ts';
import { SessionContent } from '#shared/sessions/model.ts';
import { classifyRows } from '#shared/sessions/note-limits.ts';
import { previousOf } from './sheet-edits.ts';
import type { OpenSheet } from './use-session-sheet.ts';

/** Everything that keeps the sheet from being signed, found by the server's own rules before it is asked. */
export function obstacles(
  sheet: OpenSheet,
  content: SessionContent,
  gate: GateAnswer,
  { staffMemberId: signerId, role }: { staffMemberId: string; role: StaffRole },
): ProblemIssue[] {
  const closed = gate.refusals
    .filter(({ code }) => code !== 'INTERVENTION_BLOCKED')
    .map(({ code, sentence }) => ({ path: '', code, message: sentence }));
  const unreadable = (SessionContent.safeParse(content).error?.issues ?? []).map((issue) => ({
    path: `content.${issue.path.map(String).join('.')}`,
    code: issue.code,
    message: `${fieldName(issue.path, content)}: ${issue.message}`,
  }));
  const missing = missingInNote(content, {
    last: sheet.history[0],
    signerId,
    signerRole: role,
    clinicValues: sheet.episode.clinicValues,
    precautions: sheet.prescription?.content.precautions,
  }).map((issue) => ({
    ...issue,
    path: `content.${issue.path}`,
  }));
  return [
    ...closed,
    ...unreadable,
    ...missing,
    ...outside(sheet, content, role),
    ...doubtfulScores(sheet, content),
  ];
}

function outside(
  { prescription, lastDoses }: OpenSheet,
  content: SessionContent,
  role: StaffRole,
): ProblemIssue[] {
  const limits = prescription?.content ?? { interventions: [], precautions: [] };
  return classifyRows(limits, lastDoses, content.interventions, role).flatMap(({ refusal }, index) =>
    refusal === undefined
      ? []
      : [{ path: `content.interventions.${index}.dose`, code: 'OUTSIDE_BOUNDS', message: refusal }],
  );
}

function doubtfulScores({ latestScores }: OpenSheet, { scores }: SessionContent): ProblemIssue[] {
  return scores.flatMap((score, index) => {
    const measure = getMeasure(score.measureCode);
    if (measure === undefined) return [];
    const previous = previousOf(latestScores, score)?.value;
    const check = checkScore(measure, { value: score.value, side: score.side, previous });
    if (check.kind === 'refuse') {
      return [{ path: `content.scores.${index}.value`, code: check.code, message: check.sentence }];
    }
    return check.kind === 'confirm' && score.confirmed !== true
      ? [{ path: `content.scores.${index}.confirmed`, code: 'confirm', message: check.sentence }]
      : [];
  });
}

/** Puts the reader on the field of an issue. */
export function goToField(path: string): void {
  const wanted = path.split('.');
  // A whole row or list has no field of its own: its first field stands for it.
  for (let length = wanted.length; length > 0; length -= 1) {
    const name = wanted.slice(0, length).join('.');
    const field =
      document.querySelector<HTMLElement>(`[name="${CSS.escape(name)}"]`) ??
      (length === wanted.length
        ? document.querySelector<HTMLElement>(`[name^="${CSS.escape(name)}."]`)
        : null);
    if (field !== null) {
      field.scrollIntoView({ block: 'center' });
      field.focus();
      return;
    }
  }
}

const FIELD_WORDS: Record<string, string> = {
  painBefore: 'Pain before',
  painAfter: 'Pain after',
  systolic: 'Systolic',
  diastolic: 'Diastolic',
  heartRate: 'Heart rate',
  spo2: 'SpO2',
  glucose: 'Glucose',
  inr: 'INR',
  homeDaysDone: 'Home days done',
  homeDaysPrescribed: 'Home days prescribed',
  homeDifficulty: 'Difficulty at home',
  homePain: 'Pain at home',
  groupSize: 'Patients in the group',
  minutes: 'minutes',
  assistantMinutes: 'minutes by an assistant',
  dose: 'dose',
};

/** What a person calls the field: "Pain before", "Bridge, minutes". */
function fieldName(path: readonly PropertyKey[], { interventions }: SessionContent): string {
  const [list, at] = path;
  const row = list === 'interventions' && typeof at === 'number' ? interventions[at] : undefined;
  const last = path.map(String).findLast((part) => FIELD_WORDS[part] !== undefined);
  const words = (last === undefined ? undefined : FIELD_WORDS[last]) ?? String(path.at(-1) ?? '');
  return row === undefined ? words : `${getIntervention(row.code)?.name ?? row.code}, ${words}`;
}
