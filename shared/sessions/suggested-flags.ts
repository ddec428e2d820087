import type { ClinicOverrides } from '#shared/clinic-values/overrides.ts';
import { vitalLimitsOf } from '#shared/prescriptions/vital-limits.ts';
import type { SessionContent } from './model.ts';
import { painRiseOf, type PainRise } from './pain-rise.ts';

/** A red flag that today's numbers speak for. The therapist decides; nothing is raised by itself. */
export interface SuggestedFlag {
  code: string;
  sentence: string;
}

/** Resting limits of RF-BP (S24), and the glucose above which ketones are tested (S22). */
const SYSTOLIC = 180;
const DIASTOLIC = 110;
const HIGH_GLUCOSE = 250;

/** Red flags that the numbers on the sheet speak for, against the last session's pain. */
export function suggestedFlags(
  { vitals, painBefore, painAfter }: Pick<SessionContent, 'vitals' | 'painBefore' | 'painAfter'>,
  last: { painBefore: number | null } | undefined,
  overrides: ClinicOverrides = {},
): SuggestedFlag[] {
  const limits = painRiseOf(overrides);
  return [
    ...pressure(vitals),
    ...glucose(vitals, vitalLimitsOf(overrides).glucoseMin),
    ...pain(limits, painBefore, last?.painBefore ?? null, 'the last session'),
    ...pain(limits, painAfter, painBefore, 'before the session'),
  ].filter((flag, at, all) => all.findIndex(({ code }) => code === flag.code) === at);
}

const pressure = ({ systolic, diastolic }: SessionContent['vitals']): SuggestedFlag[] =>
  (systolic ?? 0) > SYSTOLIC || (diastolic ?? 0) > DIASTOLIC
    ? [
        {
          code: 'RF-BP',
          sentence: `Blood pressure ${systolic ?? '?'}/${diastolic ?? '?'} mmHg is above ${SYSTOLIC}/${DIASTOLIC} at rest. Repeat after 5 minutes.`,
        },
      ]
    : [];

function glucose({ glucose: value }: SessionContent['vitals'], low: number): SuggestedFlag[] {
  if (value === null || (value >= low && value <= HIGH_GLUCOSE)) return [];
  return [
    {
      code: 'RF-HYPO',
      sentence:
        value < low
          ? `Glucose ${value} mg/dL is below ${low}. Treat per protocol.`
          : `Glucose ${value} mg/dL is above ${HIGH_GLUCOSE}. Test for ketones.`,
    },
  ];
}

function pain(
  { severe, rise: limit }: PainRise,
  now: number | null,
  before: number | null,
  since: string,
): SuggestedFlag[] {
  if (now === null) return [];
  const isNewlySevere = now >= severe && (before === null || before < severe);
  const rise = before === null ? 0 : now - before;
  if (!isNewlySevere && rise < limit) return [];
  const sentence =
    rise >= limit ? `Pain ${now}, ${rise} more than ${since}.` : `Pain ${now} of 10 is severe and new.`;
  return [{ code: 'RF-PAIN', sentence }];
}
