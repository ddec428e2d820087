import type { SessionContent } from './model.ts';

/** A red flag that today's numbers speak for. The therapist decides; nothing is raised by itself. */
export interface SuggestedFlag {
  code: string;
  sentence: string;
}

/** Resting limits of RF-BP and RF-HYPO, and the rise of RF-PAIN (rules.md 5; RF-PAIN [M]). */
const SYSTOLIC = 180;
const DIASTOLIC = 110;
const GLUCOSE = { low: 70, high: 250 };
const SEVERE_PAIN = 8;
const PAIN_RISE = 3;

/** Red flags that the numbers on the sheet speak for, against the last session's pain. */
export function suggestedFlags(
  { vitals, painBefore, painAfter }: Pick<SessionContent, 'vitals' | 'painBefore' | 'painAfter'>,
  last: { painBefore: number | null } | undefined,
): SuggestedFlag[] {
  return [
    ...pressure(vitals),
    ...glucose(vitals),
    ...pain(painBefore, last?.painBefore ?? null, 'the last session'),
    ...pain(painAfter, painBefore, 'before the session'),
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

function glucose({ glucose: value }: SessionContent['vitals']): SuggestedFlag[] {
  if (value === null || (value >= GLUCOSE.low && value <= GLUCOSE.high)) return [];
  return [
    {
      code: 'RF-HYPO',
      sentence:
        value < GLUCOSE.low
          ? `Glucose ${value} mg/dL is below ${GLUCOSE.low}. Treat per protocol.`
          : `Glucose ${value} mg/dL is above ${GLUCOSE.high}. Test for ketones.`,
    },
  ];
}

function pain(now: number | null, before: number | null, since: string): SuggestedFlag[] {
  if (now === null) return [];
  const isNewlySevere = now >= SEVERE_PAIN && (before === null || before < SEVERE_PAIN);
  const rise = before === null ? 0 : now - before;
  if (!isNewlySevere && rise < PAIN_RISE) return [];
  const sentence =
    rise >= PAIN_RISE ? `Pain ${now}, ${rise} more than ${since}.` : `Pain ${now} of 10 is severe and new.`;
  return [{ code: 'RF-PAIN', sentence }];
}
