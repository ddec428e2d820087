/** The code systems that a condition, an allergy or a medication may be coded in, as FHIR names them. */
export const ICD_10_CM = 'http://hl7.org/fhir/sid/icd-10-cm';
export const SNOMED_CT = 'http://snomed.info/sct';

const ICD_10_CM_SHAPE = /^[A-Z][0-9][0-9A-Z](?:\.[0-9A-Z]{1,4})?$/;

/** Upper case, without spaces, with the point where ICD-10-CM puts it: `m5416` becomes `M54.16`. */
export function normalizeIcd10(typed: string): string {
  const bare = typed.toUpperCase().replace(/[\s.]/g, '');
  return bare.length > 3 ? `${bare.slice(0, 3)}.${bare.slice(3)}` : bare;
}

/** Claims only that the text has the shape of an ICD-10-CM code; the classification itself is not shipped. */
export const isIcd10Shaped = (code: string): boolean => ICD_10_CM_SHAPE.test(code);

/** How the code system is named on screen. */
export const codeSystemLabel = (system: string): string =>
  system === ICD_10_CM ? 'ICD-10-CM' : system === SNOMED_CT ? 'SNOMED CT' : system;
