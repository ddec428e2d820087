import { ExerciseContent, type LibraryExercise, type ExerciseCode } from '#shared/home-programme/model.ts';
import { SHIPPED_EXERCISES } from '#shared/home-programme/library/shipped-library.ts';

/** The organization's row under a code, as far as the library needs it. */
export interface OwnExercise {
  content: unknown;
  retired: boolean;
  version: number;
  changedBy?: string | null;
  changedAt?: string | null;
}

/** What the library says under a code: the organization's own row before the shipped one. */
export function libraryEntry(code: ExerciseCode, own: OwnExercise | undefined): LibraryExercise | undefined {
  const shipped = SHIPPED_EXERCISES.get(code);
  if (own) {
    return {
      code,
      content: ExerciseContent.parse(own.content),
      origin: shipped ? 'edited' : 'own',
      retired: own.retired,
      version: own.version,
      changedBy: own.changedBy ?? null,
      changedAt: own.changedAt ?? null,
    };
  }
  return shipped
    ? {
        code,
        content: shipped,
        origin: 'shipped',
        retired: false,
        version: 0,
        changedBy: null,
        changedAt: null,
      }
    : undefined;
}

/** The whole library by name: shipped exercises, each replaced by the organization's copy, and its own. */
export function wholeLibrary(own: ReadonlyMap<ExerciseCode, OwnExercise>): LibraryExercise[] {
  const codes = new Set([...SHIPPED_EXERCISES.keys(), ...own.keys()]);
  return [...codes]
    .flatMap((code) => libraryEntry(code, own.get(code)) ?? [])
    .sort((a, b) => a.content.name.en.localeCompare(b.content.name.en, 'en'));
}
