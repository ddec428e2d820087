import { DOCUMENTATION, type DocumentationValues } from './documentation-values.ts';
import type { PayerProfile } from '#shared/patients/model.ts';
import { plainDate, type PlainDate } from '#shared/platform/time.ts';

/** Where a rule comes from: `[S]` seen in a source, `[M]` from memory, to be confirmed, `[P]` product policy (rules.md). */
export interface CitedRule {
  code: string;
  sentence: string;
  source: string;
}

/** What a payer asks of the record, as data with the dates between which it holds. */
export interface RulePack {
  id: string;
  payer: PayerProfile;
  label: string;
  effectiveFrom: PlainDate | null;
  effectiveTo: PlainDate | null;
  /** What a plan of care must hold; without all of it, it cannot be certified. */
  planOfCare: { required: readonly PlanElement[]; sendWithinDays: number } | null;
  certification: { lastsAtMostDays: number; blocksSessions: boolean } | null;
  /** `clinicianEachPeriod`: a clinician, not an assistant, treats at least once in each (PR-4). */
  progressReport: {
    everyTreatmentDays: number;
    assessesEachGoal: boolean;
    clinicianEachPeriod: boolean;
  } | null;
  dischargeNote: { required: boolean };
  kxThreshold: boolean;
  /** CQ on what an assistant gave (rules.md 1.6). */
  assistantModifier: boolean;
  rules: readonly CitedRule[];
}

export const PLAN_ELEMENTS = ['diagnosis', 'goals', 'type', 'amount', 'frequency', 'duration'] as const;
export type PlanElement = (typeof PLAN_ELEMENTS)[number];

const MEDICARE_RULES: readonly CitedRule[] = [
  {
    code: 'POC-1',
    sentence: 'The plan of care is written before treatment starts, by a physician or a therapist.',
    source: '42 CFR 410.61 [S1]',
  },
  {
    code: 'POC-2',
    sentence:
      'It holds the diagnosis, long-term measurable goals, and the type, amount, frequency and duration of therapy.',
    source: '42 CFR 410.61 [S1]; Noridian [S2]',
  },
  {
    code: 'POC-3',
    sentence:
      'Frequency is times a week, duration weeks or visits, amount times a day (once unless told otherwise).',
    source: 'Noridian [S2]; the default amount [M]',
  },
  {
    code: 'POC-4',
    sentence: 'The evaluation and the plan may be one document or two.',
    source: 'Benefit Policy Manual 15, 220.3 [S3]',
  },
  {
    code: 'POC-5',
    sentence:
      'A change is written, signed and dated by the person who makes it; a change of long-term goals needs the physician.',
    source: '42 CFR 410.61 [S1]; second half [M]',
  },
  {
    code: 'POC-6',
    sentence: 'A signed version never changes; a change is a new version that names the old one.',
    source: 'Tandem [P]',
  },
  {
    code: 'CERT-1',
    sentence:
      'The initial certification is timely when signed and dated within 30 days of the first treatment.',
    source: 'Noridian [S2]; Manual 15, 220.1.3 [S4]',
  },
  {
    code: 'CERT-2',
    sentence: 'It lasts as long as the plan, at most 90 calendar days; the first treatment is day 1.',
    source: 'Manual 15, 220.1.3 [S4]; counting from day 1 [P]',
  },
  {
    code: 'CERT-3',
    sentence:
      'Treatment after that needs recertification. Tandem warns 14 days before and stops sessions after.',
    source: 'Manual 15, 220.1.3 [S4]; 14 days [P]',
  },
  {
    code: 'CERT-5',
    sentence:
      'Recertification needs a dated signature of the physician: here, the signature on the next version.',
    source: 'CY 2025 rule summary [S6]',
  },
  {
    code: 'CERT-7',
    sentence:
      'A late signature is a delayed certification: allowed with a reason, after six months with evidence of involvement. It stops no needed care.',
    source: 'Manual 15, 220.1.3 [S4]',
  },
  {
    code: 'PR-1',
    sentence: 'A progress report at least once every 10 treatment days; two sessions on one date count once.',
    source: 'Manual 15, 220.3 [S3]; once per date [M]',
  },
  { code: 'PR-2', sentence: 'The next period starts the day after the reported one ends.', source: '[M]' },
  {
    code: 'PR-3',
    sentence:
      'A clinician writes and signs it, not an assistant; the physician need not sign a therapist’s report.',
    source: 'Manual 15, 220.3 [S3]',
  },
  { code: 'PR-4', sentence: 'The clinician treats in person at least once in each period.', source: '[M]' },
  {
    code: 'PR-5',
    sentence:
      'It holds the date and period, measures now against baseline and last report, an assessment of each goal, the plan, signature and credentials.',
    source: 'Manual 15, 220.3 [S7]; layout [P]',
  },
  {
    code: 'DN-1',
    sentence: 'One discharge note per episode closes the record as its last progress report.',
    source: 'Manual 15, 220.3 [M]',
  },
  {
    code: 'KX-1',
    sentence:
      'Above the year’s threshold (PT and SLP combined, per beneficiary) every claim line needs the KX modifier.',
    source: 'thresholds by year [S9] [S10] [S11], 2019 and 2020 [M]',
  },
];

const ORDER_EXCEPTION: CitedRule = {
  code: 'CERT-4',
  sentence:
    'A signed order on file and the plan sent within 30 days stand for the initial signature. Tandem asks for evidence of sending in any case.',
  source: 'CMS 2025 final rule, 89 FR 97912 [S2] [S5] [S6]',
};

const SILENCE: CitedRule = {
  code: 'CERT-6',
  sentence:
    'Certified by the order, the referrer’s silence is treated as agreement; the referrer can still change the plan.',
  source: 'APTA on the 2025 rule [S5]',
};

const medicare = {
  payer: 'medicare_part_b',
  planOfCare: { required: PLAN_ELEMENTS, sendWithinDays: 30 },
  certification: { lastsAtMostDays: 90, blocksSessions: true },
  progressReport: { everyTreatmentDays: 10, assessesEachGoal: true, clinicianEachPeriod: true },
  dischargeNote: { required: true },
  kxThreshold: true,
  assistantModifier: true,
} as const;

/** Nothing is asked for by a payer; the record itself is the same. */
const NONE: RulePack = {
  id: 'none',
  payer: 'none',
  label: 'No payer rules',
  effectiveFrom: null,
  effectiveTo: null,
  planOfCare: null,
  certification: null,
  progressReport: null,
  dischargeNote: { required: false },
  kxThreshold: false,
  assistantModifier: false,
  rules: [],
};

/** The rules as they are read in a clinic: where one leaves a number open, the number that holds. */
export const citedRules = (
  { rules }: Pick<RulePack, 'rules'>,
  values: DocumentationValues = DOCUMENTATION,
): CitedRule[] => {
  const { recertificationWarnDays, certificationCounts } = values;
  const firstDay =
    certificationCounts === 'first-is-day-1'
      ? 'the first treatment is day 1'
      : 'counted from the day after the first treatment';
  return rules.map((rule) => ({
    ...rule,
    sentence: rule.sentence
      .replace('the first treatment is day 1', firstDay)
      .replace('warns 14 days before', `warns ${recertificationWarnDays} days before`),
  }));
};

/** Every pack there is. A year with other rules is another pack with its dates, never an edit of an old one. */
export const RULE_PACKS: readonly RulePack[] = [
  {
    ...medicare,
    id: 'us-medicare-2019',
    label: 'Medicare Part B, 2019 to 2024',
    effectiveFrom: plainDate('2019-01-01'),
    effectiveTo: plainDate('2024-12-31'),
    rules: MEDICARE_RULES,
  },
  {
    ...medicare,
    id: 'us-medicare-2025',
    label: 'Medicare Part B, from 2025',
    effectiveFrom: plainDate('2025-01-01'),
    effectiveTo: null,
    rules: [...MEDICARE_RULES, ORDER_EXCEPTION, SILENCE],
  },
  NONE,
];

/** The pack that an episode follows on a day: that of its payer whose dates hold the day. */
export function rulePackOn(payer: PayerProfile, on: PlainDate): RulePack {
  const ofPayer = RULE_PACKS.filter((pack) => pack.payer === payer);
  const pack = ofPayer.find(
    ({ effectiveFrom, effectiveTo }) =>
      (effectiveFrom === null || effectiveFrom <= on) && (effectiveTo === null || on <= effectiveTo),
  );
  // Before the first dated pack the oldest one is the nearest there is.
  return pack ?? ofPayer[0] ?? NONE;
}
