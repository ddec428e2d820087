/** The pages about one episode, below `/episodes/…/`, in the order of the work. */
export const EPISODE_PAGES = [
  { id: 'review', label: 'Review' },
  { id: 'evaluations', label: 'Evaluations' },
  { id: 'prescription', label: 'Prescription' },
  { id: 'sessions', label: 'Sessions' },
  { id: 'home-programme', label: 'Home programme' },
  { id: 'orders', label: 'Tests and procedures' },
  { id: 'medications', label: 'Medication' },
  { id: 'scores', label: 'Scores' },
  { id: 'holds', label: 'Safety holds' },
  { id: 'progress-reports', label: 'Progress reports' },
  { id: 'documentation', label: 'Documentation' },
  { id: 'surgical-opinion', label: 'Surgical opinion' },
] as const;

export type EpisodePage = (typeof EPISODE_PAGES)[number]['id'];
