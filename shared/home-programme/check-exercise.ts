import { z } from 'zod';
import { classifyEdit } from '#shared/prescriptions/bounds.ts';
import { DOSE_PARAMETERS } from '#shared/prescriptions/interventions.ts';
import { isForbidding } from '#shared/prescriptions/local-place.ts';
import {
  PrescribedIntervention,
  PrescribedPrecaution,
  PrescriptionContent,
  type Dose,
  type WeightBearing,
} from '#shared/prescriptions/model.ts';
import { limbWords, weightBearingWords } from '#shared/prescriptions/words.ts';
import { isOnArms, weightOnLegs } from './how-it-is-done.ts';
import type { ExerciseContent, HomeDose } from './model.ts';

/** What of the prescription in force limits a home programme. */
export const HomeLimits = z.object({
  precautions: z.array(PrescribedPrecaution),
  interventions: z.array(PrescribedIntervention),
  excluded: PrescriptionContent.shape.excluded,
  weightBearing: PrescriptionContent.shape.weightBearing,
  /** What the physiatrist wants done at home, in words. */
  homeProgramme: PrescriptionContent.shape.homeProgramme,
});
export type HomeLimits = z.infer<typeof HomeLimits>;

export interface ExerciseFinding {
  /** `blocked`: it may not be part of the programme. `caution`: it may, with care. */
  level: 'blocked' | 'caution';
  sentence: string;
}

type Checked = Pick<ExerciseContent, 'agents' | 'intervention' | 'category' | 'picture'>;

/**
 * Holds a home exercise against the prescription: contraindications, exclusions, limits and weight bearing block,
 * precautions warn.
 */
export function checkExercise(content: Checked, dose: HomeDose, limits: HomeLimits): ExerciseFinding[] {
  const { agents, intervention } = content;
  const excluded = limits.excluded.find(({ code }) => code === intervention);
  const prescribed = limits.interventions.find(({ code }) => code === intervention);
  return [
    ...limits.precautions.flatMap((precaution) => findingOf(precaution, agents)),
    ...(excluded ? [exclusion(excluded.name, excluded.reason)] : []),
    ...(prescribed ? beyondLimits(prescribed, limits.precautions, dose) : []),
    ...limits.weightBearing.flatMap((limb) => beyondWeight(limb, content)),
  ];
}

/**
 * What a limb may carry (rules.md 4.2): with none or only the toes down, nobody stands on it at home; a percentage cannot be
 * measured there, so it is warned about. A date that has passed loosens nothing before the physiatrist says so.
 */
function beyondWeight(limb: WeightBearing, content: Checked): ExerciseFinding[] {
  if (limb.status === 'WBAT' || limb.status === 'FWB') return [];
  const isLeg = limb.limb === 'left-leg' || limb.limb === 'right-leg';
  const load = isLeg ? weightOnLegs(content) : isOnArms(content) ? 'full' : 'none';
  if (load === 'none') return [];
  const who = `The ${limbWords(limb.limb)} is ${weightBearingWords(limb)}`;
  if (limb.status === 'PWB') return [{ level: 'caution', sentence: `${who}: no more than that on it.` }];
  return load === 'full'
    ? [{ level: 'blocked', sentence: `${who}: this exercise puts weight on it.` }]
    : [{ level: 'caution', sentence: `${who}: only in a way that puts no weight on it.` }];
}

/** Precautions about any exercise: said once for the whole programme. */
export const generalCautions = ({ precautions }: HomeLimits): string[] =>
  precautions
    .filter(
      ({ level, decision, agents }) =>
        isKept(decision) && level !== 'contraindicated' && agents.includes(ANY),
    )
    .map(cautionWords);

export const isBlocked = (findings: readonly ExerciseFinding[]): boolean =>
  findings.some(({ level }) => level === 'blocked');

const ANY = 'exercise';
const isKept = (decision: PrescribedPrecaution['decision']): boolean => decision === 'keep';

function findingOf(precaution: PrescribedPrecaution, agents: readonly string[]): ExerciseFinding[] {
  const watched = precaution.agents.filter((agent) => agents.includes(agent));
  if (!isKept(precaution.decision) || watched.length === 0) return [];
  if (isForbidding(precaution)) {
    return [
      { level: 'blocked', sentence: `Contraindicated: ${precaution.intervention} (${precaution.source}).` },
    ];
  }
  return watched.every((agent) => agent === ANY)
    ? []
    : [{ level: 'caution', sentence: cautionWords(precaution) }];
}

const cautionWords = ({ intervention, note }: PrescribedPrecaution): string =>
  note === null || note === '' ? intervention : `${intervention}: ${note}`;

const exclusion = (name: string, reason: string | null): ExerciseFinding => ({
  level: 'blocked',
  sentence: `${name} is excluded by the prescription${reason === null ? '' : `: ${reason}`}.`,
});

/** A home dose in the terms of the prescription's limits. */
const asDose = ({ sets, repetitions, holdSeconds, minutes }: HomeDose): Dose => ({
  ...(sets === null ? {} : { sets }),
  ...(repetitions === null ? {} : { repetitions }),
  ...(holdSeconds === null ? {} : { holdSeconds }),
  ...(minutes === null ? {} : { minutes }),
});

/** The limits of therapy hold at home as well; doing less is always allowed. */
function beyondLimits(
  prescribed: PrescribedIntervention,
  precautions: readonly PrescribedPrecaution[],
  dose: HomeDose,
): ExerciseFinding[] {
  // What is contraindicated has been said already.
  const careful = precautions.filter(({ level }) => level !== 'contraindicated');
  const limits = { interventions: [prescribed], precautions: careful };
  const edit = classifyEdit(limits, { code: prescribed.code, to: asDose(dose) });
  if (edit.kind !== 'outside' || edit.reason !== 'above-limit') return [];
  return edit.excesses.map(({ parameter, asked, limit }) => {
    const { label, unit } = DOSE_PARAMETERS[parameter];
    return {
      level: 'blocked',
      sentence: `${label} ${asked} ${unit} goes beyond the prescribed limit of ${limit} ${unit} for ${prescribed.name}.`,
    };
  });
}
