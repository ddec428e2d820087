import { DOCUMENTATION } from '#shared/compliance/documentation-values.ts';
import { BILLING_CODES } from '#shared/sessions/billing-codes.ts';
import { BILLING, CODE_TIMES } from '#shared/sessions/billing-values.ts';
import { SIGNING } from '#shared/prescriptions/signing-values.ts';
import { described, type ClinicValue, type NumberDescription, type ValueSection } from '../model.ts';

type Words = Pick<NumberDescription, 'title' | 'explanation'>;
type Where = Pick<NumberDescription, 'tag' | 'source'>;

const words = (title: string, explanation: string): Words => ({ title, explanation });
const memory = (source: string): Where => ({ tag: 'M', source });
const policy = (source: string): Where => ({ tag: 'P', source });
const dollars = { kind: 'whole', unit: 'dollars', min: 1000, max: 5000, step: 10 } as const;

const DOCUMENTS = described('documentation', DOCUMENTATION, {
  recertificationWarnDays: {
    ...words(
      'Certification ending',
      'So many days before the last certified day the badge asks to recertify.',
    ),
    ...policy('Rules CERT-3: the 14 days are chosen for Tandem.'),
    ...{ kind: 'whole', unit: 'days', min: 1, max: 45, step: 1 },
  },
  certificationCounts: {
    ...words('Certified days are counted', 'Whether the first treatment is itself a certified day.'),
    ...policy('Rules CERT-2: counting from day 1 is the cautious reading.'),
    kind: 'choice',
    choices: [
      { value: 'first-is-day-1', label: 'first treatment is day 1' },
      { value: 'from-the-day-after', label: 'from the day after' },
    ],
  },
  reportDueSoonFrom: {
    ...words(
      'Progress report due soon',
      'From so many treatment days since the last report; it is due on the tenth.',
    ),
    ...policy('Rules 1.3: the tenth day has a source, the warning before it is chosen.'),
    ...{ kind: 'whole', unit: 'treatment days', min: 5, max: 9, step: 1 },
  },
  dischargeNoteFor: {
    ...words('Discharge note', 'Whether the badge and the task ask for it after every discharge.'),
    ...policy('Rules 7.3: a discharge note is required of every discharge.'),
    kind: 'choice',
    choices: [
      { value: 'every-episode', label: 'after every discharge' },
      { value: 'as-payer-asks', label: 'only where the payer asks' },
    ],
  },
  kxNearShare: {
    ...words('Near the KX threshold', 'From this part of the year’s threshold the badge says near.'),
    ...policy('Chosen for Tandem.'),
    ...{ kind: 'percent', unit: '%', min: 0.5, max: 0.95, step: 5 },
  },
  kx2019: {
    ...words('KX threshold 2019', 'Physical therapy and speech-language pathology together.'),
    ...memory('Rules 1.6: 2019 has no source on file; 2021 to 2026 were seen in a source.'),
    ...dollars,
  },
  kx2020: {
    ...words('KX threshold 2020', 'Physical therapy and speech-language pathology together.'),
    ...memory('Rules 1.6: 2020 has no source on file; 2021 to 2026 were seen in a source.'),
    ...dollars,
  },
});

const UNITS = described('billing', BILLING, {
  deMinimisPercent: {
    ...words(
      'Assistant’s share',
      'Above this share of a service’s minutes the line carries the assistant’s modifier.',
    ),
    ...memory('Rules 1.6: the de minimis tenth has no source on file.'),
    ...{ kind: 'whole', unit: '%', min: 0, max: 50, step: 1 },
  },
  tie: {
    ...words(
      'Equal remainders',
      'Who gets the last unit unless the clinician chooses otherwise on the sheet.',
    ),
    ...policy('Rules 2.2 step 5: the manual lets the professional choose; the default is Tandem’s.'),
    kind: 'choice',
    choices: [
      { value: 'more-minutes', label: 'more minutes, then the lower code' },
      { value: 'lower-code', label: 'the lower code' },
    ],
  },
  otherPayers: {
    ...words('Units for other payers', 'How payers other than Medicare count timed codes.'),
    ...policy('Rules 2.3 and 9.5: which payers use the midpoint rule is for billing to confirm.'),
    kind: 'choice',
    choices: [
      { value: 'midpoint', label: 'each code by itself (midpoint rule)' },
      { value: 'pooled', label: 'all timed minutes together (Medicare rule)' },
    ],
  },
});

const AHEAD = policy('Chosen for Tandem: no authority says how far ahead a plan may reach.');

const PLANS = described('signing', SIGNING, {
  furthestStartDays: {
    ...words('Furthest first day', 'A prescription starts within so many days of its signature.'),
    ...AHEAD,
    ...{ kind: 'whole', unit: 'days', min: 7, max: 180, step: 1 },
  },
  furthestGoalDays: {
    ...words('Furthest goal', 'A goal lies within so many days of the first day of the plan.'),
    ...AHEAD,
    ...{ kind: 'whole', unit: 'days', min: 90, max: 730, step: 1 },
  },
  mostVisits: {
    ...words('Most visits of one version', 'More of them ask for a shorter plan, and another look.'),
    ...AHEAD,
    ...{ kind: 'whole', unit: 'visits', min: 20, max: 400, step: 1 },
  },
});

const labelOf = (code: string): string => BILLING_CODES.find((one) => one.code === code)?.label ?? '';

const CODES: ClinicValue[] = Object.entries(CODE_TIMES).map(([code, time]) => ({
  key: `codes.${code}`,
  default: time,
  title: code,
  explanation: `${labelOf(code)}. Timed codes earn units by the quarter hour, untimed ones one unit a date.`,
  tag: 'M',
  source: 'Rules 2.1: timing has no source on file.',
  kind: 'choice',
  choices: [
    { value: 'timed', label: 'timed' },
    { value: 'untimed', label: 'untimed' },
  ],
}));

/** Documentation and billing: set by the physiatrist or the administrator. */
export const DOCUMENTATION_SECTIONS: readonly ValueSection[] = [
  {
    id: 'documentation',
    title: 'Documentation',
    usedIn:
      'The badges and the documentation page of an episode, the board, the gate of a session, the plan of care.',
    keeper: 'clinic',
    judgesAgain: true,
    values: DOCUMENTS,
  },
  {
    id: 'signing',
    title: 'Prescriptions: how far ahead',
    usedIn: 'What signing a prescription asks for. Signed versions keep what they say.',
    keeper: 'clinic',
    judgesAgain: false,
    values: PLANS,
  },
  {
    id: 'units',
    title: 'Units and claims',
    usedIn:
      'The working of units on the session sheet and what a signature bills. Signed notes keep their units.',
    keeper: 'clinic',
    judgesAgain: false,
    values: UNITS,
  },
  {
    id: 'codes',
    title: 'Billing codes: timing',
    usedIn: 'The units of a session. Codes whose timing was seen in a source are not here.',
    keeper: 'clinic',
    judgesAgain: false,
    values: CODES,
  },
];
