import { regimenWords, type Route } from '#shared/medications/model.ts';
import { checkMedication } from '#shared/medications/check-medication.ts';
import { recogniseDrug } from '#shared/medications/recognise.ts';
import { addDays } from '#shared/platform/time.ts';
import { newId } from '#server/platform/db/new-id.ts';
import { type Moment, row, type SeedRow } from './moment.ts';
import { staff } from './opening-moments.ts';
import type { Telling } from './telling.ts';

interface Regimen {
  dose: string;
  frequency: string;
  route: Route;
  taper?: string;
}

interface PlannedMedication extends Regimen {
  daysAgo: number;
  name: string;
  reason: string;
  days?: number;
  /** Why it is given although the record warns. */
  answeredWith?: string;
  changed?: { daysAgo: number; why: string; to: Regimen };
  stopped?: { daysAgo: number; why: string };
}

/** What the physiatrist ordered beside what patients told: running, changed, stopped, stepped down. */
const ORDERED: Readonly<Record<string, readonly PlannedMedication[]>> = {
  'grace-okafor': [
    {
      daysAgo: 97,
      ...{ name: 'Naproxen', dose: '500 mg', frequency: 'twice a day', route: 'by-mouth', days: 10 },
      reason: 'Back pain',
      stopped: { daysAgo: 95, why: 'Takes apixaban: bleeding risk' },
    },
    {
      daysAgo: 95,
      ...{ name: 'Acetaminophen', dose: '1000 mg', frequency: 'every 8 hours as needed', route: 'by-mouth' },
      reason: 'Back pain, in place of naproxen',
    },
    {
      daysAgo: 60,
      ...{ name: 'Gabapentin', dose: '300 mg', frequency: 'at night', route: 'by-mouth' },
      reason: 'Leg pain at night',
      changed: {
        daysAgo: 38,
        why: 'Sleeps better, leg pain by day unchanged, no dizziness',
        to: { dose: '300 mg', frequency: 'three times a day', route: 'by-mouth' },
      },
    },
  ],
  'lena-haddad': [
    {
      daysAgo: 60,
      ...{ name: 'Metoprolol', dose: '50 mg', frequency: 'once a day', route: 'by-mouth' },
      reason: 'High blood pressure; taken over from the family doctor',
    },
    {
      daysAgo: 55,
      ...{
        name: 'Diclofenac gel 1 %',
        dose: '4 g',
        frequency: 'four times a day',
        route: 'on-the-skin',
        days: 42,
      },
      reason: 'Knee pain',
    },
  ],
  'paul-weiss': [
    {
      daysAgo: 66,
      ...{ name: 'Tramadol', dose: '50 mg', frequency: 'every 6 hours as needed', route: 'by-mouth' },
      reason: 'Neck pain after a collision',
      changed: {
        daysAgo: 20,
        why: 'Pain is 3 of 10: stepped down',
        to: {
          ...{ dose: '50 mg', frequency: 'twice a day', route: 'by-mouth' },
          taper: '50 mg twice a day for 10 days, 50 mg at night for 10 days, then stop',
        },
      },
    },
  ],
  'under-delivered': [
    {
      daysAgo: 30,
      ...{ name: 'Naproxen', dose: '250 mg', frequency: 'twice a day', route: 'by-mouth', days: 14 },
      reason: 'Back pain in the morning',
      answeredWith: 'Ibuprofen is left out from today; told not to take both.',
    },
  ],
  'plan-ending': [
    {
      daysAgo: 40,
      ...{ name: 'Celecoxib', dose: '100 mg', frequency: 'twice a day', route: 'by-mouth', days: 10 },
      reason: 'Night pain of the shoulder',
      answeredWith: 'Mild rash years ago; took it since without a reaction.',
    },
  ],
  'ines-carvalho': [
    {
      daysAgo: 34,
      ...{ name: 'Prednisone', dose: '20 mg', frequency: 'once a day', route: 'by-mouth', days: 15 },
      reason: 'Acute shoulder inflammation',
      taper: '20 mg for 5 days, 10 mg for 5 days, 5 mg for 5 days, then stop',
      stopped: { daysAgo: 19, why: 'Course finished' },
    },
  ],
};

/** Names of what was ordered by the first version and still runs: its precautions answer them. */
export function orderedBefore({ scenario }: Telling): string[] {
  const starts = scenario.phases?.[0]?.startsDaysAgo ?? 0;
  return (ORDERED[scenario.key] ?? [])
    .filter(({ daysAgo, stopped }) => daysAgo >= starts && stopped === undefined)
    .map(({ name }) => name);
}

/** The medications that were ordered in one patient's episode, each with its history. */
export function medicationMoments(telling: Telling): Moment[] {
  return (ORDERED[telling.scenario.key] ?? []).map((one) => medicationMoment(telling, one));
}

function medicationMoment(telling: Telling, planned: PlannedMedication): Moment {
  const { calendar, scenario } = telling;
  const startedOn = calendar.day(planned.daysAgo);
  const at = calendar.at(startedOn, '12:45');
  const id = newId(at);
  const stopOn = planned.days === undefined ? null : addDays(startedOn, planned.days - 1);
  const now = planned.changed?.to ?? planned;
  return {
    at,
    by: scenario.physiatrist,
    did: 'medication.ordered',
    subject: { type: 'medication-order', id },
    rows: [
      row('medication_order', {
        id,
        patient_id: telling.patientId,
        name: planned.name,
        ingredients: [...recogniseDrug(planned.name).ingredients],
        dose: now.dose,
        route: now.route,
        frequency: now.frequency,
        taper: now.taper ?? null,
        started_on: startedOn,
        stop_on: stopOn,
        stopped_on: planned.stopped === undefined ? null : calendar.day(planned.stopped.daysAgo),
        status: planned.stopped === undefined ? 'active' : 'stopped',
        status_reason: planned.stopped?.why ?? null,
        reason: planned.reason,
        answered: answeredBy(telling, planned),
        recorded_by_id: staff(scenario.physiatrist),
        recorded_at: at.toISOString(),
        source: 'ordered',
        version: 1 + (planned.changed ? 1 : 0) + (planned.stopped ? 1 : 0),
      }),
      ...historyRows(telling, planned, { id, at, stopOn }),
    ],
  };
}

/** The warnings of the record as they stood on the screen, each with the reason that was given. */
function answeredBy({ scenario }: Telling, { name, answeredWith }: PlannedMedication) {
  if (answeredWith === undefined) return [];
  const warnings = checkMedication(name, {
    allergies: (scenario.allergies ?? []).map((substance) => ({
      allergyId: substance,
      substance,
      reaction: null,
    })),
    medications: (scenario.medications ?? []).map(([taken]) => ({
      medicationOrderId: taken,
      name: taken,
      ingredients: [...recogniseDrug(taken).ingredients],
    })),
  });
  return warnings
    .filter(({ level }) => level === 'answer')
    .map(({ sentence }) => ({ sentence, reason: answeredWith }));
}

function historyRows(
  telling: Telling,
  planned: PlannedMedication,
  { id, at, stopOn }: { id: string; at: Date; stopOn: string | null },
): SeedRow[] {
  const { calendar, scenario, patientId } = telling;
  const event = (when: Date, columns: Record<string, string | null>) =>
    row('medication_event', {
      id: newId(when),
      patient_id: patientId,
      medication_order_id: id,
      at: when.toISOString(),
      by_id: staff(scenario.physiatrist),
      ...{ before: null, after: null },
      ...columns,
    });
  const first = regimenWords({ ...planned, stopOn });
  const { changed, stopped } = planned;
  return [
    event(at, { kind: 'started', why: planned.reason, after: first }),
    ...(changed === undefined
      ? []
      : [
          event(calendar.at(calendar.day(changed.daysAgo), '12:50'), {
            ...{ kind: 'changed', why: changed.why, before: first, after: regimenWords(changed.to) },
          }),
        ]),
    ...(stopped === undefined
      ? []
      : [
          event(calendar.at(calendar.day(stopped.daysAgo), '12:55'), {
            ...{ kind: 'stopped', why: stopped.why, before: regimenWords(changed?.to ?? planned) },
          }),
        ]),
  ];
}
