import { progressionWords } from '#shared/prescriptions/progression.ts';
import { shortDate } from '#shared/platform/time.ts';
import { rowKey, type Difference } from '#shared/prescriptions/difference.ts';
import { endsOn } from '#shared/prescriptions/missing-elements.ts';
import {
  AUTHORITY_WORDS,
  WEIGHT_BEARING_WORDS,
  type PrecautionKind,
  type PrescribedPrecaution,
  type PrescriptionDraftContent,
} from '#shared/prescriptions/model.ts';
import { comorbiditiesOf, kindOf } from '#shared/prescriptions/precaution-kinds.ts';
import {
  aWeekWords,
  durationWords,
  isStep,
  scheduleWords,
  timesADay,
  visitsOf,
} from '#shared/prescriptions/schedule.ts';
import {
  agreedWords,
  capital,
  goalWords,
  limbWords,
  limitWords,
  measureWords,
  precautionWords,
  seriesName,
  vitalsWords,
  weightBearingBasis,
  weightBearingWords,
} from '#shared/prescriptions/words.ts';

export const SECTIONS = [
  'diagnosis',
  'plan',
  'interventions',
  'weightBearing',
  'precautions',
  'goals',
  'measures',
  'words',
] as const;
export type SectionKey = (typeof SECTIONS)[number];

export const SECTION_TITLES: Record<SectionKey, string> = {
  diagnosis: 'Diagnosis',
  plan: 'Plan',
  interventions: 'Interventions',
  weightBearing: 'Weight bearing',
  precautions: 'Precautions and vital signs',
  goals: 'Goals',
  measures: 'Outcome measures',
  words: 'Home programme and notes',
};

/** Which fields of the content a section shows: what is missing or different in them belongs to it. */
export const SECTION_FIELDS: Record<SectionKey, readonly (keyof PrescriptionDraftContent)[]> = {
  diagnosis: ['diagnoses', 'onsetOn', 'surgeryOn'],
  plan: [
    'frequencyPerWeek',
    'amountPerDay',
    'durationWeeks',
    'durationVisits',
    'taper',
    'startsOn',
    'reEvaluationOn',
  ],
  interventions: ['interventions', 'excluded'],
  weightBearing: ['weightBearing'],
  precautions: ['precautions', 'noPrecautionsKnown', 'vitals', 'stopRules'],
  goals: ['goals'],
  measures: ['measures'],
  words: ['homeProgramme', 'notes'],
};

/** One line of a prescription as it is read. */
export interface ContractRow {
  path: Difference['path'];
  /** The row of a list, as `rowKey` names it. */
  row: string | null;
  what: string;
  says: string;
  /** Smaller words below: meaning, source. */
  note?: string;
  tone?: 'danger' | 'warning';
  /** A text of its own, not a value. */
  isText?: boolean;
}

type Content = PrescriptionDraftContent;

/** Where a precaution comes from: every comorbidity that asks for it. */
export function sourceWords(precaution: Pick<PrescribedPrecaution, 'comorbidity' | 'also'>): string {
  const names = comorbiditiesOf(precaution);
  return names.length === 0 ? 'written by the physiatrist' : `from ${names.join(', ').toLowerCase()}`;
}

const KIND_TONES: Record<PrecautionKind, 'danger' | 'warning'> = {
  contraindicated: 'danger',
  'stop-when': 'danger',
  precaution: 'warning',
  monitor: 'warning',
};

/** The lines of one section, in the order of the form. */
export function contractRows(section: SectionKey, content: Content): ContractRow[] {
  switch (section) {
    case 'diagnosis':
      return diagnosisRows(content);
    case 'plan':
      return planRows(content);
    case 'interventions':
      return interventionRows(content);
    case 'weightBearing':
      return content.weightBearing.map((row) => ({
        path: 'weightBearing',
        row: rowKey.weightBearing(row),
        what: capital(limbWords(row.limb)),
        says: weightBearingWords(row),
        note: [WEIGHT_BEARING_WORDS[row.status], weightBearingBasis(row)].filter(Boolean).join('; '),
      }));
    case 'precautions':
      return [...precautionRows(content), ...safetyRows(content)];
    case 'goals':
      return content.goals.map((goal) => ({
        path: 'goals',
        row: rowKey.series(goal),
        what: seriesName(goal),
        says: goalWords(goal),
        note: goal.description || undefined,
      }));
    case 'measures':
      return content.measures.map((measure) => ({
        path: 'measures',
        row: rowKey.series(measure),
        what: seriesName(measure),
        says: measureWords(measure),
      }));
    case 'words':
      return [
        text('homeProgramme', 'Home programme', content.homeProgramme),
        text('notes', 'Notes', content.notes),
      ]
        .flat()
        .map((row) => ({ ...row, isText: true }));
    default:
      return section satisfies never;
  }
}

const text = (path: Difference['path'], what: string, says: string | null): ContractRow[] =>
  says === null || says === '' ? [] : [{ path, row: null, what, says }];

const date = (path: Difference['path'], what: string, value: string | null): ContractRow[] =>
  value === null ? [] : [{ path, row: null, what, says: shortDate(value) }];

const diagnosisRows = (content: Content): ContractRow[] => [
  ...content.diagnoses.map((diagnosis): ContractRow => ({
    path: 'diagnoses',
    row: rowKey.diagnosis(diagnosis),
    what: diagnosis.display,
    says: rowKey.diagnosis(diagnosis),
  })),
  ...date('onsetOn', 'Onset', content.onsetOn),
  ...date('surgeryOn', 'Surgery', content.surgeryOn),
];

/** Visits in words once frequency and weeks are known: "6 weeks, 14 visits"; those of a plan counted in visits are its duration. */
function durationInWords(content: Content): string {
  const { frequencyPerWeek, durationWeeks, durationVisits } = content;
  const words = durationWords(content);
  if (frequencyPerWeek === null || durationWeeks === null || durationVisits) return words;
  const taper = content.taper?.filter(isStep) ?? [];
  return `${words}, ${visitsOf({ ...content, frequencyPerWeek, durationWeeks, taper })} visits`;
}

function planRows(content: Content): ContractRow[] {
  const { frequencyPerWeek, durationWeeks, startsOn } = content;
  const isTaper = (content.taper ?? []).length > 0;
  return [
    ...(frequencyPerWeek === null
      ? []
      : [
          {
            path: isTaper ? ('taper' as const) : ('frequencyPerWeek' as const),
            row: null,
            what: 'Frequency',
            says: isTaper ? scheduleWords(content) : aWeekWords(frequencyPerWeek, content),
          },
        ]),
    ...(content.amountPerDay
      ? [
          {
            path: 'amountPerDay' as const,
            row: null,
            what: 'Amount',
            says: timesADay(content.amountPerDay),
          },
        ]
      : []),
    ...(durationWeeks === null
      ? []
      : [
          {
            path: content.durationVisits ? ('durationVisits' as const) : ('durationWeeks' as const),
            row: null,
            what: 'Duration',
            says: durationInWords(content),
          },
        ]),
    ...date('startsOn', 'Start', startsOn).map((row) => ({
      ...row,
      says:
        durationWeeks === null || startsOn === null
          ? row.says
          : `${row.says} to ${shortDate(endsOn(startsOn, durationWeeks))}`,
    })),
    ...date('reEvaluationOn', 'Re-evaluation', content.reEvaluationOn),
  ];
}

const interventionRows = (content: Content): ContractRow[] => [
  ...content.interventions.map((intervention): ContractRow => ({
    path: 'interventions',
    row: rowKey.intervention(intervention),
    what: intervention.name,
    says: [limitWords(intervention), intervention.authority].join(' · '),
    note:
      [agreedWords(intervention), progressionWords(intervention), intervention.rationale]
        .filter(Boolean)
        .join('. ') || undefined,
  })),
  ...content.excluded.map((excluded): ContractRow => ({
    path: 'excluded',
    row: rowKey.excluded(excluded),
    what: excluded.name,
    says: 'excluded',
    note: excluded.reason ?? undefined,
  })),
];

const precautionRows = (content: Content): ContractRow[] =>
  content.precautions.map((precaution): ContractRow => ({
    path: 'precautions',
    row: rowKey.precaution(precaution),
    what: precaution.intervention,
    says: precautionWords(precaution, content.precautions),
    note: [
      sourceWords(precaution),
      precaution.note,
      precaution.minimumUseful ? `still do: ${precaution.minimumUseful}` : null,
    ]
      .filter(Boolean)
      .join('; '),
    tone: precaution.decision === 'override' ? undefined : KIND_TONES[kindOf(precaution)],
  }));

/** What stands beside the precautions: that there are none, vital signs, stop rules. */
export function safetyRows(content: Content): ContractRow[] {
  const vitals = vitalsWords(content.vitals);
  return [
    ...(content.noPrecautionsKnown
      ? [{ path: 'noPrecautionsKnown' as const, row: null, what: 'Precautions', says: 'none known' }]
      : []),
    ...text('vitals', 'Before each session', vitals),
    {
      path: 'stopRules',
      row: null,
      what: 'Stop rules',
      says: `${content.stopRules.length} red flags stop a session`,
    },
  ];
}

/** What the authority of each intervention means, for the foot of a printed contract. */
export const authorityLegend = (content: Content): string[] => {
  const used = new Set(content.interventions.map(({ authority }) => authority));
  return (['free', 'notify', 'ask'] as const)
    .filter((authority) => used.has(authority))
    .map((authority) => `${authority}: ${AUTHORITY_WORDS[authority]}`);
};
