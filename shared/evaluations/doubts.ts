import { shortDate } from '#shared/platform/time.ts';
import type { ProblemIssue } from '#shared/platform/problem.ts';
import { type Digit, TOES } from './digits.ts';
import { normOf } from './exam-norms.ts';
import { digitOf, digitsFor, type Finding, findingSubject, findingValue } from './findings.ts';

/** Something unlikely that can be true: whoever wrote it says so once, and that stays with the signed words. */
export interface Doubt {
  /** Where it stands in what is sent; `findings.3` for a row of the examination. */
  path: string;
  /** Also what is stored when it is confirmed, so that another value asks again. */
  sentence: string;
}

/** Above the usual range by half of it, and by this many degrees at least [P]: worth a second look, common in nobody. */
const FAR_BEYOND_DEGREES = 30;
/** What lacks to full extension is written as a negative range; beyond this it is unlikely [P]. */
const LACKING_DEGREES = -45;
/** The widest any joint moves (shoulder); a movement without a listed range is asked about above it. */
const WIDEST_DEGREES = 180;

type Range = Extract<Finding, { kind: 'rom' }> & { degrees: number };

const isRange = (finding: Finding): finding is Range => finding.kind === 'rom' && finding.degrees !== null;

/** Ranges that can hardly be: below zero where nothing can lack, far beyond the usual, passive less than active; a finger that is not named. */
export function examDoubts(findings: readonly Finding[]): Doubt[] {
  return findings.flatMap((finding, index) => {
    const place = [findingSubject(finding), finding.side ?? ''].filter(Boolean).join(', ');
    const said = `${place}: ${findingValue(finding)}`;
    const ofRange = isRange(finding)
      ? [...rangeDoubts(finding, said), ...passiveDoubts(finding, said, findings)]
      : [];
    return [...digitDoubts(finding, said), ...ofRange].map((sentence) => ({
      path: `findings.${index}`,
      sentence,
    }));
  });
}

/** All fingers alike can be meant; more often one was forgotten to be named. */
function digitDoubts(finding: Finding, said: string): string[] {
  const digits = digitsFor(finding);
  if (digits.length === 0 || digitOf(finding) !== undefined || findingValue(finding) === '') return [];
  return [`${said} does not say which ${digits.some(isToe) ? 'toe' : 'finger'}.`];
}

const isToe = (digit: Digit): boolean => TOES.some((toe) => toe === digit);

/** Movements whose lack is written below zero: a knee that does not straighten, a foot that does not come up. */
const MAY_LACK = /extension|dorsiflexion/i;

function rangeDoubts({ joint, movement, degrees }: Range, said: string): string[] {
  if (degrees < (MAY_LACK.test(movement) ? LACKING_DEGREES : 0)) return [`${said} is below zero.`];
  const norm = normOf(joint, movement);
  if (norm === undefined) return degrees > WIDEST_DEGREES ? [`${said} is more than a joint moves.`] : [];
  const far = Math.max(norm * 1.5, norm + FAR_BEYOND_DEGREES);
  return degrees > Math.min(far, WIDEST_DEGREES + FAR_BEYOND_DEGREES)
    ? [`${said} is far beyond the usual ${norm}°.`]
    : [];
}

/** Asked at the passive value, once. */
function passiveDoubts(finding: Range, said: string, findings: readonly Finding[]): string[] {
  if (finding.mode !== 'passive') return [];
  const subject = findingSubject(finding).toLowerCase();
  const active = findings.find(
    (one): one is Range =>
      isRange(one) &&
      one.mode === 'active' &&
      one.side === finding.side &&
      findingSubject(one).toLowerCase() === subject,
  );
  return active !== undefined && finding.degrees < active.degrees
    ? [`${said} is less than ${active.degrees}° active.`]
    : [];
}

/** A visit before the episode was opened: true of records from before, otherwise a slip of the year. */
export const dateDoubts = (evaluatedOn: string, openedOn: string): Doubt[] =>
  evaluatedOn < openedOn
    ? [
        {
          path: 'evaluatedOn',
          sentence: `The evaluation on ${shortDate(evaluatedOn)} lies before the episode was opened on ${shortDate(openedOn)}.`,
        },
      ]
    : [];

/** What has not been confirmed yet, as what keeps it from being signed. */
export const unconfirmedDoubts = (doubts: readonly Doubt[], confirmed: readonly string[]): ProblemIssue[] =>
  doubts
    .filter(({ sentence }) => !confirmed.includes(sentence))
    .map(({ path, sentence }) => ({
      path: doubtPath(path),
      code: 'doubt',
      message: `${sentence} Correct it, or confirm that it is right.`,
    }));

/** The name of the box that confirms a doubt. */
export const doubtPath = (path: string): string => `${path}.confirmed`;
