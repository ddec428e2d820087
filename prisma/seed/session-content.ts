import type { PayerProfile } from '#shared/patients/model.ts';
import { noteUnits } from '#shared/sessions/note-units.ts';
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
}

/** The therapist's note of one visit. Remembers the doses, so that the next note knows what is an increase. */
export function noteOf(facts: NoteFacts): Note {
  const { programme, content, index, pain, course, lastDoses, random, rule, payer } = facts;
  const permitted = programme.interventions.filter(({ code }) =>
    content.interventions.some((one) => one.code === code),
  );
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
      billingCode: getIntervention(one.code)?.billingCode ?? '97110',
      classification: isIncrease && authority === 'notify' ? 'notify' : 'within',
    };
  });
  const units = noteUnits(interventions, null, { rule, payer });
  if (units.kind === 'refused') throw new Error(units.sentence);
  const after = Math.max(0, Math.min(10, pain + random.pick([-1, -1, 0, 0, course === 'worse' ? 1 : -1])));
  return {
    interventions,
    billing: units.billing,
    painBefore: pain,
    painAfter: after,
    subjective: random.pick(programme.notes[course]),
    objective: random.pick(programme.notes.objective),
    assessment: ASSESSMENT[course],
    plan: random.pick(PLAN),
    course,
  };
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
