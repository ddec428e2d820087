import type { ClinicOverrides } from '#shared/clinic-values/overrides.ts';
import { therapyAfter, type RecentProcedure } from '#shared/orders/therapy-rest.ts';
import { contraindicationOf } from '#shared/prescriptions/bounds.ts';
import { getIntervention } from '#shared/prescriptions/interventions.ts';
import type {
  OrderedVitals,
  PrescribedIntervention,
  PrescribedPrecaution,
  WeightBearing,
} from '#shared/prescriptions/model.ts';
import { inrReason } from '#shared/prescriptions/inr.ts';
import { legLoadProblem } from '#shared/prescriptions/leg-load.ts';
import { avoidedPlace } from '#shared/prescriptions/local-place.ts';
import { strictestWords } from '#shared/prescriptions/precaution-kinds.ts';
import { uncertified, type CertificationOfDay } from './gate-certification.ts';
import type { GateCode, GateRefusal } from './gate-refusal.ts';
import { weightBearingOver } from '#shared/prescriptions/weight-bearing-over.ts';
import { flagWords } from './flag-words.ts';
import { treatsLeg } from './limb-stop.ts';
import { vitalsRefusals, vitalsWarnings, type Vitals } from './gate-vitals.ts';

export type { Vitals } from './gate-vitals.ts';

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
        weightBearing?: readonly WeightBearing[] | undefined;
        vitals: OrderedVitals;
      }
    | undefined;
  /** Completed sessions under this prescription, without the one that wants to start. */
  visitsUsed: number;
  /** The version was ended while the session was under way: what was given can be documented. */
  endedMeanwhile?: boolean | undefined;
  certification: CertificationOfDay | undefined;
  /** The hold under which the session would begin, or began. */
  openHold: { code: string; closedAt?: string | null; elsewhere?: string | null } | undefined;
  /** One that was raised while it was under way. */
  holdSince?: { code: string; elsewhere?: string | null } | undefined;
  /** Under which treatment of a leg is stopped; one that was raised while the session was under way is said. */
  limbStop?: { code: string; elsewhere?: string | null } | undefined;
  limbStopSince?: { code: string; elsewhere?: string | null } | undefined;
  bodyRegion?: string | undefined;
  therapistOnTeam: boolean;
  /** Injections and blocks of the episode: rest days after them close the gate. */
  procedures: readonly RecentProcedure[];
  /** Codes of what is planned or given. */
  interventions: readonly string[];
  vitals: Vitals;
  /** What the clinic has set differently from the defaults: a limit that it tightened holds at once. */
  clinicValues: ClinicOverrides;
  /** The chart lists insulin or a secretagogue. */
  lowersGlucose?: boolean | undefined;
}

export interface GateAnswer {
  /** A session may not start while there is one. */
  refusals: GateRefusal[];
  /** Said, but nothing is stopped: care after a procedure, and certification where the payer's rules do not ask for it. */
  warnings: GateRefusal[];
}

/** Whether a therapy session may start, every reason against it at once (rules.md 7.2). There is no emergency override. */
export function sessionGate(facts: GateFacts): GateAnswer {
  const certification = uncertified(facts.certification);
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
      ...holdRefusals(facts),
      ...rest.map((sentence): GateRefusal => ({ code: 'PROCEDURE_REST', sentence })),
      ...when(!facts.therapistOnTeam, 'NOT_ON_TEAM', 'You are not on this patient’s care team on that day.'),
      ...blockedInterventions(facts),
      ...limbRefusals(facts),
      ...(facts.prescription === undefined
        ? []
        : vitalsRefusals(
            { ...facts.prescription, clinicValues: facts.clinicValues },
            facts.vitals,
            facts.lowersGlucose ?? false,
          )),
    ],
    warnings: [
      ...when(
        facts.holdSince !== undefined,
        'SAFETY_HOLD',
        `A safety hold was raised after treatment began: ${flagWords(facts.holdSince?.code ?? '')}${raisedWhere(facts.holdSince ?? {})}. Stop. What was given until then can be documented and signed.`,
      ),
      ...when(
        facts.endedMeanwhile === true,
        'NO_ACTIVE_PRESCRIPTION',
        'The prescription was ended while this visit was under way: stop. What was given until then can be documented and signed.',
      ),
      ...(facts.prescription === undefined
        ? []
        : vitalsWarnings({ ...facts.prescription, clinicValues: facts.clinicValues }, facts.vitals)),
      ...limbWarnings(facts),
      ...endedWeightBearing(facts),
      ...overriddenWarnings(facts),
      ...placeWarnings(facts),
      ...care.map((sentence): GateRefusal => ({ code: 'PROCEDURE_CARE', sentence })),
      ...(blocks ? [] : certification),
    ],
  };
}

const when = (holds: boolean, code: GateCode, sentence: string): GateRefusal[] =>
  holds ? [{ code, sentence }] : [];

/** A hold stops the patient wherever it was raised; whoever reads it must find it. */
const raisedWhere = ({ elsewhere = null }: { elsewhere?: string | null }): string =>
  elsewhere === null ? '' : `, raised in the episode “${elsewhere}”`;

function holdRefusals({ openHold }: GateFacts): GateRefusal[] {
  if (openHold === undefined) return [];
  const { code, closedAt = null } = openHold;
  const what = `${flagWords(code)}${raisedWhere(openHold)}`;
  const sentence =
    closedAt === null
      ? `A safety hold is open: ${what}. Only a physiatrist can close it.`
      : `A safety hold was open when this session would have begun: ${what}.`;
  return [{ code: 'SAFETY_HOLD', sentence }];
}

const LIMB_STOPPED = 'Treatment of the leg is stopped';
const NOT_THAT_LEG = 'Nothing on or with that leg until a physiatrist has cleared it. Call them today.';

/** A suspected thrombosis stops what treats the leg; before anything is chosen it is said as a warning. */
function limbRefusals({ limbStop, prescription, interventions, bodyRegion = '' }: GateFacts): GateRefusal[] {
  if (limbStop === undefined) return [];
  return interventions
    .filter((code) => treatsLeg(code, bodyRegion))
    .map((code) => {
      const name = prescription?.interventions.find((one) => one.code === code)?.name ?? code;
      const sentence = `${name} is not given. ${LIMB_STOPPED}: ${flagWords(limbStop.code)}.`;
      return { code: 'LIMB_STOPPED', sentence };
    });
}

const limbWarnings = ({ limbStop, limbStopSince }: GateFacts): GateRefusal[] => {
  const stop = limbStop ?? limbStopSince;
  return stop === undefined
    ? []
    : [
        {
          code: 'LIMB_STOPPED',
          sentence: `${LIMB_STOPPED}: ${flagWords(stop.code)}${raisedWhere(stop)}.`,
          act: NOT_THAT_LEG,
        },
      ];
};

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

function blockedInterventions({ prescription, interventions }: GateFacts): GateRefusal[] {
  if (!prescription) return [];
  const nothingLeft = interventions.length === 0 ? forbiddenAltogether(prescription) : [];
  const reasons = interventions.flatMap((code) => blockedBecause(prescription, code));
  const blocked = [...new Set(reasons.map(({ why }) => why))].map((why): GateRefusal => {
    const names = reasons.filter((one) => one.why === why).map(({ name }) => name);
    const verb = names.length === 1 ? 'is' : 'are';
    return { code: 'INTERVENTION_BLOCKED', sentence: `${inWords(names)} ${verb} ${why}` };
  });
  const loads = interventions.flatMap((code) => overloaded(prescription, code));
  return [...nothingLeft, ...loads, ...blocked];
}

/** A weight bearing whose last day is over loosens nothing by itself: it holds, and its end is said (rules.md 4.2). */
const endedWeightBearing = ({ prescription, sessionDate }: GateFacts): GateRefusal[] =>
  weightBearingOver(prescription?.weightBearing ?? [], sessionDate).map((sentence) => ({
    code: 'WEIGHT_BEARING_OVER',
    sentence,
  }));

const isAbout = ({ agents }: PrescribedPrecaution, codes: readonly string[]): boolean =>
  codes.some((code) => getIntervention(code)?.agents.some((agent) => agents.includes(agent)));

/** Of what is given, what nothing forbids: of what is forbidden the stricter rule alone is said. */
const notForbidden = ({ prescription, interventions }: GateFacts): string[] =>
  interventions.filter((code) => contraindicationOf(prescription?.precautions ?? [], code) === undefined);

/** What is permitted except at one place says the place with what is given. */
const placeWarnings = (facts: GateFacts): GateRefusal[] =>
  (facts.prescription?.precautions ?? []).flatMap((row): GateRefusal[] => {
    const place = avoidedPlace(row);
    return place === undefined || !isAbout(row, notForbidden(facts))
      ? []
      : [
          {
            code: 'INTERVENTION_BLOCKED',
            sentence: `${row.intervention}: permitted elsewhere.`,
            act: `Not at: ${place}.`,
          },
        ];
  });

type InForce = NonNullable<GateFacts['prescription']>;

/** What an intervention is, that it cannot be given: the same reason is said once for all that share it. */
function blockedBecause(prescription: InForce, code: string): { name: string; why: string }[] {
  const permitted = prescription.interventions.find((intervention) => intervention.code === code);
  if (!permitted) {
    return [{ name: getIntervention(code)?.name ?? code, why: 'not on the prescription.' }];
  }
  if (legLoadProblem(permitted, prescription.weightBearing) !== undefined) return [];
  const forbidden = contraindicationOf(prescription.precautions, code);
  if (!forbidden) return [];
  const words = strictestWords(prescription.precautions, code);
  return [{ name: permitted.name, why: `contraindicated: ${words}.${because(forbidden)}` }];
}

function overloaded({ interventions, weightBearing }: InForce, code: string): GateRefusal[] {
  const permitted = interventions.find((intervention) => intervention.code === code);
  const load = permitted === undefined ? undefined : legLoadProblem(permitted, weightBearing);
  return load === undefined ? [] : [{ code: 'INTERVENTION_BLOCKED', sentence: `${load}.` }];
}

/** "Heel raise, Squat and Bridge" */
const inWords = (names: readonly string[]): string =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`;

/** A contraindication that the physiatrist overrode is still said of what is given: where, and why it is given all the same. */
const overriddenWarnings = (facts: GateFacts): GateRefusal[] =>
  (facts.prescription?.precautions ?? [])
    .filter((row) => row.decision === 'override' && row.level === 'contraindicated')
    .filter((row) => isAbout(row, notForbidden(facts)))
    .map(({ intervention, scope, overrideReason }) => ({
      code: 'INTERVENTION_BLOCKED',
      sentence: `${intervention}: overridden by the physiatrist${overrideReason === null ? '' : ` (${overrideReason})`}.`,
      act: scope === 'local' ? 'Still not at that place.' : 'Watch for it.',
    }));

/** Why it is forbidden today, beyond the rule: the chart has said so since the version was signed, or an INR does. */
const because = (row: PrescribedPrecaution): string => {
  const inr = inrReason(row);
  const since =
    row.undecided === true
      ? ' The chart says so since the prescription was signed; the physiatrist decides it in a new version.'
      : '';
  return inr === undefined ? since : `${since} ${inr}.`;
};

/** Before anything is chosen: a visit at which nothing of the prescription may be given does not begin. */
function forbiddenAltogether({
  interventions,
  precautions,
}: NonNullable<GateFacts['prescription']>): GateRefusal[] {
  const treating = interventions.filter(({ code }) => (getIntervention(code)?.agents ?? []).length > 0);
  const forbidden = treating.map(({ code }) => contraindicationOf(precautions, code));
  const [first] = forbidden;
  if (first === undefined || forbidden.includes(undefined)) return [];
  const words = strictestWords(precautions, treating[0]?.code ?? '');
  return [
    {
      code: 'INTERVENTION_BLOCKED',
      sentence: `Nothing on the prescription may be given: ${words}.${because(first)}`,
    },
  ];
}
