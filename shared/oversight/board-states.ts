import { z } from 'zod';

export const LANES = ['decision', 'watch', 'track', 'closed'] as const;
export const Lane = z.enum(LANES);
export type Lane = z.infer<typeof Lane>;

export const LANE_WORDS: Record<Lane, string> = {
  decision: 'Needs a decision',
  watch: 'Watch',
  track: 'On track',
  closed: 'Closed this week',
};

export const BOARD_STATES = [
  'safety-hold',
  'worsening',
  'request',
  'mixed',
  'plateau',
  'review-due',
  'plan-ended',
  'consult-needed',
  'prescription-needed',
  'no-data',
  'attendance',
  'certification',
  'plan-ending',
  'decided',
  'ready',
  'too-early',
  'partly-working',
  'working',
  'closed',
] as const;
export const BoardState = z.enum(BOARD_STATES);
export type BoardState = z.infer<typeof BoardState>;

/** Rank is the order of the board, worst first; an episode without data never ranks below one on track. */
export const BOARD_STATE: Record<
  BoardState,
  { word: string; lane: Lane; rank: number; tone: 'danger' | 'warning' | 'watch' | 'ok' | 'neutral' | 'info' }
> = {
  'safety-hold': { word: 'SAFETY HOLD', lane: 'decision', rank: 10, tone: 'danger' },
  worsening: { word: 'WORSENING', lane: 'decision', rank: 20, tone: 'danger' },
  request: { word: 'REQUEST', lane: 'decision', rank: 30, tone: 'warning' },
  mixed: { word: 'MIXED', lane: 'decision', rank: 40, tone: 'warning' },
  plateau: { word: 'PLATEAU', lane: 'decision', rank: 50, tone: 'warning' },
  'review-due': { word: 'REVIEW DUE', lane: 'decision', rank: 60, tone: 'warning' },
  'plan-ended': { word: 'PLAN ENDED', lane: 'decision', rank: 62, tone: 'warning' },
  'consult-needed': { word: 'CONSULT', lane: 'decision', rank: 65, tone: 'info' },
  'prescription-needed': { word: 'PRESCRIBE', lane: 'decision', rank: 66, tone: 'info' },
  'no-data': { word: 'NO DATA', lane: 'watch', rank: 70, tone: 'watch' },
  attendance: { word: 'ATTENDANCE', lane: 'watch', rank: 74, tone: 'watch' },
  certification: { word: 'CERTIFICATION', lane: 'watch', rank: 78, tone: 'watch' },
  'plan-ending': { word: 'PLAN ENDING', lane: 'watch', rank: 80, tone: 'watch' },
  decided: { word: 'DECIDED', lane: 'watch', rank: 84, tone: 'neutral' },
  ready: { word: 'READY', lane: 'watch', rank: 86, tone: 'ok' },
  'too-early': { word: 'TOO EARLY', lane: 'track', rank: 90, tone: 'neutral' },
  'partly-working': { word: 'PARTLY', lane: 'track', rank: 92, tone: 'ok' },
  working: { word: 'WORKING', lane: 'track', rank: 94, tone: 'ok' },
  closed: { word: 'DONE', lane: 'closed', rank: 99, tone: 'neutral' },
};
