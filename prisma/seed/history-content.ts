import { sayChartLists } from '#shared/evaluations/chart-lists.ts';
import type { NewHistoryFact } from '#shared/patients/history-fact.ts';
import { HistoryFactId } from '#shared/platform/ids.ts';
import { newId } from '#server/platform/db/new-id.ts';
import type { EvaluationContent } from '#shared/evaluations/model.ts';
import { type Moment, row, type SeedRow } from './moment.ts';
import { type Random, randomFrom } from './random.ts';
import type { Telling } from './telling.ts';

const NOTHING = {
  detail: null,
  side: null,
  happenedOn: null,
  endedOn: null,
  setting: null,
  claimReference: null,
  result: null,
  bearsOn: [],
} satisfies Partial<NewHistoryFact>;

const OPERATIONS = [
  'Appendectomy',
  'Inguinal hernia repair',
  'Gallbladder removal',
  'Cataract surgery',
  'Tonsillectomy',
];
const ILLNESSES = ['Pneumonia', 'Migraine', 'Kidney stones', 'Gastric ulcer', 'Shingles'];
const JOBS: readonly (readonly [job: string, demands: string])[] = [
  ['Warehouse worker', 'lifts to 20 kg, stands 8 hours'],
  ['Office clerk', 'sits 7 hours at a screen, breaks possible'],
  ['Nurse, night shifts', 'moves patients, walks most of the shift'],
  ['Teacher', 'stands and walks, carries little'],
  ['Bus driver', 'sits 4 hours at a stretch, whole-body vibration'],
  ['Electrician', 'works overhead and on ladders, lifts to 15 kg'],
];
const HOMES: readonly (readonly [what: string, detail: string])[] = [
  ['Lives with partner, one flight of stairs', 'bathroom upstairs, one handrail'],
  ['Lives alone on the ground floor', 'neighbour helps with shopping'],
  ['Lives with family, elevator in the house', 'two steps at the entrance'],
  ['Cares for a relative at home', 'helps with transfers twice a day'],
];
const THERAPY: readonly (readonly [
  what: string,
  result: NonNullable<NewHistoryFact['result']>,
  detail: string,
])[] = [
  ['Massage and heat', 'no-change', '6 sessions elsewhere, no report'],
  ['Exercises from a leaflet', 'partly', 'done for about a month'],
  ['Manual therapy', 'partly', '8 sessions, relief for a day each time'],
  ['Physical therapy elsewhere', 'helped', '10 sessions, stopped when better'],
];

/** Operations that left something which tests and therapy must know. */
const LEFT_BEHIND: Readonly<Record<string, readonly NewHistoryFact[]>> = {
  relapse: [
    {
      ...NOTHING,
      kind: 'surgery',
      title: 'Wrist fracture fixed with a plate',
      side: 'left',
      happenedOn: '2017',
      bearsOn: ['metal-implant'],
    },
  ],
  'worsening-after-gain': [
    {
      ...NOTHING,
      kind: 'surgery',
      title: 'Pacemaker for heart block',
      detail: 'magnetic resonance only as its card says',
      happenedOn: '2021',
      bearsOn: ['pacemaker'],
    },
  ],
  's-hold-closed': [
    {
      ...NOTHING,
      kind: 'surgery',
      title: 'Total hip replacement',
      side: 'right',
      happenedOn: '2014',
      bearsOn: ['metal-implant', 'cemented-joint'],
    },
  ],
};

/** What this patient would have told about themselves; the same on every load, and drawn apart from the rest of the story. */
export function historyOf({ scenario, programme, side, calendar }: Telling): NewHistoryFact[] {
  const random = randomFrom(`history:${scenario.key}`);
  const thisYear = Number(calendar.today.slice(0, 4));
  const year = (from: number, to: number) => String(thisYear - random.int(from, to));
  const [therapy, result, what] = random.pick(THERAPY);
  const ended = thisYear - 1;
  return [
    ...(LEFT_BEHIND[scenario.key] ?? []),
    ...aged(random, scenario.person?.age ?? 50, year),
    ...injuries(random, programme.sided ? side : null, scenario.key, year),
    {
      ...NOTHING,
      kind: 'prior-therapy',
      title: therapy,
      result,
      detail: what,
      happenedOn: `${ended}-0${random.int(1, 4)}`,
      endedOn: `${ended}-0${random.int(5, 9)}`,
    },
    ...work(random, scenario.person?.age ?? 50, year),
    { ...NOTHING, kind: 'social', ...said(random.pick(HOMES)) },
  ];
}

const said = ([title, detail]: readonly [string, string]) => ({ title, detail });

function aged(random: Random, age: number, year: (from: number, to: number) => string): NewHistoryFact[] {
  const facts: NewHistoryFact[] = [];
  if (random.chance(0.7)) {
    facts.push({
      ...NOTHING,
      kind: 'surgery',
      title: random.pick(OPERATIONS),
      happenedOn: year(3, Math.max(4, age - 20)),
    });
  }
  if (random.chance(0.5)) {
    facts.push({ ...NOTHING, kind: 'problem', title: random.pick(ILLNESSES), happenedOn: year(1, 12) });
  }
  return facts;
}

/** One in two was hurt before: at work with a claim, or in sport. */
function injuries(
  random: Random,
  side: NewHistoryFact['side'],
  key: string,
  year: (from: number, to: number) => string,
): NewHistoryFact[] {
  if (random.chance(0.5)) return [];
  const atWork = random.chance(0.5);
  return [
    {
      ...NOTHING,
      kind: 'injury',
      title: atWork ? 'Fall from a ladder' : 'Twisted while running',
      side,
      setting: atWork ? 'work' : 'sport',
      claimReference: atWork ? `WC-${String(1000 + ((key.length * 377) % 9000))}` : null,
      happenedOn: `${year(1, 6)}-0${random.int(1, 9)}`,
      detail: atWork ? 'two weeks off work, no fracture' : 'settled in six weeks',
    },
  ];
}

const RETIREMENT = 67;

function work(random: Random, age: number, year: (from: number, to: number) => string): NewHistoryFact[] {
  if (age >= RETIREMENT) return [{ ...NOTHING, kind: 'work', title: 'Retired', happenedOn: year(1, 5) }];
  const [title, detail] = random.pick(JOBS);
  return [{ ...NOTHING, kind: 'work', title, detail, happenedOn: year(2, 20) }];
}

/** The facts as rows, written down when the patient first told them. */
export function historyRows(telling: Telling, at: Date): SeedRow[] {
  return historyOf(telling).flatMap((fact) =>
    isMisheard(telling, fact) ? correctedRows(telling, fact, at) : [factRow(telling, fact, at)],
  );
}

/** A dated operation of every other patient was first written down with another year; the patient of the tour is none of them. */
const isMisheard = ({ scenario, mrn }: Telling, { kind, happenedOn }: NewHistoryFact): boolean =>
  kind === 'surgery' && happenedOn !== null && scenario.key !== 'grace-okafor' && Number(mrn) % 2 === 0;

/** The entry that was wrong, struck out, and the one that names it. */
function correctedRows(telling: Telling, fact: NewHistoryFact, at: Date): SeedRow[] {
  const earlier = new Date(at.getTime() - 8 * 60_000);
  const wrong = factRow(telling, { ...fact, happenedOn: otherYear(fact.happenedOn) }, earlier);
  const struck = {
    status: 'entered-in-error',
    status_reason: 'The year was misheard.',
    status_changed_at: at.toISOString(),
    status_changed_by_id: { staff: telling.scenario.physiatrist },
    version: 2,
  };
  const right = factRow(telling, fact, at);
  return [
    row('history_fact', { ...wrong.columns, ...struck }),
    row('history_fact', { ...right.columns, corrects_id: wrong.columns['id'] ?? null }),
  ];
}

const otherYear = (date: string | null): string | null =>
  date === null ? null : `${Number(date.slice(0, 4)) - 1}${date.slice(4)}`;

/** What a patient of the story told later: the next evaluation opens with it. */
export function laterHistory(telling: Telling): Moment[] {
  const { scenario, calendar } = telling;
  if (scenario.key !== 'grace-okafor') return [];
  const on = calendar.workday(calendar.day(30));
  const at = calendar.at(on, '11:20');
  const fact: NewHistoryFact = {
    ...NOTHING,
    kind: 'work',
    title: 'Light duty',
    detail: 'no lifting above 5 kg, asked for by the employer’s physician',
    happenedOn: on,
  };
  return [{ at, by: scenario.physiatrist, did: 'history-fact.added', rows: [factRow(telling, fact, at)] }];
}

/** What the chart said when an evaluation was signed, as signing keeps it. */
export function onFileOf(telling: Telling): EvaluationContent['onFile'] {
  const { comorbidities = [], medications = [], allergies = [] } = telling.scenario;
  return sayChartLists({
    history: historyOf(telling).map((fact) => ({ ...fact, historyFactId: HistoryFactId.parse(newId()) })),
    comorbidities: comorbidities.map(([code, text]) => ({ id: code, text, detail: code })),
    medications: medications.map(([text, dose, frequency]) => ({
      id: text,
      text,
      detail: `${dose}, ${frequency}`,
    })),
    allergies: allergies.map((text) => ({ id: text, text, detail: 'moderate' })),
  });
}

function factRow({ patientId, scenario }: Telling, fact: NewHistoryFact, at: Date): SeedRow {
  return row('history_fact', {
    id: newId(at),
    patient_id: patientId,
    kind: fact.kind,
    title: fact.title,
    detail: fact.detail,
    side: fact.side,
    happened_on: fact.happenedOn,
    ended_on: fact.endedOn,
    setting: fact.setting,
    claim_reference: fact.claimReference,
    result: fact.result,
    bears_on: [...fact.bearsOn],
    recorded_by_id: { staff: scenario.physiatrist },
    recorded_at: at.toISOString(),
  });
}
