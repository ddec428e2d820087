import {
  delayOfInitial,
  delayOfRecertification,
  delayOn,
  type CertificationDelay,
} from './delayed-certification.ts';
import type { DocumentationPage, PlanVersion } from './documentation.ts';
import { documentationOf } from './documentation-values.ts';
import type { EpisodeCertification } from './episode-certification.ts';

/** What a physiatrist may still state about certification: certify a version that is an order only, or say why one came late. */
export interface CertificationAct {
  kind: 'certify' | 'explain';
  version: PlanVersion;
  delay: CertificationDelay;
}

type Waiting = Pick<DocumentationPage, 'versions' | 'certifications' | 'today'> & {
  facts: Pick<DocumentationPage['facts'], 'certification' | 'clinicValues'>;
};

/** The statement that the record waits for, if there is one: of the newest version that is an order only, else of a late signature. */
export function certificationAct(
  { versions, certifications, today, facts }: Waiting,
  standing: EpisodeCertification | null,
): CertificationAct | undefined {
  if (standing === null) return undefined;
  const isStated = ({ prescriptionId }: PlanVersion) =>
    certifications.some((one) => one.prescriptionId === prescriptionId);
  const byOrder = standing.initial === 'CERTIFIED_BY_ORDER';
  // What the order certifies needs no signature; a later version does (CERT-5).
  const open = versions.find(
    (one) => !one.certifiesPlan && !isStated(one) && !(byOrder && one.versionNumber === 1),
  );
  const newest = versions[0];
  // Signed ahead, the newest certifies no day before it starts: until then the version in force waits for its own.
  const waits =
    open !== undefined && (open === newest || (open.inForce && standing.recertification === null));
  if (open !== undefined && waits) return { kind: 'certify', version: open, delay: delayOn(standing, today) };
  if (newest !== undefined && newest.certifiesPlan && !isStated(newest)) {
    const values = documentationOf(facts.clinicValues);
    const late = delayOfRecertification(facts.certification, newest.versionNumber, values);
    if (late?.isLate === true) return { kind: 'explain', version: newest, delay: late };
  }
  if (standing.initial !== 'CERTIFIED_DELAYED') return undefined;
  const signed = versions.findLast((one) => one.certifiesPlan);
  return signed === undefined || isStated(signed) || signed.signedOn !== standing.signedOn
    ? undefined
    : { kind: 'explain', version: signed, delay: delayOfInitial(standing) };
}
