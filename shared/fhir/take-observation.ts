import { MEASURES, type OutcomeMeasure } from '#shared/outcomes/registry.ts';
import type { ImportedRow } from './model.ts';
import type { Observation, ObservationValue } from './r4.ts';
import { conceptOf, LOINC, momentOf, textOf, writtenDate } from './read-values.ts';
import type { Take } from './take-clinical.ts';

const NOT_VALID = new Set(['entered-in-error', 'cancelled', 'registered']);

/**
 * A score of a measure that Tandem knows by its LOINC code becomes an outcome score with the exact value; any other value,
 * also each component of a panel, is kept as an observation.
 */
export function takeObservation(observation: Observation, timeZone: string): Take {
  if (NOT_VALID.has(observation.status))
    return { skip: 'cancelled or marked as entered in error at the source' };
  const at =
    observation.effectiveDateTime ?? observation.effectiveInstant ?? observation.effectivePeriod?.start;
  const moment = momentOf(at ?? observation.issued, timeZone);
  const date = writtenDate(at ?? observation.issued);
  if (moment === undefined || date === undefined) return { skip: 'has no full date' };
  const measure = measureOf(observation);
  const value = observation.valueQuantity?.value ?? observation.valueInteger;
  if (measure !== undefined && value !== undefined) return takeScore(measure, value, date);
  const category =
    textOf(observation.category?.[0]) ?? observation.category?.[0]?.coding?.[0]?.code ?? 'other';
  const rows = [observation, ...(observation.component ?? [])].flatMap((one): ImportedRow[] => {
    const concept = conceptOf(one.code);
    const read = readValue(one);
    if (concept === undefined || read === undefined) return [];
    return [{ table: 'imported_observation', row: { ...concept, ...read, category, observedAt: moment } }];
  });
  return rows.length > 0 ? { rows } : { skip: 'has no value' };
}

function takeScore(measure: OutcomeMeasure, value: number, measuredOn: string): Take {
  const { refuseBelow, refuseAbove } = measure.sanity;
  if (value < refuseBelow || value > refuseAbove) {
    return { skip: `${measure.abbreviation} outside ${refuseBelow} to ${refuseAbove}` };
  }
  return { rows: [{ table: 'outcome_score', row: { measureCode: measure.code, value, measuredOn } }] };
}

/** Sided measures are left to the observations: LOINC alone does not say the side that our series need. */
function measureOf({ code, valueQuantity }: Observation): OutcomeMeasure | undefined {
  const loinc = (code.coding ?? []).filter((one) => one.system === LOINC).map((one) => one.code);
  const measure = MEASURES.find((one) => one.loinc !== null && loinc.includes(one.loinc.code));
  if (measure === undefined || measure.sided) return undefined;
  const unit = valueQuantity?.code ?? valueQuantity?.unit ?? measure.unit;
  return unit === measure.unit || (measure.unit === '{score}' && unit === '1') ? measure : undefined;
}

function readValue(
  one: ObservationValue,
): { valueNumber?: number; unit?: string; valueText?: string } | undefined {
  const { valueQuantity } = one;
  if (valueQuantity?.value !== undefined) {
    return { valueNumber: valueQuantity.value, unit: valueQuantity.unit ?? valueQuantity.code };
  }
  if (one.valueInteger !== undefined) return { valueNumber: one.valueInteger };
  const text =
    one.valueString ??
    conceptOf(one.valueCodeableConcept)?.display ??
    one.valueDateTime ??
    (one.valueBoolean === undefined ? undefined : one.valueBoolean ? 'yes' : 'no');
  return text === undefined ? undefined : { valueText: text };
}
