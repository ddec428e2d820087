import {
  delayOfVersion,
  unsaidOfDelay,
  type CertificationDelay,
  type DelayWords,
} from '#shared/compliance/delayed-certification.ts';
import { documentationOf } from '#shared/compliance/documentation-values.ts';
import { Problem } from '#shared/platform/problem.ts';
import { dateInZone } from '#shared/platform/time.ts';
import * as audit from '#server/audit/index.ts';
import type { Tx } from '#server/platform/db/in-transaction.ts';
import type { Context } from '#server/platform/http/context.ts';
import { insertCertification, loadCertification } from './certification-repository.ts';

interface SignedNow {
  episodeId: string;
  prescriptionId: string;
  said: DelayWords | null;
}

/**
 * In the transaction of a signature that certifies: what comes late has its reason with it or is not signed (rules.md CERT-7), so that
 * nobody asks for it afterwards. The reason is the statement beside the version; what is in time needs none and keeps none.
 */
export async function explainLateSignature(
  tx: Tx,
  ctx: Context,
  { episodeId, prescriptionId, said }: SignedNow,
): Promise<void> {
  const facts = await loadCertification(tx, episodeId, prescriptionId);
  const { course, versionNumber, patientId } = facts;
  const today = dateInZone(ctx.now(), facts.timeZone);
  const delay = delayOfVersion(course, versionNumber, today, documentationOf(facts.clinicValues));
  if (delay?.isLate !== true) return;
  const words = saidOfDelay(delay, said ?? { reason: null, involvement: null }, 'certifiedLate.');
  const id = await insertCertification(tx, ctx, { patientId, episodeId, prescriptionId, ...words });
  await audit.record(tx, ctx, {
    did: 'plan-of-care.delay-explained',
    patientId,
    episodeId,
    subject: { type: 'plan-certification', id },
    detail: { versionNumber, late: true },
  });
}

/** The words of a late certification, or the refusal that names what is missing. */
export function saidOfDelay(delay: CertificationDelay, said: DelayWords, within = ''): DelayWords {
  const unsaid = unsaidOfDelay(delay, said);
  const [first] = unsaid;
  if (first === undefined) return { reason: said.reason || null, involvement: said.involvement || null };
  throw new Problem('invalid-input', first.sentence, {
    issues: unsaid.map(({ path, sentence }) => ({ path: within + path, code: 'DELAYED', message: sentence })),
  });
}
