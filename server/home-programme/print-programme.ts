import { homeProgrammeDocument } from '#shared/home-programme/handout.ts';
import { PrintedProgramme, type homeProgrammeApi } from '#shared/home-programme/contract.ts';
import type { Input } from '#shared/platform/endpoint.ts';
import { momentInWords, type WrittenDocument } from '#server/documents/index.ts';
import type { Context } from '#server/platform/http/context.ts';
import { findPrintedProgramme } from './queries.ts';

/** A version of the programme as the patient takes it home. */
export async function printProgramme(
  ctx: Context,
  { params, query }: Input<typeof homeProgrammeApi.handout>,
): Promise<WrittenDocument> {
  const printed = PrintedProgramme.parse(await findPrintedProgramme(ctx, params));
  const { signedAt } = printed.version;
  const writtenOn = momentInWords(new Date(signedAt), ctx.actor.timeZone, query.language);
  return homeProgrammeDocument(printed, query.language, writtenOn);
}
