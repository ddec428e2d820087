import { inForce, type ClinicOverrides } from '#shared/clinic-values/overrides.ts';

/** What the documentation rules leave open, or what is from memory (rules.md 1, [M] and [P]). Figures seen in a source are not here. */
export const DOCUMENTATION = {
  /** How early the end of a certification is said (CERT-3). */
  recertificationWarnDays: 14,
  /** Whether the first treatment is day 1 of the certified days (CERT-2): the cautious reading. */
  certificationCounts: 'first-is-day-1',
  /** Treatment days since the last report from which the next one is said to be due soon (PR-1). */
  reportDueSoonFrom: 8,
  /** Whether every treated episode that is closed wants its discharge note, or only where the payer asks (7.3.8). */
  dischargeNoteFor: 'every-episode',
  /** The part of the KX threshold from which it is called near. */
  kxNearShare: 0.9,
  /** KX thresholds from memory, in dollars (1.6). */
  kx2019: 2040,
  kx2020: 2080,
};
export type DocumentationValues = Readonly<typeof DOCUMENTATION>;

/** The same as it holds in a clinic. */
export const documentationOf = (overrides: ClinicOverrides): DocumentationValues =>
  inForce<DocumentationValues>('documentation', DOCUMENTATION, overrides);
