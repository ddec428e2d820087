import { ICD_10_CM, SNOMED_CT } from './code-systems.ts';
import { COMORBIDITIES, COMORBIDITY_KEYS, type ComorbidityKey } from './comorbidity-list.ts';

export { COMORBIDITIES, COMORBIDITY_KEYS, type ComorbidityKey } from './comorbidity-list.ts';

/** A condition as far as matching needs it. Free text plays no part. */
export interface CodedCondition {
  code: string;
  codeSystem: string;
  status: string;
}

const deepVeinThrombosis = ['I82.4', 'I82.5', 'I82.62', 'I82.72', 'I82.A', 'I82.B'];

/** How a comorbidity is written for people. */
export const comorbidityLabel = (key: ComorbidityKey): string =>
  COMORBIDITIES.find((comorbidity) => comorbidity.key === key)?.label ?? key;

const hasPrefix = (conditions: readonly CodedCondition[], prefixes: readonly string[]): boolean =>
  conditions.some(
    ({ code, codeSystem }) =>
      codeSystem === ICD_10_CM && prefixes.some((prefix) => code.toUpperCase().startsWith(prefix)),
  );

const hasSnomed = (conditions: readonly CodedCondition[], codes: readonly string[]): boolean =>
  conditions.some(({ code, codeSystem }) => codeSystem === SNOMED_CT && codes.includes(code));

/**
 * The comorbidities that a patient's active coded conditions mean, in the order of the list. A deep vein thrombosis counts as
 * untreated until a condition says that the patient takes an anticoagulant: the cautious reading of rules.md 4.3.
 */
export function comorbidityKeysOf(conditions: readonly CodedCondition[]): ComorbidityKey[] {
  const active = conditions.filter(({ status }) => status === 'active');
  const found = new Set<ComorbidityKey>();
  for (const { key, icd10Prefixes, snomedCodes = [] } of COMORBIDITIES) {
    if (hasPrefix(active, icd10Prefixes) || hasSnomed(active, snomedCodes)) found.add(key);
  }
  if (hasPrefix(active, deepVeinThrombosis)) {
    found.add(hasPrefix(active, ['Z79.01']) ? 'dvt-anticoagulated' : 'dvt-suspected');
  }
  return COMORBIDITY_KEYS.filter((key) => found.has(key));
}
