import type { ClinicOverrides } from '#shared/clinic-values/overrides.ts';
import type { CodedCondition } from '#shared/patients/comorbidities.ts';
import { avoidedPlace } from './local-place.ts';
import type { PrescribedPrecaution } from './model.ts';
import { numberless } from './precaution-meaning.ts';
import { proposePrecautions } from './precautions.ts';

const isAsStrict = (level: PrescribedPrecaution['level'], asked: PrescribedPrecaution['level']): boolean =>
  level === 'contraindicated' || asked === 'precaution';

/** Every comorbidity that a row speaks for, at its own level. */
const voices = ({ comorbidity, level, also = [] }: PrescribedPrecaution) => [
  { comorbidity, level },
  ...also.map((one) => ({ comorbidity: one.comorbidity, level: one.level })),
];

/**
 * Whether a version already says what the record calls for: kept in the same words and as strictly, whichever comorbidity it was
 * kept for; or decided (kept, kept away from a place, overridden) for each of the comorbidities that call for it now. An override
 * or a place for one comorbidity is no decision about another.
 */
function isAnswered(written: readonly PrescribedPrecaution[], asked: PrescribedPrecaution): boolean {
  const words = numberless(asked.intervention);
  const same = written.filter(({ intervention }) => numberless(intervention) === words);
  const isKept = (row: PrescribedPrecaution) => row.decision === 'keep' && avoidedPlace(row) === undefined;
  if (same.some((row) => isKept(row) && isAsStrict(row.level, asked.level))) return true;
  return voices(asked).every(({ comorbidity, level }) =>
    same.some((row) =>
      voices(row).some((one) => one.comorbidity === comorbidity && isAsStrict(one.level, level)),
    ),
  );
}

/** What the record calls for and the written precautions do not decide. */
export const undecidedPrecautions = (
  written: readonly PrescribedPrecaution[],
  proposed: readonly PrescribedPrecaution[],
): PrescribedPrecaution[] => proposed.filter((asked) => !isAnswered(written, asked));

/**
 * The precautions that hold on a day: those of the signed version, and what the chart calls for since and the version does not
 * decide. Whoever records a comorbidity tightens therapy at once; only the physiatrist's next version loosens it (rules.md 3, 4.3).
 */
export const withChart = (
  signed: readonly PrescribedPrecaution[],
  chart: readonly CodedCondition[],
  overrides: ClinicOverrides,
): PrescribedPrecaution[] => [
  ...signed,
  ...undecidedPrecautions(signed, proposePrecautions(chart, overrides)).map((row) => ({
    ...row,
    undecided: true,
  })),
];
