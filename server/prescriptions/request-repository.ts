import { z } from 'zod';
import { judgedScores, type NamedSeries, type SeriesScore } from '#shared/outcomes/series.ts';
import type { Actor } from '#shared/platform/actor.ts';
import {
  ChangeRequestId,
  EpisodeId,
  PatientId,
  PrescriptionId,
  StaffMemberId,
} from '#shared/platform/ids.ts';
import { Problem } from '#shared/platform/problem.ts';
import { ChangeProposal } from '#shared/prescriptions/change-proposal.ts';
import { REQUEST_STATUSES, SupportingNumbers } from '#shared/prescriptions/page.ts';
import { toJsonColumn } from '#server/platform/db/columns.ts';
import type { Tx } from '#server/platform/db/in-transaction.ts';
import type { Context } from '#server/platform/http/context.ts';

const LoadedRequest = z.object({
  changeRequestId: ChangeRequestId,
  patientId: PatientId,
  episodeId: EpisodeId,
  prescriptionId: PrescriptionId,
  requestedById: StaffMemberId,
  requestedBy: z.string(),
  proposal: ChangeProposal,
  reason: z.string(),
  status: z.enum(REQUEST_STATUSES),
  version: z.number(),
});
export type LoadedRequest = z.infer<typeof LoadedRequest>;

/** The request, locked until the transaction ends: of two decisions at once, the second sees the first. */
export async function lockRequest(tx: Tx, ctx: Context, changeRequestId: string): Promise<LoadedRequest> {
  const [row] = await tx.$queryRaw<object[]>`
    select r.id as "changeRequestId", r.patient_id as "patientId", r.episode_id as "episodeId",
           r.prescription_id as "prescriptionId", r.requested_by_id as "requestedById",
           s.given_name || ' ' || s.family_name as "requestedBy", r.proposal, r.reason, r.status, r.version
      from change_request r
      join staff_member s on s.organization_id = r.organization_id and s.id = r.requested_by_id
     where r.organization_id = ${ctx.actor.organizationId}::uuid and r.id = ${changeRequestId}::uuid
       for update of r`;
  if (!row) throw new Problem('not-found');
  return LoadedRequest.parse(row);
}

export interface NewRequest {
  patientId: string;
  episodeId: string;
  prescriptionId: string;
  sessionId: string | null;
  proposal: ChangeProposal;
  reason: string;
  supporting: SupportingNumbers;
}

export async function insertRequest(tx: Tx, ctx: Context, request: NewRequest): Promise<ChangeRequestId> {
  const { proposal, supporting, ...columns } = request;
  const { id } = await tx.changeRequest.create({
    data: {
      ...columns,
      organizationId: ctx.actor.organizationId,
      requestedById: ctx.actor.staffMemberId,
      proposal: toJsonColumn(proposal),
      supporting: toJsonColumn(supporting),
      createdAt: ctx.now(),
    },
    select: { id: true },
  });
  return ChangeRequestId.parse(id);
}

interface Outcome {
  status: 'approved' | 'approved-with-changes' | 'declined' | 'withdrawn';
  note: string | null;
  resultPrescriptionId?: string;
}

/** Ends a locked, open request. */
export async function closeRequest(
  tx: Tx,
  ctx: Context,
  changeRequestId: string,
  { status, note, resultPrescriptionId }: Outcome,
): Promise<void> {
  await tx.changeRequest.update({
    where: { organizationId_id: { organizationId: ctx.actor.organizationId, id: changeRequestId } },
    data: {
      status,
      decisionNote: note,
      decidedById: ctx.actor.staffMemberId,
      decidedAt: ctx.now(),
      resultPrescriptionId: resultPrescriptionId ?? null,
      version: { increment: 1 },
    },
  });
}

/** The numbers behind a request as they stand now: each prescribed series' first and latest value, the last session, the board. */
export async function snapshotNumbers(
  tx: Tx,
  ctx: Context<Actor>,
  prescription: { episodeId: string; prescriptionId: string },
): Promise<SupportingNumbers> {
  const { organizationId } = ctx.actor;
  const [row] = await tx.$queryRaw<{ numbers: RawNumbers }[]>`
    select json_build_object(
      'today', (${ctx.now()}::timestamptz at time zone c.time_zone)::date,
      'measures', coalesce((
        select json_agg(json_build_object('measureCode', m.measure_code, 'side', m.side) order by m.role, m.id)
          from prescribed_measure m
         where m.organization_id = e.organization_id and m.prescription_id = ${prescription.prescriptionId}::uuid), '[]'),
      'scores', coalesce((
        select json_agg(json_build_object('measureCode', o.measure_code, 'side', o.side, 'condition', o.condition,
                                          'value', o.value, 'measuredOn', o.measured_on) order by coalesce(o.in_place_of_at, o.recorded_at), o.id)
          from outcome_score o
         where o.organization_id = e.organization_id and o.episode_id = e.id and o.entered_in_error_at is null), '[]'),
      'lastSession', (
        select json_build_object('sessionDate', s.session_date, 'painBefore', s.pain_before, 'painAfter', s.pain_after)
          from session s
         where s.organization_id = e.organization_id and s.episode_id = e.id and s.status = 'completed'
         order by s.session_date desc, s.id desc limit 1),
      'visitsUsed', b.visits_used, 'boardState', b.state, 'boardReason', b.reason) as numbers
      from episode e
      join clinic c on c.organization_id = e.organization_id and c.id = e.clinic_id
      left join board_entry b on b.organization_id = e.organization_id and b.episode_id = e.id
     where e.organization_id = ${organizationId}::uuid and e.id = ${prescription.episodeId}::uuid`;
  if (!row) return SupportingNumbers.parse({});
  const { measures, scores, today, ...rest } = row.numbers;
  return SupportingNumbers.parse({
    ...rest,
    measures: measures.flatMap((one) => firstAndLatest(one, scores, today)),
  });
}

interface RawNumbers {
  today: string;
  measures: NamedSeries[];
  scores: (SeriesScore & { value: number })[];
  [other: string]: unknown;
}

/** A series that has a value, with its first and its latest: those that the verdict compares. */
function firstAndLatest(series: NamedSeries, scores: RawNumbers['scores'], today: string) {
  const judged = judgedScores(scores, series, today);
  const [first] = judged;
  const last = judged.at(-1);
  return first === undefined || last === undefined
    ? []
    : [
        {
          measureCode: series.measureCode,
          side: series.side,
          baseline: first.value,
          baselineOn: first.measuredOn,
          latest: last.value,
          latestOn: last.measuredOn,
        },
      ];
}
