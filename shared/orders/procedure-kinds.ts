import { z } from 'zod';
import { type ClinicOverrides, inForce } from '#shared/clinic-values/overrides.ts';

/** What opens a phase when it is done (rules.md 3 and 6.5). Surgery is done elsewhere and written down here. */
export const PROCEDURE_KINDS = [
  'injection',
  'nerve-block',
  'botulinum',
  'epidural',
  'facet',
  'rf-ablation',
  'surgery',
] as const;
export const ProcedureKind = z.enum(PROCEDURE_KINDS, { error: 'Choose a procedure.' });
export type ProcedureKind = z.infer<typeof ProcedureKind>;

interface KindSpec {
  label: string;
  /** What "What was done" may say. */
  example: string;
  /** On the spine: the level, the side and how the needle was guided belong to the record. */
  isSpinal: boolean;
}

export const PROCEDURE_KIND: Record<ProcedureKind, KindSpec> = {
  injection: { label: 'Injection', example: 'Glenohumeral injection', isSpinal: false },
  'nerve-block': { label: 'Nerve block', example: 'Suprascapular nerve block', isSpinal: false },
  botulinum: { label: 'Botulinum toxin', example: 'Botulinum toxin, calf', isSpinal: false },
  epidural: { label: 'Epidural injection', example: 'Transforaminal epidural injection', isSpinal: true },
  facet: { label: 'Facet or medial branch', example: 'Medial branch block', isSpinal: true },
  'rf-ablation': {
    label: 'Radiofrequency ablation',
    example: 'Radiofrequency ablation, medial branches',
    isSpinal: true,
  },
  surgery: { label: 'Surgery', example: 'Total knee replacement', isSpinal: false },
};

const isKind = (kind: string): kind is ProcedureKind => Object.hasOwn(PROCEDURE_KIND, kind);

/** The short name of a kind; one that an import brought is named as it is. */
export const procedureKindLabel = (kind: string): string =>
  isKind(kind) ? PROCEDURE_KIND[kind].label : kind.charAt(0).toUpperCase() + kind.slice(1);

/** Whether the effect of a procedure of this kind is judged against an expectation. */
export const hasExpectedEffect = (kind: string): boolean => isKind(kind) && kind !== 'surgery';

/**
 * Days without therapy after each kind, and days after which its effect is judged, unless the physiatrist writes others. No authority
 * publishes them: rest from memory of common practice [M], windows from memory of when each works [M]; 14 days for the others [P].
 */
export const PROCEDURE_VALUES = {
  restInjection: 2,
  restNerveBlock: 1,
  restBotulinum: 1,
  restEpidural: 2,
  restFacet: 2,
  restRfAblation: 3,
  windowUsual: 14,
  windowBotulinum: 42,
  windowRfAblation: 42,
} as const;

export type ProcedureValues = Record<keyof typeof PROCEDURE_VALUES, number>;

const valuesOf = (overrides: ClinicOverrides): ProcedureValues =>
  inForce<ProcedureValues>('procedure', PROCEDURE_VALUES, overrides);

const REST: Partial<Record<ProcedureKind, keyof ProcedureValues>> = {
  injection: 'restInjection',
  'nerve-block': 'restNerveBlock',
  botulinum: 'restBotulinum',
  epidural: 'restEpidural',
  facet: 'restFacet',
  'rf-ablation': 'restRfAblation',
};

/** The clinic's usual days without therapy; null after surgery, whose surgeon decides. */
export function usualRestDays(kind: ProcedureKind, overrides: ClinicOverrides): number | null {
  const name = REST[kind];
  return name === undefined ? null : valuesOf(overrides)[name];
}

/** Days after which the effect is usually judged; null after surgery, which is not judged by one measure. */
export function usualWindowDays(kind: ProcedureKind, overrides: ClinicOverrides): number | null {
  const values = valuesOf(overrides);
  switch (kind) {
    case 'surgery':
      return null;
    case 'botulinum':
      return values.windowBotulinum;
    case 'rf-ablation':
      return values.windowRfAblation;
    default:
      return values.windowUsual;
  }
}
