/**
 * Query keys start with the topic that the server names when something changes:
 * a live event for `board` refetches everything whose key starts with `board`.
 */
export const queryKeys = {
  session: ['session'] as const,
  about: ['about'] as const,
  staff: ['staff'] as const,
  board: (...rest: readonly unknown[]) => ['board', ...rest] as const,
  episode: (episodeId: string, ...rest: readonly unknown[]) => ['episode', episodeId, ...rest] as const,
  patient: (patientId: string, ...rest: readonly unknown[]) => ['patient', patientId, ...rest] as const,
  patients: (...rest: readonly unknown[]) => ['patients', ...rest] as const,
  intake: (...rest: readonly unknown[]) => ['intake', ...rest] as const,
  teams: (...rest: readonly unknown[]) => ['teams', ...rest] as const,
  today: (...rest: readonly unknown[]) => ['today', ...rest] as const,
  tasks: (...rest: readonly unknown[]) => ['tasks', ...rest] as const,
  exercises: (...rest: readonly unknown[]) => ['exercises', ...rest] as const,
  templates: ['prescription-templates'] as const,
  search: (...rest: readonly unknown[]) => ['search', ...rest] as const,
};
