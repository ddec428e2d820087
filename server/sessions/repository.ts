import type { ClinicOverrides } from '#shared/clinic-values/overrides.ts';
import type { CodedCondition } from '#shared/patients/comorbidities.ts';
import { isAssistant } from '#shared/platform/assistant.ts';
import { dateInZone, type PlainDate } from '#shared/platform/time.ts';
import { Problem } from '#shared/platform/problem.ts';
import { prescriptionOfDay } from '#shared/sessions/prescription-of-day.ts';
import type { PrescriptionContent } from '#shared/prescriptions/model.ts';
import type { LastNote } from '#shared/sessions/carry-over.ts';
import type { LastDoses } from '#shared/sessions/note-limits.ts';
import type {
  NoteProvenance,
  AcknowledgedPrecaution,
  PerformedIntervention,
  SessionBilling,
  SessionContent,
} from '#shared/sessions/model.ts';
import type { SameDay } from '#shared/sessions/same-day.ts';
import type { SessionHead } from '#shared/sessions/sheet.ts';
import { later, type Tx } from '#server/platform/db/in-transaction.ts';
import type { Context } from '#server/platform/http/context.ts';
import { underChart, type RawGate } from './raw-facts.ts';
import { sessionHead } from './facts-sql.ts';
import { SIGNING_SQL } from './signing-sql.ts';

export interface SessionPlace {
  episodeId: string;
  sessionId: string;
}

/** A session with everything that arriving and signing look at. */
export interface SigningFacts {
  session: SessionHead;
  patientId: string;
  timeZone: string;
  clinicValues: ClinicOverrides;
  episodeStatus: 'open' | 'closed';
  payerProfile: 'none' | 'medicare_part_b';
  prescription: {
    prescriptionId: string;
    versionNumber: number;
    startsOn: PlainDate;
    endsOn: PlainDate;
    visitsPrescribed: number;
    /** Its precautions are those of the version and what the chart calls for since. */
    content: Pick<PrescriptionContent, 'interventions' | 'precautions' | 'vitals' | 'weightBearing'>;
  } | null;
  /** The chart lists insulin or a secretagogue. */
  lowersGlucose: boolean;
  gate: RawGate;
  lastDoses: LastDoses;
  /** What other signed notes of the date gave and billed. */
  sameDay: SameDay;
  /** What the payer has allowed this year, as far as it is entered. */
  allowedCents: number | null;
  /** The words of the session before. */
  last: LastNote | null;
  /** The physical therapist who answers for an assistant's work. */
  therapistId: string | null;
  physiatristId: string | null;
}

/** Locks the session and loads it with its facts; invisible is not found. */
export async function loadSigningFacts(
  tx: Tx,
  ctx: Context,
  place: SessionPlace,
  /** What is entered on the sheet and bears on the precautions. */
  entered: Partial<Pick<SessionContent, 'vitals' | 'startedTime'>> = {},
): Promise<SigningFacts> {
  const [row] = await tx.$queryRawUnsafe<{ facts: RawSigningFacts }[]>(
    SIGNING_SQL,
    ctx.actor.organizationId,
    place.episodeId,
    place.sessionId,
  );
  if (!row) throw new Problem('not-found');
  const { chart, ...facts } = row.facts;
  const day = underChart(facts.prescription, chart, facts.clinicValues);
  if (day.prescription === null) return { ...facts, ...day };
  const { session, gate, clinicValues } = facts;
  const today = dateInZone(ctx.now(), facts.timeZone);
  const prescription = prescriptionOfDay(day.prescription, {
    basis: gate,
    moment: { ...session, startedTime: entered.startedTime, timeZone: facts.timeZone, today },
    vitals: entered.vitals ?? {},
    clinicValues,
  });
  return { ...facts, ...day, prescription };
}

type RawSigningFacts = Omit<SigningFacts, 'lowersGlucose'> & { chart: CodedCondition[] };

const HEAD_SQL = `
  select json_build_object(${sessionHead('s', 't')}) as head, s.patient_id as "patientId", c.time_zone as "timeZone", e.status as "episodeStatus"
    from session s
    join episode e on e.organization_id = s.organization_id and e.id = s.episode_id
    join clinic c on c.organization_id = e.organization_id and c.id = e.clinic_id
    join staff_member t on t.organization_id = s.organization_id and t.id = s.therapist_id
   where s.organization_id = $1::uuid and s.episode_id = $2::uuid and s.id = $3::uuid`;

export interface LoadedSession {
  head: SessionHead;
  patientId: string;
  timeZone: string;
  episodeStatus: 'open' | 'closed';
}

/** The session as this actor may see it; invisible is not found. */
export async function loadSession(tx: Tx, ctx: Context, place: SessionPlace): Promise<LoadedSession> {
  const [row] = await tx.$queryRawUnsafe<LoadedSession[]>(
    HEAD_SQL,
    ctx.actor.organizationId,
    place.episodeId,
    place.sessionId,
  );
  if (!row) throw new Problem('not-found');
  return row;
}

export interface NoteToSign {
  prescriptionId: string;
  content: SessionContent;
  billing: SessionBilling;
  provenance: NoteProvenance;
  acknowledged: AcknowledgedPrecaution[];
  interventions: (PerformedIntervention & { id: string })[];
  signedAt: Date;
}

/** The session becomes the signed note, with its interventions, in one statement. */
export async function saveSignedNote(
  tx: Tx,
  ctx: Context,
  { session, patientId }: SigningFacts,
  note: NoteToSign,
): Promise<void> {
  const { organizationId, staffMemberId } = ctx.actor;
  const { content, billing, signedAt, prescriptionId, provenance, acknowledged } = note;
  const taken = Object.values(content.vitals).some(
    (value) => typeof value === 'number' || typeof value === 'string',
  );
  const rows = note.interventions.map((row, position) => ({ ...row, position }));
  const text = (value: string | undefined) => (value === '' ? null : (value ?? null));
  const saved = tx.$executeRaw`
    with signed as (
      update session set
        status = 'completed', arrived_at = coalesce(arrived_at, ${signedAt}), signed_at = ${signedAt},
        signed_by_id = ${staffMemberId}::uuid, prescription_id = ${prescriptionId}::uuid, draft = null, version = version + 1,
        updated_at = ${signedAt}, pain_before = ${content.painBefore}, pain_after = ${content.painAfter},
        subjective = ${text(content.subjective.text)}, objective = ${text(content.objective.text)},
        assessment = ${text(content.assessment.text)}, plan = ${text(content.plan.text)},
        vitals = ${taken ? JSON.stringify(content.vitals) : null}::jsonb,
        home_days_done = ${content.homeDaysDone}, home_difficulty = ${content.homeDifficulty ?? null},
        home_pain = ${content.homePain ?? null},
        education = ${content.education?.length ? JSON.stringify(content.education) : null}::jsonb,
        home_days_prescribed = ${content.homeDaysDone === null ? null : content.homeDaysPrescribed},
        total_timed_minutes = ${billing.totalTimedMinutes}, total_treatment_minutes = ${billing.totalTreatmentMinutes},
        billing = ${JSON.stringify(billing)}::jsonb, provenance = ${JSON.stringify(provenance)}::jsonb,
        acknowledged = ${acknowledged.length === 0 ? null : JSON.stringify(acknowledged)}::jsonb,
        started_time = ${content.startedTime ?? null}, ended_time = ${content.endedTime ?? null},
        response = ${text(content.response)}, adverse_event = ${text(content.adverseEvent)},
        took_part = ${content.tookPart?.length ? JSON.stringify(content.tookPart) : null}::jsonb,
        cosignature_needed = ${isAssistant(ctx.actor.role)}
       where organization_id = ${organizationId}::uuid and id = ${session.sessionId}::uuid and version = ${session.version})
    insert into performed_intervention (organization_id, id, patient_id, session_id, permitted_intervention_id, position, code,
                                        name, dose, minutes, billing_code, classification, assistant_minutes)
    select ${organizationId}::uuid, r.id, ${patientId}::uuid, ${session.sessionId}::uuid, a.id, r.position, r.code, r.name,
           r.dose, r.minutes, r."billingCode", r.classification, coalesce(r."assistantMinutes", 0)
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(
             id uuid, position int, code text, name text, dose jsonb, minutes int, "billingCode" text, classification text, "assistantMinutes" int)
      left join permitted_intervention a
        on a.organization_id = ${organizationId}::uuid and a.prescription_id = ${prescriptionId}::uuid and a.code = r.code`;
  await later(tx, saved);
}
