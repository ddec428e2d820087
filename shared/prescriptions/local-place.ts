import type { PrescribedPrecaution } from './model.ts';

type Local = Pick<PrescribedPrecaution, 'scope' | 'decision' | 'avoid'>;

/** The place that a kept local rule keeps away from; nothing where none was stated. */
export const avoidedPlace = ({ scope, decision, avoid }: Local): string | undefined =>
  scope === 'local' && decision === 'keep' && avoid ? avoid : undefined;

/** Whether other kept rows forbid everything that a row is about: then none of it is permitted elsewhere either. */
export const isOverruled = (
  precaution: PrescribedPrecaution,
  all: readonly PrescribedPrecaution[],
): boolean =>
  precaution.agents.length > 0 &&
  precaution.agents.every((agent) =>
    all.some(
      (other) =>
        other !== precaution &&
        other.decision === 'keep' &&
        isForbidding(other) &&
        other.agents.includes(agent),
    ),
  );

/**
 * Whether a precaution forbids what it is about: a local contraindication no longer does once the physiatrist has said which place
 * to keep away from (rules.md 4.3, "local = at or near the affected site").
 */
export const isForbidding = (precaution: Local & Pick<PrescribedPrecaution, 'level'>): boolean =>
  precaution.level === 'contraindicated' && avoidedPlace(precaution) === undefined;

/** "Ultrasound over the device: not at the left chest". */
export const withPlace = (words: string, precaution: Local): string => {
  const place = avoidedPlace(precaution);
  return place === undefined ? words : `${words}: not at ${place}`;
};
