export { recordScores, type ScoresToRecord } from './record-scores.ts';
