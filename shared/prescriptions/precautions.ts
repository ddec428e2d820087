import { comorbidityKeysOf, type CodedCondition } from '#shared/patients/comorbidities.ts';
import { PRECAUTION_RULES } from './precaution-rules.ts';
import type { PrescribedPrecaution } from './model.ts';

/**
 * The precautions that a patient's coded comorbidities propose (rules.md 4.3), contraindications first. Free text is never
 * matched. What two comorbidities say in the same words stands once, at the stricter level.
 */
export function proposePrecautions(conditions: readonly CodedCondition[]): PrescribedPrecaution[] {
  const keys = new Set<string>(comorbidityKeysOf(conditions));
  return PRECAUTION_RULES.filter((rule) => keys.has(rule.comorbidity))
    .map(({ agents, ...rule }): PrescribedPrecaution => ({
      ...rule,
      agents: [...agents],
      decision: 'keep',
      overrideReason: null,
    }))
    .sort((a, b) => Number(b.level === 'contraindicated') - Number(a.level === 'contraindicated'))
    .filter((row, index, rows) => rows.findIndex((one) => one.intervention === row.intervention) === index);
}

const sameRule = (a: PrescribedPrecaution, b: PrescribedPrecaution): boolean =>
  a.comorbidity === b.comorbidity && a.intervention === b.intervention;

/** Brings a draft's precautions up to date with the record: adds what is newly proposed, keeps every decision already made. */
export const withProposed = (
  written: readonly PrescribedPrecaution[],
  proposed: readonly PrescribedPrecaution[],
): PrescribedPrecaution[] => [
  ...written,
  ...proposed.filter((candidate) => !written.some((existing) => sameRule(existing, candidate))),
];

/** The rule behind a written precaution, if it comes from one that the record still calls for or once did. */
const ruleOf = ({ comorbidity, intervention }: PrescribedPrecaution) =>
  PRECAUTION_RULES.find((rule) => rule.comorbidity === comorbidity && rule.intervention === intervention);

/**
 * A proposed precaution as its rule says it: whoever writes the draft decides to keep or override it, and changes nothing
 * else about it. One that the physiatrist wrote stays as written and is never called verified.
 */
export function asRuled(written: PrescribedPrecaution): PrescribedPrecaution {
  const rule = ruleOf(written);
  const { decision } = written;
  const overrideReason = decision === 'override' ? written.overrideReason : null;
  if (!rule) return { ...written, comorbidity: null, verified: false, overrideReason };
  return { ...rule, agents: [...rule.agents], decision, overrideReason };
}
