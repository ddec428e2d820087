import { loadMeasure } from '#shared/outcomes/registry.ts';
import { addDays } from '#shared/platform/time.ts';
import { newId } from '#server/platform/db/new-id.ts';
import type { Calendar } from './calendar.ts';
import { chartOf, learnedMoments } from './chart-content.ts';
import { amountMoments } from './amount-moments.ts';
import { dischargeNoteMoment, sendingMoment } from './documentation-moments.ts';
import { answeredRequests } from './answered-requests.ts';
import { decisionMoments } from './decision-moments.ts';
import { consultMoments } from './consult-moments.ts';
import { openingMoments } from './opening-moments.ts';
import { mistakenMedication } from './error-moments.ts';
import { inrMoments } from './inr-moments.ts';
import { medicationMoments } from './medication-moments.ts';
import type { Moment } from './moment.ts';
import { orderMoments } from './order-moments.ts';
import { versionMoment } from './prescription-moments.ts';
import { plannedMoments } from './planned-moments.ts';
import { firstVersion, nextVersion } from './prescription-content.ts';
import { withExtras } from './prescription-extras.ts';
import type { OneSide } from './programme.ts';
import { loadProgramme } from './programmes/all.ts';
import { randomFrom } from './random.ts';
import type { PhasePlan, Scenario } from './scenario.ts';
import { lateCertification, stoppedMoments } from './interrupted-moments.ts';
import { leftTeam } from './team-moments.ts';
import { misfitMoments } from './misfit-moments.ts';
import { homeProgrammeMoments } from './home-programme.ts';
import { eventMoments } from './event-moments.ts';
import { occupationalEvaluationMoment, therapyEvaluationMoment } from './therapy-evaluation.ts';
import { visitMoments } from './visit-moments.ts';
import type { Progress, Telling, Version } from './telling.ts';
import { baselinesOf, visitsOf } from './visits.ts';

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
    moments.push(
      ...decisionMoments(telling),
      ...eventMoments(telling, version),
      ...answeredRequests(telling, progress.versions),
      ...stoppedMoments(telling, version),
      ...leftTeam(telling),
      ...orderMoments(telling),
      ...medicationMoments(telling),
      ...inrMoments(telling),
      ...learnedMoments(telling, version),
      ...mistakenMedication(telling),
      ...amountMoments(telling),
      ...lateCertification(telling, progress.versions),
    );
    moments.push(...misfitMoments(telling, version, moments));
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
    : firstVersion({ ...telling, chart: chartOf(telling) }, phase, startsOn);
  const version: Version = {
    prescriptionId: newId(),
    number: index + 1,
    startsOn,
    content: previous ? content : withExtras(scenario.key, content),
  };
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
  const told = { version, phase, baselines, visits, progress };
  const treated = visitMoments(telling, told);
  return [
    versionMoment(telling, version, previous, phase),
    ...(previous || startsOn > calendar.today ? [] : [therapyEvaluationMoment(telling, baselines, startsOn)]),
    ...present(previous ? undefined : occupationalEvaluationMoment(telling, startsOn)),
    ...homeProgrammeMoments(telling, version),
    ...treated,
    ...present(sendingMoment(telling, version)),
    // Told last: it counts from the last progress report.
    ...present(next ? undefined : dischargeNoteMoment(telling, told)),
  ];
}

const present = (moment: Moment | undefined): Moment[] => (moment ? [moment] : []);

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
  const drawn = random.int(28, 110);

  return {
    scenario,
    programme,
    calendar,
    random,
    side,
    onsetOn: addDays(calendar.day(scenario.consultDaysAgo), -(scenario.onsetDaysBefore ?? drawn)),
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
