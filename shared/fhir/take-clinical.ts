import type { ImportedRow } from './model.ts';
import type {
  AllergyIntolerance,
  CodeableConcept,
  Condition,
  Encounter,
  MedicationRequest,
  MedicationStatement,
  Procedure,
} from './r4.ts';
import { codeOf, conceptOf, hasCode, joined, momentOf, textOf, writtenDate } from './read-values.ts';

/** The rows that a resource becomes, or why it is left out. */
export type Take = { rows: ImportedRow[] } | { skip: string };

const IN_ERROR = 'marked as entered in error or refuted at the source';
const NO_CODE = 'says neither a code nor a text';

const isWithdrawn = (verification: CodeableConcept | undefined): boolean =>
  hasCode(verification, 'entered-in-error', 'refuted');

/** A problem of the patient's history: a comorbidity until a physiatrist says otherwise. */
export function takeCondition(condition: Condition): Take {
  const concept = conceptOf(condition.code);
  if (concept === undefined) return { skip: NO_CODE };
  if (isWithdrawn(condition.verificationStatus)) return { skip: IN_ERROR };
  const abatement = condition.abatementDateTime ?? condition.abatementPeriod?.end;
  const onsetOn = writtenDate(condition.onsetDateTime ?? condition.onsetPeriod?.start);
  const abatedOn = writtenDate(abatement);
  if (onsetOn !== undefined && abatedOn !== undefined && abatedOn < onsetOn) {
    return { skip: 'ends before it begins' };
  }
  const isOver =
    abatement !== undefined || hasCode(condition.clinicalStatus, 'inactive', 'remission', 'resolved');
  const status = isOver ? 'resolved' : 'active';
  return { rows: [{ table: 'condition', row: { ...concept, onsetOn, abatedOn, status } }] };
}

export function takeAllergy(allergy: AllergyIntolerance): Take {
  const concept = conceptOf(allergy.code);
  if (concept === undefined) return { skip: NO_CODE };
  if (isWithdrawn(allergy.verificationStatus)) return { skip: IN_ERROR };
  const reactions = allergy.reaction ?? [];
  const severities = reactions.map((one) => one.severity);
  const worst = (['severe', 'moderate', 'mild'] as const).find((one) => severities.includes(one));
  return {
    rows: [
      {
        table: 'allergy',
        row: {
          substance: concept.display,
          ...codeOf(allergy.code),
          reaction: joined(reactions.flatMap((one) => (one.manifestation ?? []).map(textOf))),
          severity: worst ?? (allergy.criticality === 'high' ? 'severe' : undefined),
          status: hasCode(allergy.clinicalStatus, 'inactive', 'resolved') ? 'resolved' : 'active',
        },
      },
    ],
  };
}

const MEDICATION_OVER = new Set(['completed', 'stopped', 'cancelled', 'not-taken']);
const MEDICATION_NEVER = new Set(['entered-in-error', 'draft']);

type MedicationText = (reference: string) => CodeableConcept | undefined;

/** A medication as known; `lookUp` finds one that is named by reference. */
export function takeMedication(
  medication: MedicationRequest | MedicationStatement,
  lookUp: MedicationText,
): Take {
  const reference = medication.medicationReference?.reference;
  const contained = medication.contained?.find((one) => reference === `#${one.id}`)?.code;
  const concept =
    medication.medicationCodeableConcept ??
    contained ??
    (reference === undefined ? undefined : lookUp(reference)) ??
    (medication.medicationReference?.display === undefined
      ? undefined
      : { text: medication.medicationReference.display });
  const name = conceptOf(concept);
  if (name === undefined) return { skip: NO_CODE };
  if (MEDICATION_NEVER.has(medication.status)) return { skip: IN_ERROR };
  const period = 'effectivePeriod' in medication ? medication.effectivePeriod : undefined;
  const started =
    'authoredOn' in medication
      ? medication.authoredOn
      : 'effectiveDateTime' in medication
        ? medication.effectiveDateTime
        : period?.start;
  return {
    rows: [
      {
        table: 'medication_order',
        row: {
          name: name.display,
          ...codeOf(concept),
          ...dosageOf(medication),
          startedOn: writtenDate(started ?? period?.start),
          stoppedOn: writtenDate(period?.end),
          status: MEDICATION_OVER.has(medication.status) ? 'stopped' : 'active',
          reason: joined((medication.reasonCode ?? []).map(textOf)),
        },
      },
    ],
  };
}

function dosageOf(medication: MedicationRequest | MedicationStatement): {
  dose?: string;
  frequency?: string;
} {
  const dosages = 'dosageInstruction' in medication ? medication.dosageInstruction : undefined;
  const [first] = dosages ?? ('dosage' in medication ? (medication.dosage ?? []) : []);
  if (first === undefined) return {};
  const quantity = first.doseAndRate?.[0]?.doseQuantity;
  const amount =
    quantity?.value === undefined ? undefined : [quantity.value, quantity.unit].filter(Boolean).join(' ');
  const repeat = first.timing?.repeat;
  const every =
    repeat?.frequency === undefined
      ? undefined
      : `${repeat.frequency} × per ${repeat.period ?? 1} ${repeat.periodUnit ?? 'd'}`;
  return { dose: first.text ?? amount, frequency: textOf(first.timing?.code) ?? every };
}

export function takeEncounter(encounter: Encounter, timeZone: string): Take {
  const startedAt = momentOf(encounter.period?.start, timeZone);
  if (startedAt === undefined) return { skip: 'has no start date' };
  if (encounter.status === 'entered-in-error') return { skip: IN_ERROR };
  return {
    rows: [
      {
        table: 'external_encounter',
        row: {
          type: joined((encounter.type ?? []).map(textOf)) ?? 'Visit',
          encounterClass: encounter.class?.code ?? 'unknown',
          status: encounter.status,
          startedAt,
          endedAt: momentOf(encounter.period?.end, timeZone),
          reason: joined((encounter.reasonCode ?? []).map(textOf)),
        },
      },
    ],
  };
}

const NOT_PERFORMED = new Set(['not-done', 'preparation', 'on-hold']);

export function takeProcedure(procedure: Procedure): Take {
  const concept = conceptOf(procedure.code);
  if (concept === undefined) return { skip: NO_CODE };
  if (procedure.status === 'entered-in-error') return { skip: IN_ERROR };
  if (NOT_PERFORMED.has(procedure.status)) return { skip: 'was not performed' };
  const performedOn = writtenDate(procedure.performedDateTime ?? procedure.performedPeriod?.start);
  if (performedOn === undefined) return { skip: 'has no full date' };
  return {
    rows: [
      {
        table: 'procedure',
        row: {
          ...concept,
          performedOn,
          site: joined((procedure.bodySite ?? []).map(textOf)),
          complication: joined((procedure.complication ?? []).map(textOf)),
        },
      },
    ],
  };
}
