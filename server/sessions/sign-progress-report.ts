import type { Input, Output } from '#shared/platform/endpoint.ts';
import { ProgressReportId } from '#shared/platform/ids.ts';
import { Problem } from '#shared/platform/problem.ts';
import { dateInZone, type PlainDate } from '#shared/platform/time.ts';
import type { sessionsApi } from '#shared/sessions/contract.ts';
import { asksForClinicianVisit, NO_CLINICIAN_VISIT } from '#shared/sessions/clinician-visit.ts';
import { canReportProgress } from '#shared/sessions/policy.ts';
import * as audit from '#server/audit/index.ts';
import { refreshEpisode } from '#server/oversight/index.ts';
import { inTransaction } from '#server/platform/db/in-transaction.ts';
import { assertAllowed } from '#server/platform/http/assert-allowed.ts';
import type { Context } from '#server/platform/http/context.ts';
import { announce } from '#server/platform/live/announce.ts';
import { assertGoalsJudged } from './assert-goals-judged.ts';
import { nextProgressReport, type RawProgressFacts } from './next-progress-report.ts';
import { insertProgressReport, loadProgressFacts, SIGNED_TODAY } from './progress-repository.ts';

/** Writes and signs the progress report of the period up to today; the measures are those of the record. */
export async function signProgressReport(
  ctx: Context,
  {
    params: { episodeId },
    body: { withoutClinicianVisit, ...body },
  }: Input<typeof sessionsApi.signProgressReport>,
): Promise<Output<typeof sessionsApi.signProgressReport>> {
  return inTransaction(
    ctx,
    async (tx) => {
      const facts = await loadProgressFacts(tx, ctx, episodeId);
      assertAllowed(canReportProgress(ctx.actor));
      const today = dateInZone(ctx.now(), facts.timeZone);
      assertReportable(facts, today);
      const { measures, goals: stood, periodFrom, clinicianTreatedOn } = nextProgressReport(facts, today);
      const asked = clinicianTreatedOn === null && asksForClinicianVisit(facts.payerProfile, today);
      if (asked && !withoutClinicianVisit) throw new Problem('conflict', NO_CLINICIAN_VISIT);
      const { patientId, payerProfile } = facts;
      const goals = assertGoalsJudged(stood, body.goals, { payerProfile, on: today });
      const report = { ...body, patientId, episodeId, reportedOn: today, periodFrom, measures, goals };
      const id = await insertProgressReport(tx, ctx, report);
      const subject = { type: 'progress-report', id };
      await audit.record(tx, ctx, {
        did: 'progress-report.signed',
        patientId,
        episodeId,
        subject,
        detail: { withoutClinicianVisit: asked },
      });
      await refreshEpisode(tx, ctx, episodeId);
      await announce(tx, ctx, { topics: ['today', 'episode', 'board'], patientId, episodeId });
      return { progressReportId: ProgressReportId.parse(id), reportedOn: today };
    },
    { episodeId },
  );
}

function assertReportable({ status, progress }: RawProgressFacts, today: PlainDate): void {
  if (status === 'closed') throw new Problem('episode-closed', 'The episode is closed.');
  if (progress.lastReportOn === today) {
    throw new Problem('conflict', SIGNED_TODAY);
  }
  if (progress.treatmentDates.length === 0) {
    throw new Problem(
      'conflict',
      'There has been no treatment since the last report: nothing to report yet.',
    );
  }
}
