import { z } from 'zod';
import { ExerciseCategory, type LibraryExercise } from '#shared/home-programme/model.ts';
import { BodyRegion } from '#shared/patients/model.ts';

/** What is looked for in the library, and the open panel; held in the URL. */
export const LibrarySearch = z.object({
  search: z.string().max(80).optional().catch(undefined),
  category: ExerciseCategory.optional().catch(undefined),
  region: BodyRegion.optional().catch(undefined),
  retired: z.literal(true).optional().catch(undefined),
  panel: z.enum(['add', 'edit', 'import']).optional().catch(undefined),
  code: z.string().max(60).optional().catch(undefined),
});
export type LibrarySearch = z.infer<typeof LibrarySearch>;

const plain = (text: string): string => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();

/** Exercises whose name (in either language), code, equipment or words hold every typed word. */
export function filterExercises(
  exercises: readonly LibraryExercise[],
  {
    search = '',
    category,
    region,
    retired,
  }: Pick<LibrarySearch, 'search' | 'category' | 'region' | 'retired'>,
): LibraryExercise[] {
  const words = plain(search).split(/\s+/).filter(Boolean);
  return exercises.filter(({ code, content, retired: isRetired }) => {
    if (isRetired !== (retired === true)) return false;
    if (category !== undefined && content.category !== category) return false;
    if (region !== undefined && content.region !== region) return false;
    const text = plain(
      [code, content.name.en, content.name.es, content.category, content.region, ...content.equipment].join(
        ' ',
      ),
    );
    return words.every((word) => text.includes(word));
  });
}
