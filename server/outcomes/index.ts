export { recordScores } from './record-scores.ts';
