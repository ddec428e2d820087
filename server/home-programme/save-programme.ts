import type { homeProgrammeApi } from '#shared/home-programme/contract.ts';
import { checkExercise, isBlocked, type HomeLimits } from '#shared/home-programme/check-exercise.ts';
import {
  ProgrammeContent,
  type AskedExercise,
  type ProgrammeExercise,
} from '#shared/home-programme/model.ts';
import { canWriteProgramme } from '#shared/home-programme/policy.ts';
import type { Input, Output } from '#shared/platform/endpoint.ts';
import { Problem, type ProblemIssue } from '#shared/platform/problem.ts';
import * as audit from '#server/audit/index.ts';
import { loadEpisode } from '#server/patients/index.ts';
import { inTransaction } from '#server/platform/db/in-transaction.ts';
import { assertAllowed } from '#server/platform/http/assert-allowed.ts';
import type { Context } from '#server/platform/http/context.ts';
import { announce } from '#server/platform/live/announce.ts';
import { closeTasks } from '#server/tasks/index.ts';
import { libraryEntry, type OwnExercise } from './library.ts';
import {
  insertProgramme,
  loadLimits,
  loadOwnExercises,
  loadProgrammeContent,
  lockProgramme,
} from './repository.ts';

/** Writes the next version of a patient's home programme; what the prescription forbids is refused. */
export async function saveProgramme(
  ctx: Context,
  { params, body }: Input<typeof homeProgrammeApi.saveProgramme>,
): Promise<Output<typeof homeProgrammeApi.saveProgramme>> {
  const { episodeId } = params;
  return inTransaction(
    ctx,
    async (tx) => {
      const { patientId, status } = await loadEpisode(tx, ctx, episodeId);
      const limits = await loadLimits(tx, ctx, episodeId);
      assertAllowed(canWriteProgramme(ctx.actor, { status, prescribed: limits !== undefined }));
      const last = await lockProgramme(tx, ctx, episodeId);
      if (last !== body.expectedVersion) {
        throw new Problem(
          'stale-version',
          'Somebody else has written another version of this programme. Look at it first.',
          { current: { versionNumber: last } },
        );
      }
      const handedOut = last === 0 ? null : await loadProgrammeContent(tx, ctx, episodeId, last);
      const before = handedOut ? ProgrammeContent.parse(handedOut.content).exercises : [];
      const exercises = resolve(body.exercises, before, await loadOwnExercises(tx, ctx));
      if (limits) assertWithin(exercises, limits);
      const versionNumber = last + 1;
      const id = await insertProgramme(tx, ctx, { patientId, episodeId }, versionNumber, {
        exercises,
        note: body.note,
        noteEs: body.noteEs,
      });
      await audit.record(tx, ctx, {
        did: 'home-programme.written',
        patientId,
        episodeId,
        subject: { type: 'home-programme', id },
        detail: { versionNumber, exercises: exercises.map(({ code }) => code) },
      });
      await closeTasks(tx, ctx, { episodeId, kinds: ['home-programme'], patientId });
      await announce(tx, ctx, { topics: ['episode', 'today'], patientId, episodeId });
      return { versionNumber };
    },
    { episodeId },
  );
}

/** Puts each exercise's words in its place: the library's of today; of a retired one those that the patient has. */
function resolve(
  asked: readonly AskedExercise[],
  before: readonly ProgrammeExercise[],
  own: ReadonlyMap<string, OwnExercise>,
): ProgrammeExercise[] {
  const issues: ProblemIssue[] = [];
  const found = asked.flatMap((one, index) => {
    const entry = libraryEntry(one.code, own.get(one.code));
    const content =
      entry && !entry.retired ? entry.content : before.find(({ code }) => code === one.code)?.content;
    const isTwice = asked.findIndex(({ code, side }) => code === one.code && side === one.side) < index;
    if (content && !isTwice) return [{ ...one, content }];
    const message = content
      ? `${content.name.en} is in the programme twice. Remove one, or give each a side.`
      : `There is no exercise ${one.code} in the library.`;
    issues.push({ path: `exercises.${index}.code`, code: content ? 'TWICE' : 'UNKNOWN', message });
    return [];
  });
  if (issues.length > 0) throw new Problem('invalid-input', issues[0]?.message, { issues });
  return found;
}

function assertWithin(exercises: readonly ProgrammeExercise[], limits: HomeLimits): void {
  const issues = exercises.flatMap(({ content, dose }, index) => {
    const findings = checkExercise(content, dose, limits);
    return isBlocked(findings)
      ? findings
          .filter(({ level }) => level === 'blocked')
          .map(({ sentence }) => ({
            path: `exercises.${index}`,
            code: 'BLOCKED',
            message: `${content.name.en}: ${sentence}`,
          }))
      : [];
  });
  if (issues.length > 0) throw new Problem('intervention-blocked', issues[0]?.message, { issues });
}
