import { z } from 'zod';

/** What other signed notes of the patient under the same plan of care hold for the date of a session: Medicare counts by the date. */
export const SameDay = z.object({
  services: z.array(
    z.object({
      billingCode: z.string(),
      minutes: z.number().int(),
      assistantMinutes: z.number().int(),
    }),
  ),
  /** What each of those notes billed. */
  billed: z.array(
    z.object({
      units: z.record(z.string(), z.number().int()),
      untimedUnits: z.record(z.string(), z.number().int()),
    }),
  ),
});
export type SameDay = z.infer<typeof SameDay>;

export const NOTHING_ELSE_THAT_DAY: SameDay = { services: [], billed: [] };

/** Units of several notes by code. */
export const unitsTogether = (notes: readonly Readonly<Record<string, number>>[]): Record<string, number> => {
  const all = new Map<string, number>();
  for (const [code, count] of notes.flatMap((units) => Object.entries(units)))
    all.set(code, (all.get(code) ?? 0) + count);
  return Object.fromEntries([...all].filter(([, count]) => count > 0));
};
