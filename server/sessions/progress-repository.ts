import type { PlainDate } from '#shared/platform/time.ts';
import { Problem } from '#shared/platform/problem.ts';
import type { PlanKind } from '#shared/compliance/model.ts';
import type { AssessedGoal, ReportedMeasure } from '#shared/sessions/progress-reports.ts';
import { toDateColumn, toJsonColumn } from '#server/platform/db/columns.ts';
import { episodeToday } from '#server/platform/db/episode-today.ts';
import type { Tx } from '#server/platform/db/in-transaction.ts';
import { newId } from '#server/platform/db/new-id.ts';
import type { Context } from '#server/platform/http/context.ts';
import type { RawProgressFacts } from './next-progress-report.ts';
import { PROGRESS_FACTS_SQL } from './progress-sql.ts';

/** What a report written now would say; invisible is not found. */
export async function loadProgressFacts(tx: Tx, ctx: Context, episodeId: string): Promise<RawProgressFacts> {
  const today = await episodeToday(tx, ctx, episodeId);
  const [row] = await tx.$queryRawUnsafe<{ facts: RawProgressFacts }[]>(PROGRESS_FACTS_SQL, episodeId, today);
  if (!row) throw new Problem('not-found');
  return row.facts;
}

/** Two at once: the second finds the day taken. */
export const SIGNED_TODAY = 'A progress report was signed today already.';

export interface NewProgressReport {
  patientId: string;
  episodeId: string;
  reportedOn: PlainDate;
  periodFrom: PlainDate;
  measures: ReportedMeasure[];
  goals: AssessedGoal[];
  planKind: PlanKind;
  assessment: string;
  plan: string;
}

export async function insertProgressReport(tx: Tx, ctx: Context, report: NewProgressReport): Promise<string> {
  const id = newId(ctx.now());
  const { count } = await tx.progressReport.createMany({
    data: {
      ...report,
      id,
      organizationId: ctx.actor.organizationId,
      authorId: ctx.actor.staffMemberId,
      reportedOn: toDateColumn(report.reportedOn),
      periodFrom: toDateColumn(report.periodFrom),
      measures: toJsonColumn(report.measures),
      goals: toJsonColumn(report.goals),
      signedAt: ctx.now(),
    },
    skipDuplicates: true,
  });
  if (count === 0) throw new Problem('conflict', SIGNED_TODAY);
  return id;
}
