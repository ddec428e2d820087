import { PlainDate, plainDate } from '#shared/platform/time.ts';
import { type EvaluationDays, wrongDates } from './date-rules.ts';
import { valueOf, withValue } from './exam-sheet.ts';
import { FINDING_KIND_LABEL, findingSubject } from './findings.ts';
import { EvaluationContent } from './model.ts';
import type { Unread } from './unread.ts';

/** What stands on the author's screen. */
export interface EvaluationText {
  evaluatedOn: string;
  content: EvaluationContent;
}

/**
 * What can be stored of what is on the screen: a number or a date that cannot be right becomes nothing, and what was typed is kept
 * beside it. So one wrong figure never keeps the rest from being saved, and never leaves half of itself behind.
 */
export function toStorable(
  { evaluatedOn, content }: EvaluationText,
  days: EvaluationDays,
  storedOn: string,
): EvaluationText {
  const wrongNumbers = (EvaluationContent.safeParse(content).error?.issues ?? []).map(({ path }) =>
    path.map(String).join('.'),
  );
  const withNumbers = [...new Set(wrongNumbers)].reduce(setAside, content);
  const isDay = PlainDate.safeParse(evaluatedOn).success;
  const isWrongDay = !isDay || issuesOf(evaluatedOn, null, days) > 0;
  const on = isWrongDay ? storedOn : evaluatedOn;
  const dated = isDay && isWrongDay ? aside(withNumbers, 'evaluatedOn', evaluatedOn) : withNumbers;
  const { onsetOn } = content.symptoms;
  if (onsetOn === null || issuesOf(on, onsetOn, days) === 0) return { evaluatedOn: on, content: dated };
  const withoutOnset = { ...dated, symptoms: { ...dated.symptoms, onsetOn: null } };
  return { evaluatedOn: on, content: aside(withoutOnset, 'symptoms.onsetOn', onsetOn) };
}

const issuesOf = (evaluatedOn: string, onsetOn: string | null, days: EvaluationDays): number =>
  wrongDates({ evaluatedOn, onsetOn }, days).length;

/** Puts what was kept aside back where it was typed. */
export function fromStorable({ evaluatedOn, content }: EvaluationText): EvaluationText {
  const isCell = ({ at }: Unread) => at.includes('|');
  const start = { evaluatedOn, content: { ...content, unread: content.unread.filter(isCell) } };
  return content.unread
    .filter((one) => !isCell(one))
    .reduce<EvaluationText>((text, { at, typed }) => {
      if (at === 'evaluatedOn') return { ...text, evaluatedOn: typed };
      if (at !== 'symptoms.onsetOn') return { ...text, content: withNumber(text.content, at, Number(typed)) };
      const onsetOn = plainDate(typed);
      return { ...text, content: { ...text.content, symptoms: { ...text.content.symptoms, onsetOn } } };
    }, start);
}

const WORDS: Readonly<Record<string, readonly [what: string, wanted: string]>> = {
  evaluatedOn: ['Date of the evaluation', 'a day of this patient’s life up to today'],
  'symptoms.onsetOn': ['Symptoms, since', 'a day between the birth and the evaluation'],
  'symptoms.severity': ['Severity now', 'a whole number from 0 to 10'],
  'coding.minutes': ['Minutes of the evaluation', 'a whole number from 1 to 480'],
};

function aside(content: EvaluationContent, at: string, typed: string): EvaluationContent {
  const finding = content.findings[Number(at.split('.')[1])];
  const named = finding === undefined ? '' : findingSubject(finding) || FINDING_KIND_LABEL[finding.kind];
  const [what, wanted] = WORDS[at] ?? [at.startsWith('findings.') ? named : 'Body chart, intensity', ''];
  return { ...content, unread: [...content.unread, { at, what, typed, wanted }] };
}

function setAside(content: EvaluationContent, path: string): EvaluationContent {
  const value = numberAt(content, path);
  return value === null ? content : aside(withNumber(content, path, null), path, String(value));
}

function numberAt(content: EvaluationContent, path: string): number | null {
  const [part, index] = path.split('.');
  if (path === 'symptoms.severity') return content.symptoms.severity;
  if (path === 'coding.minutes') return content.coding.minutes;
  if (part === 'bodyChart') return content.bodyChart[Number(index)]?.intensity ?? null;
  const value = part === 'findings' ? valueOf(content.findings[Number(index)]) : null;
  return typeof value === 'number' ? value : null;
}

function withNumber(content: EvaluationContent, path: string, value: number | null): EvaluationContent {
  const [part, at] = path.split('.');
  const index = Number(at);
  if (path === 'symptoms.severity') {
    return { ...content, symptoms: { ...content.symptoms, severity: value } };
  }
  if (path === 'coding.minutes') return { ...content, coding: { ...content.coding, minutes: value } };
  const mark = part === 'bodyChart' ? content.bodyChart[index] : undefined;
  if (mark !== undefined) {
    return { ...content, bodyChart: content.bodyChart.with(index, { ...mark, intensity: value }) };
  }
  const finding = part === 'findings' ? content.findings[index] : undefined;
  if (finding === undefined) return content;
  const place = { side: null, mode: finding.kind === 'rom' ? finding.mode : null };
  return { ...content, findings: content.findings.with(index, withValue(finding, place, value)) };
}
