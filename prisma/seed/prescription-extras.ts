import type {
  OrderedVitals,
  PrescribedPrecaution,
  PrescriptionContent,
} from '#shared/prescriptions/model.ts';
import { settled } from '#shared/prescriptions/settle.ts';
import { addDays } from '#shared/platform/time.ts';

/** What a physiatrist wrote into a version beside the programme's usual plan. */
interface Extra {
  vitals?: Partial<OrderedVitals>;
  excluded?: readonly { code: string; name: string; reason: string }[];
  /** A proposed precaution that was overridden, by the words it begins with. */
  overridden?: { begins: string; reason: string };
  /** A local precaution with the place that is kept away from. */
  keptAway?: { begins: string; place: string };
  /** The load of the treated leg for the first weeks. */
  load?: { status: 'NWB' | 'TTWB'; weeks: number; protocol: string };
  notes?: string;
}

const PRESSURE = { bloodPressure: { maxSystolic: 180, maxDiastolic: 110 } };
const GLUCOSE = { glucose: { min: 70, max: 250 } };

const THRUST = {
  code: 'spinal-manipulation',
  name: 'Spinal manipulation',
};

/** By scenario; every version of the episode carries it. */
const EXTRAS: Readonly<Record<string, Extra>> = {
  'grace-okafor': {
    vitals: { ...PRESSURE, ...GLUCOSE },
    excluded: [{ ...THRUST, reason: 'Takes apixaban, and the root is irritated' }],
  },
  'lena-haddad': {
    vitals: { ...PRESSURE, heartRate: { min: 50, max: 120 } },
    overridden: {
      begins: 'Impact and loading',
      reason:
        'No flare: the load of the step-up is what is trained; goes back to a precaution when the knee swells.',
    },
  },
  'request-frequency': { vitals: PRESSURE },
  'decision-overdue': { vitals: GLUCOSE },
  'three-versions': { vitals: { glucose: { min: 100, max: 250 } } },
  'm-stroke': {
    vitals: { bloodPressure: { maxSystolic: 170, maxDiastolic: 100 }, heartRate: { min: 50, max: 115 } },
  },
  's-early': { vitals: PRESSURE },
  'past-5': { vitals: PRESSURE },
  'past-17': { vitals: PRESSURE },
  'certification-ending': {
    vitals: PRESSURE,
    excluded: [
      { code: 'lumbar-flexion', name: 'Lumbar flexion exercise', reason: 'Osteoporosis: no loaded flexion' },
    ],
  },
  'working-3': {
    vitals: { ...PRESSURE, ...GLUCOSE, heartRate: { min: 50, max: 110 }, spo2: { min: 90 } },
    excluded: [{ code: 'squat', name: 'Squat', reason: 'Heart failure: no heavy effort with held breath' }],
  },
  's-hold-closed': {
    overridden: {
      begins: 'Ultrasound over a cemented',
      reason: 'Agreed with the surgeon for the scar only, 1 MHz, away from the component.',
    },
  },
  'worsening-after-gain': {
    keptAway: {
      begins: 'Ultrasound over the device',
      place: 'the device, left below the collarbone, 15 cm around it',
    },
  },
  relapse: { keptAway: { begins: 'Short-wave diathermy', place: 'the left wrist with its plate' } },
  mixed: { excluded: [{ ...THRUST, reason: 'Reflex loss at S1' }] },
  'partly-with-plateau': {
    excluded: [
      {
        code: 'cervical-manipulation',
        name: 'Cervical manipulation',
        reason: 'Radicular arm pain; the patient does not want it',
      },
    ],
  },
  'tom-brandt': {
    excluded: [
      { code: 'plyometric', name: 'Jump and landing training', reason: 'Not before week 12 after surgery' },
    ],
  },
  fracture: {
    load: {
      status: 'NWB',
      weeks: 6,
      protocol: 'Letter of Dr. Petri, County Hospital, from the day of discharge',
    },
  },
  'past-10': {
    load: { status: 'TTWB', weeks: 3, protocol: 'Meniscus was repaired too: toe-touch for three weeks' },
  },
};

const beginning =
  (begins: string) =>
  ({ intervention }: PrescribedPrecaution): boolean =>
    intervention.startsWith(begins);

/** The content with what was written for this patient alone. */
export function withExtras(key: string, content: PrescriptionContent): PrescriptionContent {
  const extra = EXTRAS[key];
  if (extra === undefined) return content;
  return settled({
    ...content,
    vitals: { ...content.vitals, ...extra.vitals },
    excluded: [...(extra.excluded ?? [])],
    precautions: content.precautions.map((one) => decided(one, extra)),
    weightBearing: loaded(content, extra),
    interventions:
      extra.load === undefined
        ? content.interventions
        : content.interventions.filter(({ code }) => !LOADS_THE_LEGS.includes(code)),
    notes: extra.notes ?? content.notes,
  });
}

/** Not for a leg that bears no weight. */
const LOADS_THE_LEGS: readonly string[] = [
  'step-up',
  'heel-raise',
  'plyometric',
  'squat',
  'walking-treadmill',
];

function decided(one: PrescribedPrecaution, { overridden, keptAway }: Extra): PrescribedPrecaution {
  if (overridden !== undefined && beginning(overridden.begins)(one)) {
    return { ...one, decision: 'override', overrideReason: overridden.reason };
  }
  return keptAway !== undefined && beginning(keptAway.begins)(one) ? { ...one, avoid: keptAway.place } : one;
}

function loaded({ weightBearing, startsOn }: PrescriptionContent, { load }: Extra) {
  if (load === undefined) return weightBearing;
  const { status, weeks, protocol } = load;
  return weightBearing.map((row) => ({
    ...row,
    status,
    percent: null,
    until: addDays(startsOn, weeks * 7),
    protocol,
  }));
}
