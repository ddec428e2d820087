import type { CustomTableLayout, Style } from 'pdfmake';

/** Ink that stays readable on a black-and-white printer and in a fax. */
export const INK = { text: '#1a1a1a', dim: '#555555', line: '#b8b8b8', head: '#f0f0f0' } as const;

export const NOTICE_INK = {
  danger: { edge: '#9b1c1c', fill: '#fdf1f1' },
  warning: { edge: '#8a5a00', fill: '#fdf7ea' },
  info: { edge: '#3d5a80', fill: '#f1f5fa' },
} as const;

/**
 * How tightly a page is set: large type for readers who ask for it (14 points and up), the ordinary page, and closer ones for a
 * document that is meant to fit on fewer pages than it fills.
 */
export interface Density {
  text: number;
  note: number;
  heading: number;
  title: number;
  /** What is left of the ordinary room between blocks. */
  room: number;
  margins: [left: number, top: number, right: number, bottom: number];
}

const LARGE: Density = { text: 14, note: 12, heading: 17, title: 22, room: 1, margins: [48, 36, 48, 52] };
const ORDINARY: Density = {
  text: 9.5,
  note: 8,
  heading: 11.5,
  title: 16,
  room: 1,
  margins: [48, 36, 48, 52],
};
const CLOSE: Density = { text: 9, note: 7.5, heading: 10.5, title: 15, room: 0.6, margins: [48, 32, 48, 46] };
const CLOSEST: Density = {
  text: 8,
  note: 7,
  heading: 9.5,
  title: 14,
  room: 0.35,
  margins: [48, 22, 48, 38],
};

/** From the roomiest on: what is tried until a document fits. */
export const densities = (largeType: boolean): readonly [Density, ...Density[]] =>
  largeType ? [LARGE] : [ORDINARY, CLOSE, CLOSEST];

export const styles = (density: Density): Record<string, Style> => ({
  title: { fontSize: density.title, bold: true },
  subtitle: { fontSize: density.text, color: INK.dim, marginTop: 1 },
  heading: {
    fontSize: density.heading,
    bold: true,
    marginTop: 6 * density.room,
    marginBottom: 2 * density.room,
  },
  lead: { fontSize: density.text + 1.5 * density.room, bold: true },
  note: { fontSize: density.note, color: INK.dim },
  label: { color: INK.dim },
  tableHead: { bold: true, fontSize: density.text - 0.5 },
});

/** Hair lines between rows, none between columns: read along the row. */
export const rowLines = (room: number): CustomTableLayout => ({
  hLineWidth: (line, node) => (line === 0 || line === node.table.body.length ? 0.75 : 0.4),
  vLineWidth: () => 0,
  hLineColor: () => INK.line,
  paddingLeft: (column) => (column === 0 ? 2 : 5),
  paddingRight: () => 3,
  paddingTop: () => 2.5 * room,
  paddingBottom: () => 2.5 * room,
});

/** A box with a thick edge at the left: notices. */
export const edged = (color: string): CustomTableLayout => ({
  hLineWidth: () => 0,
  vLineWidth: (line) => (line === 0 ? 3 : 0),
  vLineColor: () => color,
  paddingLeft: () => 8,
  paddingRight: () => 8,
  paddingTop: () => 5,
  paddingBottom: () => 5,
});

/** A thin frame around one card. */
export const framed: CustomTableLayout = {
  hLineWidth: () => 0.5,
  vLineWidth: () => 0.5,
  hLineColor: () => INK.line,
  vLineColor: () => INK.line,
  paddingLeft: () => 7,
  paddingRight: () => 7,
  paddingTop: () => 6,
  paddingBottom: () => 6,
};
