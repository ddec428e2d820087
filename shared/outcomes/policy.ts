import { ALLOWED, refuse, type Permission, type StaffRole } from '#shared/platform/actor.ts';

interface Who {
  role: StaffRole;
}

/** Any clinician of the care team measures (rules.md 3); administrators see no clinical values. */
export const canEnterScores = (who: Who): Permission =>
  who.role === 'administrator' ? refuse('not-clinical', 'Scores are entered by the care team.') : ALLOWED;

/** A value of another record counts in one episode at most. */
export const canTakeImported = (who: Who, score: { takenInto: { concern: string } | null }): Permission => {
  const entering = canEnterScores(who);
  if (!entering.allowed || score.takenInto === null) return entering;
  return refuse('already-taken', `This value counts already, in the episode “${score.takenInto.concern}”.`);
};

/** A mistake is marked by anybody of the care team, once, and stays readable. */
export const canMarkError = (who: Who, score: { error: unknown }): Permission => {
  const entering = canEnterScores(who);
  if (!entering.allowed) return entering;
  return score.error === null
    ? ALLOWED
    : refuse('already-marked', 'This value is marked as entered in error already.');
};

/** Which published population judges is the physiatrist's, or the administrator's on their behalf. */
export const canChooseThreshold = (who: Who): Permission =>
  who.role === 'physiatrist' || who.role === 'administrator'
    ? ALLOWED
    : refuse('physiatrist-only', 'A physiatrist or an administrator chooses the thresholds of the clinic.');
