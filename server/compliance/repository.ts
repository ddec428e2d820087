import type { ComplianceFacts, SendingMethod } from '#shared/compliance/model.ts';
import { Problem } from '#shared/platform/problem.ts';
import type { PlainDate } from '#shared/platform/time.ts';
import type { AssessedGoal, ReportedMeasure } from '#shared/sessions/progress-reports.ts';
import { markOf } from '#server/corrections/index.ts';
import { toDateColumn, toJsonColumn } from '#server/platform/db/columns.ts';
import type { Tx } from '#server/platform/db/in-transaction.ts';
import type { Context } from '#server/platform/http/context.ts';
import type { RawProgressFacts } from '#server/sessions/index.ts';
import { DISCHARGE_FACTS_SQL } from './documentation-sql.ts';

export interface DischargeFacts {
  patientId: string;
  facts: ComplianceFacts;
  progress: RawProgressFacts;
}

/** Invisible is not found. */
export async function loadDischargeFacts(
  tx: Tx,
  episodeId: string,
  today: PlainDate,
): Promise<DischargeFacts> {
  const [row] = await tx.$queryRawUnsafe<{ facts: DischargeFacts }[]>(DISCHARGE_FACTS_SQL, episodeId, today);
  if (!row) throw new Problem('not-found');
  return row.facts;
}

export interface SignedVersion {
  patientId: string;
  versionNumber: number;
  signedOn: PlainDate;
}

/** A version of the episode's plan. */
export async function loadVersion(tx: Tx, episodeId: string, prescriptionId: string): Promise<SignedVersion> {
  const [row] = await tx.$queryRaw<SignedVersion[]>`
    select x.patient_id as "patientId", x.version_number as "versionNumber",
           ((x.signed_at at time zone c.time_zone)::date)::text as "signedOn"
      from prescription x
      join episode e on e.organization_id = x.organization_id and e.id = x.episode_id
      join clinic c on c.organization_id = e.organization_id and c.id = e.clinic_id
     where x.organization_id = (select tandem.organization()) and x.episode_id = ${episodeId}::uuid
       and x.id = ${prescriptionId}::uuid`;
  if (!row) throw new Problem('not-found');
  return row;
}

export interface NewSending {
  patientId: string;
  episodeId: string;
  prescriptionId: string;
  sentOn: PlainDate;
  sentTo: string;
  method: SendingMethod;
  evidence: string | null;
}

export async function insertSending(tx: Tx, ctx: Context, sending: NewSending): Promise<string> {
  const { id } = await tx.planSending.create({
    data: { ...sending, ...written(ctx), sentOn: toDateColumn(sending.sentOn) },
    select: { id: true },
  });
  return id;
}

export interface NewAmount {
  patientId: string;
  year: number;
  amountCents: number;
  asOfOn: PlainDate;
  source: string;
}

export async function insertAmount(tx: Tx, ctx: Context, amount: NewAmount): Promise<string> {
  const { id } = await tx.therapyAmount.create({
    data: { ...amount, ...written(ctx), asOfOn: toDateColumn(amount.asOfOn) },
    select: { id: true },
  });
  return id;
}

const WRITTEN = { patientId: true, recordedById: true, enteredInErrorAt: true } as const;
interface Written {
  patientId: string;
  recordedById: string;
  enteredInErrorAt: Date | null;
}
const entryOf = (row: Written | null) =>
  row === null
    ? null
    : { patientId: row.patientId, recordedById: row.recordedById, isMarked: row.enteredInErrorAt !== null };

/** Evidence of sending, as far as taking it back asks. */
export async function getSending(
  tx: Tx,
  ctx: Context,
  { episodeId, planSendingId }: { episodeId: string; planSendingId: string },
) {
  const { organizationId } = ctx.actor;
  return entryOf(
    await tx.planSending.findFirst({
      where: { organizationId, id: planSendingId, episodeId },
      select: WRITTEN,
    }),
  );
}

/** An entered amount, as far as taking it back asks. */
export async function getAmount(
  tx: Tx,
  ctx: Context,
  { patientId, therapyAmountId }: { patientId: string; therapyAmountId: string },
) {
  const { organizationId } = ctx.actor;
  return entryOf(
    await tx.therapyAmount.findFirst({
      where: { organizationId, id: therapyAmountId, patientId },
      select: WRITTEN,
    }),
  );
}

/** False when somebody else was first. */
export async function markSending(tx: Tx, ctx: Context, id: string, reason: string): Promise<boolean> {
  const { organizationId } = ctx.actor;
  const { count } = await tx.planSending.updateMany({
    where: { organizationId, id, enteredInErrorAt: null },
    data: markOf(ctx, reason),
  });
  return count === 1;
}

/** False when somebody else was first. */
export async function markAmount(tx: Tx, ctx: Context, id: string, reason: string): Promise<boolean> {
  const { organizationId } = ctx.actor;
  const { count } = await tx.therapyAmount.updateMany({
    where: { organizationId, id, enteredInErrorAt: null },
    data: markOf(ctx, reason),
  });
  return count === 1;
}

const written = (ctx: Context) => ({
  organizationId: ctx.actor.organizationId,
  recordedById: ctx.actor.staffMemberId,
  recordedAt: ctx.now(),
});

export async function patientIsVisible(tx: Tx, ctx: Context, patientId: string): Promise<boolean> {
  const { organizationId } = ctx.actor;
  return (await tx.patient.count({ where: { organizationId, id: patientId } })) > 0;
}

export interface NewDischargeNote {
  patientId: string;
  episodeId: string;
  writtenOn: PlainDate;
  periodFrom: PlainDate;
  dischargedOn: PlainDate;
  planned: boolean;
  measures: ReportedMeasure[];
  goals: AssessedGoal[];
  summary: string;
  planAfter: string;
}

export async function insertDischargeNote(tx: Tx, ctx: Context, note: NewDischargeNote): Promise<string> {
  const { id } = await tx.dischargeNote.create({
    data: {
      ...note,
      organizationId: ctx.actor.organizationId,
      authorId: ctx.actor.staffMemberId,
      writtenOn: toDateColumn(note.writtenOn),
      periodFrom: toDateColumn(note.periodFrom),
      dischargedOn: toDateColumn(note.dischargedOn),
      measures: toJsonColumn(note.measures),
      goals: toJsonColumn(note.goals),
      signedAt: ctx.now(),
    },
    select: { id: true },
  });
  return id;
}
