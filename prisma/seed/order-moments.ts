import { acknowledgeBy, ORDER_KIND_LABEL } from '#shared/orders/model.ts';
import { questionsFor } from '#shared/orders/safety-questions.ts';
import { addDays, ageOn, type PlainDate } from '#shared/platform/time.ts';
import { newId } from '#server/platform/db/new-id.ts';
import { inrRow } from './inr-moments.ts';
import { type Moment, row, type SeedRow } from './moment.ts';
import { staff } from './opening-moments.ts';
import { type PlannedTest, TESTS } from './scenarios/tests.ts';
import type { Telling } from './telling.ts';

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
      ...(test.result?.inr === undefined || resultOn === undefined
        ? []
        : [
            inrRow(telling, {
              value: test.result.inr,
              testedOn: resultOn,
              at: calendar.at(resultOn, '15:05'),
              orderId: id,
            }).row,
          ]),
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
    ...cancelled(telling, test),
    status:
      test.cancelled !== undefined
        ? 'cancelled'
        : resultOn === undefined
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

function cancelled({ calendar, scenario }: Telling, { cancelled: end }: PlannedTest) {
  if (end === undefined) return { cancel_reason: null, cancelled_by_id: null, cancelled_at: null };
  return {
    cancel_reason: end.why,
    cancelled_by_id: staff(scenario.physiatrist),
    cancelled_at: calendar.at(calendar.workday(calendar.day(end.daysAgo)), '12:35').toISOString(),
  };
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
