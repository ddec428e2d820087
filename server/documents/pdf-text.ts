/** Signs that the embedded font lacks, in words or in signs that it has. */
const IN_FONT: Record<string, string> = {
  '→': '›',
  '←': '‹',
  '✓': '√',
  '✗': '×',
  '☐': '[  ]',
  '▲': '+',
  '▼': '–',
  '\u00a0': ' ',
  '\u202f': ' ',
};

const MISSING = new RegExp(`[${Object.keys(IN_FONT).join('')}]`, 'gu');

/** The text as the embedded font can print it. */
export const inFont = (text: string): string => text.replace(MISSING, (sign) => IN_FONT[sign] ?? sign);
