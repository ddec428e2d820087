import type { Input, Output } from '#shared/platform/endpoint.ts';
import { Problem } from '#shared/platform/problem.ts';
import { dateInZone } from '#shared/platform/time.ts';
import type { sessionsApi } from '#shared/sessions/contract.ts';
import { missingInNote } from '#shared/sessions/missing-in-note.ts';
import type { SessionContent } from '#shared/sessions/model.ts';
import { changeWords, classifyRows, type ClassifiedRow } from '#shared/sessions/note-limits.ts';
import { noteUnits } from '#shared/sessions/note-units.ts';
import { canSign } from '#shared/sessions/policy.ts';
import * as audit from '#server/audit/index.ts';
import { recordScores } from '#server/outcomes/index.ts';
import { refreshEpisode } from '#server/oversight/index.ts';
import { inTransaction, type Tx } from '#server/platform/db/in-transaction.ts';
import { newId } from '#server/platform/db/new-id.ts';
import { assertAllowed } from '#server/platform/http/assert-allowed.ts';
import type { Context } from '#server/platform/http/context.ts';
import { announce } from '#server/platform/live/announce.ts';
import { openTask } from '#server/tasks/index.ts';
import { assertGateOpen, gateOf } from './assert-gate-open.ts';
import { alreadySigned, staleSession } from './change-session.ts';
import { loadSigningFacts, saveSignedNote, type NoteToSign, type SigningFacts } from './repository.ts';

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
      const facts = await loadSigningFacts(tx, ctx, params);
      assertSignable(ctx, facts, body);
      assertComplete(body.content);
      const codes = body.content.interventions.map(({ code }) => code);
      assertGateOpen(gateOf(facts, codes, body.content.vitals));
      const rows = assertWithinLimits(facts, body.content);
      const note = noteToSign(ctx, facts, body.content, rows);
      const { patientId, session } = facts;

      await saveSignedNote(tx, ctx, facts, note);
      const { scores } = body.content;
      const origin = {
        patientId,
        episodeId,
        sessionId,
        source: 'session',
        measuredOn: session.sessionDate,
      } as const;
      await recordScores(tx, ctx, { ...origin, scores, path: 'content.scores' });
      await tellPhysiatrist(tx, ctx, facts, episodeId, changesToTell(facts, body.content, rows));
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

function assertComplete(content: SessionContent): void {
  const missing = missingInNote(content);
  if (missing.length === 0) return;
  throw new Problem('incomplete-session', missing[0]?.message, {
    issues: missing.map((one) => ({ ...one, path: `content.${one.path}` })),
  });
}

function assertWithinLimits(
  { prescription, lastDoses }: SigningFacts,
  content: SessionContent,
): ClassifiedRow[] {
  // The gate has refused a session without a prescription.
  const limits = prescription?.content ?? { interventions: [], precautions: [] };
  const rows = classifyRows(limits, lastDoses, content.interventions);
  const issues = rows.flatMap(({ refusal }, index) =>
    refusal === undefined
      ? []
      : [{ path: `content.interventions.${index}.dose`, code: 'OUTSIDE_BOUNDS', message: refusal }],
  );
  if (issues.length > 0) throw new Problem('outside-bounds', issues[0]?.message, { issues });
  return rows;
}

function noteToSign(
  ctx: Context,
  { prescription }: SigningFacts,
  content: SessionContent,
  rows: readonly ClassifiedRow[],
): NoteToSign {
  const units = noteUnits(content.interventions, content.tieChoice);
  if (units.kind === 'refused' || prescription === null) throw new Problem('incomplete-session');
  const signedAt = ctx.now();
  return {
    prescriptionId: prescription.prescriptionId,
    content,
    billing: units.billing,
    signedAt,
    interventions: content.interventions.map(({ code, dose, minutes, billingCode }, index) => ({
      id: newId(signedAt),
      code,
      name: rows[index]?.name ?? code,
      dose,
      minutes: minutes ?? 0,
      billingCode,
      classification: rows[index]?.edit.kind === 'notify' ? 'notify' : 'within',
    })),
  };
}

const changesToTell = (
  { lastDoses }: SigningFacts,
  { interventions }: SessionContent,
  rows: readonly ClassifiedRow[],
): string[] =>
  interventions.flatMap(({ code, dose }, index) => {
    const row = rows[index];
    return row?.edit.kind === 'notify' ? [changeWords(row.name, lastDoses[code], dose)] : [];
  });

/** What the prescription wants to be told of: one task per session, read in the physiatrist's digest. */
async function tellPhysiatrist(
  tx: Tx,
  ctx: Context,
  { session, patientId, physiatristId }: SigningFacts,
  episodeId: string,
  changes: readonly string[],
): Promise<void> {
  if (changes.length === 0) return;
  await openTask(tx, ctx, {
    kind: 'notify-digest',
    title:
      changes.length === 1 ? 'Dose raised within limits' : `${changes.length} doses raised within limits`,
    detail: changes.join('; '),
    ...(physiatristId === null ? { ownerRole: 'physiatrist' } : { ownerId: physiatristId }),
    patientId,
    episodeId,
    subjectId: session.sessionId,
    dedupeKey: `notify:${session.sessionId}`,
  });
}
