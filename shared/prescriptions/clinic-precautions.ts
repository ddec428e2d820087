import type { ClinicOverrides } from '#shared/clinic-values/overrides.ts';
import { perClinic } from '#shared/clinic-values/per-clinic.ts';
import type { PrecautionKind } from './model.ts';
import { meaningOf, numberless, statementWith, type PrecautionMeaning } from './precaution-meaning.ts';
import { PRECAUTION_RULES, type PrecautionRule } from './precaution-rules.ts';
import { vitalLimitsOf, type VitalLimits } from './vital-limits.ts';

/** A row of the table as it holds in a clinic: its words with the clinic's numbers, its effect as the clinic sets it. */
export type ClinicRule = PrecautionRule & Partial<PrecautionMeaning>;

/** Names a row for good: its comorbidity and the first agent it is about. */
export const precautionKey = ({
  comorbidity,
  agents,
}: Pick<PrecautionRule, 'comorbidity' | 'agents'>): string => `${comorbidity}-${agents[0] ?? 'vital-signs'}`;

/** Rows that were not seen in their source: a clinic may set what they ask for. */
export const SETTABLE_RULES: readonly PrecautionRule[] = PRECAUTION_RULES.filter(({ verified }) => !verified);

/** What such a row asks for unless the clinic sets something else. */
export const defaultEffect = ({ intervention, level }: PrecautionRule): PrecautionKind =>
  meaningOf(intervention).kind ?? level;

const isEffect = (value: unknown): value is PrecautionKind =>
  value === 'contraindicated' || value === 'stop-when' || value === 'precaution' || value === 'monitor';

/** The table as it holds in a clinic. */
export const rulesIn = perClinic((overrides): readonly ClinicRule[] => {
  const limits = vitalLimitsOf(overrides);
  return PRECAUTION_RULES.map((rule) => ({
    ...rule,
    ...meaningOf(rule.intervention, limits),
    intervention: statementWith(rule.intervention, limits),
    note: noteOf(rule, limits),
    ...effectOf(rule, overrides),
  }));
});

function effectOf(
  rule: PrecautionRule,
  overrides: ClinicOverrides,
): Partial<Pick<ClinicRule, 'level' | 'kind'>> {
  const effect = overrides[`precautions.${precautionKey(rule)}`];
  if (rule.verified || !isEffect(effect) || effect === defaultEffect(rule)) return {};
  const isStrict = effect === 'contraindicated' || effect === 'stop-when';
  return { kind: effect, level: isStrict ? 'contraindicated' : 'precaution' };
}

const noteOf = ({ note, comorbidity }: PrecautionRule, { inrLimit }: VitalLimits): string | null =>
  comorbidity === 'anticoagulant' && inrLimit !== 'not-set' && note !== null
    ? note.replace('the clinic limit', `${inrLimit} (the clinic’s limit)`)
    : note;

type Named = { comorbidity: string | null; intervention: string };

/** Whether two rows come from the same rule, whatever numbers they were written with. */
export const isSameRule = (a: Named, b: Named): boolean =>
  a.comorbidity === b.comorbidity && numberless(a.intervention) === numberless(b.intervention);
