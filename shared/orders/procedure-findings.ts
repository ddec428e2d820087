import {
  allergyFindings,
  type Finding,
  type MedicationRecord,
} from '#shared/medications/check-medication.ts';
import { classesOf, recogniseDrug } from '#shared/medications/recognise.ts';
import type { NewProcedure } from './procedure.ts';

/**
 * What the record holds against an injection: an allergy to what is injected, and an anticoagulant that is taken. Each is answered
 * in writing before the procedure is recorded. From memory of common practice [M]; interactions are not checked.
 */
export function procedureFindings(
  { agent }: Pick<NewProcedure, 'agent'>,
  record: MedicationRecord,
): Finding[] {
  return [...(agent === null ? [] : allergyFindings(agent, record)), ...anticoagulants(record)];
}

function anticoagulants({ medications }: MedicationRecord): Finding[] {
  return medications
    .filter(({ name, ingredients }) =>
      classesOf(ingredients.length > 0 ? ingredients : recogniseDrug(name).ingredients).includes(
        'anticoagulant',
      ),
    )
    .map(({ medicationOrderId, name }) => ({
      code: `anticoagulant:${medicationOrderId}`,
      level: 'answer',
      sentence: `${name} is taken: risk of bleeding. Write what was checked before the needle (last dose, INR, site).`,
    }));
}
