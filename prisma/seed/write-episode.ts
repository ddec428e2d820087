import { OrganizationId, PatientId } from '#shared/platform/ids.ts';
import type { SystemActor } from '#shared/platform/actor.ts';
import { addDays, instantInZone } from '#shared/platform/time.ts';
import { buildRecord } from '#server/orders/surgical-repository.ts';
import { refreshEpisode } from '#server/oversight/index.ts';
import type { Database } from '#server/platform/db/database.ts';
import { inTransaction, type Tx } from '#server/platform/db/in-transaction.ts';
import type { Context } from '#server/platform/http/context.ts';
import { snapshotNumbers } from '#server/prescriptions/request-repository.ts';
import { auditRow } from './audit-row.ts';
import type { Moment, PendingDecision, SeedRow } from './moment.ts';
import type { Telling } from './telling.ts';
import { applyChanges, insertRows, type Known } from './write-rows.ts';

interface Board {
  verdict_id: string | null;
  prescription_id: string | null;
  next_check_on: string | null;
  reasons: { reasons?: { code: string }[] } | null;
}

/** How often the nightly job may have looked again between two moments, at most. */
const CHECK_EVERY_DAYS = 7;
const MOST_CHECKS = 6;
/** Longer ago than this, only what happened is judged: nobody looks for the nights in between. */
const CHECKED_DAYS = 80;

/**
 * Writes one patient's story in one transaction, moment by moment, each at its own time: what is judged is judged with what was
 * known then, so that the history of verdicts is the one that real use would have left.
 */
export async function writeStory(
  db: Database,
  known: Known,
  telling: Telling,
  moments: readonly Moment[],
): Promise<void> {
  const actor: SystemActor = {
    kind: 'system',
    organizationId: OrganizationId.parse(known.organizationId),
    patientId: PatientId.parse(telling.patientId),
  };
  const at = (when: Date): Context<SystemActor> => ({ actor, db, requestId: 'demo', now: () => when });
  await inTransaction(
    at(telling.calendar.now),
    async (tx) => {
      let judged: Date | undefined;
      let earlier: SeedRow[] = [];
      for (const moment of moments) {
        const rows = [...moment.rows, auditRow(telling, moment)];
        if (moment.refresh !== true && moment.changes === undefined) {
          earlier.push(...rows);
          continue;
        }
        if (judged) judged = await checkMeanwhile(tx, at, telling, judged, moment.at);
        await insertRows(tx, known, earlier);
        earlier = [];
        await writeMoment(tx, at, known, telling, moment, rows);
        if (moment.refresh === true) judged = moment.at;
      }
      await insertRows(tx, known, earlier);
      if (judged) {
        await checkMeanwhile(tx, at, telling, judged, telling.calendar.now);
        await refreshEpisode(tx, at(telling.calendar.now), telling.episodeId);
      }
    },
    { patientId: telling.patientId },
  );
}

type At = (when: Date) => Context<SystemActor>;

/** Changes come before new rows: a version ends before the next one is in force. */
async function writeMoment(
  tx: Tx,
  at: At,
  known: Known,
  telling: Telling,
  moment: Moment,
  rows: readonly SeedRow[],
): Promise<void> {
  if (moment.decision)
    await writeDecision(tx, known, telling, await withRecords(tx, telling, moment.decision));
  await applyChanges(tx, known, moment.changes ?? []);
  const complete: SeedRow[] = [];
  for (const one of rows)
    complete.push(await takeRecord(tx, telling, await takeNumbers(tx, at(moment.at), telling, one)));
  await insertRows(tx, known, complete);
  if (moment.refresh === true) await refreshEpisode(tx, at(moment.at), telling.episodeId);
}

/** A change request carries the numbers as they stood when it was made. */
async function takeNumbers(
  tx: Tx,
  ctx: Context<SystemActor>,
  { episodeId }: Telling,
  one: SeedRow,
): Promise<SeedRow> {
  const { supporting, prescription_id: prescriptionId } = one.columns;
  if (one.table !== 'change_request' || typeof supporting !== 'object') return one;
  const numbers = await snapshotNumbers(tx, ctx, { episodeId, prescriptionId: String(prescriptionId) });
  return {
    ...one,
    columns: {
      ...one.columns,
      supporting: { ...numbers, lines: linesOf(supporting), asks: asksOf(supporting) },
    },
  };
}

/** A question to a surgeon carries the record as it stood when it was signed. */
async function takeRecord(tx: Tx, { episodeId }: Telling, one: SeedRow): Promise<SeedRow> {
  const { record } = one.columns;
  if (one.table !== 'surgical_evaluation' || record === null || typeof record !== 'object') return one;
  const on = 'recordOn' in record ? String(record.recordOn) : '';
  return { ...one, columns: { ...one.columns, record: await buildRecord(tx, episodeId, on) } };
}

async function withRecords(tx: Tx, telling: Telling, decision: PendingDecision): Promise<PendingDecision> {
  const rows: SeedRow[] = [];
  for (const one of decision.rows) rows.push(await takeRecord(tx, telling, one));
  return { ...decision, rows };
}

const linesOf = (supporting: object | null): string[] =>
  supporting !== null && 'lines' in supporting && Array.isArray(supporting.lines) ? supporting.lines : [];

const asksOf = (supporting: object | null): string | null =>
  supporting !== null && 'asks' in supporting && typeof supporting.asks === 'string' ? supporting.asks : null;

async function readBoard(tx: Tx, { episodeId }: Telling): Promise<Board | undefined> {
  const [board] = await tx.$queryRaw<Board[]>`
    select b.verdict_id, b.next_check_on::text as next_check_on, v.reasons,
           (select p.id from prescription p where p.organization_id = b.organization_id and p.episode_id = b.episode_id
               and p.in_force) as prescription_id
      from board_entry b
      left join verdict v on v.organization_id = b.organization_id and v.id = b.verdict_id
     where b.episode_id = ${episodeId}::uuid`;
  return board;
}

const CITED_REASONS = 3;

/** A decision names the judgement it was made on and the first of its reasons. */
async function writeDecision(
  tx: Tx,
  known: Known,
  telling: Telling,
  { columns, rows }: PendingDecision,
): Promise<void> {
  const board = await readBoard(tx, telling);
  const cited = (board?.reasons?.reasons ?? []).slice(0, CITED_REASONS).map(({ code }) => code);
  const whole = {
    ...columns,
    verdict_id: board?.verdict_id ?? null,
    prescription_id: board?.prescription_id ?? null,
    reasons: cited,
  };
  await insertRows(tx, known, [{ table: 'decision', columns: whole }, ...rows]);
}

/** What the nightly job does when only time has passed: it judges again on the day that the last judgement named. */
async function checkMeanwhile(tx: Tx, at: At, telling: Telling, from: Date, until: Date): Promise<Date> {
  if (telling.calendar.now.getTime() - until.getTime() > CHECKED_DAYS * 86_400_000) return from;
  let last = from;
  for (let count = 0; count < MOST_CHECKS; count += 1) {
    const due = (await readBoard(tx, telling))?.next_check_on;
    if (!due) return last;
    const soonest = addDays(last.toISOString().slice(0, 10), CHECK_EVERY_DAYS);
    const when = instantInZone(due > soonest ? due : soonest, '05:10', telling.calendar.timeZone);
    if (when >= until) return last;
    await refreshEpisode(tx, at(when), telling.episodeId);
    last = when;
  }
  return last;
}
