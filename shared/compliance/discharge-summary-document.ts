import type { DocumentBlock, DocumentContent } from '#shared/documents/model.ts';
import { shortDate } from '#shared/platform/time.ts';
import { addendaSection } from './addenda-section.ts';
import type { DischargeSummaryFacts } from './document-facts.ts';
import { goalTable, measureTable, paragraphs, patientBlock, sentences } from './document-parts.ts';

const CLOSE_REASON: Record<string, string> = {
  'goals-met': 'Goals met',
  plateau: 'Response has levelled off',
  'patient-choice': 'The patient’s choice',
  moved: 'Moved away',
  other: 'Other',
};

/** `goals-met: Walks 2 km` in words. */
export function closeReasonWords(closeReason: string | null): string {
  if (closeReason === null) return 'not stated';
  const [code = '', ...rest] = closeReason.split(': ');
  const word = CLOSE_REASON[code];
  const own = rest.join(': ').trim();
  if (word === undefined) return closeReason;
  // Who writes "Goals met; ..." under the reason of that name says it once.
  const isSaid = own.toLowerCase().startsWith(word.toLowerCase());
  return isSaid ? sentences(own) : sentences(word, own);
}

/**
 * The discharge summary, for the physician and the surgeon: diagnosis first, then what was done, then what came of it. One page, two
 * when the course was long. `signedAt` is the moment of the note's signature in words; without a note it says so across.
 */
export function dischargeSummaryDocument(
  facts: DischargeSummaryFacts,
  signedAt: string | undefined,
): DocumentContent {
  const { note, closedOn, episode } = facts;
  return {
    title: 'Discharge summary',
    subtitle: `Episode of care ${shortDate(episode.openedOn)} to ${shortDate(closedOn)}`,
    pages: { min: 1, max: 2 },
    patient: patientBlock(facts, closedOn),
    unsigned: note === null,
    sections: [
      {
        title: 'Diagnosis',
        blocks: [{ kind: 'paragraph', style: 'lead', text: episode.diagnosis ?? episode.concern }],
      },
      { title: 'Discharge', blocks: [discharge(facts)] },
      { title: 'Course', blocks: course(facts) },
      ...(note === null ? [] : result(note)),
      { blocks: [signature(facts, signedAt)] },
      ...addendaSection(note?.addenda ?? [], facts),
    ],
  };
}

const discharge = ({ note, closeReason, closedOn }: DischargeSummaryFacts): DocumentBlock => ({
  kind: 'key-values',
  columns: 1,
  pairs: [
    { label: 'Date', value: shortDate(closedOn) },
    { label: 'Reason', value: closeReasonWords(closeReason) },
    ...(note === null
      ? []
      : [{ label: 'Planned', value: note.planned ? 'yes' : 'no, written from the treatment notes' }]),
  ],
});

function course(facts: DischargeSummaryFacts): DocumentBlock[] {
  const { firstTreatmentOn, lastTreatmentOn, attended, missed, versions, procedures } = facts;
  const treated =
    firstTreatmentOn === null || lastTreatmentOn === null
      ? 'no treatment'
      : `${attended} visits from ${shortDate(firstTreatmentOn)} to ${shortDate(lastTreatmentOn)}, ${missed} missed`;
  return [
    { kind: 'key-values', columns: 1, pairs: [{ label: 'Therapy', value: treated }] },
    {
      kind: 'list',
      items: [
        ...versions.map(({ versionNumber, startsOn, endedOn, reason }) =>
          [
            `Prescription version ${versionNumber}, from ${shortDate(startsOn)}${endedOn === null ? '' : ` to ${shortDate(endedOn)}`}`,
            reason,
          ]
            .filter(Boolean)
            .join(': '),
        ),
        ...procedures.map(({ display, performedOn }) => `${display}, ${shortDate(performedOn)}`),
      ],
    },
  ];
}

const result = (note: NonNullable<DischargeSummaryFacts['note']>): DocumentContent['sections'] => [
  {
    title: 'Result',
    blocks: [
      measureTable(note.measures, { now: 'At discharge', withLastReport: false }),
      goalTable(note.goals),
    ],
  },
  { title: 'Summary', blocks: paragraphs(note.summary) },
  { title: 'After discharge', blocks: paragraphs(note.planAfter) },
];

function signature({ note }: DischargeSummaryFacts, signedAt: string | undefined): DocumentBlock {
  const statement = 'Discharge note written and signed by';
  if (note === null) return { kind: 'signature', statement, name: '', credentials: '' };
  const [name = '', ...credentials] = note.author.split(', ');
  return { kind: 'signature', statement, name, credentials: credentials.join(', '), signedOn: signedAt };
}
