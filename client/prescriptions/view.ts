/** The parts of the page, in the order of its tabs. */
export const VIEWS = ['contract', 'draft', 'requests', 'history'] as const;
export type PrescriptionView = (typeof VIEWS)[number];
