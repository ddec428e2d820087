import type { complianceApi } from '#shared/compliance/contract.ts';
import { canAddendReport } from '#shared/compliance/policy.ts';
import type { Addendum, NewAddendum } from '#shared/corrections/addendum.ts';
import type { Input } from '#shared/platform/endpoint.ts';
import { Problem } from '#shared/platform/problem.ts';
import * as audit from '#server/audit/index.ts';
import { writtenAddendum } from '#server/corrections/index.ts';
import { inTransaction, type Tx } from '#server/platform/db/in-transaction.ts';
import { assertAllowed } from '#server/platform/http/assert-allowed.ts';
import type { Context } from '#server/platform/http/context.ts';
import { announce } from '#server/platform/live/announce.ts';
import {
  getDischargeNote,
  getReport,
  insertDischargeNoteAddendum,
  insertReportAddendum,
  type Signed,
} from './addendum-repository.ts';

interface Addition {
  episodeId: string;
  body: NewAddendum;
  type: 'progress-report' | 'discharge-note';
  find: (tx: Tx) => Promise<Signed | null>;
  insert: typeof insertReportAddendum;
}

/** Adds to a signed progress report; the report itself stays as it was signed (rules.md 1.4 [P]). */
export const addendReport = (
  ctx: Context,
  { params: { episodeId, progressReportId }, body }: Input<typeof complianceApi.addendReport>,
): Promise<Addendum> =>
  addTo(ctx, {
    episodeId,
    body,
    type: 'progress-report',
    find: (tx) => getReport(tx, ctx, episodeId, progressReportId),
    insert: insertReportAddendum,
  });

/** Adds to the signed discharge note of an episode. */
export const addendDischargeNote = (
  ctx: Context,
  { params: { episodeId }, body }: Input<typeof complianceApi.addendDischargeNote>,
): Promise<Addendum> =>
  addTo(ctx, {
    episodeId,
    body,
    type: 'discharge-note',
    find: (tx) => getDischargeNote(tx, ctx, episodeId),
    insert: insertDischargeNoteAddendum,
  });

function addTo(ctx: Context, { episodeId, body, type, find, insert }: Addition): Promise<Addendum> {
  return inTransaction(
    ctx,
    async (tx) => {
      assertAllowed(canAddendReport(ctx.actor));
      const signed = await find(tx);
      if (signed === null) throw new Problem('not-found');
      const { patientId } = signed;
      const { id } = await insert(tx, ctx, signed, body);
      const subject = { type, id: signed.id };
      await audit.record(tx, ctx, { did: `${type}.addended`, patientId, episodeId, subject });
      await announce(tx, ctx, { topics: ['episode'], patientId, episodeId });
      return writtenAddendum(ctx, id, body);
    },
    { episodeId },
  );
}
