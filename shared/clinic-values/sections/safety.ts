import { comorbidityLabel } from '#shared/patients/comorbidities.ts';
import { defaultEffect, precautionKey, SETTABLE_RULES } from '#shared/prescriptions/clinic-precautions.ts';
import type { PrecautionKind } from '#shared/prescriptions/model.ts';
import { VITAL_LIMITS } from '#shared/prescriptions/vital-limits.ts';
import { flagTitle } from '#shared/sessions/flag-words.ts';
import { PAIN_RISE } from '#shared/sessions/pain-rise.ts';
import { SETTABLE_FLAGS, type RedFlagLevel } from '#shared/sessions/red-flags.ts';
import { SAFETY } from '#shared/sessions/safety-values.ts';
import {
  described,
  type ChoiceDescription,
  type ClinicValue,
  type NumberDescription,
  type ValueSection,
} from '../model.ts';

type Where = Pick<NumberDescription, 'tag' | 'source'>;

const whole = (
  [title, explanation]: [string, string],
  unit: string,
  [min, max]: [number, number],
  where: Where,
): NumberDescription => ({ title, explanation, ...where, kind: 'whole', unit, min, max, step: 1 });

const CARDIAC: Where = { tag: 'P', source: 'Rules 4.3, cardiac: set per clinic; no authority is named.' };
const EFFORT: Where = { tag: 'M', source: 'Rules 4.3, cardiac: after exercise guidelines.' };
const WEIGHT: Where = {
  tag: 'M',
  source: 'Rules 4.3, heart failure: after heart failure guidance.',
};

const VITALS = described('vitals', VITAL_LIMITS, {
  heartRateMax: whole(
    ['Resting heart rate, highest', 'Above it a session does not start where heart disease is coded.'],
    'beats a minute',
    [90, 150],
    CARDIAC,
  ),
  heartRateMin: whole(
    [
      'Resting heart rate, lowest',
      'With symptoms a session does not start below it; offered when heart rate is ordered.',
    ],
    'beats a minute',
    [30, 70],
    CARDIAC,
  ),
  spo2Min: whole(
    [
      'Oxygen saturation, lowest',
      'Below it a session does not start; also the limit offered for severe COPD.',
    ],
    '%',
    [80, 95],
    { tag: 'P', source: 'Rules 4.3: cardiac is policy, severe COPD is common practice.' },
  ),
  glucoseMin: whole(
    [
      'Glucose, lowest',
      'Below it a red flag is suggested; also the lower limit offered when glucose is ordered.',
    ],
    'mg/dL',
    [60, 100],
    {
      tag: 'M',
      source: 'Rules 5, RF-HYPO: common practice. 52 and 250 mg/dL have sources and are not set here.',
    },
  ),
  effortRpeMin: whole(
    ['Effort in heart disease, from', 'The least effort (RPE 6-20) that should still be reached.'],
    'RPE',
    [6, 13],
    EFFORT,
  ),
  effortRpeMax: whole(
    ['Effort in heart disease, up to', 'The ceiling of effort unless the physiatrist sets a range.'],
    'RPE',
    [11, 17],
    EFFORT,
  ),
  weightGainDayLb: whole(
    ['Weight gain in a day', 'More than this in heart failure: call the same day.'],
    'lb',
    [1, 6],
    WEIGHT,
  ),
  weightGainWeekLb: whole(
    ['Weight gain in a week', 'More than this in heart failure: call the same day.'],
    'lb',
    [2, 10],
    WEIGHT,
  ),
  inrLimit: {
    title: 'INR limit',
    explanation:
      'Above it manipulation, deep friction and dry needling are contraindicated under an anticoagulant.',
    tag: 'M',
    source: 'Rules 4.3, anticoagulant: "INR above clinic limit"; no number is given.',
    kind: 'choice',
    choices: [
      { value: 'not-set', label: 'none set' },
      ...['2.5', '3', '3.5', '4', '4.5', '5'].map((value) => ({ value, label: value })),
    ],
  },
  inrCountsDays: whole(
    [
      'Age of an INR, at most',
      'An older test is named and asked for again; it permits nothing. One above the limit keeps forbidding until a newer test.',
    ],
    'days',
    [1, 90],
    { tag: 'P', source: 'No number in the rules: our own, about one interval of a stable anticoagulation.' },
  ),
});

const LEVEL_CHOICES: Record<RedFlagLevel, string> = {
  emergency: 'emergency',
  urgent: 'urgent',
  prompt: 'prompt',
};
const levels = Object.entries(LEVEL_CHOICES).map(([value, label]) => ({ value, label }));

const FLAG_LEVELS: ClinicValue[] = SETTABLE_FLAGS.map(({ code, finding, action, level }) => ({
  key: `redFlags.${code}`,
  default: level,
  title: flagTitle(code),
  explanation: `${finding}. ${action}.`,
  tag: 'M',
  source: 'Rules 5: list and level are common practice.',
  kind: 'choice',
  choices: levels,
}));

const EFFECT_WORDS: Record<PrecautionKind, string> = {
  contraindicated: 'contraindicated',
  'stop-when': 'stop when',
  precaution: 'precaution',
  monitor: 'monitor',
};

const effectsOf = (standard: PrecautionKind): ChoiceDescription['choices'] =>
  Object.entries(EFFECT_WORDS)
    .filter(([value]) => value !== 'stop-when' || standard === 'stop-when')
    .map(([value, label]) => ({ value, label }));

const EFFECTS: ClinicValue[] = SETTABLE_RULES.map((rule) => ({
  key: `precautions.${precautionKey(rule)}`,
  default: defaultEffect(rule),
  title: rule.intervention,
  explanation: [
    `${comorbidityLabel(rule.comorbidity)}${rule.scope === 'local' ? ', at or near the site' : ''}`,
    ...(rule.note === null ? [] : [rule.note]),
  ].join('. '),
  tag: rule.source === 'Product policy' ? 'P' : 'M',
  source: `Rules 4.3. ${rule.source}.`,
  kind: 'choice',
  choices: effectsOf(defaultEffect(rule)),
}));

/** What protects a patient within a session: set by the physiatrist alone. */
export const SAFETY_SECTIONS: readonly ValueSection[] = [
  {
    id: 'vitals',
    title: 'Vital signs and limits',
    usedIn: 'The gate of a session, proposals and words of precautions, the medication page.',
    keeper: 'safety',
    judgesAgain: false,
    values: VITALS,
  },
  {
    id: 'red-flags',
    title: 'Red flags: level',
    usedIn: 'The least serious level at which a flag is raised, in a session or an evaluation.',
    keeper: 'safety',
    judgesAgain: false,
    values: FLAG_LEVELS,
  },
  {
    id: 'red-flag-limits',
    title: 'Red flags: limits and time',
    usedIn: 'Flags that the session sheet suggests, due dates of the physiatrist’s tasks.',
    keeper: 'safety',
    judgesAgain: false,
    values: [
      ...described('pain', PAIN_RISE, {
        severe: whole(
          ['Severe pain', 'A red flag is suggested when pain is newly at this value.'],
          'of 10',
          [5, 10],
          {
            tag: 'M',
            source: 'Rules 5, RF-PAIN: common practice.',
          },
        ),
        rise: whole(
          ['Rise of pain', 'A red flag is suggested when pain rises by so much.'],
          'points',
          [2, 6],
          {
            tag: 'M',
            source: 'Rules 5, RF-PAIN: common practice.',
          },
        ),
      }),
      ...described('safety', SAFETY, {
        promptBusinessDays: whole(
          ['Prompt flag told within', 'Due date of the physiatrist’s task for a prompt flag.'],
          'business days',
          [1, 5],
          { tag: 'P', source: 'Rules 5: within one business day; chosen for Tandem.' },
        ),
      }),
    ],
  },
  {
    id: 'precautions',
    title: 'Precautions: effect',
    usedIn: 'What a coded comorbidity or drug proposes to a prescription. What is signed keeps what it says.',
    keeper: 'safety',
    judgesAgain: false,
    values: EFFECTS,
  },
];
