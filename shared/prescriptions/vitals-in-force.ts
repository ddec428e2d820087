import type { ClinicOverrides } from '#shared/clinic-values/overrides.ts';
import { isSameRule, rulesIn, type ClinicRule } from './clinic-precautions.ts';
import type { OrderedVitals, PrescribedPrecaution } from './model.ts';
import { precautionSource } from './precaution-kinds.ts';

export type Vital = keyof OrderedVitals;

/** The limits of vital signs as they hold: the ordered ones, or what a kept precaution calls for where that is stricter. */
export interface VitalsInForce {
  vitals: OrderedVitals;
  /** What set a limit that is not the ordered one. */
  because: Partial<Record<Vital, string>>;
}

const lower = (a: number | null, b: number | null): number | null =>
  a === null ? b : b === null ? a : Math.min(a, b);
const higher = (a: number | null, b: number | null): number | null =>
  a === null ? b : b === null ? a : Math.max(a, b);

const narrower = (
  a: OrderedVitals['heartRate'],
  b: OrderedVitals['heartRate'],
): OrderedVitals['heartRate'] =>
  a === null ? b : b === null ? a : { min: higher(a.min, b.min), max: lower(a.max, b.max) };

const stricter = (a: OrderedVitals, b: OrderedVitals): OrderedVitals => ({
  bloodPressure:
    a.bloodPressure === null || b.bloodPressure === null
      ? (a.bloodPressure ?? b.bloodPressure)
      : {
          maxSystolic: Math.min(a.bloodPressure.maxSystolic, b.bloodPressure.maxSystolic),
          maxDiastolic: Math.min(a.bloodPressure.maxDiastolic, b.bloodPressure.maxDiastolic),
        },
  heartRate: narrower(a.heartRate, b.heartRate),
  spo2: a.spo2 === null || b.spo2 === null ? (a.spo2 ?? b.spo2) : { min: Math.max(a.spo2.min, b.spo2.min) },
  glucose: narrower(a.glucose, b.glucose),
});

const VITALS = ['bloodPressure', 'heartRate', 'spo2', 'glucose'] as const satisfies readonly Vital[];

/** What a kept precaution asks for, as it was signed and as its rule stands in the clinic today. */
const asked = (precaution: PrescribedPrecaution, rules: readonly ClinicRule[]): OrderedVitals | undefined => {
  const { vitals } = precaution;
  if (vitals === undefined) return undefined;
  const today = rules.find((rule) => isSameRule(rule, precaution))?.vitals;
  return today === undefined ? vitals : stricter(vitals, today);
};

/**
 * What holds for a session: the stricter rule wins, and its name stands beside it (rules.md 4.3). A limit that the clinic has
 * tightened since the signature holds at once; one that it has loosened holds from the next version on.
 */
export function vitalsInForce(
  ordered: OrderedVitals,
  precautions: readonly PrescribedPrecaution[],
  overrides: ClinicOverrides = {},
): VitalsInForce {
  const rules = rulesIn(overrides);
  return precautions
    .filter(({ decision }) => decision === 'keep')
    .reduce<VitalsInForce>(
      ({ vitals, because }, precaution) => {
        const wanted = asked(precaution, rules);
        if (wanted === undefined) return { vitals, because };
        const next = stricter(vitals, wanted);
        const tightened = VITALS.filter((one) => JSON.stringify(next[one]) !== JSON.stringify(vitals[one]));
        const source = precautionSource(precaution);
        return {
          vitals: next,
          because: { ...because, ...Object.fromEntries(tightened.map((one) => [one, source])) },
        };
      },
      { vitals: ordered, because: {} },
    );
}
