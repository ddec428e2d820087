import type { ClinicOverrides } from '#shared/clinic-values/overrides.ts';
import { comorbidityKeysOf, type CodedCondition } from '#shared/patients/comorbidities.ts';
import { isSameRule, rulesIn, type ClinicRule } from './clinic-precautions.ts';
import { rulesOfDrugs } from './drug-precautions.ts';
import { groupedBy } from './precaution-kinds.ts';
import type { PrescribedPrecaution } from './model.ts';

/**
 * The precautions that a patient's coded comorbidities and active drugs propose (rules.md 4.3), contraindications first. Free text is never
 * matched. What two comorbidities say in the same words stands once, at the stricter level, with the other ones named.
 */
export function proposePrecautions(
  conditions: readonly CodedCondition[],
  overrides: ClinicOverrides = {},
): PrescribedPrecaution[] {
  const rules = rulesIn(overrides);
  const keys = new Set<string>(comorbidityKeysOf(conditions));
  const byDrug = rulesOfDrugs(conditions, rules);
  const rows = rules
    .filter((rule) => keys.has(rule.comorbidity) || byDrug.has(rule))
    .map(prescribedBy)
    .sort((a, b) => strictness(a) - strictness(b));
  return groupedBy(rows, ({ intervention }) => intervention).flatMap(([first, ...others]) =>
    first === undefined ? [] : [others.length === 0 ? first : { ...first, also: others.map(alsoOf) }],
  );
}

/** Forbidden before watched, anywhere before local: of two in the same words the first is the one that holds. */
const strictness = ({ level, scope }: Pick<PrescribedPrecaution, 'level' | 'scope'>): number =>
  (level === 'contraindicated' ? 0 : 2) + (scope === 'anywhere' ? 0 : 1);

const prescribedBy = ({ agents, ...rule }: ClinicRule): PrescribedPrecaution => ({
  ...rule,
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

/** Brings a draft's precautions up to date with the record: adds what is newly proposed, keeps every decision already made. */
export const withProposed = (
  written: readonly PrescribedPrecaution[],
  proposed: readonly PrescribedPrecaution[],
): PrescribedPrecaution[] => [
  ...written,
  ...proposed.filter((candidate) => !written.some((existing) => isSameRule(existing, candidate))),
];

/**
 * A proposed precaution as its rule says it today in this clinic: whoever writes the draft decides to keep or override it, and changes nothing
 * else about it. One that the physiatrist wrote stays as written and is never called verified.
 */
export function asRuled(
  written: PrescribedPrecaution,
  overrides: ClinicOverrides = {},
): PrescribedPrecaution {
  const rules = rulesIn(overrides);
  const rule = rules.find((one) => isSameRule(one, written));
  const { decision } = written;
  const overrideReason = decision === 'override' ? written.overrideReason : null;
  if (!rule) return { ...withAvoid(ownPrecaution(written), written), overrideReason };
  const also = (written.also ?? []).filter((one) =>
    rules.some((known) => isSameRule(known, { ...one, intervention: rule.intervention })),
  );
  return {
    ...withAvoid(prescribedBy(rule), written),
    decision,
    overrideReason,
    ...(also.length === 0 ? {} : { also }),
  };
}

/** The place to keep away from stays with a local rule that is kept. */
function withAvoid<Row extends PrescribedPrecaution>(
  { avoid: _avoid, ...row }: Row,
  written: PrescribedPrecaution,
) {
  const isSaid = row.scope === 'local' && written.decision === 'keep' && (written.avoid ?? '') !== '';
  return isSaid ? { ...row, avoid: written.avoid } : row;
}

/** One that the physiatrist wrote: its kind and its level agree, it sets no value that a rule would set. */
function ownPrecaution({
  vitals: _vitals,
  caps: _caps,
  also: _also,
  undecided: _undecided,
  ...written
}: PrescribedPrecaution) {
  const kind = written.kind ?? written.level;
  return {
    ...written,
    comorbidity: null,
    verified: false,
    level: kind === 'contraindicated' ? ('contraindicated' as const) : ('precaution' as const),
    kind,
  };
}
