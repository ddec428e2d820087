import type { complianceApi } from '#shared/compliance/contract.ts';
import type { DocumentationPage } from '#shared/compliance/documentation.ts';
import { canWriteDischargeNote } from '#shared/compliance/policy.ts';
import type { Input, Output } from '#shared/platform/endpoint.ts';
import { Problem } from '#shared/platform/problem.ts';
import * as audit from '#server/audit/index.ts';
import { readEpisodeToday } from '#server/platform/db/episode-today.ts';
import { readAs } from '#server/platform/db/read-as.ts';
import type { Context } from '#server/platform/http/context.ts';
import type { RawProgressFacts } from '#server/sessions/index.ts';
import { dischargeBasis } from './discharge-basis.ts';
import { DOCUMENTATION_SQL, THERAPY_AMOUNTS_SQL } from './documentation-sql.ts';

type Screen = Omit<DocumentationPage, 'today' | 'dischargeBasis'> & { progress: RawProgressFacts };

/** What the payer asks of an episode's record, what is there, and the documents made of it. */
export async function readDocumentation(
  ctx: Context,
  { params: { episodeId } }: Input<typeof complianceApi.documentation>,
): Promise<Output<typeof complianceApi.documentation>> {
  const today = await readEpisodeToday(ctx, episodeId);
  const [row] = await readAs<{ screen: Screen }>(
    ctx,
    { name: 'compliance-documentation', text: DOCUMENTATION_SQL, values: [episodeId, today] },
    { scope: { episodeId }, alongside: audit.seen(ctx, { did: 'documentation.seen', episodeId }) },
  );
  if (!row) throw new Problem('not-found');
  const { progress, ...screen } = row.screen;
  const { status, firstTreatmentOn, dischargeNoteOn } = screen.facts;
  const state = { status, treated: firstTreatmentOn !== null, noteSigned: dischargeNoteOn !== null };
  return {
    ...screen,
    today,
    dischargeBasis: canWriteDischargeNote(ctx.actor, state).allowed
      ? dischargeBasis(screen.facts, progress, today)
      : null,
  };
}

/** Allowed amounts by calendar year, as the administrator entered them. */
export async function readTherapyAmounts(
  ctx: Context,
  { params: { patientId } }: Input<typeof complianceApi.therapyAmounts>,
): Promise<Output<typeof complianceApi.therapyAmounts>> {
  const [row] = await readAs<{ screen: Output<typeof complianceApi.therapyAmounts> }>(
    ctx,
    { name: 'compliance-therapy-amounts', text: THERAPY_AMOUNTS_SQL, values: [patientId, ctx.now()] },
    { scope: { patientId }, alongside: audit.seen(ctx, { did: 'therapy-amounts.seen', patientId }) },
  );
  if (!row) throw new Problem('not-found');
  return row.screen;
}
