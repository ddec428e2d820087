import { z } from 'zod';
import { PlainDate } from '#shared/platform/time.ts';

/**
 * Since when the problem has been there: one answer, with where it stands. What a physiatrist signed outranks what was told at
 * registration: the prescription in force, else the latest signed evaluation that says so (docs/decisions/0020-one-onset.md).
 */
export const Onset = z.object({
  on: PlainDate,
  from: z.enum(['prescription', 'evaluation', 'registration']),
  /** Of the prescription. */
  versionNumber: z.number().nullable(),
});
export type Onset = z.infer<typeof Onset>;

/** "onset 3 Jun (v2)"; nothing where nobody has said. */
export function onsetWords(onset: Onset | null, date: (on: string) => string): string | undefined {
  if (onset === null) return undefined;
  const { on, from, versionNumber } = onset;
  const source = from === 'prescription' ? `v${versionNumber ?? ''}` : SOURCE[from];
  return `onset ${date(on)} (${source})`;
}

const SOURCE = { evaluation: 'evaluation', registration: 'as registered' } as const;
