import { SERVICES } from '#shared/orders/referral.ts';
import { addDays, type PlainDate } from '#shared/platform/time.ts';
import { newId } from '#server/platform/db/new-id.ts';
import { type Moment, row, type SeedRow } from './moment.ts';
import { staff } from './opening-moments.ts';
import {
  type PlannedQuestion,
  type PlannedReferral,
  SURGICAL_QUESTIONS,
  WIDER_TEAM,
} from './scenarios/wider-team.ts';
import type { Telling } from './telling.ts';

/** Those who were brought into the care, and questions to surgeons. */
export function referralMoments(telling: Telling): Moment[] {
  const { scenario } = telling;
  const question = SURGICAL_QUESTIONS[scenario.key];
  return [
    ...(WIDER_TEAM[scenario.key] ?? []).map((one, index) => referralMoment(telling, one, index)),
    ...(question ? [questionMoment(telling, question)] : []),
  ];
}

const pad = (minute: number): string => String(minute).padStart(2, '0');

function referralMoment(telling: Telling, one: PlannedReferral, index: number): Moment {
  const { scenario, calendar } = telling;
  const on = calendar.workday(calendar.day(one.sentDaysAgo));
  const at = calendar.at(on, `13:${pad(10 + index)}`);
  const id = newId(at);
  const { label, teamRole } = SERVICES[one.service];
  const answeredOn = one.answered ? calendar.workday(addDays(on, one.answered.afterDays), 'forward') : null;
  const acceptedOn =
    one.acceptedAfterDays === undefined
      ? null
      : calendar.workday(addDays(on, one.acceptedAfterDays), 'forward');
  const due = addDays(on, one.answerWithinDays);
  const joins = one.teamForDays !== undefined;
  return {
    at,
    by: scenario.physiatrist,
    did: 'referral.placed',
    subject: { type: 'referral', id },
    rows: [
      row('referral', {
        id,
        patient_id: telling.patientId,
        episode_id: telling.episodeId,
        service: one.service,
        specialty: label,
        surgical_opinion: false,
        question: one.question,
        status: one.answered?.status ?? (acceptedOn === null ? 'sent' : 'accepted'),
        referred_by_id: staff(scenario.physiatrist),
        sent_on: on,
        to_staff_id: 'staff' in one.to ? staff(one.to.staff) : null,
        to_name: 'name' in one.to ? one.to.name : null,
        answer_due_on: due,
        accepted_on: acceptedOn,
        accepted_by_id: acceptedOn === null ? null : staff(scenario.therapist),
        team_role: joins ? teamRole : null,
        team_until: joins ? addDays(on, one.teamForDays ?? 0) : null,
        answered_on: answeredOn,
        answer: one.answered?.text ?? null,
        version: 1 + (acceptedOn === null ? 0 : 1) + (answeredOn === null ? 0 : 1),
        created_at: at.toISOString(),
      }),
      ...(one.answered ? [] : [waitingTask(telling, { id, at, label, due })]),
    ],
  };
}

function waitingTask(
  telling: Telling,
  { id, at, label, due }: { id: string; at: Date; label: string; due: PlainDate },
): SeedRow {
  return row('task', {
    id: newId(at),
    kind: 'referral-answer',
    title: `${label}: answer expected`,
    owner_id: staff(telling.scenario.physiatrist),
    patient_id: telling.patientId,
    episode_id: telling.episodeId,
    subject_id: id,
    due_on: due,
    dedupe_key: `referral-answer:${id}`,
    created_at: at.toISOString(),
  });
}

function questionMoment(telling: Telling, question: PlannedQuestion): Moment {
  const { scenario, calendar } = telling;
  const on = calendar.workday(calendar.day(question.signedDaysAgo));
  const at = calendar.at(on, '14:20');
  const referralId = newId(at);
  const answeredOn = question.answered ? calendar.workday(calendar.day(question.answered.daysAgo)) : null;
  const referral = row('referral', {
    id: referralId,
    patient_id: telling.patientId,
    episode_id: telling.episodeId,
    specialty: question.specialty,
    surgical_opinion: true,
    question: question.question,
    status: answeredOn === null ? 'sent' : 'answered',
    referred_by_id: staff(scenario.physiatrist),
    sent_on: on,
    to_name: question.addressee,
    answer_due_on: addDays(on, 28),
    answered_on: answeredOn,
    answer: question.answered?.text ?? null,
    version: answeredOn === null ? 1 : 2,
    created_at: at.toISOString(),
  });
  return {
    at,
    by: scenario.physiatrist,
    did: `surgical-evaluation.${question.isDraft === true ? 'begun' : 'sent'}`,
    rows: [
      ...(question.isDraft === true ? [] : [referral]),
      surgicalRow(telling, question, { on, at, referralId }),
    ],
    // The record is taken as it stood then.
    refresh: true,
  };
}

/** A question with its letter; the record is built when the row is written. */
export function surgicalRow(
  { scenario, patientId, episodeId }: Telling,
  question: PlannedQuestion,
  { on, at, referralId }: { on: PlainDate; at: Date; referralId: string },
): SeedRow {
  const signed = question.isDraft !== true;
  return row('surgical_evaluation', {
    id: newId(at),
    patient_id: patientId,
    episode_id: episodeId,
    status: signed ? 'sent' : 'draft',
    specialty: question.specialty,
    addressee: question.addressee,
    question: question.question,
    summary: question.summary,
    record: signed ? { recordOn: on } : null,
    author_id: staff(scenario.physiatrist),
    signed_by_id: signed ? staff(scenario.physiatrist) : null,
    signed_at: signed ? at.toISOString() : null,
    referral_id: signed ? referralId : null,
    sent_how: signed ? 'secure message' : null,
    version: signed ? 4 : 1,
    created_at: at.toISOString(),
    updated_at: at.toISOString(),
  });
}
