import type { complianceApi } from '#shared/compliance/contract.ts';
import {
  delayOfVersion,
  delayOn,
  type CertificationDelay,
} from '#shared/compliance/delayed-certification.ts';
import { documentationOf } from '#shared/compliance/documentation-values.ts';
import { episodeCertification } from '#shared/compliance/episode-certification.ts';
import { canCertify } from '#shared/compliance/policy.ts';
import type { Input, Output } from '#shared/platform/endpoint.ts';
import { PlanCertificationId } from '#shared/platform/ids.ts';
import { Problem } from '#shared/platform/problem.ts';
import { dateInZone, type PlainDate } from '#shared/platform/time.ts';
import * as audit from '#server/audit/index.ts';
import { refreshEpisode } from '#server/oversight/index.ts';
import { inTransaction } from '#server/platform/db/in-transaction.ts';
import { assertAllowed } from '#server/platform/http/assert-allowed.ts';
import type { Context } from '#server/platform/http/context.ts';
import { announce } from '#server/platform/live/announce.ts';
import {
  insertCertification,
  loadCertification,
  type CertificationFacts,
} from './certification-repository.ts';
import { saidOfDelay } from './explain-late-signature.ts';

/**
 * A physiatrist's dated statement on a signed version: it certifies one that was signed as an order only, or says why the
 * certification of one came late (rules.md CERT-7). What is late needs a reason, and after six months evidence.
 */
export async function certifyPlan(
  ctx: Context,
  { params: { episodeId }, body }: Input<typeof complianceApi.certify>,
): Promise<Output<typeof complianceApi.certify>> {
  return inTransaction(
    ctx,
    async (tx) => {
      const facts = await loadCertification(tx, episodeId, body.prescriptionId);
      assertAllowed(canCertify(ctx.actor));
      const { patientId, prescriptionId, versionNumber } = facts;
      if (facts.isStated) throw alreadyStated(versionNumber);
      const asked = delayOf(facts, dateInZone(ctx.now(), facts.timeZone));
      if (facts.certifiesPlan && !asked.isLate) throw certifiedInTime(versionNumber);
      const words = saidOfDelay(asked, body);
      const id = await insertCertification(tx, ctx, { patientId, episodeId, prescriptionId, ...words });
      await audit.record(tx, ctx, {
        did: facts.certifiesPlan ? 'plan-of-care.delay-explained' : 'plan-of-care.certified',
        patientId,
        episodeId,
        subject: { type: 'plan-certification', id },
        detail: { versionNumber, late: asked.isLate },
      });
      await refreshEpisode(tx, ctx, episodeId);
      await announce(tx, ctx, { topics: ['episode', 'patient', 'today', 'board'], patientId, episodeId });
      return { planCertificationId: PlanCertificationId.parse(id) };
    },
    { episodeId },
  );
}

/** How late it is: of a version that certified when it was signed, how late that was. */
function delayOf(
  { course, clinicValues, certifiesPlan, versionNumber }: CertificationFacts,
  today: PlainDate,
): CertificationDelay {
  const values = documentationOf(clinicValues);
  const standing = episodeCertification(course, today, values);
  const delay = certifiesPlan
    ? delayOfVersion(course, versionNumber, today, values)
    : standing && delayOn(standing, today);
  if (delay === undefined) throw new Problem('not-found');
  return delay;
}

const alreadyStated = (version: number): Problem =>
  new Problem('conflict', `A statement on the certification of version ${version} is on record already.`);
const certifiedInTime = (version: number): Problem =>
  new Problem('conflict', `Version ${version} was certified in time when it was signed; nothing is missing.`);
