import { describe, expect, test } from 'vitest';
import { TandemDocument } from '#shared/documents/model.ts';
import { surgicalLetter } from '#shared/orders/surgical-document.ts';
import type { SurgicalRecord } from '#shared/orders/surgical.ts';
import { pdfPages } from '#tests/support/pdf-pages.ts';
import { A_FULL_RECORD, A_SHORT_RECORD } from '#tests/support/surgical-records.ts';
import { toPdf } from './to-pdf.ts';

const letterOf = (record: SurgicalRecord, { question = 'Is it?', summary = 'So it went.' } = {}) =>
  TandemDocument.parse({
    ...surgicalLetter(
      {
        specialty: 'Spine surgery',
        addressee: 'Dr Samuel Osei, Bayside Spine Center',
        question,
        summary,
        record,
      },
      { by: 'Amara Rivera, MD', on: '18 Nov 2026, 12:52' },
    ),
    letterhead: { organization: 'Northbridge Rehabilitation', clinic: 'Northbridge Harborview' },
    printed: { on: '21 Nov 2026, 14:05', by: 'Ada Marsh, physiatrist' },
    synthetic: true,
  });

const words = (signs: number) => 'Pain at night and weakness grow. '.repeat(100).slice(0, signs).trim();
const LONGEST = { question: words(500), summary: words(700) };

/** Each list of the full record alone, beside a short record. */
const ONE_LIST_AT_A_TIME = (
  [
    'diagnoses',
    'comorbidities',
    'allergies',
    'medications',
    'impression',
    'examination',
    'history',
    'redFlags',
    'versions',
    'interventions',
    'measures',
    'procedures',
    'tests',
  ] as const
).map((key): [string, SurgicalRecord] => [key, { ...A_SHORT_RECORD, [key]: A_FULL_RECORD[key] }]);

describe('the letter to a surgeon is one page', () => {
  test('with a short record', async () => {
    expect(pdfPages(await toPdf(letterOf(A_SHORT_RECORD)))).toBe(1);
  });

  test('with much of everything and the longest question', async () => {
    expect(pdfPages(await toPdf(letterOf(A_FULL_RECORD, LONGEST)))).toBe(1);
  });

  test.each(ONE_LIST_AT_A_TIME)('with many %s', async (_, record) => {
    expect(pdfPages(await toPdf(letterOf(record, LONGEST)))).toBe(1);
    expect(pdfPages(await toPdf(letterOf(record)))).toBe(1);
  });
});
