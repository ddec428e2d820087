import type { FindingKind } from './findings.ts';
import { readGrade, type StrengthGrade } from './strength-grade.ts';

/** What a cell of the sheet takes, said where it was given something else. */
export const CELL_RANGE: Partial<Record<FindingKind, string>> = {
  rom: 'whole degrees from -60 to 360',
  strength: '0 to 5, such as 4, 4- or 4+',
  balance: 'seconds from 0 to 600',
  measurement: 'a number from 0 to 500',
};

const LIMITS: Partial<Record<FindingKind, readonly [min: number, max: number]>> = {
  rom: [-60, 360],
  balance: [0, 600],
  measurement: [0, 500],
};

/** The value that was typed into a cell; nothing when it is none. */
export function readCell(kind: FindingKind, typed: string): number | StrengthGrade | null {
  if (kind === 'strength') return readGrade(typed);
  const text = typed.trim().replace(',', '.').replace('−', '-');
  const limits = LIMITS[kind];
  if (limits === undefined || !/^-?\d+(\.\d*)?$/.test(text)) return null;
  const number = Number(text);
  if (number < limits[0] || number > limits[1]) return null;
  return kind === 'rom' && !Number.isInteger(number) ? null : number;
}
