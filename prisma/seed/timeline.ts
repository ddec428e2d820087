import { loadMeasure } from '#shared/outcomes/registry.ts';
import { addDays, type PlainDate } from '#shared/platform/time.ts';
import type { PrescriptionContent } from '#shared/prescriptions/model.ts';
import { newId } from '#server/platform/db/new-id.ts';
import type { Calendar } from './calendar.ts';
import { decisionMoments } from './decision-moments.ts';
import { consultMoments, openingMoments } from './opening-moments.ts';
import type { Moment } from './moment.ts';
import { versionMoment } from './prescription-moments.ts';
import { firstVersion, nextVersion } from './prescription-content.ts';
import type { OneSide, Programme } from './programme.ts';
import { loadProgramme } from './programmes/all.ts';
import { randomFrom, type Random } from './random.ts';
import type { PhasePlan, Scenario } from './scenario.ts';
import { eventMoments } from './event-moments.ts';
import { plannedMoments, therapyEvaluationMoment, visitMoments } from './visit-moments.ts';
import { baselinesOf, visitsOf, type Visit } from './visits.ts';
import type { Dose } from '#shared/prescriptions/model.ts';

/** A patient who is being told: ids, names and what has been drawn so far. */
export interface Telling {
  scenario: Scenario;
  programme: Programme;
  calendar: Calendar;
  random: Random;
  side: OneSide;
  onsetOn: PlainDate;
  patientId: string;
  episodeId: string;
  conditionId: string;
  /** Clock time of this patient's visits. */
  slot: string;
  mrn: string;
  person: { givenName: string; familyName: string; sex: 'female' | 'male'; birthDate: PlainDate };
  contact: { address: string; phone: string };
  sideOf: (measureCode: string) => OneSide | null;
}

/** A signed version as the following moments refer to it. */
export interface Version {
  prescriptionId: string;
  number: number;
  startsOn: PlainDate;
  content: PrescriptionContent;
}

/** Told so far: what the next phase starts from. */
export interface Progress {
  versions: Version[];
  last: Map<string, number>;
  lastDoses: Map<string, Dose>;
  visits: number;
  previousVisit: PlainDate | undefined;
  /** Treatment dates since the last progress report. */
  sinceReport: PlainDate[];
  reportedOn?: PlainDate;
  /** Pain as last scored. */
  painNow?: number;
}

/** Everything that has happened to one patient, in order, as the rows that the software would have written. */
export function tell(telling: Telling): Moment[] {
  const { scenario } = telling;
  const moments = [...openingMoments(telling)];
  if (scenario.stage !== 'opened') moments.push(...consultMoments(telling));
  const progress: Progress = {
    versions: [],
    last: new Map(),
    lastDoses: new Map(),
    visits: 0,
    previousVisit: undefined,
    sinceReport: [],
  };
  for (const [index, phase] of (scenario.phases ?? []).entries()) {
    moments.push(...phaseMoments(telling, progress, phase, index));
  }
  const version = progress.versions.at(-1);
  if (version) {
    moments.push(...decisionMoments(telling), ...eventMoments(telling, version));
    if (!scenario.closed) moments.push(...plannedMoments(telling, version, progress.visits));
  }
  const now = telling.calendar.now.getTime();
  return moments.filter(({ at }) => at.getTime() < now).sort((a, b) => a.at.getTime() - b.at.getTime());
}

function phaseMoments(telling: Telling, progress: Progress, phase: PhasePlan, index: number): Moment[] {
  const { calendar, programme, random, scenario } = telling;
  const startsOn = calendar.workday(calendar.day(phase.startsDaysAgo), 'back');
  const previous = progress.versions.at(-1);
  const content = previous
    ? nextVersion(previous.content, phase, startsOn)
    : firstVersion(telling, phase, startsOn);
  const version: Version = { prescriptionId: newId(), number: index + 1, startsOn, content };
  progress.versions.push(version);
  const next = scenario.phases?.[index + 1];
  const until = next
    ? calendar.workday(calendar.day(next.startsDaysAgo), 'back')
    : scenario.closed
      ? calendar.day(scenario.closed.daysAgo)
      : calendar.today;
  const baselines = baselinesOf(programme, phase, progress.last, random);
  const visits = visitsOf(programme, phase, baselines, calendar, {
    // A later version is signed at noon of its first day: it governs the visits of the days after.
    after: previous ? startsOn : undefined,
    until,
    random,
  });
  for (const { measureCode, value } of [...baselines, ...visits.flatMap(({ scores }) => scores)]) {
    progress.last.set(measureCode, value);
  }
  return [
    versionMoment(telling, version, previous, phase),
    ...(previous || startsOn > calendar.today ? [] : [therapyEvaluationMoment(telling, baselines, startsOn)]),
    ...visitMoments(telling, { version, phase, baselines, visits, progress }),
  ];
}

export interface ToldPhase {
  version: Version;
  phase: PhasePlan;
  baselines: readonly { measureCode: string; value: number }[];
  visits: readonly Visit[];
  progress: Progress;
}

export interface TellingPlace {
  scenario: Scenario;
  index: number;
  calendar: Calendar;
  /** Who the person is and how they are reached. */
  person: Telling['person'];
  contact: Telling['contact'];
  mrn: string;
}

const SLOTS = [
  '08:00',
  '08:45',
  '09:30',
  '10:15',
  '11:00',
  '11:45',
  '13:30',
  '14:15',
  '15:00',
  '15:45',
  '16:30',
];

/** Prepares the telling of a scenario. */
export function beginTelling({ scenario, index, calendar, person, contact, mrn }: TellingPlace): Telling {
  const programme = loadProgramme(scenario.programme);
  const random = randomFrom(scenario.key);
  const side: OneSide = scenario.side ?? (random.chance(0.5) ? 'left' : 'right');

  return {
    scenario,
    programme,
    calendar,
    random,
    side,
    onsetOn: addDays(calendar.day(scenario.consultDaysAgo), -random.int(28, 110)),
    patientId: newId(),
    episodeId: newId(),
    conditionId: newId(),
    slot: scenario.today ?? SLOTS[index % SLOTS.length] ?? '09:30',
    mrn,
    person,
    contact,
    sideOf: (code) => (loadMeasure(code).sided ? side : null),
  };
}
