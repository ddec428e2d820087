import { z } from 'zod';
import type { ClinicOverrides } from '#shared/clinic-values/overrides.ts';
import {
  hasExpectedEffect,
  ProcedureKind,
  usualRestDays,
  usualWindowDays,
} from '#shared/orders/procedure-kinds.ts';
import { Consent, DoseUnit, kindIssues, NewProcedure, sumOfUnits } from '#shared/orders/procedure.ts';
import { Side } from '#shared/patients/model.ts';
import { AskedFinding } from './asked-findings.ts';

const NO_MUSCLE = { name: '', units: null };

/** What a procedure's form holds while it is being written; every part may still be missing. */
export const ProcedureDraft = z.object({
  kind: ProcedureKind,
  display: z.string(),
  site: z.string(),
  level: z.string(),
  side: Side.nullable(),
  guidance: z.string(),
  agent: z.string(),
  doseAmount: z.number().nullable(),
  doseUnit: DoseUnit.nullable(),
  lot: z.string(),
  /** Of botulinum toxin only. */
  muscles: z.array(z.object({ name: z.string(), units: z.number().nullable() })).default([NO_MUSCLE]),
  dilution: z.string().default(''),
  /** Of surgery only. */
  performedElsewhere: z.string().default(''),
  consent: Consent.nullable(),
  complication: z.string(),
  performedOn: z.string(),
  responseWindowDays: z.number().nullable(),
  /** `nprs:` or `grip:left`; null when nothing measurable is expected. */
  expectedSeries: z.string().nullable(),
  expectedChange: z.number().nullable(),
  expectedEffect: z.string(),
  restDays: z.number().nullable(),
  restrictedDays: z.number().nullable(),
  restriction: z.string(),
  /** What the server asked about this agent, and what was written to it. */
  findings: z.array(AskedFinding).default([]),
});
export type ProcedureDraft = z.infer<typeof ProcedureDraft>;

export const startProcedure = (
  side: Side | null,
  today: string,
  clinicValues: ClinicOverrides,
): ProcedureDraft => ({
  kind: 'injection',
  display: '',
  site: '',
  level: '',
  side,
  guidance: '',
  agent: '',
  doseAmount: null,
  doseUnit: 'mg',
  lot: '',
  muscles: [NO_MUSCLE],
  dilution: '',
  performedElsewhere: '',
  consent: null,
  complication: '',
  performedOn: today,
  responseWindowDays: usualWindowDays('injection', clinicValues),
  expectedSeries: null,
  expectedChange: null,
  expectedEffect: '',
  restDays: usualRestDays('injection', clinicValues),
  restrictedDays: null,
  restriction: '',
  findings: [],
});

/** Another kind brings its own usual days, unless others were written; what does not belong to it is not sent. */
export function withKind(
  draft: ProcedureDraft,
  kind: ProcedureKind,
  clinicValues: ClinicOverrides,
): Partial<ProcedureDraft> {
  const isUsual = (value: number | null, usual: number | null) => value === null || value === usual;
  return {
    kind,
    ...(isUsual(draft.restDays, usualRestDays(draft.kind, clinicValues))
      ? { restDays: usualRestDays(kind, clinicValues) }
      : {}),
    ...(isUsual(draft.responseWindowDays, usualWindowDays(draft.kind, clinicValues))
      ? { responseWindowDays: usualWindowDays(kind, clinicValues) }
      : {}),
  };
}

/** The dose of botulinum toxin: what the muscles got together. */
export const totalUnits = ({ muscles }: Pick<ProcedureDraft, 'muscles'>): number =>
  sumOfUnits(muscles.map(({ units }) => units ?? 0));

const orNull = (text: string): string | null => (text.trim() === '' ? null : text.trim());

/** `grip:left` as a measure with its side. */
export function seriesOf(key: string): { measureCode: string; side: 'left' | 'right' | null } {
  const [measureCode = '', side] = key.split(':');
  return { measureCode, side: side === 'left' || side === 'right' ? side : null };
}

export const seriesKey = (series: { measureCode: string; side: string | null }): string =>
  `${series.measureCode}:${series.side ?? ''}`;

/** What keeps the form from being sent, by the first part of each field's path. */
export function missingIn(draft: ProcedureDraft): Record<string, string> {
  const procedure = toProcedure(draft);
  const read = NewProcedure.safeParse(procedure);
  // What belongs to the kind is named at once, not only after everything else has been mended.
  const issues = read.success ? [] : [...kindIssues(procedure), ...read.error.issues.toReversed()];
  return {
    ...Object.fromEntries(issues.map(({ path, message }) => [String(path[0]), message])),
    ...(draft.restDays === null ? { restDays: 'Write the days without therapy; 0 if there are none.' } : {}),
    ...(hasExpectedEffect(draft.kind) && draft.expectedSeries !== null && draft.expectedChange === null
      ? { expectedChange: 'Write how much better it should get.' }
      : {}),
  };
}

/** The draft as the server takes it: without what its kind does not show. What is still missing is refused there, and named by `missingIn` before. */
export function toProcedure(draft: ProcedureDraft): z.input<typeof NewProcedure> {
  const { expectedSeries, expectedChange, findings, muscles, dilution, performedElsewhere, ...rest } = draft;
  const hasEffect = hasExpectedEffect(draft.kind);
  return {
    ...rest,
    restDays: draft.restDays ?? Number.NaN,
    consent: draft.kind === 'surgery' ? null : draft.consent,
    answers: findings
      .filter(({ reason }) => reason.trim() !== '')
      .map(({ finding, reason }) => ({ finding, reason })),
    level: draft.kind === 'botulinum' ? null : orNull(draft.level),
    ...doseOf(draft),
    guidance: draft.kind === 'surgery' ? null : orNull(draft.guidance),
    complication: orNull(draft.complication),
    responseWindowDays: hasEffect ? draft.responseWindowDays : null,
    expectedEffect: hasEffect ? orNull(draft.expectedEffect) : null,
    restriction: orNull(draft.restriction),
    performedElsewhere: draft.kind === 'surgery' ? orNull(performedElsewhere) : null,
    ...(draft.kind === 'botulinum'
      ? {
          muscles: muscles.map(({ name, units }) => ({ name, units: units ?? Number.NaN })),
          dilution: orNull(dilution),
          site: muscles
            .map(({ name }) => name.trim())
            .join(', ')
            .slice(0, LONGEST_SITE),
        }
      : {}),
    expected:
      !hasEffect || expectedSeries === null || expectedChange === null
        ? null
        : { ...seriesOf(expectedSeries), change: expectedChange },
  };
}

const LONGEST_SITE = 120;

/** What was injected; nothing at surgery. */
function doseOf(draft: ProcedureDraft) {
  if (draft.kind === 'surgery') return { agent: null, doseAmount: null, doseUnit: null, lot: null };
  const agent = orNull(draft.agent);
  const lot = orNull(draft.lot);
  if (draft.kind === 'botulinum') {
    return {
      agent,
      lot,
      doseAmount: totalUnits(draft) || null,
      doseUnit: totalUnits(draft) > 0 ? ('units' as const) : null,
    };
  }
  return {
    agent,
    lot,
    doseAmount: draft.doseAmount,
    doseUnit: draft.doseAmount === null ? null : draft.doseUnit,
  };
}
