import { inForce, type ClinicOverrides } from '#shared/clinic-values/overrides.ts';
import { vitalLimitsOf } from '#shared/prescriptions/vital-limits.ts';
import { painRiseOf } from './pain-rise.ts';

export type RedFlagLevel = 'emergency' | 'urgent' | 'prompt';

/** A finding that stops or interrupts therapy (rules.md section 5). Its absence is never shown as "safe". */
export interface RedFlag {
  code: string;
  finding: string;
  level: RedFlagLevel;
  action: string;
  /** Higher level in a stated circumstance, which the person who raises it chooses. */
  orLevel?: { level: RedFlagLevel; when: string } | undefined;
}

export const RED_FLAGS: readonly RedFlag[] = [
  {
    code: 'RF-CES',
    level: 'emergency',
    finding:
      'New saddle numbness, urinary retention or incontinence, bowel incontinence, new weakness or sciatica in both legs, sexual dysfunction (cauda equina)',
    action: 'Emergency department, no further testing',
  },
  {
    code: 'RF-MYELO',
    level: 'urgent',
    finding: 'New hand clumsiness, gait change, hyper-reflexia, signs on both sides (cord compression)',
    action: 'Stop; physician the same day',
  },
  {
    code: 'RF-NEURO',
    level: 'urgent',
    finding: 'Progressive weakness, drop of one full strength grade or more, new foot or wrist drop',
    action: 'Stop; physiatrist the same day; imaging or EMG decision',
  },
  {
    code: 'RF-STROKE',
    level: 'emergency',
    finding: 'Facial droop, arm drift, speech change, sudden severe headache',
    action: 'Emergency services; record the last time the patient was well',
  },
  {
    code: 'RF-CHEST',
    level: 'emergency',
    finding: 'Chest pain or pressure, fainting, new palpitations, breathlessness at rest',
    action: 'Stop; emergency services',
  },
  {
    code: 'RF-PE',
    level: 'emergency',
    finding: 'Sudden breathlessness, pain on breathing, coughing blood, especially after surgery',
    action: 'Emergency services',
  },
  {
    code: 'RF-DVT',
    level: 'prompt',
    orLevel: { level: 'urgent', when: 'Wells score 1 or more' },
    finding: 'One leg swollen, warm, tender (deep vein thrombosis): compute the Wells score',
    action: 'Stop treatment of the limb; physician the same day',
  },
  {
    code: 'RF-BP',
    level: 'urgent',
    orLevel: { level: 'emergency', when: 'with symptoms' },
    finding:
      'Resting blood pressure above 180 systolic or 110 diastolic; exercise above 250 or 115; symptomatic drop of more than 10 with exercise',
    action: 'Stop, repeat after 5 minutes of rest, call',
  },
  {
    code: 'RF-HYPO',
    level: 'urgent',
    orLevel: { level: 'emergency', when: 'drowsy' },
    finding: 'Glucose below 70 mg/dL or symptoms; above 250 with ketones',
    action: 'Treat per protocol, call',
  },
  {
    code: 'RF-FRACT',
    level: 'urgent',
    finding:
      'Major trauma; minor trauma with age over 65, osteoporosis or steroids; focal bone pain, cannot bear weight',
    action: 'Stop loading; imaging decision',
  },
  {
    code: 'RF-CANCER',
    level: 'prompt',
    orLevel: { level: 'urgent', when: 'with a neurological sign' },
    finding: 'History of cancer with new spinal or night pain, unexplained weight loss',
    action: 'Physiatrist review, imaging',
  },
  {
    code: 'RF-INFECT',
    level: 'urgent',
    finding: 'Fever, chills, recent infection or injection, immunosuppression, constant night pain',
    action: 'Stop; physician the same day',
  },
  {
    code: 'RF-SEPTJ',
    level: 'urgent',
    finding: 'Hot, red, very painful joint, or wound drainage after surgery',
    action: 'Surgeon or physiatrist the same day',
  },
  {
    code: 'RF-AAA',
    level: 'emergency',
    finding: 'Pulsating abdominal mass, tearing back pain',
    action: 'Emergency services',
  },
  {
    code: 'RF-ARTERY',
    level: 'emergency',
    finding: 'Cervical: dizziness, double vision, slurred speech, drop attack, unsteady gait',
    action: 'No neck treatment; emergency services',
  },
  {
    code: 'RF-COMPART',
    level: 'emergency',
    finding: 'Pain out of proportion, tense swelling, pain on passive stretch, numbness',
    action: 'Emergency department',
  },
  {
    code: 'RF-CRPS',
    level: 'prompt',
    finding: 'Disproportionate pain, colour or temperature change, swelling for weeks',
    action: 'Physiatrist within 1 week',
  },
  {
    code: 'RF-IMPLANT',
    level: 'urgent',
    finding: 'Sudden deformity, new instability, a "pop" after surgery',
    action: 'Stop; non weight bearing; call the surgeon',
  },
  {
    code: 'RF-MH',
    level: 'emergency',
    finding: 'Thoughts of self-harm',
    action: 'Crisis protocol, do not leave alone',
  },
  {
    code: 'RF-ABUSE',
    level: 'urgent',
    finding: 'Suspected abuse or neglect',
    action: 'Mandatory-reporting protocol',
  },
  {
    code: 'RF-FALL',
    level: 'urgent',
    finding: 'Fall since the last visit with a head strike or on an anticoagulant',
    action: 'Medical review before exercise',
  },
  {
    code: 'RF-PAIN',
    level: 'prompt',
    finding: 'Pain 8 or more, new, or a rise of 3 or more that lasts longer than 24 h after a session',
    action: 'Adjust the dose, notify',
  },
];

export const RED_FLAG_CODES: readonly string[] = RED_FLAGS.map((flag) => flag.code);

/**
 * Levels that come from a source or a score: the four spinal pathologies (S25), the Wells score (S26), pressure and glucose. The
 * levels of the others are memory or policy, and the clinic's to set.
 */
const SOURCED: readonly string[] = [
  'RF-CES',
  'RF-FRACT',
  'RF-CANCER',
  'RF-INFECT',
  'RF-DVT',
  'RF-BP',
  'RF-HYPO',
];
export const SETTABLE_FLAGS: readonly RedFlag[] = RED_FLAGS.filter(({ code }) => !SOURCED.includes(code));

const DEFAULT_LEVELS: Readonly<Record<string, string>> = Object.fromEntries(
  SETTABLE_FLAGS.map(({ code, level }) => [code, level]),
);
const isLevel = (level: string | undefined): level is RedFlagLevel =>
  level === 'emergency' || level === 'urgent' || level === 'prompt';

/** The list as it holds in a clinic: its levels, and its numbers in the words. */
export function redFlagsIn(overrides: ClinicOverrides): readonly RedFlag[] {
  const levels = inForce('redFlags', DEFAULT_LEVELS, overrides);
  const { glucoseMin } = vitalLimitsOf(overrides);
  const { severe, rise } = painRiseOf(overrides);
  return RED_FLAGS.map((flag) => {
    const level = levels[flag.code];
    const finding = flag.finding
      .replace('Glucose below 70', `Glucose below ${glucoseMin}`)
      .replace('Pain 8 or more', `Pain ${severe} or more`)
      .replace('a rise of 3 or more', `a rise of ${rise} or more`);
    return { ...flag, finding, level: isLevel(level) ? level : flag.level };
  });
}

export const getRedFlag = (code: string, overrides: ClinicOverrides = {}): RedFlag | undefined =>
  redFlagsIn(overrides).find((flag) => flag.code === code);

/** An emergency or urgent flag stops therapy until a physiatrist closes the hold; a prompt one is only told (rules.md section 5). */
export const opensHold = (level: RedFlagLevel): level is 'emergency' | 'urgent' => level !== 'prompt';

export const LEVEL_WORDS: Record<RedFlagLevel, string> = {
  emergency: 'Emergency: stop, call emergency services, tell the physiatrist and supervisor now',
  urgent: 'Urgent: stop the session, the physiatrist is told the same day, safety hold',
  prompt: 'Prompt: finish only what is comfortable, the physiatrist is told within 1 business day',
};
