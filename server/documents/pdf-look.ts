import type { CustomTableLayout, Style } from 'pdfmake';

/** Ink that stays readable on a black-and-white printer and in a fax. */
export const INK = { text: '#1a1a1a', dim: '#555555', line: '#b8b8b8', head: '#f0f0f0' } as const;

export const NOTICE_INK = {
  danger: { edge: '#9b1c1c', fill: '#fdf1f1' },
  warning: { edge: '#8a5a00', fill: '#fdf7ea' },
  info: { edge: '#3d5a80', fill: '#f1f5fa' },
} as const;

/** Text sizes in points: the ordinary page, and large type for readers who ask for it (14 points and up). */
export const sizes = (largeType: boolean) =>
  largeType
    ? { text: 14, note: 12, heading: 17, title: 22 }
    : { text: 9.5, note: 8, heading: 11.5, title: 16 };

export const styles = (largeType: boolean): Record<string, Style> => {
  const size = sizes(largeType);
  return {
    title: { fontSize: size.title, bold: true },
    subtitle: { fontSize: size.text, color: INK.dim, marginTop: 1 },
    heading: { fontSize: size.heading, bold: true, marginTop: 6, marginBottom: 2 },
    lead: { fontSize: size.text + 1.5, bold: true },
    note: { fontSize: size.note, color: INK.dim },
    label: { color: INK.dim },
    tableHead: { bold: true, fontSize: size.text - 0.5 },
  };
};

/** Hair lines between rows, none between columns: read along the row. */
export const rowLines: CustomTableLayout = {
  hLineWidth: (line, node) => (line === 0 || line === node.table.body.length ? 0.75 : 0.4),
  vLineWidth: () => 0,
  hLineColor: () => INK.line,
  paddingLeft: (column) => (column === 0 ? 2 : 5),
  paddingRight: () => 3,
  paddingTop: () => 2.5,
  paddingBottom: () => 2.5,
};

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
