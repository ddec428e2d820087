import type { homeProgrammeApi } from '#shared/home-programme/contract.ts';
import type { ExerciseCode, ExerciseContent, LibraryExercise } from '#shared/home-programme/model.ts';
import { canKeepLibrary } from '#shared/home-programme/policy.ts';
import { PICTURE_CODES } from '#shared/home-programme/figure/pictures.ts';
import { getIntervention } from '#shared/prescriptions/interventions.ts';
import type { Input } from '#shared/platform/endpoint.ts';
import { Problem } from '#shared/platform/problem.ts';
import * as audit from '#server/audit/index.ts';
import { inTransaction, type Tx } from '#server/platform/db/in-transaction.ts';
import { assertAllowed } from '#server/platform/http/assert-allowed.ts';
import type { Context } from '#server/platform/http/context.ts';
import { invalidField } from '#server/platform/http/invalid-field.ts';
import { libraryEntry } from './library.ts';
import { insertExercise, loadExercise, updateExercise } from './repository.ts';

/** Adds an exercise of the organization's own. */
export const addExercise = (ctx: Context, { body }: Input<typeof homeProgrammeApi.addExercise>) =>
  inTransaction(ctx, async (tx) => {
    assertAllowed(canKeepLibrary(ctx.actor));
    const { code, content } = body;
    assertKnown(content);
    if (libraryEntry(code, (await loadExercise(tx, ctx, code)) ?? undefined)) {
      throw new Problem(
        'conflict',
        `There is an exercise with the code ${code} already. Choose another code.`,
        {
          issues: [{ path: 'code', code: 'TAKEN', message: 'This code is taken.' }],
        },
      );
    }
    await insertExercise(tx, ctx, code, { content, retired: false });
    return changed(tx, ctx, 'exercise.added', code);
  });

/** Edits an exercise; of a shipped one the organization gets a copy of its own. */
export const editExercise = (ctx: Context, { params, body }: Input<typeof homeProgrammeApi.editExercise>) =>
  inTransaction(ctx, async (tx) => {
    const { exerciseCode: code } = params;
    const now = await loadEntry(tx, ctx, code);
    assertAllowed(canKeepLibrary(ctx.actor));
    assertKnown(body.content);
    await store(tx, ctx, now, { content: body.content, retired: now.retired }, body.expectedVersion);
    return changed(tx, ctx, 'exercise.edited', code);
  });

/** Takes an exercise out of the library, or brings it back. */
export const retireExercise = (
  ctx: Context,
  { params, body }: Input<typeof homeProgrammeApi.retireExercise>,
) =>
  inTransaction(ctx, async (tx) => {
    const { exerciseCode: code } = params;
    const now = await loadEntry(tx, ctx, code);
    assertAllowed(canKeepLibrary(ctx.actor));
    await store(tx, ctx, now, { content: now.content, retired: body.retired }, body.expectedVersion);
    return changed(tx, ctx, body.retired ? 'exercise.retired' : 'exercise.brought-back', code);
  });

async function loadEntry(tx: Tx, ctx: Context, code: ExerciseCode): Promise<LibraryExercise> {
  const entry = libraryEntry(code, (await loadExercise(tx, ctx, code)) ?? undefined);
  if (!entry) throw new Problem('not-found');
  return entry;
}

async function store(
  tx: Tx,
  ctx: Context,
  now: LibraryExercise,
  next: { content: ExerciseContent; retired: boolean },
  expectedVersion: number,
): Promise<void> {
  if (expectedVersion !== now.version) throw stale(now);
  if (now.version === 0) await insertExercise(tx, ctx, now.code, next);
  else if (!(await updateExercise(tx, ctx, now.code, next, expectedVersion))) throw stale(now);
}

const stale = (now: LibraryExercise): Problem =>
  new Problem('stale-version', 'Somebody else has changed this exercise. Look again.', { current: now });

async function changed(tx: Tx, ctx: Context, did: string, code: ExerciseCode): Promise<LibraryExercise> {
  await audit.record(tx, ctx, { did, detail: { code } });
  return loadEntry(tx, ctx, code);
}

/** A picture and an intervention are chosen among those there are. */
export function unknownParts({
  picture,
  intervention,
}: ExerciseContent): { path: string; message: string }[] {
  return [
    ...(picture === null || PICTURE_CODES.includes(picture)
      ? []
      : [{ path: 'picture', message: `There is no picture ${picture}.` }]),
    ...(intervention === null || getIntervention(intervention) !== undefined
      ? []
      : [{ path: 'intervention', message: `There is no intervention ${intervention}.` }]),
  ];
}

function assertKnown(content: ExerciseContent): void {
  const [first] = unknownParts(content);
  if (first) throw invalidField(`content.${first.path}`, first.message);
}
