import { DOSE_PARAMETER_CODES } from '#shared/prescriptions/dose-parameters.ts';
import type { Progression } from '#shared/prescriptions/progression.ts';
import type { CodedCondition } from '#shared/patients/comorbidities.ts';
import { addDays, type PlainDate } from '#shared/platform/time.ts';
import {
  emptyPrescription,
  type PrescribedPrecaution,
  type PrescriptionContent,
  type WeightBearing,
} from '#shared/prescriptions/model.ts';
import { proposePrecautions } from '#shared/prescriptions/precautions.ts';
import { settled } from '#shared/prescriptions/settle.ts';
import { RED_FLAGS } from '#shared/sessions/red-flags.ts';
import { codeFor, diagnosisSide, type SideOf, withSide } from './evaluation-content.ts';
import type { OneSide, Programme, ProgrammeIntervention } from './programme.ts';
import type { PhasePlan } from './scenario.ts';

interface Prescribing {
  programme: Programme;
  side: OneSide;
  sideOf: SideOf;
  onsetOn: PlainDate;
  conditionId: string;
  /** What the chart says by then, coded. */
  chart: readonly CodedCondition[];
}

/** Insensate skin is at a place: agents are permitted elsewhere. */
const keptAway = (row: PrescribedPrecaution): PrescribedPrecaution =>
  row.comorbidity === 'diabetic-neuropathy' && row.scope === 'local'
    ? { ...row, avoid: 'both feet, up to the ankles' }
    : row;

/** The first version: the programme's usual plan, with the precautions that the chart calls for, every one of them kept. */
export function firstVersion(told: Prescribing, phase: PhasePlan, startsOn: PlainDate): PrescriptionContent {
  const { programme, side, sideOf } = told;
  const reEvaluationOn = addDays(startsOn, phase.reEvaluationDay);
  const precautions = proposePrecautions(told.chart).map(keptAway);
  const content: PrescriptionContent = {
    ...emptyPrescription(RED_FLAGS.map(({ code }) => code)),
    diagnoses: [
      {
        conditionId: told.conditionId as PrescriptionContent['diagnoses'][number]['conditionId'],
        code: codeFor(programme, side),
        display: programme.diagnosis.display,
        side: diagnosisSide(programme, side),
      },
    ],
    onsetOn: told.onsetOn,
    surgeryOn: programme.surgical ? told.onsetOn : null,
    precautions,
    noPrecautionsKnown: precautions.length === 0,
    weightBearing: weightBearingOf(programme, side),
    frequencyPerWeek: phase.perWeek,
    durationWeeks: phase.weeks,
    ...(phase.taper ? { taper: [...phase.taper] } : {}),
    startsOn,
    reEvaluationOn,
    interventions: programme.interventions
      .filter(({ code }) => !(phase.without ?? []).includes(code))
      .map(asPrescribed),
    goals: programme.measures.flatMap(({ code, goal }) =>
      goal === undefined
        ? []
        : [
            {
              description: GOAL_WORDS[code] ?? 'Goal of the prescription',
              measureCode: code,
              side: sideOf(code),
              target: goal,
              targetOn: addDays(startsOn, phase.weeks * 7 - 1),
            },
          ],
    ),
    measures: programme.measures.map(({ code, role, everyDays, mdcTag, mcidTag }) => ({
      measureCode: code,
      side: sideOf(code),
      role,
      everyDays,
      mdcTag: mdcTag ?? null,
      mcidTag: mcidTag ?? null,
    })),
    vitals: { bloodPressure: null, heartRate: null, spo2: null, glucose: null },
    homeProgramme: withSide(programme.homeProgramme, side),
  };
  return settled(content);
}

/** An intervention of a programme as a prescription permits it; its name comes from the catalogue when it is settled. */
export const asPrescribed = ({
  code,
  authority,
  bounds,
  rationale,
  step,
}: ProgrammeIntervention): PrescriptionContent['interventions'][number] => ({
  code,
  name: code,
  authority,
  bounds: [...bounds],
  rationale: rationale ?? null,
  progression: progressionOf(step),
});

/** What the programme adds every second visit, as the rule of the prescription. */
function progressionOf(step: ProgrammeIntervention['step']): Progression | null {
  const parameter = DOSE_PARAMETER_CODES.find((code) => step?.[code] !== undefined);
  const by = parameter === undefined ? undefined : step?.[parameter];
  return parameter === undefined || by === undefined
    ? null
    : { parameter, by, afterSessions: 2, painAtMost: 5 };
}

/** The next version: the last one with new dates and what the decision changed. */
export function nextVersion(
  last: PrescriptionContent,
  phase: PhasePlan,
  startsOn: PlainDate,
): PrescriptionContent {
  const dated: PrescriptionContent = {
    ...last,
    frequencyPerWeek: phase.perWeek,
    durationWeeks: phase.weeks,
    taper: phase.taper ? [...phase.taper] : null,
    startsOn,
    reEvaluationOn: addDays(startsOn, phase.reEvaluationDay),
    goals: last.goals.map((goal) => ({ ...goal, targetOn: addDays(startsOn, phase.weeks * 7 - 1) })),
  };
  return settled({ ...dated, ...phase.change?.edit?.(dated) });
}

function weightBearingOf({ region, weightBearing }: Programme, side: OneSide): WeightBearing[] {
  const full = (limb: WeightBearing['limb']): WeightBearing => ({
    limb,
    status: 'FWB',
    percent: 100,
    until: null,
  });
  switch (region) {
    case 'knee':
    case 'hip':
    case 'ankle-foot':
      return [
        {
          limb: `${side}-leg`,
          status: weightBearing?.status ?? 'FWB',
          percent: weightBearing?.percent ?? null,
          until: null,
        },
      ];
    case 'shoulder':
    case 'elbow':
    case 'wrist-hand':
      return [full(`${side}-arm`)];
    case 'whole-body':
      return [];
    default:
      return [full('left-leg'), full('right-leg')];
  }
}

const GOAL_WORDS: Record<string, string> = {
  odi: 'Sits through a working day',
  ndi: 'A working day without painkillers',
  nprs: 'Pain mild on most days',
  koos_jr: 'Walks to town and back',
  hoos_jr: 'Walks an hour',
  lefs: 'Back to running',
  faam_adl: 'Walks on uneven ground without pain',
  quickdash: 'Works with the arm for an hour',
  spadi: 'Dresses without help',
  bbs: 'Walks to the shop alone',
  tug: 'Gets up and walks safely',
  gait_speed: 'Crosses the street in time',
  mini_bestest: 'Goes out alone',
  six_mwt: 'Walks the dog',
  rom_knee_flexion: 'Bends the knee enough for stairs',
  rom_shoulder_flexion: 'Reaches the top shelf',
  chair_stand_30s: 'Gets up without hands',
  five_sts: 'Gets up from the sofa quickly',
  grip: 'Carries shopping',
};
