import { isIcd10Shaped } from '#shared/patients/code-systems.ts';
import type { ProblemIssue } from '#shared/platform/problem.ts';
import { bodyChartIssues } from './body-chart.ts';
import { examDoubts, unconfirmedDoubts } from './doubts.ts';
import { findingGap, isBlankFinding, isSamePlace, placeWords } from './findings.ts';
import { unreadIssues } from './unread.ts';
import {
  type CarriedSection,
  type EvaluationContent,
  type EvaluationKind,
  isTherapyEvaluation,
  judgementLabel,
} from './model.ts';

/** What is asked for before signing; the words stand in the sentence that names it. */
const SECTION_WORDS: Record<CarriedSection, string> = {
  history: 'History',
  symptoms: 'Symptoms',
  function: 'Function',
  diagnoses: 'Diagnoses',
  plan: 'Plan',
};

export const carriedSectionLabel = (section: CarriedSection): string => SECTION_WORDS[section];

const missing = (path: string, message: string): ProblemIssue => ({ path, code: 'missing', message });

/**
 * Everything that keeps an evaluation from being signed, by its place. A consult and a therapist's evaluation need the
 * whole story; a follow-up needs what has changed and what follows from it.
 */
export function missingSections(kind: EvaluationKind, content: EvaluationContent): ProblemIssue[] {
  return [
    ...missingStory(kind, content),
    ...bodyChartIssues(content.bodyChart),
    ...unreadIssues(content.unread),
    ...unconfirmedDoubts(examDoubts(content.findings), content.confirmed),
    ...missingFindings(kind, content),
    ...missingJudgement(kind, content),
    ...missingReviews(kind, content),
    ...unconfirmed(content),
  ];
}

function missingStory(kind: EvaluationKind, content: EvaluationContent): ProblemIssue[] {
  const asked: [boolean, string, string][] = [
    [content.reason === '', 'reason', 'Reason for the visit is missing.'],
    [
      content.history.present === '',
      'history.present',
      kind === 'follow-up'
        ? 'History: what has happened since the last visit is missing.'
        : 'History of the present problem is missing.',
    ],
  ];
  if (kind !== 'follow-up') {
    asked.push(
      [content.symptoms.location === '', 'symptoms.location', 'Symptoms: where they are is missing.'],
      [content.function.limits === '', 'function.limits', 'Function: what the patient cannot do is missing.'],
    );
  }
  if (isTherapyEvaluation(kind)) {
    asked.push([
      content.function.patientGoals === '',
      'function.patientGoals',
      'Function: the patient’s own goals are missing.',
    ]);
  }
  asked.push([
    content.symptoms.severity === null,
    'symptoms.severity',
    'Symptoms: severity from 0 to 10 is missing.',
  ]);
  return asked.flatMap(([isMissing, path, message]) => (isMissing ? [missing(path, message)] : []));
}

function missingFindings(kind: EvaluationKind, { findings, scores }: EvaluationContent): ProblemIssue[] {
  const gaps = findings.flatMap((finding, index) => {
    const gap = findingGap(finding);
    return gap === undefined ? [] : [missing(`findings.${index}`, gap)];
  });
  const twice = findings.flatMap((finding, index) =>
    findings.findIndex((one) => isSamePlace(one, finding)) < index
      ? [
          missing(
            `findings.${index}`,
            `${placeWords(finding)} stands twice. Keep one row and say the rest in its note.`,
          ),
        ]
      : [],
  );
  const unscored = scores.flatMap(({ value, measureCode }, index) =>
    value === null || measureCode === ''
      ? [missing(`scores.${index}.value`, 'A baseline score has no value. Enter it or remove the row.')]
      : [],
  );
  const none = kind !== 'follow-up' && findings.every(isBlankFinding);
  return [
    ...(none ? [missing('findings', 'Examination: at least one finding is needed.')] : []),
    ...gaps,
    ...twice,
    ...unscored,
  ];
}

function missingJudgement(kind: EvaluationKind, content: EvaluationContent): ProblemIssue[] {
  const issues: ProblemIssue[] = [];
  if (isTherapyEvaluation(kind)) {
    if (content.movementDiagnosis === '') {
      issues.push(missing('movementDiagnosis', `${judgementLabel(kind)} are missing.`));
    }
  } else {
    if (content.impression === '') issues.push(missing('impression', 'Impression is missing.'));
    issues.push(...missingDiagnoses(content));
  }
  if (content.plan === '') issues.push(missing('plan', 'Plan is missing.'));
  return issues;
}

function missingDiagnoses({ diagnoses }: EvaluationContent): ProblemIssue[] {
  if (diagnoses.length === 0) return [missing('diagnoses', 'At least one diagnosis is needed.')];
  const seen = new Set<string>();
  const issues = diagnoses.flatMap(({ code, display, side }, index) => {
    const at = `diagnoses.${index}`;
    const key = `${code} ${side}`;
    const repeated = seen.has(key);
    seen.add(key);
    return [
      ...(isIcd10Shaped(code)
        ? []
        : [missing(`${at}.code`, `"${code}" is no ICD-10-CM code. Write one such as M54.16.`)]),
      ...(display === ''
        ? [missing(`${at}.display`, `Say in words what ${code || 'the diagnosis'} is.`)]
        : []),
      ...(repeated ? [missing(`${at}.code`, `${code} is listed twice for the same side.`)] : []),
    ];
  });
  const primary = diagnoses.filter((diagnosis) => diagnosis.primary).length;
  if (primary !== 1) issues.push(missing('diagnoses', 'Mark exactly one diagnosis as the primary one.'));
  return issues;
}

function missingReviews(kind: EvaluationKind, { reviewed, redFlags }: EvaluationContent): ProblemIssue[] {
  const lists = [
    ['history', 'The history has'],
    ['comorbidities', 'Comorbidities have'],
    ['medications', 'Medications have'],
    ['allergies', 'Allergies have'],
  ] as const;
  return [
    ...lists.flatMap(([list, label]) =>
      reviewed[list] ? [] : [missing(`reviewed.${list}`, `${label} not been marked as reviewed.`)],
    ),
    ...(redFlags.reviewed
      ? []
      : [
          missing(
            'redFlags.reviewed',
            kind === 'follow-up'
              ? 'Red flags have not been asked about again.'
              : 'Red flags have not been asked about.',
          ),
        ]),
  ];
}

function unconfirmed({ carried, findings }: EvaluationContent): ProblemIssue[] {
  const rows = findings.filter((finding) => finding.carried).length;
  const sections = carried.sections.map((section) => ({
    path: `carried.${section}`,
    code: 'unconfirmed',
    message: `${SECTION_WORDS[section]}: carried over, not yet confirmed or changed.`,
  }));
  if (rows === 0) return sections;
  const what = rows === 1 ? 'One finding is' : `${rows} findings are`;
  return [
    ...sections,
    { path: 'carried.findings', code: 'unconfirmed', message: `${what} carried over, not yet confirmed.` },
  ];
}
