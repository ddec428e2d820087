export { openRedFlag, type FlaggedEpisode } from './open-red-flag.ts';
export { PROGRESS_MEASURE_FACTS } from './progress-sql.ts';
export { nextProgressReport, type RawProgressFacts } from './next-progress-report.ts';
export { assertGoalsJudged } from './assert-goals-judged.ts';
export { handOverSessions } from './hand-over-sessions.ts';
export { cancelPlannedSessions } from './visit-repository.ts';
export { ALLOWED_CENTS, SAME_DAY } from './facts-sql.ts';
