import type { ProblemIssue } from '#shared/platform/problem.ts';
import { getIntervention } from '#shared/prescriptions/interventions.ts';
import { NOTE_PARTS, type SessionContent } from './model.ts';
import { noteUnits } from './note-units.ts';

const issue = (path: string, code: string, message: string): ProblemIssue => ({ path, code, message });

const PART_WORDS = {
  subjective: 'Subjective',
  objective: 'Objective',
  assessment: 'Assessment',
  plan: 'Plan',
} as const;

/** Everything that keeps a session from being signed: what rules.md 1.4 requires, and what was carried over and not confirmed. */
export function missingInNote(content: SessionContent): ProblemIssue[] {
  return [...missingInRows(content), ...unconfirmedText(content), ...doubtfulHome(content)];
}

function missingInRows({ interventions }: SessionContent): ProblemIssue[] {
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
      ...(Object.keys(row.dose).length === 0
        ? [issue(`${at}.dose`, 'DOSE', `Enter the dose of ${name}.`)]
        : []),
    ];
  });
  const units = noteUnits(interventions);
  return units.kind === 'refused' ? [...rows, issue('interventions', 'UNITS', units.sentence)] : rows;
}

const unconfirmedText = (content: SessionContent): ProblemIssue[] =>
  NOTE_PARTS.filter((part) => content[part].carried && content[part].text !== '').map((part) =>
    issue(
      part,
      'CARRIED',
      `${PART_WORDS[part]} is carried over from the last session. Confirm, change or clear it.`,
    ),
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
