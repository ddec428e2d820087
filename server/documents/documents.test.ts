import { describe, expect, test } from 'vitest';
import { TandemDocument, type DocumentBlock } from '#shared/documents/model.ts';
import { pdfPages } from '#tests/support/pdf-pages.ts';
import { toHtml } from './to-html.ts';
import { toPdf } from './to-pdf.ts';

const SQUARE =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><rect width="10" height="10"/></svg>';

const EVERY_BLOCK: DocumentBlock[] = [
  { kind: 'paragraph', text: 'Łucja Niño → 12 m', style: 'lead' },
  { kind: 'list', items: ['one', 'two'], ordered: true },
  { kind: 'key-values', pairs: [{ label: 'Born', value: '3 May 1960' }] },
  {
    kind: 'table',
    columns: [
      { label: 'Measure', share: 3 },
      { label: 'Now', align: 'end' },
    ],
    rows: [['ODI', '31']],
  },
  { kind: 'table', columns: [{ label: 'Measure' }], rows: [], empty: 'No score recorded.' },
  { kind: 'figure', svg: SQUARE, alt: 'A square', width: 100 },
  { kind: 'cards', cards: [{ title: 'Bridge', svg: SQUARE, alt: 'A bridge', lines: ['3 sets of 10'] }] },
  { kind: 'notice', tone: 'danger', title: 'Stop', text: 'if the pain shoots below the knee.' },
  { kind: 'page-break' },
  { kind: 'signature', statement: 'Written by', name: 'Ben Ito', credentials: 'PT', signedOn: '3 May 2026' },
  { kind: 'signature', statement: 'Certified by', name: 'Ada Marsh', credentials: '' },
];

const document = (change: Partial<TandemDocument> = {}): TandemDocument =>
  TandemDocument.parse({
    title: 'Progress report',
    patient: { name: 'Łucja Niño', recordNumber: 'MR-1', pairs: [{ label: 'Born', value: '3 May 1960' }] },
    sections: [{ title: 'All that a document can hold', blocks: EVERY_BLOCK }],
    letterhead: { organization: 'Harborview Rehabilitation', clinic: 'Main Street' },
    printed: { on: '21 Nov 2026, 14:05', by: 'Ada Marsh, physiatrist' },
    synthetic: false,
    ...change,
  });

const withBlocks = (blocks: DocumentBlock[]) =>
  TandemDocument.pick({ sections: true }).parse({ sections: [{ title: 'Long', blocks }] });

describe('a document as PDF', () => {
  test('holds every kind of block, on pages of its own, with its fonts inside', async () => {
    const pdf = await toPdf(document());

    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
    expect(pdfPages(pdf)).toBe(2);
    expect(pdf.toString('latin1')).toContain('/FontFile2');
  });

  test('is longer in large type', async () => {
    const long = withBlocks(
      Array.from({ length: 90 }, () => ({ kind: 'paragraph', text: 'Walks to the shop and back.' })),
    );
    const ordinary = await toPdf(document(long));

    expect(pdfPages(await toPdf(document({ ...long, largeType: true })))).toBeGreaterThan(pdfPages(ordinary));
  });

  test('never opens a file or an address that a picture names', async () => {
    const svg = SQUARE.replace('<rect', '<image href="file:///etc/passwd"/><rect');

    const pdf = await toPdf(document(withBlocks([{ kind: 'figure', svg, alt: 'x', width: 50 }]))).catch(
      String,
    );

    expect(String(pdf)).not.toContain('root:');
  });
});

describe('a document as a page', () => {
  test('that is meant to be one page is set closely on paper, in large type never', () => {
    const onePage = { pages: { min: 1, max: 1 } };
    expect(toHtml(document(onePage))).toContain('@media print{body{font-size:8.5pt');
    expect(toHtml(document({ ...onePage, largeType: true }))).not.toContain('font-size:8.5pt');
    expect(toHtml(document({ pages: { min: 1, max: 2 } }))).not.toContain('font-size:8.5pt');
  });

  test('says the same as text, in its own language, and runs nothing that a person typed', () => {
    const html = toHtml(
      document({ language: 'es', unsigned: true, title: '<script>alert(1)</script>', synthetic: true }),
    );

    expect(html).toContain('<html lang="es">');
    expect(html).toContain('SIN FIRMAR');
    expect(html).toContain('DATOS FICTICIOS');
    expect(html).toContain('Łucja Niño');
    expect(html).toContain('No score recorded.');
    expect(html).not.toContain('<script');
  });
});
