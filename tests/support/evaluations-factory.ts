import { evaluationsApi } from '#shared/evaluations/contract.ts';
import { emptyEvaluation, type EvaluationContent, type EvaluationKind } from '#shared/evaluations/model.ts';
import type { EpisodeId, EvaluationId } from '#shared/platform/ids.ts';
import type { PersonName, TestClinic } from './a-clinic.ts';

/** A consult with everything that signing asks for. */
export const aCompleteConsult = (changes: Partial<EvaluationContent> = {}): EvaluationContent => {
  const empty = emptyEvaluation();
  return {
    ...empty,
    reason: 'Low back pain running into the left leg',
    history: { ...empty.history, present: 'Began after lifting; worse when sitting.' },
    symptoms: { ...empty.symptoms, location: 'Low back, left calf', severity: 6 },
    function: { limits: 'Sits 10 minutes', work: 'Office', patientGoals: 'Sit through a meeting' },
    reviewed: { history: true, comorbidities: true, medications: true, allergies: true },
    findings: [
      {
        kind: 'strength',
        muscleGroup: 'Great toe extensors (L5)',
        side: 'left',
        grade: 4,
        note: '',
        carried: false,
      },
    ],
    impression: 'L5 radiculopathy, left',
    diagnoses: [{ code: 'M54.16', display: 'Lumbar radiculopathy', side: 'left', primary: true }],
    redFlags: { reviewed: true, present: [], wells: null },
    plan: 'Physical therapy, review at week 4',
    ...changes,
  };
};

/** A therapist's evaluation with everything that signing asks for. */
export const aCompletePtEvaluation = (changes: Partial<EvaluationContent> = {}): EvaluationContent =>
  aCompleteConsult({
    impression: '',
    diagnoses: [],
    movementDiagnosis: 'Lumbar extension-responsive movement impairment',
    coding: { code: '97161', minutes: 30 },
    ...changes,
  });

interface DraftDetails {
  by?: PersonName;
  kind?: EvaluationKind;
  content?: EvaluationContent;
}

/** Starts a draft and saves its content; answers the version to sign. */
export async function anEvaluationDraft(
  clinic: TestClinic,
  episodeId: EpisodeId,
  { by = 'physiatrist', kind = 'consult', content = aCompleteConsult() }: DraftDetails = {},
): Promise<{ evaluationId: EvaluationId; version: number }> {
  const { evaluationId, version } = (
    await clinic.as(by).call(evaluationsApi.start, { params: { episodeId }, body: { kind } })
  ).body;
  const saved = await clinic.as(by).call(evaluationsApi.save, {
    params: { episodeId, evaluationId },
    body: { evaluatedOn: clinic.today(), content, expectedVersion: version },
  });
  return { evaluationId, version: saved.body.version };
}

/** Starts, writes and signs an evaluation: a consult unless told otherwise. */
export async function aSignedEvaluation(
  clinic: TestClinic,
  episodeId: EpisodeId,
  details: DraftDetails = {},
): Promise<EvaluationId> {
  const { evaluationId, version } = await anEvaluationDraft(clinic, episodeId, details);
  const signed = await clinic.as(details.by ?? 'physiatrist').call(evaluationsApi.sign, {
    params: { episodeId, evaluationId },
    body: { expectedVersion: version },
  });
  return signed.body.evaluationId;
}
