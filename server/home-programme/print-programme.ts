import { homeProgrammeDocument } from '#shared/home-programme/handout.ts';
import { ProgrammePage, type homeProgrammeApi } from '#shared/home-programme/contract.ts';
import type { Input } from '#shared/platform/endpoint.ts';
import { Problem } from '#shared/platform/problem.ts';
import { momentInWords, type WrittenDocument } from '#server/documents/index.ts';
import type { Context } from '#server/platform/http/context.ts';
import { findProgramme } from './queries.ts';

/** The programme in force as the patient takes it home. */
export async function printProgramme(
  ctx: Context,
  { params, query }: Input<typeof homeProgrammeApi.handout>,
): Promise<WrittenDocument> {
  const page = ProgrammePage.parse(await findProgramme(ctx, { params }));
  const { current } = page;
  if (!current || current.content.exercises.length === 0) {
    throw new Problem('not-found', 'There is no home programme to print yet.');
  }
  const writtenOn = momentInWords(new Date(current.signedAt), ctx.actor.timeZone, query.language);
  return homeProgrammeDocument(page, current, query.language, writtenOn);
}
