import type { DocumentBlock, DocumentContent } from '#shared/documents/model.ts';

/**
 * How long a page is in lines of its closest setting (server/documents/pdf-look.ts), and how many signs stand on a line: taken from
 * printed pages with some room to spare, because the letters of a name are wider than those of a text.
 */
const LINES_ON_A_PAGE = 66;
const SIGNS_ON_A_LINE = 116;
/** A letterhead, the title, the subtitle, the patient block and its rules. */
const LINES_OF_THE_HEAD = 9;
const HEADING = 1.5;
const GAP = 0.25;
const SIGNATURE = 4;

const lines = (text: string, signs = SIGNS_ON_A_LINE): number =>
  text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / signs)), 0);

const total = (parts: readonly number[]): number => parts.reduce((sum, one) => sum + one, 0);

function linesOf(block: DocumentBlock): number {
  switch (block.kind) {
    case 'paragraph':
      return lines(block.text, block.style === 'lead' ? SIGNS_ON_A_LINE - 12 : SIGNS_ON_A_LINE) + GAP;
    case 'list':
      return total(block.items.map((item) => lines(item, SIGNS_ON_A_LINE - 3))) + GAP;
    case 'key-values': {
      const columns = block.columns ?? 2;
      const long = block.pairs.map(({ label, value }) =>
        lines(`${label}  ${value}`, Math.floor(SIGNS_ON_A_LINE / columns) - 2),
      );
      const rows = Array.from({ length: Math.ceil(long.length / columns) }, (_, row) =>
        Math.max(...long.slice(row * columns, (row + 1) * columns)),
      );
      return total(rows) + GAP;
    }
    case 'table': {
      const shares = block.columns.map(({ share }) => share ?? 1);
      const widths = shares.map((share) => Math.max(4, (SIGNS_ON_A_LINE * share) / total(shares) - 3));
      const rows = block.rows.map((row) => Math.max(...row.map((cell, index) => lines(cell, widths[index]))));
      return total(rows.map((row) => row + 0.25)) + 1.4 + (block.caption === undefined ? 0 : 1) + GAP;
    }
    case 'signature':
      return SIGNATURE;
    default:
      return 0;
  }
}

/** How many lines a section takes, by a cautious estimate: the printer sets it as roomily as it then can. */
export const sectionLines = ({ title, blocks }: DocumentContent['sections'][number]): number =>
  total([title === undefined ? 0 : HEADING, ...blocks.map(linesOf)]);

/** What a page has room for below its head. */
export const PAGE_LINES = LINES_ON_A_PAGE - LINES_OF_THE_HEAD;
