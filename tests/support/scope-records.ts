import { randomUUID } from 'node:crypto';
import { medicationsApi } from '#shared/medications/contract.ts';
import { ordersApi } from '#shared/orders/contract.ts';
import { surgicalApi } from '#shared/orders/surgical-contract.ts';
import { ICD_10_CM } from '#shared/patients/code-systems.ts';
import { prescriptionsApi } from '#shared/prescriptions/contract.ts';
import { aSignedEvaluation } from './evaluations-factory.ts';
import type { TestClinic } from './a-clinic.ts';
import { aPrescription } from './prescriptions-factory.ts';
import { NOTHING_TO_WATCH } from './safety-answers.ts';
import { aPlannedSession } from './sessions-factory.ts';

const AN_ORDER = {
  kind: 'x-ray',
  bodyRegion: 'Knee',
  side: 'left',
  indication: 'Pain',
  urgency: 'routine',
  safety: NOTHING_TO_WATCH,
} as const;

/** An episode with a row of everything that an act of the scope matrix is about: the ids, as paths and bodies name them. */
export async function scopeRecords(clinic: TestClinic): Promise<Record<string, string>> {
  const { patientId, episodeId } = await clinic.anEpisode({
    team: ['physiatrist', 'therapist', 'assistant'],
  });
  const on = { params: { episodeId } };
  const physiatrist = clinic.as('physiatrist');
  await aSignedEvaluation(clinic, episodeId);
  const { prescriptionId } = await aPrescription(clinic, episodeId);
  const { sessionId } = await aPlannedSession(clinic, { episodeId });
  const { diagnosticOrderId } = (await physiatrist.call(ordersApi.place, { ...on, body: AN_ORDER })).body;
  const medication = await physiatrist.call(medicationsApi.order, {
    ...on,
    body: {
      ...{ name: 'Gabapentin', dose: '300 mg', route: 'by-mouth', frequency: 'at night', stopOn: null },
      ...{ startsOn: clinic.today(), reason: 'Leg pain' },
    },
  });
  const asked = await clinic.as('therapist').call(prescriptionsApi.askForChange, {
    params: { prescriptionId },
    body: {
      proposal: { edits: [{ code: 'lumbar-traction', from: { tractionKg: 10 }, to: { tractionKg: 12 } }] },
      reason: '10 kg for two weeks without pain',
    },
  });
  const { surgicalEvaluationId } = (await physiatrist.call(surgicalApi.begin, on)).body;
  const { referralId } = (
    await physiatrist.call(ordersApi.refer, {
      ...on,
      body: {
        ...{ service: 'orthopaedics', specialty: 'Orthopaedics', surgicalOpinion: false, toStaffId: null },
        ...{ question: 'A brace?', toName: 'Dr Osei', answerDueOn: null, teamUntil: null },
      },
    })
  ).body;
  const [conditionId, procedureId, safetyHoldId] = [randomUUID(), randomUUID(), randomUUID()];
  const insert = (sql: string, ...values: unknown[]) =>
    clinic.rows(sql, [clinic.organizationId, patientId, ...values]);
  await insert(
    `insert into condition (organization_id, id, patient_id, category, code, code_system, display)
     values ($1, $3, $2, 'comorbidity', 'E11.9', $4, 'Type 2 diabetes')`,
    conditionId,
    ICD_10_CM,
  );
  await insert(
    `insert into procedure (organization_id, id, patient_id, episode_id, kind, display, performed_on)
     values ($1, $3, $2, $4, 'injection', 'Knee injection', $5)`,
    procedureId,
    episodeId,
    clinic.today(),
  );
  await insert(
    `insert into safety_hold (organization_id, id, patient_id, episode_id, red_flag_code, level, note, opened_by_id, opened_at)
     values ($1, $3, $2, $4, 'RF-NEURO', 'urgent', 'Foot drop', $5, $6)`,
    safetyHoldId,
    episodeId,
    clinic.staff.therapist.id,
    clinic.clock.now().toISOString(),
  );
  const [member] = await clinic.rows<{ id: string }>(
    `select id from care_team_member where organization_id = $1 and patient_id = $2 and staff_member_id = $3`,
    [clinic.organizationId, patientId, clinic.staff.therapist.id],
  );
  return {
    ...{ patientId, episodeId, prescriptionId, sessionId, diagnosticOrderId },
    ...{ surgicalEvaluationId, referralId },
    changeRequestId: asked.body.changeRequestId,
    ...{ conditionId, procedureId, safetyHoldId, careTeamMemberId: member?.id ?? '' },
    medicationOrderId: medication.body.medicationOrderId,
  };
}
