import type { PayerProfile } from '#shared/patients/model.ts';
import { GROUP_CODE } from '#shared/sessions/claim-codes.ts';
import { noteUnits } from '#shared/sessions/note-units.ts';
import type { SameDay } from '#shared/sessions/same-day.ts';
import type { UnitRule } from '#shared/sessions/unit-rules.ts';
import type { PerformedIntervention, SessionBilling } from '#shared/sessions/model.ts';
import { getIntervention, type DoseParameterCode } from '#shared/prescriptions/interventions.ts';
import type { Dose, PrescriptionContent } from '#shared/prescriptions/model.ts';
import { increasesOf } from '#shared/prescriptions/bounds.ts';
import type { Programme, ProgrammeIntervention } from './programme.ts';
import type { Random } from './random.ts';
import type { Visit } from './visits.ts';

/** What a signed note holds. */
export interface Note {
  interventions: PerformedIntervention[];
  billing: SessionBilling;
  painBefore: number;
  painAfter: number;
  subjective: string;
  objective: string;
  assessment: string;
  plan: string;
  course: 'better' | 'same' | 'worse';
}

/** The dose of the `index`th visit of an episode: a step every second visit, never beyond what the prescription permits. */
export function doseAt(
  intervention: ProgrammeIntervention,
  content: PrescriptionContent,
  index: number,
): Dose {
  const permitted = content.interventions.find(({ code }) => code === intervention.code);
  const steps = Math.floor(index / 2);
  const dose: Dose = { ...intervention.start };
  for (const [parameter, by] of Object.entries(intervention.step ?? {})) {
    const code = parameter as DoseParameterCode;
    const limit = permitted?.bounds.find((one) => one.parameter === code)?.max ?? MOST[code] ?? Infinity;
    dose[code] = Math.min(limit, (dose[code] ?? 0) + steps * by);
  }
  return dose;
}

/** Without a limit of its own, an exercise stays within what a session has time for. */
const MOST: Partial<Record<DoseParameterCode, number>> = { repetitions: 15, sets: 4 };

interface NoteFacts {
  programme: Programme;
  content: PrescriptionContent;
  visit: Visit;
  /** How many visits of the episode came before. */
  index: number;
  /** Pain at the start of the visit. */
  pain: number;
  /** Better, the same or worse than when the phase began. */
  course: 'better' | 'same' | 'worse';
  lastDoses: Map<string, Dose>;
  random: Random;
  /** How the payer counts units. */
  rule: UnitRule;
  payer: PayerProfile;
  /** Interventions that whoever treats today gives; all that are permitted, unless told. */
  only?: readonly string[] | undefined;
  /** What another note of the date had before. */
  sameDay?: SameDay;
}

/** The therapist's note of one visit. Remembers the doses, so that the next note knows what is an increase. */
export function noteOf(facts: NoteFacts): Note {
  const { programme, content, index, pain, course, lastDoses, random } = facts;
  const permitted = programme.interventions.filter(({ code }) =>
    content.interventions.some((one) => one.code === code && (facts.only?.includes(code) ?? true)),
  );
  const inGroup = isInGroup(facts);
  const interventions = permitted.map((one): PerformedIntervention => {
    const dose = doseAt(one, content, index);
    const authority = content.interventions.find(({ code }) => code === one.code)?.authority;
    const isIncrease = increasesOf(lastDoses.get(one.code), dose).length > 0;
    lastDoses.set(one.code, dose);
    return {
      code: one.code,
      name: getIntervention(one.code)?.name ?? one.code,
      dose,
      // What is dosed in minutes was treated for as long as its dose says.
      minutes: Math.round(dose.minutes ?? one.minutes),
      billingCode:
        inGroup && one.code === GROUPED ? GROUP_CODE : (getIntervention(one.code)?.billingCode ?? '97110'),
      classification: isIncrease && authority === 'notify' ? 'notify' : 'within',
    };
  });
  const billing = billingOf(interventions, facts);
  const after = Math.max(0, Math.min(10, pain + random.pick([-1, -1, 0, 0, course === 'worse' ? 1 : -1])));
  return {
    interventions,
    billing: inGroup ? { ...billing, groupSize: GROUP_SIZE } : billing,
    painBefore: pain,
    painAfter: after,
    subjective: random.pick(programme.notes[course]),
    objective: random.pick(programme.notes.objective),
    assessment: ASSESSMENT[course],
    plan: random.pick(PLAN),
    course,
  };
}

/** Balance is practised in a group every fourth time, where the whole problem is balance. */
const GROUPED = 'balance';
const GROUP_SIZE = 4;
const isInGroup = ({ programme, index }: NoteFacts): boolean =>
  programme.key === 'balance-falls' && index % 4 === 3;

/** Every fifth time the therapist gives a tied unit to the other code: what was worked on most carefully. */
const CHOOSES_EVERY = 5;

function billingOf(interventions: readonly PerformedIntervention[], facts: NoteFacts): SessionBilling {
  const { rule, payer, sameDay, index } = facts;
  const counting = { rule, payer, ...(sameDay ? { sameDay } : {}) };
  const usual = noteUnits(interventions, null, counting);
  if (usual.kind === 'refused') throw new Error(usual.sentence);
  const { billing, tieWinners } = usual;
  if (billing.tieCodes.length === 0 || index % CHOOSES_EVERY !== 2) return billing;
  const others = billing.tieCodes.filter((code) => !tieWinners.includes(code)).slice(0, tieWinners.length);
  const chosen = noteUnits(interventions, others, counting);
  return chosen.kind === 'refused' ? billing : chosen.billing;
}

const ASSESSMENT = {
  better: 'Tolerated the session well; dose taken up where the limits allow.',
  same: 'No clear change; dose kept.',
  worse: 'Irritable today; dose kept low, response watched.',
} as const;

const PLAN = [
  'Go on as prescribed.',
  'Same plan next time, measures when due.',
  'Go on; home programme reviewed.',
] as const;
