import { z } from 'zod';

/** Grades of manual muscle testing between the whole ones, as the examiner says them: `3+` and `4-` are not the same. */
export const SIGNED_GRADES = ['1+', '2-', '2+', '3-', '3+', '4-', '4+', '5-'] as const;

const RANGE = { error: 'Strength is graded 0 to 5, with + or - between the whole grades.' };

/** A whole grade as a number, one between as it was said. Half steps are read for the sake of what was signed in them. */
export const StrengthGrade = z.union(
  [z.number(RANGE).min(0, RANGE).max(5, RANGE).multipleOf(0.5, RANGE), z.enum(SIGNED_GRADES, RANGE)],
  RANGE,
);
export type StrengthGrade = z.infer<typeof StrengthGrade>;

/** Every grade that can be chosen, the weakest first. */
export const STRENGTH_GRADES: readonly string[] = [
  '0',
  '1',
  '1+',
  '2-',
  '2',
  '2+',
  '3-',
  '3',
  '3+',
  '4-',
  '4',
  '4+',
  '5-',
  '5',
];

/** Reads a grade as it is spoken. `4+` stays `4+`; what is no grade is nothing. */
export function readGrade(typed: string): StrengthGrade | null {
  const said = typed.trim().replace('−', '-').replace(',', '.');
  if (/^[0-5](\.[05])?$/.test(said) && Number(said) <= 5) return Number(said);
  return SIGNED_GRADES.find((grade) => grade === said) ?? null;
}

const A_SIGN = 0.3;

/** Where a grade stands among the others: `3+` below `4-`, `4-` below `4`, `4` below `4+`. For order only, never shown. */
export function gradeRank(grade: StrengthGrade): number {
  if (typeof grade === 'number') return grade;
  return Number(grade.charAt(0)) + (grade.endsWith('+') ? A_SIGN : -A_SIGN);
}
