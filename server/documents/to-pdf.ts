import path from 'node:path';
import pdfmake from 'pdfmake';
import type { Content } from 'pdfmake';
import type { TandemDocument } from '#shared/documents/model.ts';
import { projectRoot } from '#server/platform/project-root.ts';
import { DOCUMENT_WORDS, type DocumentWords } from './document-words.ts';
import { keyValues, pdfBlock } from './pdf-blocks.ts';
import { INK, sizes, styles } from './pdf-look.ts';
import { inFont } from './pdf-text.ts';

const FONTS = path.join(projectRoot, 'node_modules', 'pdfmake', 'fonts', 'Roboto');

pdfmake.setFonts({
  Roboto: {
    normal: path.join(FONTS, 'Roboto-Regular.ttf'),
    bold: path.join(FONTS, 'Roboto-Medium.ttf'),
    italics: path.join(FONTS, 'Roboto-Italic.ttf'),
    bolditalics: path.join(FONTS, 'Roboto-MediumItalic.ttf'),
  },
});
// A document is made of the record alone: nothing is fetched, and no file but the fonts is opened.
pdfmake.setUrlAccessPolicy(() => false);
pdfmake.setLocalAccessPolicy((file) => path.resolve(file).startsWith(FONTS));

/** Prints a document: the PDF's bytes, with its fonts embedded. */
export function toPdf(document: TandemDocument): Promise<Buffer> {
  return pdfmake.createPdf(definitionOf(document)).getBuffer();
}

function definitionOf(document: TandemDocument): Parameters<typeof pdfmake.createPdf>[0] {
  const words = DOCUMENT_WORDS[document.language];
  const size = sizes(document.largeType);
  return {
    pageSize: 'LETTER',
    pageMargins: [48, 36, 48, 52],
    language: document.language,
    displayTitle: true,
    version: '1.7',
    info: { title: document.title, author: document.letterhead.organization, creator: 'Tandem' },
    defaultStyle: { font: 'Roboto', fontSize: size.text, color: INK.text, lineHeight: 1.12 },
    styles: styles(document.largeType),
    content: [...head(document, words), ...document.sections.flatMap((section) => sectionOf(section, words))],
    // A heading never stands alone at the foot of a page.
    pageBreakBefore: (node, around) =>
      node.headlineLevel === 1 && around.getFollowingNodesOnPage().length === 0,
    footer: (page, count) => footer(document, words, page, count),
    ...(document.unsigned ? { watermark: { text: words.unsigned, opacity: 0.05, bold: true } } : {}),
  };
}

function head(document: TandemDocument, words: DocumentWords): Content[] {
  const { letterhead, patient } = document;
  const pairs = [
    { label: words.patient, value: patient.name },
    { label: words.recordNumber, value: patient.recordNumber },
    ...patient.pairs,
  ];
  return [
    {
      columns: [
        { text: inFont(letterhead.organization), bold: true, width: '*' },
        { text: inFont(letterhead.clinic), color: INK.dim, alignment: 'right', width: 'auto' },
      ],
    },
    ...(document.synthetic ? [{ text: words.synthetic, bold: true, style: 'note' }] : []),
    { text: inFont(document.title), style: 'title', marginTop: 8 },
    ...(document.subtitle === undefined ? [] : [{ text: inFont(document.subtitle), style: 'subtitle' }]),
    line(6),
    keyValues({ pairs, columns: 2 }),
    line(0),
  ];
}

const line = (above: number): Content => ({
  canvas: [{ type: 'line', x1: 0, y1: 0, x2: 516, y2: 0, lineWidth: 0.75, lineColor: INK.line }],
  margin: [0, above, 0, 2],
});

/** A heading never stands alone at the foot of a page: it travels with its first block. */
function sectionOf({ title, blocks }: TandemDocument['sections'][number], words: DocumentWords): Content[] {
  const contents = blocks.map((block) => pdfBlock(block, words));
  if (title === undefined) return contents;
  const heading: Content = { text: inFont(title), style: 'heading', headlineLevel: 1 };
  const [first, ...rest] = contents;
  if (first === undefined) return [];
  const isShort =
    blocks[0]?.kind !== 'table' && blocks[0]?.kind !== 'cards' && blocks[0]?.kind !== 'page-break';
  return isShort ? [{ unbreakable: true, stack: [heading, first] }, ...rest] : [heading, first, ...rest];
}

function footer(document: TandemDocument, words: DocumentWords, page: number, count: number): Content {
  const { patient, printed, title } = document;
  return {
    margin: [48, 10, 48, 0],
    fontSize: sizes(document.largeType).note - 0.5,
    color: INK.dim,
    columns: [
      {
        width: '*',
        text: inFont(
          `${patient.name} · ${words.recordNumber} ${patient.recordNumber} · ${title}\n${words.printed(printed.on, printed.by)}`,
        ),
      },
      { width: 'auto', text: words.page(page, count), alignment: 'right' },
    ],
    columnGap: 12,
  };
}
