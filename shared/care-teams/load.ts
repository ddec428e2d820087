/** How much somebody carries: open episodes of the patients they are on the team of at this moment. */
export interface Load {
  openEpisodes: number;
  capacity: number;
}

export type LoadState = 'free' | 'nearly-full' | 'full' | 'over';

/** From this share of the capacity on, the bar says that it is nearly full. */
const NEARLY_FULL = 0.9;

/** Where a load stands against its capacity. A capacity of zero takes nobody. */
export function loadState({ openEpisodes, capacity }: Load): LoadState {
  if (openEpisodes > capacity) return 'over';
  if (openEpisodes === capacity) return 'full';
  return openEpisodes >= capacity * NEARLY_FULL ? 'nearly-full' : 'free';
}

/** The load once this patient is theirs too; somebody already on the team carries the patient already. */
export const loadWith = (load: Load, patient: { openEpisodes: number; alreadyOnTeam: boolean }): Load =>
  patient.alreadyOnTeam ? load : { ...load, openEpisodes: load.openEpisodes + patient.openEpisodes };

/** The load once they leave; a second role on the same team keeps the patient theirs. */
export const loadWithout = (
  load: Load,
  patient: { openEpisodes: number; staysInOtherRole: boolean },
): Load =>
  patient.staysInOtherRole
    ? load
    : { ...load, openEpisodes: Math.max(0, load.openEpisodes - patient.openEpisodes) };

/** "41 of 60", the number before the judgement. */
export function loadWords(load: Load): string {
  const words = `${load.openEpisodes} of ${load.capacity}`;
  switch (loadState(load)) {
    case 'free':
      return words;
    case 'nearly-full':
      return `${words}, nearly full`;
    case 'full':
      return `${words}, full`;
    case 'over':
      return `${words}, ${load.openEpisodes - load.capacity} over`;
  }
}
