import { ICD_10_CM, SNOMED_CT } from './code-systems.ts';
import { HISTORY_MEANING_SYSTEM, HistoryMeaning } from './history-meaning.ts';
import { COMORBIDITIES, COMORBIDITY_KEYS, type ComorbidityKey } from './comorbidity-list.ts';
import { DEEP_VEIN_THROMBOSIS_SNOMED, isKnownSnomed, snomedCodesOf } from './comorbidity-snomed.ts';

export { COMORBIDITIES, COMORBIDITY_KEYS, type ComorbidityKey } from './comorbidity-list.ts';

/** A condition as far as matching needs it. Free text plays no part. */
export interface CodedCondition {
  code: string;
  codeSystem: string;
  status: string;
  /** It began more than a year before the day that is asked about; not said where the date is unknown. */
  isOld?: boolean | undefined;
}

/**
 * Venous thrombosis and embolism, wherever it sits, the lung included (I26); in pregnancy and after birth (O22.3, O87.1, O88.2).
 * Superficial veins (I80.0, I82.81) are read as deep until the physiatrist says otherwise: the cautious reading. Z86.71, a
 * thrombosis of the past, is none. The choice of codes is ours and unverified.
 */
const deepVeinThrombosis = ['I26', 'I80', 'I82', 'O22.3', 'O87.1', 'O88.2'];

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

/** Whether one condition alone means a comorbidity, by its code. */
function means(condition: CodedCondition, key: ComorbidityKey): boolean {
  const comorbidity = COMORBIDITIES.find((one) => one.key === key);
  if (comorbidity === undefined) return false;
  return hasPrefix([condition], comorbidity.icd10Prefixes) || hasSnomed([condition], snomedCodesOf(key));
}

/**
 * A vertebral fracture in a tumour or another disease, or one whose cause is not coded (M84.4, M48.5): healed or not, a metastasis
 * stays possible "until imaging cleared" (rules.md 4.3).
 */
const DISEASED_BONE = ['M84.48', 'M84.58', 'M84.68', 'M48.5'];

/**
 * A fracture that is no longer recent: a later effect by its seventh character (S), or begun more than a year ago. The year is
 * product policy; rules.md 4.3 says "recent" and no source says for how long. Without a date it counts as recent.
 */
const isHealed = (fracture: CodedCondition): boolean =>
  !hasPrefix([fracture], DISEASED_BONE) &&
  (fracture.isOld === true || (fracture.codeSystem === ICD_10_CM && /\.[0-9A-Z]{3}S$/i.test(fracture.code)));

/**
 * The comorbidities that a patient's active coded conditions mean, in the order of the list. A deep vein thrombosis counts as
 * untreated, whatever else is coded: an anticoagulant may be taken for another reason, or too little of it. That it is
 * therapeutic is the physiatrist's decision, made by overriding the rule with a reason (rules.md 3 and 4.3).
 */
export function comorbidityKeysOf(conditions: readonly CodedCondition[]): ComorbidityKey[] {
  const active = conditions.filter(({ status }) => status === 'active');
  const found = new Set<ComorbidityKey>();
  const recent = active.filter((one) => !(means(one, 'vertebral-fracture') && isHealed(one)));
  for (const { key } of COMORBIDITIES) {
    const looked = key === 'vertebral-fracture' ? recent : active;
    if (looked.some((one) => means(one, key))) found.add(key);
  }
  // What is left of a vertebral fracture is what osteoporosis asks for: a precaution, no contraindication.
  if (recent.length < active.length) found.add('osteoporosis');
  if (hasPrefix(active, deepVeinThrombosis) || hasSnomed(active, DEEP_VEIN_THROMBOSIS_SNOMED)) {
    found.add('dvt-suspected');
    if (hasPrefix(active, ['Z79.01'])) found.add('dvt-anticoagulated');
  }
  for (const { code, codeSystem } of active) {
    const meaning = codeSystem === HISTORY_MEANING_SYSTEM ? HistoryMeaning.safeParse(code).data : undefined;
    if (meaning !== undefined) found.add(meaning);
  }
  return COMORBIDITY_KEYS.filter((key) => found.has(key));
}

/**
 * Active conditions whose code Tandem cannot read: in another system than ICD-10-CM, and none of the SNOMED CT codes it knows. They
 * call for no precaution by themselves, whatever they are: whoever prescribes is told (rules.md 4.3 matches codes only).
 */
export const unreadConditions = <Condition extends CodedCondition>(
  conditions: readonly Condition[],
): Condition[] =>
  conditions.filter(
    ({ code, codeSystem, status }) =>
      status === 'active' &&
      codeSystem !== ICD_10_CM &&
      codeSystem !== HISTORY_MEANING_SYSTEM &&
      !(codeSystem === SNOMED_CT && isKnownSnomed(code)),
  );
