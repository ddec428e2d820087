import type { complianceApi } from '#shared/compliance/contract.ts';
import { dischargeSummaryDocument } from '#shared/compliance/discharge-summary-document.ts';
import type {
  DischargeSummaryFacts,
  DocumentSubject,
  PlanOfCareFacts,
  ProgressReportFacts,
} from '#shared/compliance/document-facts.ts';
import { planOfCareDocument } from '#shared/compliance/plan-of-care-document.ts';
import { progressReportDocument } from '#shared/compliance/progress-report-document.ts';
import type { Input } from '#shared/platform/endpoint.ts';
import { Problem } from '#shared/platform/problem.ts';
import * as audit from '#server/audit/index.ts';
import { momentInWords, type WrittenDocument } from '#server/documents/index.ts';
import { readEpisodeToday } from '#server/platform/db/episode-today.ts';
import { readAs } from '#server/platform/db/read-as.ts';
import type { Context } from '#server/platform/http/context.ts';
import { DISCHARGE_SUMMARY_SQL, PLAN_OF_CARE_SQL, PROGRESS_REPORT_SQL } from './document-sql.ts';

interface Asked {
  name: string;
  text: string;
  episodeId: string;
  /** Which of several, where the episode has several. */
  id?: string;
}

/** The record that a document is made of; making it is an audit row like any reading of the chart. */
async function readFacts<Facts>(ctx: Context, { name, text, episodeId, id }: Asked): Promise<Facts> {
  const today = await readEpisodeToday(ctx, episodeId);
  const subject = id === undefined ? {} : { subject: { type: name, id } };
  const [row] = await readAs<{ facts: Facts }>(
    ctx,
    { name: `compliance-${name}`, text, values: [episodeId, today, ...(id === undefined ? [] : [id])] },
    {
      scope: { episodeId },
      alongside: audit.seen(ctx, { did: `${name}.document-made`, episodeId, ...subject }),
    },
  );
  if (!row) throw new Problem('not-found');
  return row.facts;
}

const letterheadOf = ({ organization, clinic }: DocumentSubject) => ({ organization, clinic });
const inWords = (at: string, { timeZone }: DocumentSubject): string =>
  momentInWords(new Date(at), timeZone, 'en');

type RawPlan = Omit<PlanOfCareFacts, 'version' | 'signedAt'> & {
  version: (PlanOfCareFacts['version'] & { signedAt: string }) | null;
};

export async function readPlanOfCare(
  ctx: Context,
  { params: { episodeId, prescriptionId } }: Input<typeof complianceApi.planOfCare>,
): Promise<WrittenDocument> {
  const asked = { name: 'plan-of-care', text: PLAN_OF_CARE_SQL, episodeId, id: prescriptionId };
  const { version, ...facts } = await readFacts<RawPlan>(ctx, asked);
  if (version === null) throw new Problem('not-found');
  const signedAt = inWords(version.signedAt, facts);
  return { ...planOfCareDocument({ ...facts, version, signedAt }), letterhead: letterheadOf(facts) };
}

export async function readProgressReport(
  ctx: Context,
  { params: { episodeId, progressReportId } }: Input<typeof complianceApi.progressReport>,
): Promise<WrittenDocument> {
  const asked = { name: 'progress-report', text: PROGRESS_REPORT_SQL, episodeId, id: progressReportId };
  const facts = await readFacts<ProgressReportFacts>(ctx, asked);
  const signedAt = inWords(facts.report.signedAt, facts);
  return { ...progressReportDocument(facts, signedAt), letterhead: letterheadOf(facts) };
}

type RawDischarge = Omit<DischargeSummaryFacts, 'closedOn'> & {
  closedOn: DischargeSummaryFacts['closedOn'] | null;
};

export async function readDischargeSummary(
  ctx: Context,
  { params: { episodeId } }: Input<typeof complianceApi.dischargeSummary>,
): Promise<WrittenDocument> {
  const asked = { name: 'discharge-summary', text: DISCHARGE_SUMMARY_SQL, episodeId };
  const { closedOn, ...facts } = await readFacts<RawDischarge>(ctx, asked);
  if (closedOn === null)
    throw new Problem('conflict', 'The episode is open: there is a discharge summary when it is closed.');
  const signedAt = facts.note === null ? undefined : inWords(facts.note.signedAt, facts);
  return { ...dischargeSummaryDocument({ ...facts, closedOn }, signedAt), letterhead: letterheadOf(facts) };
}
