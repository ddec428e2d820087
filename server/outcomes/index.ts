export { recordScores } from './record-scores.ts';
export { loadScoreSetting } from './repository.ts';
