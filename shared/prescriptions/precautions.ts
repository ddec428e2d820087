import { comorbidityKeysOf, type CodedCondition } from '#shared/patients/comorbidities.ts';
import { rulesOfDrugs } from './drug-precautions.ts';
import { groupedBy } from './precaution-kinds.ts';
import { meaningOf } from './precaution-meaning.ts';
import { PRECAUTION_RULES, type PrecautionRule } from './precaution-rules.ts';
import type { PrescribedPrecaution } from './model.ts';

/**
 * The precautions that a patient's coded comorbidities and active drugs propose (rules.md 4.3), contraindications first. Free text is never
 * matched. What two comorbidities say in the same words stands once, at the stricter level, with the other ones named.
 */
export function proposePrecautions(conditions: readonly CodedCondition[]): PrescribedPrecaution[] {
  const keys = new Set<string>(comorbidityKeysOf(conditions));
  const byDrug = rulesOfDrugs(conditions, PRECAUTION_RULES);
  const rows = PRECAUTION_RULES.filter((rule) => keys.has(rule.comorbidity) || byDrug.has(rule))
    .map(prescribedBy)
    .sort((a, b) => Number(b.level === 'contraindicated') - Number(a.level === 'contraindicated'));
  return groupedBy(rows, ({ intervention }) => intervention).flatMap(([first, ...others]) =>
    first === undefined ? [] : [others.length === 0 ? first : { ...first, also: others.map(alsoOf) }],
  );
}

const prescribedBy = ({ agents, ...rule }: PrecautionRule): PrescribedPrecaution => ({
  ...rule,
  ...meaningOf(rule.intervention),
  agents: [...agents],
  decision: 'keep',
  overrideReason: null,
});

const alsoOf = ({ comorbidity, level, source, verified }: PrescribedPrecaution) => ({
  comorbidity: comorbidity ?? '',
  level,
  source,
  verified,
});

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
  if (!rule) return { ...ownPrecaution(written), overrideReason };
  const also = (written.also ?? []).filter((one) =>
    PRECAUTION_RULES.some(
      (known) => known.comorbidity === one.comorbidity && known.intervention === rule.intervention,
    ),
  );
  return { ...prescribedBy(rule), decision, overrideReason, ...(also.length === 0 ? {} : { also }) };
}

/** One that the physiatrist wrote: its kind and its level agree, it sets no value that a rule would set. */
function ownPrecaution({ vitals: _vitals, caps: _caps, also: _also, ...written }: PrescribedPrecaution) {
  const kind = written.kind ?? written.level;
  return {
    ...written,
    comorbidity: null,
    verified: false,
    level: kind === 'contraindicated' ? ('contraindicated' as const) : ('precaution' as const),
    kind,
  };
}
