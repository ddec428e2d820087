import { addDays } from '#shared/platform/time.ts';
import { wellsScore } from '#shared/evaluations/wells.ts';
import { proposedWords } from '#shared/prescriptions/change-proposal.ts';
import { holdTitle } from '#shared/sessions/limb-stop.ts';
import { getRedFlag } from '#shared/sessions/red-flags.ts';
import { newId } from '#server/platform/db/new-id.ts';
import { injectionMoments } from './injection-moments.ts';
import { type Moment, row } from './moment.ts';
import { passedOnMoment } from './passed-on-moments.ts';
import { askedMoments } from './asked-moments.ts';
import { referralMoments } from './referral-moments.ts';
import { staff } from './opening-moments.ts';
import type { Telling, Version } from './telling.ts';

/** What interrupts the usual course: a change request, a safety hold, an injection, a score that was a mistake. */
export function eventMoments(telling: Telling, version: Version): Moment[] {
  return [
    ...requestMoments(telling, version),
    ...holdMoments(telling),
    ...surgeryMoments(telling),
    ...injectionMoments(telling),
    ...referralMoments(telling),
    ...askedMoments(telling),
    ...mistakeMoments(telling),
  ];
}

const SURGERY: Record<string, { display: string; site: string }> = {
  'acl-reconstruction': { display: 'Anterior cruciate ligament reconstruction', site: 'Knee' },
  'knee-replacement': { display: 'Total knee replacement', site: 'Knee' },
  'ankle-fracture': { display: 'Plate and screws, both malleoli', site: 'Ankle' },
};

/** After what the patient comes: written down at the consult, done by somebody else. */
function surgeryMoments(telling: Telling): Moment[] {
  const { scenario, calendar, programme, onsetOn } = telling;
  if (programme.surgical !== true || scenario.stage !== 'treated') return [];
  const at = calendar.at(calendar.workday(calendar.day(scenario.consultDaysAgo)), '17:35');
  const id = newId(at);
  return [
    {
      at,
      by: scenario.physiatrist,
      did: 'procedure.placed',
      subject: { type: 'procedure', id },
      rows: [
        row('procedure', {
          id,
          patient_id: telling.patientId,
          episode_id: telling.episodeId,
          kind: 'surgery',
          ...(SURGERY[programme.key] ?? { display: 'Operation', site: null }),
          side: programme.sided ? telling.side : null,
          performed_on: onsetOn,
          performed_by_id: staff(scenario.physiatrist),
          performed_elsewhere: 'County Hospital',
          source: 'entered',
          version: 1,
          created_at: at.toISOString(),
        }),
      ],
    },
  ];
}

function requestMoments(telling: Telling, version: Version): Moment[] {
  const { scenario, calendar, patientId, episodeId } = telling;
  const { request } = scenario;
  if (!request) return [];
  const at = calendar.at(calendar.day(request.daysAgo), '17:05');
  const id = newId(at);
  const asks = proposedWords(version.content, request.proposal);
  const physiatrist = staff(scenario.physiatrist);
  return [
    {
      at,
      by: scenario.therapist,
      did: 'change-request.asked',
      subject: { type: 'change-request', id },
      detail: { versionNumber: version.number },
      rows: [
        row('change_request', {
          id,
          patient_id: patientId,
          episode_id: episodeId,
          prescription_id: version.prescriptionId,
          requested_by_id: staff(scenario.therapist),
          proposal: { ...request.proposal },
          reason: request.reason,
          supporting: { numbersOf: episodeId, lines: [request.line], asks },
          created_at: at.toISOString(),
        }),
        row('task', {
          id: newId(at),
          kind: 'change-request',
          title: 'Therapist asks for a change',
          detail: asks,
          owner_id: physiatrist,
          patient_id: patientId,
          episode_id: episodeId,
          subject_id: id,
          due_on: addDays(calendar.day(request.daysAgo), 1),
          dedupe_key: { concat: [`change-request:${id}:`, physiatrist] },
          created_at: at.toISOString(),
        }),
      ],
      refresh: true,
    },
  ];
}

function holdMoments(telling: Telling): Moment[] {
  const { scenario, calendar, patientId, episodeId } = telling;
  const { hold } = scenario;
  if (!hold) return [];
  const on = calendar.workday(calendar.day(hold.daysAgo));
  const at = calendar.at(on, '11:25');
  const id = newId(at);
  const flag = getRedFlag(hold.code);
  const wells = hold.wells === undefined ? null : wellsScore(hold.wells);
  const isClosed = hold.closedAfterDays !== undefined;
  const closedAt = calendar.at(addDays(on, hold.closedAfterDays ?? 0), '16:30');
  const opened: Moment = {
    at,
    by: scenario.therapist,
    did: 'red-flag.raised',
    subject: { type: 'safety-hold', id },
    detail: { code: hold.code, level: hold.level },
    rows: [
      row('safety_hold', {
        id,
        patient_id: patientId,
        episode_id: episodeId,
        red_flag_code: hold.code,
        level: hold.level,
        note: hold.note,
        opened_by_id: staff(scenario.therapist),
        opened_at: at.toISOString(),
        ...(hold.readAfterMinutes === undefined
          ? {}
          : {
              acknowledged_by_id: staff(scenario.physiatrist),
              acknowledged_at: new Date(at.getTime() + hold.readAfterMinutes * 60_000).toISOString(),
              version: 2,
            }),
        evidence:
          wells === null ? null : { wells: wells.items, score: wells.score, likelihood: wells.likelihood },
      }),
      row('task', {
        id: newId(at),
        kind: 'safety-hold',
        title: holdTitle(hold),
        detail: `${flag?.finding ?? ''}. ${hold.note} Action: ${flag?.action ?? ''}.`,
        owner_id: staff(scenario.physiatrist),
        patient_id: patientId,
        episode_id: episodeId,
        subject_id: id,
        due_on: on,
        status: isClosed ? 'done' : 'open',
        done_by_id: isClosed ? staff(scenario.physiatrist) : null,
        done_at: isClosed ? closedAt.toISOString() : null,
        dedupe_key: `hold:${id}`,
        created_at: at.toISOString(),
      }),
    ],
    refresh: true,
  };
  if (!isClosed) {
    const { passedOnTo } = hold;
    return passedOnTo === undefined
      ? [opened]
      : [opened, passedOnMoment(telling, { ...hold, id, at, to: passedOnTo })];
  }
  const closed: Moment = {
    at: closedAt,
    by: scenario.physiatrist,
    did: 'safety-hold.closed',
    subject: { type: 'safety-hold', id },
    rows: [],
    changes: [
      {
        table: 'safety_hold',
        where: { id },
        set: {
          acknowledged_by_id: staff(scenario.physiatrist),
          acknowledged_at: new Date(at.getTime() + 35 * 60_000).toISOString(),
          closed_by_id: staff(scenario.physiatrist),
          closed_at: closedAt.toISOString(),
          close_reason: hold.closeReason ?? 'Examined; therapy may go on.',
          version: 3,
        },
      },
    ],
    refresh: true,
  };
  return [opened, closed];
}

/** A typing slip: entered, seen the same day, marked, and entered again. */
function mistakeMoments(telling: Telling): Moment[] {
  const { scenario, calendar, programme } = telling;
  const measure = programme.measures[0];
  if (scenario.mistaken !== true || !measure) return [];
  const on = calendar.workday(calendar.day(6));
  const at = calendar.at(on, '17:20');
  const id = newId(at);
  return [
    {
      at,
      by: scenario.therapist,
      did: 'scores.entered',
      subject: { type: 'outcome-score', id },
      rows: [
        row('outcome_score', {
          id,
          patient_id: telling.patientId,
          episode_id: telling.episodeId,
          measure_code: measure.code,
          side: telling.sideOf(measure.code),
          value: 88,
          measured_on: on,
          recorded_at: at.toISOString(),
          recorded_by_id: staff(scenario.therapist),
          source: 'entry',
          warning_confirmed: 'A change this large is unusual.',
        }),
      ],
      refresh: true,
    },
    {
      at: new Date(at.getTime() + 9 * 60_000),
      by: scenario.therapist,
      did: 'score.marked-in-error',
      subject: { type: 'outcome-score', id },
      rows: [],
      changes: [
        {
          table: 'outcome_score',
          where: { id },
          set: {
            entered_in_error_at: new Date(at.getTime() + 9 * 60_000).toISOString(),
            entered_in_error_by_id: staff(scenario.therapist),
            entered_in_error_reason: 'Typed 88 for 38.',
          },
        },
      ],
      refresh: true,
    },
  ];
}
