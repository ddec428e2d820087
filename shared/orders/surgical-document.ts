import type { DocumentContent } from '#shared/documents/model.ts';
import { shortDate } from '#shared/platform/time.ts';
import { PAGE_LINES, sectionLines } from './letter-length.ts';
import { CUT, type Extent, fitted, shortened } from './one-page.ts';
import { LONGEST_QUESTION, LONGEST_SUMMARY, type SurgicalEvaluation } from './surgical.ts';
import { SECTIONS } from './surgical-sections.ts';

type Writing = Pick<SurgicalEvaluation, 'specialty' | 'addressee' | 'question' | 'summary' | 'record'>;

interface Signed {
  by: string;
  /** In words, on the clinic's wall. */
  on: string;
}

/**
 * The letter on one page: the diagnosis, the question, then the record in the surgeon's order, then who signed. Of a long record the
 * most relevant is printed, and what is left out is counted.
 */
export function surgicalLetter({ record, ...writing }: Writing, signed: Signed | undefined): DocumentContent {
  const { patient, episode, asOf } = record;
  const question = questionSection(writing);
  const end = signatureSection(signed);
  const room = PAGE_LINES - sectionLines(question) - sectionLines(end) - sectionLines(CUT_NOTE);
  const [diagnosis, ...rest] = fitted(
    SECTIONS.map((section) => (extent: Extent) => section(record, extent)),
    { length: sectionLines, room },
  );
  const sections = [...(diagnosis === undefined ? [] : [diagnosis]), question, ...rest];
  return {
    title: 'Surgical opinion: referral',
    subtitle: `To ${[writing.addressee, writing.specialty].filter(Boolean).join(', ') || 'the surgeon'}. Record as of ${shortDate(asOf)}`,
    pages: { min: 1, max: 1 },
    unsigned: signed === undefined,
    patient: {
      name: patient.name,
      recordNumber: patient.mrn,
      pairs: [
        { label: 'Born', value: `${shortDate(patient.birthDate)}, ${patient.sex}` },
        {
          label: 'Region',
          value: [episode.bodyRegion.replaceAll('-', ' '), episode.side].filter(Boolean).join(', '),
        },
        { label: 'Telephone', value: patient.phone ?? 'not recorded' },
      ],
    },
    sections: [...sections, ...(JSON.stringify(sections).includes(CUT) ? [CUT_NOTE] : []), end],
  };
}

const CUT_NOTE: DocumentContent['sections'][number] = {
  blocks: [
    {
      kind: 'paragraph',
      style: 'note',
      text: 'Where a text ends in “…” it is cut to fit this page; the whole is in the record and sent on request.',
    },
  ],
};

const signatureSection = (signed: Signed | undefined): DocumentContent['sections'][number] => ({
  blocks: [
    {
      kind: 'signature',
      statement: 'Written and signed by',
      name: signed?.by ?? '',
      credentials: 'Physical medicine and rehabilitation',
      ...(signed === undefined ? {} : { signedOn: signed.on }),
    },
  ],
});

const questionSection = ({
  question,
  summary,
}: Pick<Writing, 'question' | 'summary'>): DocumentContent['sections'][number] => ({
  title: 'Our question',
  blocks: [
    // Only a draft has none: signing asks for it.
    {
      kind: 'paragraph',
      text: shortened(question, LONGEST_QUESTION) || 'Not written yet.',
      style: 'lead',
    },
    ...(summary === ''
      ? []
      : [{ kind: 'paragraph' as const, text: `In short: ${shortened(summary, LONGEST_SUMMARY)}` }]),
  ],
});
