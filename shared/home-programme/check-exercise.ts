import { z } from 'zod';
import { classifyEdit } from '#shared/prescriptions/bounds.ts';
import { DOSE_PARAMETERS } from '#shared/prescriptions/interventions.ts';
import {
  PrescribedIntervention,
  PrescribedPrecaution,
  PrescriptionContent,
  type Dose,
} from '#shared/prescriptions/model.ts';
import type { ExerciseContent, HomeDose } from './model.ts';

/** What of the prescription in force limits a home programme. */
export const HomeLimits = z.object({
  precautions: z.array(PrescribedPrecaution),
  interventions: z.array(PrescribedIntervention),
  excluded: PrescriptionContent.shape.excluded,
  /** What the physiatrist wants done at home, in words. */
  homeProgramme: PrescriptionContent.shape.homeProgramme,
});
export type HomeLimits = z.infer<typeof HomeLimits>;

export interface ExerciseFinding {
  /** `blocked`: it may not be part of the programme. `caution`: it may, with care. */
  level: 'blocked' | 'caution';
  sentence: string;
}

/** Holds a home exercise against the prescription: contraindications, exclusions and limits block, precautions warn. */
export function checkExercise(
  { agents, intervention }: Pick<ExerciseContent, 'agents' | 'intervention'>,
  dose: HomeDose,
  limits: HomeLimits,
): ExerciseFinding[] {
  const excluded = limits.excluded.find(({ code }) => code === intervention);
  const prescribed = limits.interventions.find(({ code }) => code === intervention);
  return [
    ...limits.precautions.flatMap((precaution) => findingOf(precaution, agents)),
    ...(excluded ? [exclusion(excluded.name, excluded.reason)] : []),
    ...(prescribed ? beyondLimits(prescribed, limits.precautions, dose) : []),
  ];
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
  if (precaution.level === 'contraindicated') {
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
