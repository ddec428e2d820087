import { acknowledgeBy, ORDER_KIND_LABEL, type OrderKind, type Urgency } from '#shared/orders/model.ts';
import { questionsFor, type SafetyQuestionId } from '#shared/orders/safety-questions.ts';
import { addDays, ageOn, type PlainDate } from '#shared/platform/time.ts';
import { newId } from '#server/platform/db/new-id.ts';
import { type Moment, row, type SeedRow } from './moment.ts';
import { staff } from './opening-moments.ts';
import type { Telling } from './telling.ts';

interface PlannedTest {
  daysAgo: number;
  kind: OrderKind;
  region: string;
  sided?: boolean;
  indication: string;
  urgency: Urgency;
  /** Answers that are not no. */
  answers?: Partial<
    Record<SafetyQuestionId, { answer: 'yes' | 'unknown'; note: string | null; record?: string }>
  >;
  /** Days after the order. */
  appointment?: { days: number; at: string };
  result?: { days: number; text: string; flag: 'unremarkable' | 'abnormal' | 'critical' };
  reading?: string;
}

/** Tests outside a decision: read, waiting to be read, and not done yet. */
const TESTS: Readonly<Record<string, readonly PlannedTest[]>> = {
  'grace-okafor': [
    {
      daysAgo: 9,
      kind: 'emg-ncs',
      region: 'Leg, muscles of L4 to S1',
      sided: true,
      indication: 'Leg pain worse in spite of traction: is there denervation at L5?',
      urgency: 'soon',
      answers: {
        'bleeding-risk': {
          answer: 'yes',
          note: 'Superficial muscles only, 5 minutes of pressure; paraspinals left out',
          record: 'Long-term anticoagulant (Z79.01), takes Apixaban',
        },
      },
      appointment: { days: 3, at: 'Harborview electrodiagnostics' },
      result: {
        days: 4,
        text: 'Fibrillation potentials in left tibialis anterior and extensor hallucis longus. Sural response normal.\nImpression: subacute left L5 radiculopathy with active denervation.',
        flag: 'abnormal',
      },
    },
  ],
  'lena-haddad': [
    {
      daysAgo: 12,
      kind: 'x-ray',
      region: 'Knee, standing, two planes',
      sided: true,
      indication: 'No change in eight weeks: how far is the joint space gone?',
      urgency: 'routine',
      result: {
        days: 2,
        text: 'Medial compartment narrowing to 2 mm, osteophytes. Kellgren-Lawrence grade 3. No fracture, no loose body.',
        flag: 'abnormal',
      },
    },
    {
      daysAgo: 58,
      kind: 'laboratory',
      region: 'CRP, ESR, uric acid',
      indication: 'Morning stiffness: is there inflammation?',
      urgency: 'routine',
      result: { days: 1, text: 'CRP 3 mg/L, ESR 14 mm/h, uric acid 4.9 mg/dL.', flag: 'unremarkable' },
      reading: 'No sign of inflammation; osteoarthritis explains the picture.',
    },
  ],
  'samuel-adeyemi': [
    {
      daysAgo: 6,
      kind: 'ultrasound',
      region: 'Common extensor origin, elbow',
      sided: true,
      indication: 'Lateral elbow pain unchanged: tear, neovessels?',
      urgency: 'soon',
      appointment: { days: 9, at: 'Port Ellery Imaging' },
    },
  ],
  'ines-carvalho': [
    {
      daysAgo: 30,
      kind: 'mri',
      region: 'Shoulder',
      sided: true,
      indication: 'Weak abduction after a fall: full-thickness tear?',
      urgency: 'soon',
      answers: { claustrophobia: { answer: 'yes', note: 'Open scanner asked for' } },
      appointment: { days: 5, at: 'Port Ellery Imaging' },
      result: {
        days: 6,
        text: 'Supraspinatus: partial articular-side tear, less than half of the thickness. No retraction. Biceps anchor intact.',
        flag: 'abnormal',
      },
      reading: 'Partial tear, fits the weakness in abduction. Loading continues; no surgical question.',
    },
  ],
  'decided-surgeon': [
    {
      daysAgo: 20,
      kind: 'x-ray',
      region: 'Pelvis and hip, two planes',
      sided: true,
      indication: 'Worse in spite of strengthening, pain at night: how far is the joint space gone?',
      urgency: 'soon',
      result: {
        days: 3,
        text: 'Superior joint space narrowed to 1 mm, subchondral sclerosis and cysts. Kellgren-Lawrence grade 4. No fracture.',
        flag: 'abnormal',
      },
      reading: 'End-stage osteoarthritis; fits the loss of rotation and the night pain.',
    },
  ],
  'paul-weiss': [
    {
      daysAgo: 40,
      kind: 'x-ray',
      region: 'Cervical spine, flexion and extension',
      indication: 'Neck pain after a minor collision: instability?',
      urgency: 'routine',
    },
  ],
};

/** The tests of one patient's episode, each as it stands today. */
export function orderMoments(telling: Telling): Moment[] {
  return (TESTS[telling.scenario.key] ?? []).map((test) => testMoment(telling, test));
}

function testMoment(telling: Telling, test: PlannedTest): Moment {
  const { calendar, scenario } = telling;
  const on = calendar.workday(calendar.day(test.daysAgo));
  const at = calendar.at(on, '12:20');
  const id = newId(at);
  const resultOn = test.result === undefined ? undefined : dayAfter(telling, on, test.result.days);
  return {
    at,
    by: scenario.physiatrist,
    did: 'diagnostic-order.placed',
    subject: { type: 'diagnostic-order', id },
    rows: [
      orderRow(telling, test, { id, on, at, resultOn }),
      ...(resultOn !== undefined && test.reading === undefined
        ? [readTask(telling, test, { id, resultOn })]
        : []),
    ],
  };
}

/** A working day after `on`, never later than today. */
function dayAfter({ calendar }: Telling, on: PlainDate, days: number): PlainDate {
  const day = calendar.workday(addDays(on, days), 'forward');
  return day > calendar.today ? calendar.workday(calendar.today) : day;
}

interface Placed {
  id: string;
  on: PlainDate;
  at: Date;
  resultOn: PlainDate | undefined;
}

function orderRow(telling: Telling, test: PlannedTest, { id, on, at, resultOn }: Placed): SeedRow {
  const { calendar, scenario, side } = telling;
  const enteredAt = resultOn === undefined ? null : calendar.at(resultOn, '15:05').toISOString();
  const isRead = test.reading !== undefined;
  return row('diagnostic_order', {
    id,
    patient_id: telling.patientId,
    episode_id: telling.episodeId,
    kind: test.kind,
    body_region: test.region,
    side: test.sided === true ? side : null,
    indication: test.indication,
    urgency: test.urgency,
    status:
      resultOn === undefined
        ? test.appointment === undefined
          ? 'ordered'
          : 'scheduled'
        : isRead
          ? 'acknowledged'
          : 'resulted',
    safety: answersOf(telling, test, on),
    ordered_by_id: staff(scenario.physiatrist),
    ordered_on: on,
    scheduled_on: test.appointment === undefined ? null : addDays(on, test.appointment.days),
    scheduled_at: test.appointment?.at ?? null,
    result_on: resultOn ?? null,
    result_flag: test.result?.flag ?? null,
    report_text: test.result?.text ?? null,
    result_entered_by_id: resultOn === undefined ? null : staff(scenario.therapist),
    result_entered_at: enteredAt,
    own_reading: test.reading ?? null,
    acknowledged_by_id: isRead ? staff(scenario.physiatrist) : null,
    acknowledged_at: isRead && resultOn !== undefined ? calendar.at(resultOn, '16:10').toISOString() : null,
    version: 1 + (test.appointment ? 1 : 0) + (resultOn ? 1 : 0) + (isRead ? 1 : 0),
    created_at: at.toISOString(),
  });
}

/** The questions of this kind of test, all answered. */
export function answersOf(
  { person }: Telling,
  { kind, answers = {} }: Pick<PlannedTest, 'kind' | 'answers'>,
  on: PlainDate,
): object[] {
  const about = { sex: person.sex, age: ageOn(person.birthDate, on) };
  return questionsFor(kind, about, false).map(({ id }) => {
    const { record = null, ...given } = answers[id] ?? { answer: 'no', note: null };
    return { question: id, ...given, record };
  });
}

function readTask(
  telling: Telling,
  { kind, region, urgency, result }: PlannedTest,
  { id, resultOn }: { id: string; resultOn: PlainDate },
): SeedRow {
  const at = telling.calendar.at(resultOn, '15:05');
  return row('task', {
    id: newId(at),
    kind: 'acknowledge-result',
    title: `${ORDER_KIND_LABEL[kind]}, ${region}: result to read`,
    owner_id: staff(telling.scenario.physiatrist),
    patient_id: telling.patientId,
    episode_id: telling.episodeId,
    subject_id: id,
    due_on: acknowledgeBy(urgency, resultOn, result?.flag ?? null),
    dedupe_key: `acknowledge-result:${id}`,
    created_at: at.toISOString(),
  });
}
