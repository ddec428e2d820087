import { comorbidityLabel, COMORBIDITY_KEYS } from '#shared/patients/comorbidities.ts';
import { getIntervention } from './interventions.ts';
import { isForbidding } from './local-place.ts';
import type { PrecautionKind, PrescribedPrecaution } from './model.ts';

/** What a precaution asks for; what was written before kinds existed says it by its level. */
export const kindOf = ({ kind, level }: Pick<PrescribedPrecaution, 'kind' | 'level'>): PrecautionKind => {
  // A stricter level is never read as a milder kind.
  if (level === 'contraindicated') return kind === 'stop-when' ? 'stop-when' : 'contraindicated';
  return kind === undefined || kind === 'contraindicated' ? 'precaution' : kind;
};

export const KIND_TITLES: Record<PrecautionKind, string> = {
  contraindicated: 'Contraindicated: not done, unless the physiatrist overrides it with a reason',
  'stop-when': 'Stop when: the session is not started, or ends',
  precaution: 'Precaution: done with care, the therapist is warned',
  monitor: 'Monitor: watched at each session',
};

export const KIND_WORDS: Record<PrecautionKind, string> = {
  contraindicated: 'Contraindicated',
  'stop-when': 'Stop when',
  precaution: 'Care with',
  monitor: 'Monitor',
};

/** A comorbidity as it is written for people; a key of an older version stays as it is. */
export function comorbidityName(comorbidity: string): string {
  const key = COMORBIDITY_KEYS.find((one) => one === comorbidity);
  return key === undefined ? comorbidity : comorbidityLabel(key);
}

/** The comorbidities that a precaution stands for: its own first. */
export const comorbiditiesOf = ({
  comorbidity,
  also = [],
}: Pick<PrescribedPrecaution, 'comorbidity' | 'also'>): string[] => [
  ...(comorbidity === null ? [] : [comorbidityName(comorbidity)]),
  ...also.map((one) => comorbidityName(one.comorbidity)),
];

/** What sets a limit, inside a sentence: "the precaution for heart disease". */
export const precautionSource = (precaution: PrescribedPrecaution): string => {
  const names = comorbiditiesOf(precaution);
  return names.length === 0
    ? `the precaution "${precaution.intervention}"`
    : `the precaution for ${names.join(' and ').toLowerCase()}`;
};

const STRICTNESS = (row: PrescribedPrecaution): number =>
  (isForbidding(row) ? 0 : 2) + (row.scope === 'anywhere' ? 0 : 1);

/** The kept precautions that speak about an intervention, strictest first: forbidden before watched, anywhere before local. */
export function precautionsAbout(
  precautions: readonly PrescribedPrecaution[],
  code: string,
): PrescribedPrecaution[] {
  const agents: readonly string[] = getIntervention(code)?.agents ?? [];
  return precautions
    .filter(({ decision, agents: about }) => decision === 'keep' && about.some((one) => agents.includes(one)))
    .sort((a, b) => STRICTNESS(a) - STRICTNESS(b));
}

/** "Cryotherapy (Raynaud), stricter than the rules for dementia": which rule wins where several speak. */
export function strictestWords(precautions: readonly PrescribedPrecaution[], code: string): string {
  const [strictest, ...weaker] = precautionsAbout(precautions, code);
  if (strictest === undefined) return '';
  const names = comorbiditiesOf(strictest).join(', ');
  const others = [
    ...new Set(weaker.filter((one) => STRICTNESS(one) > STRICTNESS(strictest)).flatMap(comorbiditiesOf)),
  ];
  const said = names === '' ? strictest.intervention : `${strictest.intervention} (${names})`;
  return others.length === 0 ? said : `${said}, stricter than the rule for ${others.join(' and ')}`;
}

/** Rows that say the same thing, in the order in which each thing was first said. */
export function groupedBy<T>(rows: readonly T[], key: (row: T) => string): T[][] {
  const groups = new Map<string, T[]>();
  for (const row of rows) groups.set(key(row), [...(groups.get(key(row)) ?? []), row]);
  return [...groups.values()];
}
