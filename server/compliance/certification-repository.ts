import type { ClinicOverrides } from '#shared/clinic-values/overrides.ts';
import type { CertificationCourse } from '#shared/compliance/certification-course.ts';
import { Problem } from '#shared/platform/problem.ts';
import type { Tx } from '#server/platform/db/in-transaction.ts';
import type { Context } from '#server/platform/http/context.ts';
import { certificationCourse } from './certification-sql.ts';

export interface CertificationFacts {
  patientId: string;
  prescriptionId: string;
  versionNumber: number;
  certifiesPlan: boolean;
  /** A statement of its own is on record. */
  isStated: boolean;
  timeZone: string;
  clinicValues: ClinicOverrides;
  course: CertificationCourse;
}

const CERTIFICATION_SQL = `
  select json_build_object(
           'patientId', x.patient_id, 'prescriptionId', x.id, 'versionNumber', x.version_number,
           'certifiesPlan', x.certifies_plan, 'timeZone', c.time_zone, 'clinicValues', c.clinical_values,
           'isStated', exists (select from plan_certification k
                                where k.organization_id = x.organization_id and k.prescription_id = x.id),
           'course', ${certificationCourse('e', 'c')}) as facts
    from prescription x
    join episode e on e.organization_id = x.organization_id and e.id = x.episode_id
    join clinic c on c.organization_id = e.organization_id and c.id = e.clinic_id
   where x.organization_id = (select tandem.organization()) and x.episode_id = $1::uuid and x.id = $2::uuid`;

/** A version with what its certification rests on; invisible is not found. */
export async function loadCertification(
  tx: Tx,
  episodeId: string,
  prescriptionId: string,
): Promise<CertificationFacts> {
  const [row] = await tx.$queryRawUnsafe<{ facts: CertificationFacts }[]>(
    CERTIFICATION_SQL,
    episodeId,
    prescriptionId,
  );
  if (!row) throw new Problem('not-found');
  return row.facts;
}

interface NewCertification {
  patientId: string;
  episodeId: string;
  prescriptionId: string;
  reason: string | null;
  involvement: string | null;
}

export async function insertCertification(tx: Tx, ctx: Context, stated: NewCertification): Promise<string> {
  const { organizationId, staffMemberId } = ctx.actor;
  const { id } = await tx.planCertification.create({
    data: { ...stated, organizationId, certifiedById: staffMemberId, certifiedAt: ctx.now() },
    select: { id: true },
  });
  return id;
}
