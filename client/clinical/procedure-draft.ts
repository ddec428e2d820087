import { z } from 'zod';
import {
  Consent,
  DoseUnit,
  type NewProcedure,
  ProcedureKind,
  USUAL_WINDOW_DAYS,
} from '#shared/orders/procedure.ts';
import { Side } from '#shared/patients/model.ts';
import { AskedFinding } from './asked-findings.ts';

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

export const startProcedure = (side: Side | null, today: string): ProcedureDraft => ({
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
  consent: null,
  complication: '',
  performedOn: today,
  responseWindowDays: USUAL_WINDOW_DAYS,
  expectedSeries: null,
  expectedChange: null,
  expectedEffect: '',
  restDays: null,
  restrictedDays: null,
  restriction: '',
  findings: [],
});

const orNull = (text: string): string | null => (text.trim() === '' ? null : text.trim());

/** `grip:left` as a measure with its side. */
export function seriesOf(key: string): { measureCode: string; side: 'left' | 'right' | null } {
  const [measureCode = '', side] = key.split(':');
  return { measureCode, side: side === 'left' || side === 'right' ? side : null };
}

export const seriesKey = (series: { measureCode: string; side: string | null }): string =>
  `${series.measureCode}:${series.side ?? ''}`;

/** What only the person can say and the form must ask before it sends: how the patient consented, and the rest. */
export function missingIn(draft: ProcedureDraft): {
  consent?: string;
  restDays?: string;
  expectedChange?: string;
} {
  return {
    ...(draft.consent === null ? { consent: 'Say how the patient consented.' } : {}),
    ...(draft.restDays === null ? { restDays: 'Write the days without therapy; 0 if there are none.' } : {}),
    ...(draft.expectedSeries !== null && draft.expectedChange === null
      ? { expectedChange: 'Write how much better it should get.' }
      : {}),
  };
}

/** The draft as the server takes it, once nothing is missing. */
export function toProcedure(draft: ProcedureDraft): z.input<typeof NewProcedure> | undefined {
  const { consent, restDays, expectedSeries, expectedChange, findings, ...rest } = draft;
  if (consent === null || restDays === null) return undefined;
  return {
    ...rest,
    consent,
    restDays,
    answers: findings
      .filter(({ reason }) => reason.trim() !== '')
      .map(({ finding, reason }) => ({ finding, reason })),
    level: orNull(draft.level),
    guidance: orNull(draft.guidance),
    agent: orNull(draft.agent),
    doseUnit: draft.doseAmount === null ? null : draft.doseUnit,
    lot: orNull(draft.lot),
    complication: orNull(draft.complication),
    expectedEffect: orNull(draft.expectedEffect),
    restriction: orNull(draft.restriction),
    expected:
      expectedSeries === null || expectedChange === null
        ? null
        : { ...seriesOf(expectedSeries), change: expectedChange },
  };
}
