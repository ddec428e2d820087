import type { ExerciseContent, Language, ProgrammeExercise } from './model.ts';

type Drawn = Pick<ExerciseContent, 'picture'>;

const isOf = (pictures: ReadonlySet<string>, { picture }: Drawn): boolean =>
  picture !== null && pictures.has(picture);

/**
 * Exercises that both sides do, together or in turn: to name one side would order half of them. Known by their picture,
 * which an edited copy keeps.
 */
const BOTH_SIDES: ReadonlySet<string> = new Set([
  ...['bridge', 'sit-to-stand', 'mini-squat', 'wall-sit', 'heel-raise', 'ball-squeeze-knees'],
  ...['supine-march', 'bird-dog', 'knee-plank', 'band-row', 'band-external-rotation', 'wall-push-up'],
  ...['lower-trunk-rotation', 'prone-press-up', 'cat-camel', 'childs-pose', 'shoulder-flexion-stick'],
  ...['neck-rotation', 'seated-trunk-rotation', 'chin-tuck', 'shoulder-blade-squeeze', 'wall-angel'],
  ...['pelvic-tilt', 'thoracic-extension', 'tandem-stand', 'weight-shift', 'standing-march', 'toe-taps'],
  ...['cross-march', 'walking-programme', 'side-stepping', 'heel-to-toe-walk', 'toe-walking', 'step-over'],
  'stair-climbing',
]);

/** Whether a side can be asked for. */
export const hasOneSide = (content: Drawn): boolean => !isOf(BOTH_SIDES, content);

/** The side that is asked for; none for an exercise of both sides, whatever was chosen. */
export const sideOf = ({
  content,
  side,
}: {
  content: Drawn;
  side: ProgrammeExercise['side'];
}): ProgrammeExercise['side'] => (hasOneSide(content) ? side : null);

const CHANGE: Record<Language, RegExp> = {
  en: /,? (?:then|and) change (?:legs|sides|feet|arms)\b[^.]*\.$/,
  es: /,? y cambie de (?:pierna|lado|pie|brazo)\b[^.]*\.$/,
};

/** Steps for one side do not say to change to the other. */
export const stepsForSide = (
  steps: readonly string[],
  side: ProgrammeExercise['side'],
  language: Language,
): string[] =>
  side === 'left' || side === 'right'
    ? steps.map((step) => step.replace(CHANGE[language], '.').replace(CHANGE.en, '.'))
    : [...steps];

/** Feet on the ground with the body's weight over them. */
const STANDING: ReadonlySet<string> = new Set([
  ...['sit-to-stand', 'mini-squat', 'wall-sit', 'heel-raise', 'step-up', 'standing-hip-abduction'],
  ...['standing-hip-extension', 'standing-knee-curl', 'calf-stretch', 'hip-flexor-stretch'],
  ...['quadriceps-stretch', 'single-leg-stand', 'tandem-stand', 'weight-shift', 'standing-march'],
  ...['standing-reach', 'toe-taps', 'cross-march', 'side-stepping', 'heel-to-toe-walk', 'toe-walking'],
  ...['step-over', 'stair-climbing', 'wall-push-up'],
]);

const STANDING_INTERVENTIONS: ReadonlySet<string> = new Set([
  ...['squat', 'step-up', 'heel-raise', 'functional-task', 'stairs', 'gait-training', 'balance'],
]);

/** The leg carries a part of the weight: lying with the foot pushed down, or on hands and knees. */
const PARTLY_ON_LEGS: ReadonlySet<string> = new Set([
  ...['bridge', 'bird-dog', 'cat-camel', 'knee-plank', 'childs-pose', 'walking-programme'],
]);

/** On the hands. */
const ON_ARMS: ReadonlySet<string> = new Set([
  ...['wall-push-up', 'bird-dog', 'cat-camel', 'knee-plank', 'prone-press-up'],
]);

/** How much of the body's weight an exercise puts on the legs. An exercise without a picture is known by its intervention. */
export function weightOnLegs(
  content: Pick<ExerciseContent, 'picture' | 'category' | 'intervention'>,
): 'full' | 'part' | 'none' {
  if (isOf(PARTLY_ON_LEGS, content)) return 'part';
  if (isOf(STANDING, content)) return 'full';
  const stands =
    content.category === 'gait' ||
    content.category === 'balance' ||
    (content.picture === null &&
      content.intervention !== null &&
      STANDING_INTERVENTIONS.has(content.intervention));
  return stands ? 'full' : 'none';
}

export const isOnArms = (content: Drawn): boolean => isOf(ON_ARMS, content);
