import type { EvaluationKind } from '#shared/evaluations/model.ts';
import type { PersonName, TestClinic } from './a-clinic.ts';

interface OnFile {
  kind?: EvaluationKind;
  by?: PersonName;
  /** Day of the evaluation; it is signed that afternoon unless told otherwise. */
  on?: string;
  signedAt?: string;
}

/** Puts a signed evaluation into the record as its owner, for tests that are about what follows from it. */
export async function anEvaluationOnFile(
  clinic: TestClinic,
  episodeId: string,
  { kind = 'consult', by = 'physiatrist', on = clinic.today(), signedAt = `${on}T15:00:00Z` }: OnFile = {},
): Promise<void> {
  await clinic.rows(
    `insert into evaluation (organization_id, id, patient_id, episode_id, author_id, kind, evaluated_on, content, status,
                             signed_at, signed_by_id)
     select e.organization_id, gen_random_uuid(), e.patient_id, e.id, $3, $4, $5, '{}', 'signed', $6, $3
       from episode e where e.organization_id = $1 and e.id = $2`,
    [clinic.organizationId, episodeId, clinic.staff[by].id, kind, on, signedAt],
  );
}
