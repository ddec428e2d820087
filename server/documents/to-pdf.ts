import path from 'node:path';
import pdfmake from 'pdfmake';
import type { Content } from 'pdfmake';
import type { TandemDocument } from '#shared/documents/model.ts';
import { projectRoot } from '#server/platform/project-root.ts';
import { DOCUMENT_WORDS } from './document-words.ts';
import { keyValues, pdfBlock, type Setting } from './pdf-blocks.ts';
import { densities, type Density, INK, styles } from './pdf-look.ts';
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

/**
 * Prints a document: the PDF's bytes, with its fonts embedded. One that says on how many pages it is meant to be is set more closely
 * while that saves a page; what is too long for it even so keeps its ordinary size.
 */
export async function toPdf(document: TandemDocument): Promise<Buffer> {
  const [ordinary, ...closer] = densities(document.largeType);
  const first = await printed(document, ordinary);
  let best = first;
  for (const density of closer) {
    if (document.pages === undefined || best.pages <= document.pages.min) break;
    const next = await printed(document, density);
    if (next.pages < best.pages) best = next;
  }
  return best.bytes;
}

async function printed(
  document: TandemDocument,
  density: Density,
): Promise<{ bytes: Buffer; pages: number }> {
  let pages = 0;
  const bytes = await pdfmake
    .createPdf(definitionOf(document, density, (count) => (pages = count)))
    .getBuffer();
  return { bytes, pages };
}

function definitionOf(
  document: TandemDocument,
  density: Density,
  onCount: (pages: number) => void,
): Parameters<typeof pdfmake.createPdf>[0] {
  const words = DOCUMENT_WORDS[document.language];
  const setting = { words, room: density.room };
  return {
    pageSize: 'LETTER',
    pageMargins: density.margins,
    language: document.language,
    displayTitle: true,
    version: '1.7',
    info: { title: document.title, author: document.letterhead.organization, creator: 'Tandem' },
    defaultStyle: { font: 'Roboto', fontSize: density.text, color: INK.text, lineHeight: 1.12 },
    styles: styles(density),
    content: [...head(document, setting), ...bodyOf(document, setting)],
    // A heading never stands alone at the foot of a page.
    pageBreakBefore: (node, around) =>
      node.headlineLevel === 1 && around.getFollowingNodesOnPage().length === 0,
    footer: (page, count) => {
      onCount(count);
      return footer(document, density, page, count);
    },
    ...(document.unsigned ? { watermark: { text: words.unsigned, opacity: 0.05, bold: true } } : {}),
  };
}

function head(document: TandemDocument, setting: Setting): Content[] {
  const { letterhead, patient } = document;
  const { words, room } = setting;
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
    { text: inFont(document.title), style: 'title', marginTop: 8 * room },
    ...(document.subtitle === undefined ? [] : [{ text: inFont(document.subtitle), style: 'subtitle' }]),
    line(6 * room),
    keyValues({ pairs, columns: pairs.length > 4 && room < 1 ? 3 : 2 }, setting),
    line(0),
  ];
}

const line = (above: number): Content => ({
  canvas: [{ type: 'line', x1: 0, y1: 0, x2: 516, y2: 0, lineWidth: 0.75, lineColor: INK.line }],
  margin: [0, above, 0, 2],
});

type Section = TandemDocument['sections'][number];

const isSignature = ({ blocks }: Section): boolean => blocks.at(-1)?.kind === 'signature';

/** The sections in order. A signature never stands alone on the last page: it travels with the end of what is signed. */
function bodyOf({ sections }: TandemDocument, setting: Setting): Content[] {
  const last = sections.at(-1);
  const before = sections.at(-2);
  if (last === undefined || before === undefined || !isSignature(last))
    return sections.flatMap((section) => sectionOf(section, setting));
  const [start, end] = splitForSignature(before);
  return [
    ...[...sections.slice(0, -2), ...start].flatMap((section) => sectionOf(section, setting)),
    { unbreakable: true, stack: [...sectionOf(end, setting), ...sectionOf(last, setting)] },
  ];
}

/** Items of a long list that go over to the signature's page. */
const KEPT_ITEMS = 2;

/** What may stay behind on the page before, and what goes with the signature. */
function splitForSignature(section: Section): [start: Section[], end: Section] {
  const block = section.blocks.at(-1);
  const others = section.blocks.slice(0, -1);
  if (block?.kind === 'list' && block.items.length > KEPT_ITEMS && !block.ordered) {
    const staying = { ...block, items: block.items.slice(0, -KEPT_ITEMS) };
    const going = { ...block, items: block.items.slice(-KEPT_ITEMS) };
    return [[{ ...section, blocks: [...others, staying] }], { blocks: [going] }];
  }
  if (block === undefined || others.length === 0) return [[], section];
  return [[{ ...section, blocks: others }], { blocks: [block] }];
}

/** A heading never stands alone at the foot of a page: it travels with its first block. */
function sectionOf({ title, blocks }: Section, setting: Setting): Content[] {
  const contents = blocks.map((block) => pdfBlock(block, setting));
  if (title === undefined) return contents;
  const heading: Content = { text: inFont(title), style: 'heading', headlineLevel: 1 };
  const [first, ...rest] = contents;
  if (first === undefined) return [];
  const isShort =
    blocks[0]?.kind !== 'table' && blocks[0]?.kind !== 'cards' && blocks[0]?.kind !== 'page-break';
  return isShort ? [{ unbreakable: true, stack: [heading, first] }, ...rest] : [heading, first, ...rest];
}

function footer(document: TandemDocument, density: Density, page: number, count: number): Content {
  const words = DOCUMENT_WORDS[document.language];
  const { patient, printed, title } = document;
  return {
    margin: [48, 8, 48, 0],
    fontSize: density.note - 0.5,
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
