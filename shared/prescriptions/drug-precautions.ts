import { ICD_10_CM } from '#shared/patients/code-systems.ts';
import type { CodedCondition } from '#shared/patients/comorbidities.ts';
import type { DrugClass } from '#shared/medications/drug-classes.ts';
import { classesOf } from '#shared/medications/recognise.ts';
import type { PrecautionRule } from './precaution-rules.ts';

/**
 * The code system under which an active medication stands among the coded conditions: its ingredients as the shipped table names
 * them, stored when the drug was ordered or written down. Free text is never matched here.
 */
export const DRUG_INGREDIENT = 'urn:tandem:drug-ingredient';

/** Which rows of rules.md 4.3 a drug calls for by itself: those that name it. */
const CALLED_BY: readonly { drugClass: DrugClass; comorbidity: string; named: RegExp }[] = [
  { drugClass: 'anticoagulant', comorbidity: 'anticoagulant', named: /./ },
  { drugClass: 'beta-blocker', comorbidity: 'cardiac', named: /beta-blocker/ },
  { drugClass: 'insulin', comorbidity: 'diabetes', named: /insulin/ },
  { drugClass: 'secretagogue', comorbidity: 'diabetes', named: /secretagogue/ },
];

/** The rules that the active medications call for, whatever conditions are coded. */
export function rulesOfDrugs(
  conditions: readonly CodedCondition[],
  rules: readonly PrecautionRule[],
): ReadonlySet<PrecautionRule> {
  const ingredients = activeDrugs(conditions);
  if (ingredients.length === 0) return new Set();
  const classes = classesOf(ingredients);
  const called = CALLED_BY.filter(({ drugClass }) => classes.includes(drugClass));
  return new Set(
    rules.filter((rule) =>
      called.some(
        ({ comorbidity, named }) => comorbidity === rule.comorbidity && named.test(rule.intervention),
      ),
    ),
  );
}

/** Codes that say insulin: type 1 diabetes, long-term insulin. */
const ON_INSULIN = ['E10', 'Z79.4'];

const activeDrugs = (conditions: readonly CodedCondition[]): string[] =>
  conditions
    .filter(({ codeSystem, status }) => codeSystem === DRUG_INGREDIENT && status === 'active')
    .map(({ code }) => code);

/** Whether the chart lists insulin or a secretagogue: exercise may then lower glucose too far (rules.md 4.3, S22). */
export const lowersGlucose = (conditions: readonly CodedCondition[]): boolean =>
  classesOf(activeDrugs(conditions)).some((one) => one === 'insulin' || one === 'secretagogue') ||
  conditions.some(
    ({ code, codeSystem, status }) =>
      codeSystem === ICD_10_CM && status === 'active' && ON_INSULIN.some((prefix) => code.startsWith(prefix)),
  );
