import { markSentence } from '#shared/evaluations/body-chart.ts';
import { type Finding, isBlankFinding } from '#shared/evaluations/findings.ts';
import { EVALUATION_CODES, NOT_BILLED } from '#shared/evaluations/evaluation-codes.ts';
import {
  type EvaluationContent,
  type EvaluationKind,
  isTherapyEvaluation,
  judgementLabel,
} from '#shared/evaluations/model.ts';
import { wellsScore, wellsWords, type WellsItem } from '#shared/evaluations/wells.ts';
import { getMeasure, unitLabel } from '#shared/outcomes/registry.ts';
import { getRedFlag } from '#shared/sessions/red-flags.ts';

export interface ReadableLine {
  label: string;
  /** One text, or several things under one label. */
  text: string | readonly string[];
}

export interface ReadableSection {
  title: string;
  lines: readonly ReadableLine[];
  /** Read as a table. */
  findings?: readonly Finding[];
}

/** The evaluation as it is read: only what was written, in the order of the form. */
export function readableSections(
  kind: EvaluationKind,
  content: EvaluationContent,
  date: (date: string) => string,
): ReadableSection[] {
  const { history, symptoms, function: limits } = content;
  const sections: ReadableSection[] = [
    { title: 'Reason for the visit', lines: [{ label: 'Reason', text: content.reason }] },
    {
      title: 'History',
      lines: [
        { label: kind === 'follow-up' ? 'Since the last visit' : 'Present problem', text: history.present },
        { label: 'Past illnesses', text: history.past },
        { label: 'Surgery', text: history.surgery },
        { label: 'Therapy before', text: history.priorTherapy },
      ],
    },
    {
      title: 'Symptoms',
      lines: [
        { label: 'Where', text: symptoms.location },
        { label: 'What kind', text: symptoms.quality },
        { label: 'Since', text: symptoms.onsetOn === null ? '' : date(symptoms.onsetOn) },
        { label: 'Severity now', text: symptoms.severity === null ? '' : `${symptoms.severity} of 10` },
        { label: 'Worse with', text: symptoms.aggravating },
        { label: 'Better with', text: symptoms.easing },
        { label: 'Over 24 hours', text: symptoms.dailyPattern },
        { label: 'Body chart', text: content.bodyChart.map(markSentence) },
      ],
    },
    {
      title: 'Function',
      lines: [
        { label: 'Cannot do', text: limits.limits },
        { label: 'Work and daily life', text: limits.work },
        { label: 'Patient’s goals', text: limits.patientGoals },
      ],
    },
    {
      title: 'On the chart at this visit',
      lines: [
        ...content.onFile.map(({ label, lines }) => ({ label, text: lines })),
        ...reviewedLines(content),
      ],
    },
    { title: 'Red flags', lines: redFlagLines(content) },
    { title: 'Examination', lines: [], findings: content.findings },
    {
      title: 'Confirmed as unusual',
      lines: [{ label: 'Said to be right', text: content.confirmed }],
    },
    { title: 'Baseline scores', lines: scoreLines(content) },
    {
      title: isTherapyEvaluation(kind) ? judgementLabel(kind) : 'Impression and diagnoses',
      lines: judgementLines(kind, content),
    },
    { title: 'Plan', lines: [{ label: 'Plan', text: content.plan }] },
    { title: 'Minutes and code', lines: codingLines(content) },
  ];
  return sections
    .map((section) => ({ ...section, lines: section.lines.filter(({ text }) => text.length > 0) }))
    .filter(
      ({ lines, findings = [] }) => lines.length > 0 || findings.some((finding) => !isBlankFinding(finding)),
    );
}

function reviewedLines({ reviewed }: EvaluationContent): ReadableLine[] {
  const lists = Object.entries(reviewed).flatMap(([list, isReviewed]) => (isReviewed ? [list] : []));
  return [{ label: 'Reviewed', text: lists.length === 0 ? '' : `with the patient: ${lists.join(', ')}` }];
}

function redFlagLines({ redFlags }: EvaluationContent): ReadableLine[] {
  const found = redFlags.present.map(
    ({ code, level, note }) => `${code}, ${level}: ${getRedFlag(code)?.finding ?? ''}. ${note}`,
  );
  return [
    { label: 'Asked about', text: redFlags.reviewed ? 'all of the list, at this visit' : '' },
    {
      label: 'Wells score',
      text: redFlags.wells === null ? '' : wellsSentence(redFlags.wells),
    },
    { label: 'Found', text: found.length === 0 && redFlags.reviewed ? 'none reported or seen' : found },
  ];
}

/** The score with its items, and what it is worth. */
const wellsSentence = (wells: readonly WellsItem[]): string =>
  `${wellsWords(wellsScore(wells))}. A low score does not rule a clot out.`;

const scoreLines = ({ scores }: EvaluationContent): ReadableLine[] =>
  scores.map(({ measureCode, side, value, condition }) => {
    const measure = getMeasure(measureCode);
    const unit = measure === undefined ? '' : unitLabel(measure);
    const words = [value === null ? 'no value' : `${value} ${unit}`.trim(), side ?? '', condition ?? ''];
    return { label: measure?.abbreviation ?? measureCode, text: words.filter(Boolean).join(', ') };
  });

function judgementLines(kind: EvaluationKind, content: EvaluationContent): ReadableLine[] {
  if (isTherapyEvaluation(kind)) {
    return [{ label: 'Judgement', text: content.movementDiagnosis }];
  }
  const diagnoses = content.diagnoses.map(({ code, display, side, primary }) =>
    [`${display} (${code})`, side ?? '', primary ? 'primary' : ''].filter(Boolean).join(', '),
  );
  return [
    { label: 'Impression', text: content.impression },
    { label: 'Diagnoses', text: diagnoses },
  ];
}

function codingLines({ coding: { code, minutes } }: EvaluationContent): ReadableLine[] {
  const known = EVALUATION_CODES.find((one) => one.code === code);
  const chosen = known === undefined ? '' : `${known.code}, ${known.label.toLowerCase()}`;
  return [
    { label: 'Code', text: code === NOT_BILLED ? 'not billed by itself' : chosen },
    { label: 'Evaluation', text: minutes === null ? '' : `${minutes} minutes` },
  ];
}
