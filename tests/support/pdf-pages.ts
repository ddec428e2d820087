/** How many pages a PDF has: pdfmake writes one page object for each, outside its compressed streams. */
export const pdfPages = (pdf: Buffer): number =>
  (pdf.toString('latin1').match(/\/Type \/Page\b(?!s)/g) ?? []).length;
