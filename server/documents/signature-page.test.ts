import { inflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { TandemDocument, type DocumentBlock } from '#shared/documents/model.ts';
import { pdfPages } from '#tests/support/pdf-pages.ts';
import { toPdf } from './to-pdf.ts';

const SIGNATURE: DocumentBlock = {
  kind: 'signature',
  statement: 'I certify',
  name: 'Ada Marsh',
  credentials: 'MD',
  signedOn: '3 May 2026',
};

const plan = (lines: number, pages?: { min: number; max: number }) =>
  TandemDocument.parse({
    title: 'Plan of care',
    ...(pages ? { pages } : {}),
    patient: { name: 'Łucja Niño', recordNumber: 'MR-1', pairs: [] },
    sections: [
      {
        title: 'Precautions',
        blocks: [{ kind: 'list', items: Array.from({ length: lines }, () => 'Stop when it hurts.') }],
      },
      { title: 'Certification', blocks: [SIGNATURE] },
    ],
    letterhead: { organization: 'Harborview Rehabilitation', clinic: 'Main Street' },
    printed: { on: '21 Nov 2026, 14:05', by: 'Ada Marsh, physiatrist' },
    synthetic: false,
  });

/** The most lines that stand on one page with their signature, at the ordinary size. */
async function mostOnOnePage(): Promise<number> {
  let lines = 30;
  while (pdfPages(await toPdf(plan(lines + 1))) === 1) lines += 1;
  return lines;
}

test('what is a few lines too long for its page is set more closely, and its signature stays on it', async () => {
  const most = await mostOnOnePage();

  expect(pdfPages(await toPdf(plan(most + 3)))).toBe(2);
  expect(pdfPages(await toPdf(plan(most + 3, { min: 1, max: 2 })))).toBe(1);
});

/** How many runs of text each page draws, in order: the pages' streams are the ones that draw text. */
const runsOnPages = (pdf: Buffer): number[] =>
  [...pdf.toString('latin1').matchAll(/stream\r?\n([^]*?)endstream/g)].flatMap(([, stream = '']) => {
    const runs = inflated(Buffer.from(stream, 'latin1')).match(/\bTJ\b/g)?.length ?? 0;
    return runs === 0 ? [] : [runs];
  });

function inflated(stream: Buffer): string {
  try {
    return inflateSync(stream).toString('latin1');
  } catch {
    return '';
  }
}

test('a signature never stands alone on the last page: the end of what is signed goes with it', async () => {
  const most = await mostOnOnePage();
  const [first, second, ...others] = runsOnPages(await toPdf(plan(most + 1)));
  const [whole] = runsOnPages(await toPdf(plan(1)));

  expect(others).toEqual([]);
  expect(first).toBeGreaterThan(0);
  // The page of one line holds the head, a heading and the signature as well; two lines, a heading and the signature stand here.
  expect(second).toBeGreaterThan((await toBare()) + 1);
  expect(second).toBeLessThan(whole ?? 0);
});

/** What a signature with its heading and the footer draw on a page of their own. */
async function toBare(): Promise<number> {
  const sections = [
    { blocks: [{ kind: 'page-break' as const }, { kind: 'paragraph' as const, text: '' }] },
    { title: 'Certification', blocks: [SIGNATURE] },
  ];
  return runsOnPages(await toPdf(TandemDocument.parse({ ...plan(1), sections })))[1] ?? 0;
}
