import type { Content } from 'pdfmake';
import type { TandemDocument } from '#shared/documents/model.ts';
import type { DocumentWords } from './document-words.ts';
import { edged, framed, INK, NOTICE_INK, rowLines } from './pdf-look.ts';
import { inFont } from './pdf-text.ts';

type Block = TandemDocument['sections'][number]['blocks'][number];
type Of<Kind extends Block['kind']> = Extract<Block, { kind: Kind }>;

/** How a block is set: the words of the frame, and how much of the ordinary room is left (pdf-look.ts). */
export interface Setting {
  words: DocumentWords;
  room: number;
}

const gap = ({ room }: Setting): [number, number, number, number] => [0, 2 * room, 0, 5 * room];

/** One block of a document as pdfmake lays it out. */
export function pdfBlock(block: Block, setting: Setting): Content {
  switch (block.kind) {
    case 'paragraph':
      return {
        text: inFont(block.text),
        style: block.style === 'normal' ? [] : [block.style],
        margin: gap(setting),
      };
    case 'list':
      return block.ordered
        ? { ol: block.items.map(inFont), margin: gap(setting) }
        : { ul: block.items.map(inFont), margin: gap(setting) };
    case 'key-values':
      return keyValues(block, setting);
    case 'table':
      return table(block, setting);
    case 'figure':
      return figure(block, setting);
    case 'cards':
      return cards(block);
    case 'notice':
      return notice(block, setting);
    case 'signature':
      return signature(block, setting);
    case 'page-break':
      return { text: '', pageBreak: 'after' };
    default:
      return block satisfies never;
  }
}

/** Pairs side by side, label above value; filled row by row as they are read. */
export function keyValues({ pairs, columns }: Omit<Of<'key-values'>, 'kind'>, setting: Setting): Content {
  const rows: Content[][] = [];
  for (let start = 0; start < pairs.length; start += columns) {
    const row: Content[] = pairs.slice(start, start + columns).map(({ label, value }) => ({
      text: [{ text: `${inFont(label)}  `, style: 'label' }, inFont(value)],
    }));
    while (row.length < columns) row.push({ text: '' });
    rows.push(row);
  }
  if (rows.length === 0) return { text: '' };
  return {
    table: { widths: Array.from({ length: columns }, () => '*'), body: rows, dontBreakRows: true },
    layout: {
      ...rowLines(setting.room),
      hLineWidth: () => 0,
      paddingLeft: () => 0,
      paddingTop: () => 1.2 * setting.room,
      paddingBottom: () => 1.2 * setting.room,
    },
    margin: gap(setting),
  };
}

function table({ columns, rows, caption, empty }: Of<'table'>, setting: Setting): Content {
  if (rows.length === 0) return { text: inFont(empty ?? setting.words.none), margin: gap(setting) };
  const total = columns.reduce((sum, column) => sum + (column.share ?? 0), 0);
  const alignment = (index: number) =>
    columns[index]?.align === 'end' ? ('right' as const) : ('left' as const);
  const head: Content[] = columns.map(({ label }, index) => ({
    text: inFont(label),
    style: 'tableHead',
    fillColor: INK.head,
    alignment: alignment(index),
  }));
  const body: Content[][] = rows.map((row) =>
    columns.map((_, index) => ({ text: inFont(row[index] ?? ''), alignment: alignment(index) })),
  );
  const grid: Content = {
    table: {
      headerRows: 1,
      widths: columns.map(({ share }) =>
        share === undefined ? 'auto' : total === 0 ? '*' : `${(share / total) * 100}%`,
      ),
      body: [head, ...body],
      dontBreakRows: true,
      keepWithHeaderRows: 1,
    },
    layout: rowLines(setting.room),
    margin: gap(setting),
  };
  return caption === undefined
    ? grid
    : [grid, { text: inFont(caption), style: 'note', margin: [0, -3, 0, 5] }];
}

const figure = ({ svg, alt, width, caption }: Of<'figure'>, setting: Setting): Content => ({
  unbreakable: true,
  stack: [
    { svg, width, font: 'Roboto' },
    { text: inFont(caption ?? alt), style: 'note' },
  ],
  margin: gap(setting),
});

const notice = ({ tone, title, text }: Of<'notice'>, setting: Setting): Content => ({
  table: {
    widths: ['*'],
    body: [
      [
        {
          fillColor: NOTICE_INK[tone].fill,
          stack: [{ text: inFont(title), bold: true }, { text: inFont(text) }],
        },
      ],
    ],
    dontBreakRows: true,
  },
  layout: edged(NOTICE_INK[tone].edge),
  margin: gap(setting),
});

/** A row of cards at a time, so that a row moves to the next page as a whole. */
function cards({ cards: all, columns }: Of<'cards'>): Content {
  const rows: Content[] = [];
  for (let start = 0; start < all.length; start += columns) {
    const row: Content[] = all.slice(start, start + columns).map((one) => card(one, columns));
    while (row.length < columns) row.push({ text: '' });
    rows.push({ columns: row, columnGap: 10, unbreakable: true, margin: [0, 0, 0, 8] });
  }
  return rows;
}

/** Room for a picture beside others, and in a row of its own. */
const PICTURE: { row: [number, number]; column: [number, number] } = { row: [360, 105], column: [150, 110] };

function card({ title, svg, lines }: Of<'cards'>['cards'][number], columns: number): Content {
  const fit = columns === 1 ? PICTURE.row : PICTURE.column;
  const picture: Content[] =
    svg === undefined ? [] : [{ svg, fit, alignment: 'center', marginTop: 2, marginBottom: 4 }];
  const texts: Content[] = lines.map((line) => ({ text: inFont(line), marginTop: 2 }));
  return {
    table: {
      widths: ['*'],
      body: [[{ stack: [{ text: inFont(title), bold: true, marginBottom: 3 }, ...picture, ...texts] }]],
    },
    layout: framed,
  };
}

function signature(
  { statement, name, credentials, signedOn }: Of<'signature'>,
  { words, room }: Setting,
): Content {
  const who = [name, credentials].filter(Boolean).join(', ');
  const statementLine: Content = { text: inFont(statement), style: 'label' };
  if (signedOn !== undefined) {
    return {
      unbreakable: true,
      stack: [statementLine, { text: inFont(who), bold: true }, { text: inFont(words.signedOn(signedOn)) }],
      margin: [0, 8 * room, 0, 4 * room],
    };
  }
  return { unbreakable: true, stack: [statementLine, openLine(who, words)], margin: [0, 8, 0, 4] };
}

/** A line to sign by hand. */
const openLine = (who: string, words: DocumentWords): Content => ({
  columns: [
    { width: '*', stack: [rule(300), { text: inFont(`${words.signHere}: ${who}`), style: 'note' }] },
    { width: 150, stack: [rule(150), { text: words.date, style: 'note' }] },
  ],
  columnGap: 20,
  margin: [0, 26, 0, 0],
});

const rule = (length: number): Content => ({
  canvas: [{ type: 'line', x1: 0, y1: 0, x2: length, y2: 0, lineWidth: 0.75, lineColor: INK.text }],
  marginBottom: 2,
});
