import type { QueryResultRow } from 'pg';
import type { SystemActor } from '#shared/platform/actor.ts';
import type { ImportedPatient } from '#shared/fhir/model.ts';
import { readAs } from '#server/platform/db/read-as.ts';
import type { Context } from '#server/platform/http/context.ts';

interface KnownPatients extends QueryResultRow {
  /** Patients here that carry one of the identifiers. */
  patientIds: string[];
  /** The patient who has the record number already. */
  mrnHolder: string | null;
}

/** Who of the bundle's patient is already here. */
export async function findKnownPatients(
  ctx: Context<SystemActor>,
  { identifiers, mrn }: ImportedPatient,
): Promise<KnownPatients> {
  const [row] = await readAs<KnownPatients>(ctx, {
    name: 'fhir-known-patients',
    text: `
      select coalesce((
        select json_agg(distinct i.patient_id) from patient_identifier i
          join json_to_recordset($2) as given(system text, value text)
            on i.system = given.system and i.value = given.value
         where i.organization_id = $1), '[]') as "patientIds",
        (select id from patient where organization_id = $1 and mrn = $3) as "mrnHolder"`,
    values: [ctx.actor.organizationId, JSON.stringify(identifiers), mrn ?? null],
  });
  return row ?? { patientIds: [], mrnHolder: null };
}
