import type { ClinicOverrides } from '#shared/clinic-values/overrides.ts';
import type { InitialCertification, Recertification } from '#shared/compliance/certification.ts';
import { therapyAfter, type RecentProcedure } from '#shared/orders/therapy-rest.ts';
import { contraindicationOf } from '#shared/prescriptions/bounds.ts';
import type {
  OrderedVitals,
  PrescribedIntervention,
  PrescribedPrecaution,
} from '#shared/prescriptions/model.ts';
import { strictestWords } from '#shared/prescriptions/precaution-kinds.ts';
import { vitalsInForce, type Vital } from '#shared/prescriptions/vitals-in-force.ts';

/** Vital signs as taken before a session: mmHg, beats a minute, percent, mg/dL. Absent: not taken. */
export interface Vitals {
  systolic?: number | null | undefined;
  diastolic?: number | null | undefined;
  heartRate?: number | null | undefined;
  spo2?: number | null | undefined;
  glucose?: number | null | undefined;
}

/** Everything the gate looks at. */
export interface GateFacts {
  consultSigned: boolean;
  sessionDate: string;
  /** The version in force on the session date, if any. */
  prescription:
    | {
        startsOn: string;
        endsOn: string;
        visitsPrescribed: number;
        interventions: readonly PrescribedIntervention[];
        precautions: readonly PrescribedPrecaution[];
        vitals: OrderedVitals;
      }
    | undefined;
  /** Completed sessions under this prescription, without the one that wants to start. */
  visitsUsed: number;
  certification:
    | {
        /** Whether the payer's rules stop a session over it, or it is only said. */
        blocks: boolean;
        initial: InitialCertification;
        recertification: Recertification;
      }
    | undefined;
  openHold: { code: string } | undefined;
  therapistOnTeam: boolean;
  /** Injections and blocks of the episode: rest days after them close the gate. */
  procedures: readonly RecentProcedure[];
  /** Codes of what is planned or given. */
  interventions: readonly string[];
  vitals: Vitals;
  /** What the clinic has set differently from the defaults: a limit that it tightened holds at once. */
  clinicValues: ClinicOverrides;
}

export type GateCode =
  | 'NO_CONSULT'
  | 'NO_ACTIVE_PRESCRIPTION'
  | 'PRESCRIPTION_EXPIRED'
  | 'VISITS_USED'
  | 'NOT_CERTIFIED'
  | 'SAFETY_HOLD'
  | 'PROCEDURE_REST'
  | 'PROCEDURE_CARE'
  | 'NOT_ON_TEAM'
  | 'INTERVENTION_BLOCKED'
  | 'VITALS_REQUIRED'
  | 'VITALS_OUT_OF_RANGE';

export interface GateRefusal {
  code: GateCode;
  sentence: string;
}

export interface GateAnswer {
  /** A session may not start while there is one. */
  refusals: GateRefusal[];
  /** Said, but nothing is stopped: care after a procedure, and certification where the payer's rules do not ask for it. */
  warnings: GateRefusal[];
}

/** Whether a therapy session may start, every reason against it at once (rules.md 7.2). There is no emergency override. */
export function sessionGate(facts: GateFacts): GateAnswer {
  const certification = uncertified(facts);
  const blocks = facts.certification?.blocks === true;
  const { rest, care } = therapyAfter(facts.procedures, facts.sessionDate);
  return {
    refusals: [
      ...when(
        !facts.consultSigned,
        'NO_CONSULT',
        'The physiatrist has not signed a consult for this episode.',
      ),
      ...prescriptionRefusals(facts),
      ...(blocks ? certification : []),
      ...when(
        facts.openHold !== undefined,
        'SAFETY_HOLD',
        `A safety hold is open (${facts.openHold?.code ?? ''}). Only a physiatrist can close it.`,
      ),
      ...rest.map((sentence): GateRefusal => ({ code: 'PROCEDURE_REST', sentence })),
      ...when(!facts.therapistOnTeam, 'NOT_ON_TEAM', 'You are not on this patient’s care team on that day.'),
      ...blockedInterventions(facts),
      ...vitalsRefusals(facts),
    ],
    warnings: [
      ...care.map((sentence): GateRefusal => ({ code: 'PROCEDURE_CARE', sentence })),
      ...(blocks ? [] : certification),
    ],
  };
}

const when = (holds: boolean, code: GateCode, sentence: string): GateRefusal[] =>
  holds ? [{ code, sentence }] : [];

function prescriptionRefusals({ prescription, sessionDate, visitsUsed }: GateFacts): GateRefusal[] {
  if (!prescription || sessionDate < prescription.startsOn) {
    return [{ code: 'NO_ACTIVE_PRESCRIPTION', sentence: 'No signed prescription is in force on that day.' }];
  }
  return [
    ...when(
      sessionDate > prescription.endsOn,
      'PRESCRIPTION_EXPIRED',
      `The prescription ended on ${prescription.endsOn}. Ask the physiatrist for the next version.`,
    ),
    ...when(
      visitsUsed >= prescription.visitsPrescribed,
      'VISITS_USED',
      `All ${prescription.visitsPrescribed} prescribed visits are used. Ask the physiatrist for the next version.`,
    ),
  ];
}

function uncertified({ certification }: GateFacts): GateRefusal[] {
  if (!certification) return [];
  const lapsed = certification.recertification === 'EXPIRED';
  const sentence = lapsed
    ? 'The certification of the plan of care has expired.'
    : 'The plan of care is not certified and the 30 days are over.';
  return when(
    lapsed || certification.initial === 'OVERDUE',
    'NOT_CERTIFIED',
    certification.blocks
      ? sentence
      : 'The plan is older than Medicare would certify it for. No rule of this payer asks for it, and nothing is stopped.',
  );
}

function blockedInterventions({ prescription, interventions }: GateFacts): GateRefusal[] {
  if (!prescription) return [];
  return interventions.flatMap((code): GateRefusal[] => {
    const permitted = prescription.interventions.find((intervention) => intervention.code === code);
    if (!permitted)
      return [{ code: 'INTERVENTION_BLOCKED', sentence: `${code} is not on the prescription.` }];
    const forbidden = contraindicationOf(prescription.precautions, code);
    return forbidden
      ? [
          {
            code: 'INTERVENTION_BLOCKED',
            sentence: `${permitted.name} is contraindicated: ${strictestWords(prescription.precautions, code)}.`,
          },
        ]
      : [];
  });
}

interface VitalCheck {
  ordered: boolean;
  limited: boolean;
  taken: boolean;
  inRange: boolean;
  name: string;
  limit: string;
}

function vitalsRefusals({ prescription, vitals, clinicValues }: GateFacts): GateRefusal[] {
  if (!prescription) return [];
  return checks(prescription, vitals, clinicValues).flatMap(
    ({ ordered, limited, taken, inRange, name, limit }): GateRefusal[] => {
      // A limit that a precaution sets binds a value that was taken, ordered or not.
      if (!ordered && !(limited && taken)) return [];
      if (!taken)
        return [{ code: 'VITALS_REQUIRED', sentence: `${name} is ordered before each session: enter it.` }];
      return inRange
        ? []
        : [
            {
              code: 'VITALS_OUT_OF_RANGE',
              sentence: `${name} is outside the ordered limits (${limit}). Do not start.`,
            },
          ];
    },
  );
}

const within = (value: number | null | undefined, min: number | null, max: number | null): boolean =>
  typeof value === 'number' && (min === null || value >= min) && (max === null || value <= max);
const isNumber = (value: number | null | undefined): value is number => typeof value === 'number';

function checks(
  { vitals: ordered, precautions }: { vitals: OrderedVitals; precautions: readonly PrescribedPrecaution[] },
  taken: Vitals,
  clinicValues: ClinicOverrides,
): VitalCheck[] {
  const { vitals, because } = vitalsInForce(ordered, precautions, clinicValues);
  const { bloodPressure: bp, heartRate: hr, spo2, glucose } = vitals;
  const set = (vital: Vital) => ({ ordered: ordered[vital] !== null, limited: vitals[vital] !== null });
  const by = (vital: Vital) => (because[vital] === undefined ? '' : `, set by ${because[vital]}`);
  return [
    {
      name: 'Blood pressure',
      ...set('bloodPressure'),
      taken: isNumber(taken.systolic) && isNumber(taken.diastolic),
      inRange:
        within(taken.systolic, null, bp?.maxSystolic ?? null) &&
        within(taken.diastolic, null, bp?.maxDiastolic ?? null),
      limit: `up to ${bp?.maxSystolic ?? ''}/${bp?.maxDiastolic ?? ''} mmHg${by('bloodPressure')}`,
    },
    {
      name: 'Heart rate',
      ...set('heartRate'),
      taken: isNumber(taken.heartRate),
      inRange: within(taken.heartRate, hr?.min ?? null, hr?.max ?? null),
      limit: `${hr?.min ?? 'any'} to ${hr?.max ?? 'any'} beats a minute${by('heartRate')}`,
    },
    {
      name: 'SpO2',
      ...set('spo2'),
      taken: isNumber(taken.spo2),
      inRange: within(taken.spo2, spo2?.min ?? null, null),
      limit: `from ${spo2?.min ?? ''} %${by('spo2')}`,
    },
    {
      name: 'Glucose',
      ...set('glucose'),
      taken: isNumber(taken.glucose),
      inRange: within(taken.glucose, glucose?.min ?? null, glucose?.max ?? null),
      limit: `${glucose?.min ?? 'any'} to ${glucose?.max ?? 'any'} mg/dL${by('glucose')}`,
    },
  ];
}
