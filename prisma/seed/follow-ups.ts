/** What a follow-up visit found; what is not said stayed as it was at the visit before. */
export interface PlannedFollowUp {
  daysAgo: number;
  reason: string;
  /** What has happened since the last visit. */
  since: string;
  severity: number;
  limits?: string;
  /** Degrees, grades, seconds and measurements that changed on the treated side, by what was examined. */
  changed?: Readonly<Record<string, number>>;
  impression: string;
  plan: string;
  /** A red flag that was found: cleared the same afternoon. */
  redFlag?: { code: string; level: 'urgent'; note: string; cleared: string };
}

/** The physiatrist's visits between the consult and the end of the episode. */
export const FOLLOW_UPS: Readonly<Record<string, readonly PlannedFollowUp[]>> = {
  'grace-okafor': [
    {
      daysAgo: 41,
      reason: 'Re-evaluation: no change after the first plan; MRI and injection to be read together.',
      since: 'Leg pain eased for some days after the injection and came back. Walks as far as before.',
      severity: 5,
      changed: { 'Lumbar extension': 16, 'Lumbar flexion': 45 },
      impression:
        'L5 radicular pain without progressive deficit; contained protrusion on MRI fits side and level.',
      plan: 'Traction within limits beside extension; another look when leg pain or strength changes.',
    },
  ],
  'decision-overdue': [
    {
      daysAgo: 26,
      reason: 'Stiff phase: is range coming back?',
      since: 'Sleeps on the other side again; reaching behind is still not possible.',
      severity: 4,
      changed: { 'Shoulder external rotation': 22, 'Shoulder flexion': 108 },
      impression: 'Adhesive capsulitis, stiff phase, range slowly better.',
      plan: 'Go on with graded mobilisation; injection is an option when it stops.',
    },
  ],
  'plan-ended': [
    {
      daysAgo: 15,
      reason: 'Before the return to sport.',
      since: 'No giving way for three weeks; runs on the treadmill.',
      severity: 1,
      limits: 'No sport with turns yet.',
      changed: { 'Ankle dorsiflexion': 14, 'Single-leg stance, eyes open': 26 },
      impression: 'Ligament sprain, nearly recovered; balance close to the other side.',
      plan: 'Landing practice to the end of the plan, then sport.',
    },
  ],
  'decided-order': [
    {
      daysAgo: 4,
      reason: 'No detectable change after six weeks.',
      since: 'Every session attended; pain into the calf as at the start.',
      severity: 6,
      impression: 'Radicular pain without response; strength unchanged, no bladder or bowel symptoms.',
      plan: 'Nerve conduction study and EMG, then decide.',
    },
  ],
  'second-version-unread': [
    {
      daysAgo: 2,
      reason: 'Flat for seven weeks.',
      since: 'Traction gives an hour of relief and no more. Arm pain when driving.',
      severity: 6,
      impression: 'Cervical radicular pain, no progressive deficit; traction without lasting effect.',
      plan: 'Traction stopped; strengthening raised.',
    },
  ],
  'three-versions': [
    {
      daysAgo: 92,
      reason: 'Flat after nine weeks; days after the injection.',
      since: 'Nights better since the injection, range not yet.',
      severity: 5,
      changed: { 'Shoulder external rotation': 18, 'Shoulder flexion': 105 },
      impression: 'Adhesive capsulitis; pain calmed by the injection, a window for range.',
      plan: 'Three visits a week while pain allows it.',
    },
    {
      daysAgo: 34,
      reason: 'Range gained: what next?',
      since: 'Dresses alone; washing the back still needs help.',
      severity: 3,
      limits: 'Cannot reach the back; no swimming yet.',
      changed: { 'Shoulder external rotation': 38, 'Shoulder flexion': 135 },
      impression: 'Thawing phase; strength is now what is missing.',
      plan: 'Back to two visits, strength instead of heat.',
    },
  ],
  'm-worsening': [
    {
      daysAgo: 9,
      reason: 'Worse in spite of therapy; the therapist asked for an early visit.',
      since: 'Leg pain further down for two weeks; stumbles when tired.',
      severity: 8,
      changed: { 'Great toe extensors (L5)': 3.5 },
      impression: 'L5 radicular pain, slight new weakness of the great toe, sphincters normal.',
      plan: 'MRI the same day, without compression that needs the surgeon; therapy goes on, strength tested at each visit.',
      redFlag: {
        code: 'RF-NEURO',
        level: 'urgent',
        note: 'Great toe extension 3+ of 5, was 4 of 5 at the consult. Saddle sensation and sphincter normal.',
        cleared:
          'MRI this afternoon: protrusion as expected, no stenosis. Surgeon spoken to; therapy may go on.',
      },
    },
  ],
  'past-12': [
    {
      daysAgo: 360,
      reason: 'Night pain, asked about by the therapist.',
      since:
        'Pain at night for a week, not changed by position; 3 kg lighter since the summer, without trying.',
      severity: 6,
      impression: 'Low back pain with night pain and weight loss: excluded today what must not be missed.',
      plan: 'Laboratory and X-ray the same day, both without a finding; weight again in four weeks.',
      redFlag: {
        code: 'RF-CANCER',
        level: 'urgent',
        note: 'Night pain and 3 kg of weight loss; no fever, no earlier cancer.',
        cleared:
          'ESR 12 mm/h, CRP 3 mg/L, X-ray without lesion. Ate less since a change of shift; therapy may go on.',
      },
    },
  ],
};

/** The last visit of an episode, by why it ended. */
export const LAST_VISIT = {
  'goals-met': {
    since: 'Does what was agreed as the goal, without thinking of it on most days.',
    impression: 'Goals met; nothing left that needs therapy.',
    plan: 'Discharge with the home programme.',
    severity: 1,
  },
  plateau: {
    since: 'No further change in the last weeks; manages with breaks.',
    impression: 'Stable; no further change expected from therapy.',
    plan: 'Discharge; home programme and what to watch for.',
    severity: 4,
  },
  'patient-choice': {
    since: 'Has less time since starting a new job, and wants to go on alone.',
    impression: 'Partly better; could gain more.',
    plan: 'Discharge at the patient’s wish; may come back at any time.',
    severity: 3,
  },
  moved: {
    since: 'Moves away at the end of the month.',
    impression: 'Better, not at the goal yet.',
    plan: 'Discharge with a report for the next therapist.',
    severity: 3,
  },
} as const;

/** What the author added to a signed consult: by scenario, hours after the signature. */
export const ADDED_TO_CONSULT: Readonly<
  Record<string, { hoursLater: number; reason: string; text: string }>
> = {
  'lena-haddad': {
    hoursLater: 26,
    reason: 'Learned later',
    text: 'The family doctor’s letter came: X-ray of 2023 with medial narrowing, no injection so far.',
  },
  'samuel-adeyemi': {
    hoursLater: 3,
    reason: 'Left out',
    text: 'Works with a drill four hours a day; asked to change hands and to take a break every half hour.',
  },
  'past-2': {
    hoursLater: 20,
    reason: 'Corrected',
    text: 'External rotation was 45 deg, not 54 deg. The plan does not change.',
  },
  'm-stroke': {
    hoursLater: 48,
    reason: 'Learned later',
    text: 'The neurologist’s letter: echo without thrombus, clopidogrel goes on. No limit for exercise.',
  },
};
