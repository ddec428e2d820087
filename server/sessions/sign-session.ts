import type { Input, Output } from '#shared/platform/endpoint.ts';
import { Problem } from '#shared/platform/problem.ts';
import { dateInZone } from '#shared/platform/time.ts';
import type { sessionsApi } from '#shared/sessions/contract.ts';
import { canSign } from '#shared/sessions/policy.ts';
import * as audit from '#server/audit/index.ts';
import { loadScoreSetting, recordScores } from '#server/outcomes/index.ts';
import { refreshEpisode } from '#server/oversight/index.ts';
import { inTransaction } from '#server/platform/db/in-transaction.ts';
import { assertAllowed } from '#server/platform/http/assert-allowed.ts';
import type { Context } from '#server/platform/http/context.ts';
import { announce } from '#server/platform/live/announce.ts';
import { assertGateOpen, gateOf } from './assert-gate-open.ts';
import { alreadySigned, staleSession } from './change-session.ts';
import { assertComplete, assertWithinLimits, noteToSign } from './note-to-sign.ts';
import { loadSigningFacts, saveSignedNote, type SigningFacts } from './repository.ts';
import { tellTeam } from './tell-team.ts';

type SignBody = Input<typeof sessionsApi.sign>['body'];

/** Signs a session: gate, completeness, limits, totals, the note, its scores and the verdict, all or nothing. */
export async function signSession(
  ctx: Context,
  { params, body }: Input<typeof sessionsApi.sign>,
): Promise<Output<typeof sessionsApi.sign>> {
  const { episodeId, sessionId } = params;
  return inTransaction(
    ctx,
    async (tx) => {
      const { scores } = body.content;
      // Asked together: both answers come in one packet.
      const [facts, setting] = await Promise.all([
        loadSigningFacts(tx, ctx, params, body.content),
        scores.length === 0 ? undefined : loadScoreSetting(tx, ctx, episodeId, { sessionId }),
      ]);
      assertSignable(ctx, facts, body);
      assertComplete(ctx, facts, body.content);
      const codes = body.content.interventions.map(({ code }) => code);
      assertGateOpen(gateOf(ctx, facts, { ...body.content, codes }));
      const rows = assertWithinLimits(ctx, facts, body.content);
      const note = noteToSign(ctx, facts, body, rows);
      const { patientId, session } = facts;

      await saveSignedNote(tx, ctx, facts, note);
      const origin = {
        patientId,
        episodeId,
        sessionId,
        source: 'session',
        measuredOn: session.sessionDate,
      } as const;
      await recordScores(tx, ctx, { ...origin, setting, scores, path: 'content.scores' });
      await tellTeam(tx, ctx, { facts, episodeId, content: body.content, rows });
      await audit.record(tx, ctx, {
        did: 'session.signed',
        patientId,
        episodeId,
        subject: { type: 'session', id: sessionId },
        detail: { interventions: codes, scores: scores.length },
      });
      await refreshEpisode(tx, ctx, episodeId);
      await announce(tx, ctx, { topics: ['today', 'episode', 'board'], patientId, episodeId });
      const { totalTimedMinutes, totalTreatmentMinutes, units, untimedUnits } = note.billing;
      return {
        sessionId,
        signedAt: note.signedAt.toISOString(),
        totalTimedMinutes,
        totalTreatmentMinutes,
        units: { ...units, ...untimedUnits },
      };
    },
    { episodeId },
  );
}

function assertSignable(
  ctx: Context,
  { session, timeZone, prescription }: SigningFacts,
  body: SignBody,
): void {
  if (session.status === 'completed') throw alreadySigned();
  assertAllowed(canSign(ctx.actor, session, dateInZone(ctx.now(), timeZone)));
  if (session.version !== body.expectedVersion) throw staleSession(session);
  if (prescription !== null && prescription.versionNumber !== body.prescriptionVersion) {
    throw new Problem(
      'conflict',
      `Version ${prescription.versionNumber} of the prescription governs this day, and the sheet was filled in under version ${body.prescriptionVersion}. Look at the new limits, then sign.`,
      { current: { prescriptionVersion: prescription.versionNumber } },
    );
  }
}
