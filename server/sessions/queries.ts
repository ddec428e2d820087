import { z } from 'zod';
import type { ClinicOverrides } from '#shared/clinic-values/overrides.ts';
import { drugNotes, type TakenDrug } from '#shared/medications/therapy-consequences.ts';
import { homeCareUnder, type StoredHomeCare } from '#shared/home-programme/home-care.ts';
import { DEFAULT_WEEK } from '#shared/on-call/clinic-hours.ts';
import type { CodedCondition } from '#shared/patients/comorbidities.ts';
import type { Input, Output } from '#shared/platform/endpoint.ts';
import { Problem } from '#shared/platform/problem.ts';
import { dateInZone, type PlainDate } from '#shared/platform/time.ts';
import { differenceBetween } from '#shared/prescriptions/difference.ts';
import type { PrescriptionContent } from '#shared/prescriptions/model.ts';
import { attendance } from '#shared/sessions/attendance.ts';
import { startingContent } from '#shared/sessions/carry-over.ts';
import type { sessionsApi } from '#shared/sessions/contract.ts';
import { alertValues } from '#shared/sessions/escalation.ts';
import type { AlertRules } from '#shared/sessions/holds.ts';
import { measuresDue } from '#shared/sessions/measures-due.ts';
import { SessionDraft, type SessionStatus } from '#shared/sessions/model.ts';
import type { SessionSheet, SheetPrescription } from '#shared/sessions/sheet.ts';
import * as audit from '#server/audit/index.ts';
import { readEpisodeToday } from '#server/platform/db/episode-today.ts';
import { readAs } from '#server/platform/db/read-as.ts';
import type { Context } from '#server/platform/http/context.ts';
import { decodeCursor, pageOf } from '#server/platform/http/cursor.ts';
import { OPEN_HOLDS_SQL } from './hold-sql.ts';
import { nextProgressReport, type RawProgressFacts } from './next-progress-report.ts';
import { PROGRESS_REPORTS_SQL } from './progress-sql.ts';
import { gateBasis, progressDue, underChart, type RawGate, type RawProgress } from './raw-facts.ts';
import { HOLDS_SQL, LIST_SQL, PLANNABLE_SQL, SHEET_SQL, TODAY_SQL } from './screens-sql.ts';
import { todayLists, type RawToday } from './today-lists.ts';

type Sheet = Omit<
  SessionSheet,
  | 'gate'
  | 'homeCare'
  | 'progressReport'
  | 'due'
  | 'content'
  | 'saved'
  | 'lastDoses'
  | 'latestScores'
  | 'lowersGlucose'
  | 'prescription'
> &
  Pick<SessionSheet, 'lastDoses' | 'latestScores'> & {
    gate: RawGate;
    progress: RawProgress;
    chart: CodedCondition[];
    homeCare: StoredHomeCare;
    drugs: TakenDrug[];
    prescription: (SheetPrescription & ReadBefore) | null;
    draft: unknown;
  };

interface ReadBefore {
  before: { versionNumber: number; content: PrescriptionContent } | null;
}

/** How an unread version differs from what its reader knows. */
function withUnread<Version extends SheetPrescription & ReadBefore>({
  before,
  ...version
}: Version): SheetPrescription {
  const differences = before === null ? [] : differenceBetween(before.content, version.content);
  const unread = { since: before?.versionNumber ?? null, differences };
  return { ...version, unread: version.acknowledged ? null : unread };
}

/** The sheet of one session; a signed one comes with its note and without a draft. */
export async function readSheet(
  ctx: Context,
  { params: { sessionId } }: Input<typeof sessionsApi.sheet>,
): Promise<SessionSheet> {
  const [row] = await readAs<{ sheet: Sheet }>(
    ctx,
    { name: 'sessions-sheet', text: SHEET_SQL, values: [sessionId] },
    { alongside: audit.seen(ctx, { did: 'session.seen', subject: { type: 'session', id: sessionId } }) },
  );
  if (!row) throw new Problem('not-found');
  const { gate, progress, draft, chart, homeCare, drugs, ...sheet } = row.sheet;
  const { sessionDate, status } = sheet.session;
  const saved = SessionDraft.safeParse(draft).data;
  const start = startingContent(
    sheet.history[0],
    sheet.prescription?.content.interventions ?? [],
    sessionDate,
    homeCare.programme?.daysPerWeek ?? undefined,
  );
  const governed = underChart(
    sheet.prescription === null ? null : withUnread(sheet.prescription),
    status === 'completed' ? [] : chart,
    sheet.episode.clinicValues,
  );
  return {
    ...sheet,
    ...governed,
    homeCare: homeCareUnder(homeCare, governed.prescription?.content),
    drugNotes: status === 'completed' ? [] : drugNotes(drugs, sheet.episode.clinicValues),
    gate: gateBasis(gate, sessionDate),
    progressReport: progressDue(progress, sessionDate),
    due: dueOf(sheet, sessionDate),
    content: status === 'completed' ? null : (saved ?? start),
    saved: saved !== undefined,
  };
}

const dueOf = (
  { prescription, latestScores }: Pick<SessionSheet, 'prescription' | 'latestScores'>,
  on: PlainDate,
) => measuresDue(prescription?.content.measures ?? [], latestScores, on);

/** One day's sessions and what earlier days left open. */
export async function readToday(
  ctx: Context,
  { query }: Input<typeof sessionsApi.today>,
): Promise<Output<typeof sessionsApi.today>> {
  const date = query.date ?? dateInZone(ctx.now(), ctx.actor.timeZone);
  const [row] = await readAs<{ sessions: RawToday[] }>(
    ctx,
    { name: 'sessions-today', text: TODAY_SQL, values: [date, query.whose === 'mine'] },
    { alongside: audit.seen(ctx, { did: 'sessions.day-seen', detail: { date, whose: query.whose } }) },
  );
  return { date, ...todayLists(row?.sessions ?? [], date) };
}

/** Open episodes of the actor's teams, by patient's name. */
export async function readPlannable(ctx: Context): Promise<Output<typeof sessionsApi.plannable>> {
  const today = dateInZone(ctx.now(), ctx.actor.timeZone);
  const [row] = await readAs<Output<typeof sessionsApi.plannable>>(
    ctx,
    { name: 'sessions-plannable', text: PLANNABLE_SQL, values: [today] },
    { alongside: audit.seen(ctx, { did: 'sessions.plannable-seen' }) },
  );
  return { episodes: row?.episodes ?? [] };
}

const ListCursor = z.tuple([z.string(), z.uuid()]);
type ListAnswer = Output<typeof sessionsApi.list>;
interface RawList extends Omit<ListAnswer, 'attendance' | 'nextCursor'> {
  counted: { status: SessionStatus; cancelledBy: string | null }[];
}

/** The visits of an episode, newest first. */
export async function listSessions(
  ctx: Context,
  { params: { episodeId }, query }: Input<typeof sessionsApi.list>,
): Promise<ListAnswer> {
  const after = decodeCursor(query.cursor, ListCursor);
  const today = await readEpisodeToday(ctx, episodeId);
  const [row] = await readAs<{ list: RawList }>(
    ctx,
    {
      name: 'sessions-of-episode',
      text: LIST_SQL,
      values: [episodeId, after?.[0] ?? null, after?.[1] ?? null, query.limit + 1, today],
    },
    { scope: { episodeId }, alongside: audit.seen(ctx, { did: 'sessions.listed', episodeId }) },
  );
  if (!row) throw new Problem('not-found');
  const { counted, sessions, ...rest } = row.list;
  const { page, nextCursor } = pageOf(sessions, query.limit, (one) => [one.scheduledAt, one.sessionId]);
  return { ...rest, attendance: attendance(counted), sessions: page, nextCursor };
}

type HoldsAnswer = Output<typeof sessionsApi.holds>;
type RawHolds = Omit<HoldsAnswer, 'rules'> & {
  rules: Omit<AlertRules, 'escalationMinutes' | 'telephoneMinutes'> & { clinicalValues: ClinicOverrides };
};

/** Holds of an episode: open ones first, then the newest. */
export async function listHolds(
  ctx: Context,
  { params: { episodeId } }: Input<typeof sessionsApi.holds>,
): Promise<Output<typeof sessionsApi.holds>> {
  const today = await readEpisodeToday(ctx, episodeId);
  const [row] = await readAs<{ screen: RawHolds }>(
    ctx,
    {
      name: 'sessions-holds',
      text: HOLDS_SQL,
      values: [episodeId, today, ctx.now(), JSON.stringify(DEFAULT_WEEK)],
    },
    { scope: { episodeId }, alongside: audit.seen(ctx, { did: 'safety-holds.seen', episodeId }) },
  );
  if (!row) throw new Problem('not-found');
  const { rules, ...screen } = row.screen;
  const { clinicalValues, ...rest } = rules;
  return {
    ...screen,
    rules: {
      ...rest,
      escalationMinutes: alertValues(clinicalValues).urgentEscalationMinutes,
      telephoneMinutes: alertValues(clinicalValues).telephoneAfterMinutes,
    },
  };
}

/** Open holds of the actor's patients: what the header tells the physiatrist at once. */
export async function listOpenHolds(ctx: Context): Promise<Output<typeof sessionsApi.openHolds>> {
  const [row] = await readAs<Output<typeof sessionsApi.openHolds>>(ctx, {
    name: 'sessions-open-holds',
    text: OPEN_HOLDS_SQL,
    values: [],
  });
  return { holds: row?.holds ?? [] };
}

type ReportsAnswer = Output<typeof sessionsApi.progressReports>;

/** Signed progress reports, newest first, and what the next one would say. */
export async function readProgressReports(
  ctx: Context,
  { params: { episodeId } }: Input<typeof sessionsApi.progressReports>,
): Promise<ReportsAnswer> {
  const today = await readEpisodeToday(ctx, episodeId);
  const [row] = await readAs<{ screen: Omit<ReportsAnswer, 'next'> & { facts: RawProgressFacts } }>(
    ctx,
    { name: 'sessions-progress-reports', text: PROGRESS_REPORTS_SQL, values: [episodeId, today] },
    { scope: { episodeId }, alongside: audit.seen(ctx, { did: 'progress-reports.seen', episodeId }) },
  );
  if (!row) throw new Problem('not-found');
  const { facts, ...screen } = row.screen;
  return { ...screen, next: nextProgressReport(facts, today) };
}
