import { homeProgrammeDocument } from '#shared/home-programme/handout.ts';
import { ProgrammePage, type homeProgrammeApi } from '#shared/home-programme/contract.ts';
import type { Input } from '#shared/platform/endpoint.ts';
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
  const writtenOn =
    current === null ? '' : momentInWords(new Date(current.signedAt), ctx.actor.timeZone, query.language);
  return homeProgrammeDocument(page, query.language, writtenOn);
}
