import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import type pg from 'pg';
import pino from 'pino';
import { EpisodeId, StaffMemberId } from '#shared/platform/ids.ts';
import { addDays, dateInZone, type PlainDate } from '#shared/platform/time.ts';
import { sessionsApi } from '#shared/sessions/contract.ts';
import { createApp } from '#server/app/create-app.ts';
import { createSignIn, SessionResolver } from '#server/auth/index.ts';
import { openDatabase } from '#server/platform/db/database.ts';
import type { RoleUrls } from '#server/platform/db/login-roles.ts';
import { type Caller, callerAt } from '#tests/support/caller.ts';
import { readBy } from '#tests/support/read-by.ts';
import { aFilledSheet, aPrescriptionContent } from '#tests/support/sessions-factory.ts';
import { type BenchClinic, signInAt } from './bench-clinic.ts';

/** Weeks between the last session of a template and today: room for the sessions that the benchmark signs. */
export const daysLeftFree = 60;

const note =
  'Tolerated today’s loading with pain up to four of ten, which settled within an hour. Gait steadier over the last ten metres. Home programme done on most days; asks about the stairs at work.';

type Curve = { odi: number; nprs: number; perSession: number };

/**
 * Writes a few complete charts through the server's own use cases, with a clock that moves: every session is planned
 * and signed by the therapist. What a real record holds beside the note (audit, verdicts, board row) is then there too.
 */
export async function writeTemplateCharts(
  owner: pg.Client,
  urls: RoleUrls,
  clinic: BenchClinic,
  options: { charts: number; sessions: number; prefix: string; physiatrist: 'busy' | 'other' },
): Promise<void> {
  const server = await serveWithClock(urls);
  try {
    const cookie = await signInAt(server.url, clinic.staff.therapist.email);
    const therapist = callerAt(server.url, cookie);
    for (let chart = 1; chart <= options.charts; chart += 1) {
      const mrn = `${options.prefix}${String(chart).padStart(2, '0')}`;
      const today = dateInZone(new Date(), clinic.timeZone);
      const startsOn = addDays(today, -daysLeftFree - Math.ceil(options.sessions * 3.5) - 2);
      const episodeId = await insertEpisode(owner, clinic, {
        mrn,
        startsOn,
        physiatrist: options.physiatrist,
      });
      const curve = { odi: 30 + chart * 2, nprs: 4 + (chart % 5), perSession: (chart % 3) - 1.5 };
      for (let visit = 0; visit < options.sessions; visit += 1) {
        const date = addDays(startsOn, Math.floor(visit * 3.5));
        server.setNow(new Date(`${date}T18:00:00Z`));
        await signSession(therapist, clinic, { episodeId, date, visit, curve });
      }
    }
  } finally {
    await server.stop();
  }
}

async function signSession(
  therapist: Caller,
  clinic: BenchClinic,
  details: { episodeId: EpisodeId; date: PlainDate; visit: number; curve: Curve },
): Promise<void> {
  const { episodeId, date, visit, curve } = details;
  const planned = await therapist.call(sessionsApi.plan, {
    params: { episodeId },
    body: {
      date,
      time: '09:00',
      durationMinutes: 45,
      therapistId: StaffMemberId.parse(clinic.staff.therapist.id),
    },
  });
  const change = Math.round(visit * curve.perSession);
  const signed = await therapist.call(sessionsApi.sign, {
    params: { episodeId, sessionId: planned.body.sessionId },
    body: {
      content: readBy(
        StaffMemberId.parse(clinic.staff.therapist.id),
        aBenchSheet({
          odi: curve.odi + change,
          nprs: Math.min(10, Math.max(0, curve.nprs + Math.round(change / 4))),
        }),
      ),
      expectedVersion: planned.body.version,
      prescriptionVersion: 1,
    },
  });
  if (signed.problem) throw new Error(`A template session was refused: ${JSON.stringify(signed.problem)}`);
}

/** What is signed in the templates and under load: two interventions, a note of 190 characters, two scores. */
export function aBenchSheet(scores: { odi: number; nprs: number }) {
  return aFilledSheet({
    assessment: { text: note, carried: false },
    subjective: { text: 'As last time.', carried: false },
    plan: { text: 'Go on.', carried: false },
    scores: Object.entries(scores).map(([measureCode, value]) => ({
      measureCode,
      side: null,
      value,
      confirmed: true,
    })),
  });
}

async function insertEpisode(
  owner: pg.Client,
  { organizationId, clinicId, staff }: BenchClinic,
  details: { mrn: string; startsOn: PlainDate; physiatrist: 'busy' | 'other' },
): Promise<EpisodeId> {
  const { mrn, startsOn } = details;
  const [patientId, episodeId, prescriptionId] = [randomUUID(), randomUUID(), randomUUID()];
  const physiatrist = staff[details.physiatrist].id;
  const content = benchPrescription(startsOn);
  const ids = [organizationId, patientId];
  await owner.query(
    `insert into patient (organization_id, id, clinic_id, mrn, family_name, given_name, birth_date, sex, search_text, synthetic)
     values ($1, $2, $3, $4, 'Bench', 'Template', '1961-03-09', 'female', lower('Bench Template ' || $4), true)`,
    [...ids, clinicId, mrn],
  );
  await owner.query(
    `insert into episode (organization_id, id, patient_id, clinic_id, concern, body_region, side, opened_on)
     values ($1, $3, $2, $4, 'Low back pain with leg pain', 'lumbar', 'left', $5)`,
    [...ids, episodeId, clinicId, addDays(startsOn, -7)],
  );
  for (const [member, role] of [
    [physiatrist, 'physiatrist'],
    [staff.therapist.id, 'physical-therapist'],
  ] as const) {
    await owner.query(
      `insert into care_team_member (organization_id, id, patient_id, staff_member_id, role, valid_from)
       values ($1, gen_random_uuid(), $2, $3, $4, $5::date)`,
      [...ids, member, role, addDays(startsOn, -7)],
    );
  }
  await owner.query(
    `insert into evaluation (organization_id, id, patient_id, episode_id, author_id, kind, evaluated_on, content, status,
                             signed_at, signed_by_id)
     values ($1, gen_random_uuid(), $2, $3, $4, 'consult', $5, '{}', 'signed', $5::date + interval '15 hours', $4)`,
    [...ids, episodeId, physiatrist, addDays(startsOn, -3)],
  );
  await owner.query(
    `insert into prescription (organization_id, id, patient_id, episode_id, version_number, signed_by_id, signed_at,
                               starts_on, ends_on, frequency_per_week, duration_weeks, visits_prescribed,
                               re_evaluation_on, opens_phase, content)
     values ($1, $4, $2, $3, 1, $5, $6::date + interval '16 hours', $6, $7, $8, $9, 400, $10, true, $11)`,
    [
      ...ids,
      episodeId,
      prescriptionId,
      physiatrist,
      startsOn,
      addDays(startsOn, content.durationWeeks * 7 - 1),
      content.frequencyPerWeek,
      content.durationWeeks,
      content.reEvaluationOn,
      JSON.stringify(content),
    ],
  );
  await insertParts(owner, [organizationId, patientId, prescriptionId], content);
  return EpisodeId.parse(episodeId);
}

/** Long enough for every session that the benchmark signs, and four goals as the workload says. */
function benchPrescription(startsOn: PlainDate) {
  const content = aPrescriptionContent(startsOn, { durationWeeks: 40, frequencyPerWeek: 10 });
  const [goal] = content.goals;
  if (!goal) throw new Error('The factory writes no goal.');
  const goals = [20, 24, 28, 32].map((target) => ({ ...goal, target, description: `ODI at most ${target}` }));
  return { ...content, reEvaluationOn: addDays(startsOn, 200), goals };
}

async function insertParts(
  owner: pg.Client,
  ids: string[],
  content: ReturnType<typeof benchPrescription>,
): Promise<void> {
  await owner.query(
    `insert into permitted_intervention (organization_id, id, patient_id, prescription_id, position, code, name, authority, bounds)
     select $1, gen_random_uuid(), $2, $3, 0, code, name, authority, bounds
       from jsonb_to_recordset($4) as r(code text, name text, authority text, bounds jsonb)`,
    [...ids, JSON.stringify(content.interventions)],
  );
  await owner.query(
    `insert into prescribed_measure (organization_id, id, patient_id, prescription_id, measure_code, side, role, every_days)
     select $1, gen_random_uuid(), $2, $3, "measureCode", side, role, "everyDays"
       from jsonb_to_recordset($4) as r("measureCode" text, side text, role text, "everyDays" int)`,
    [...ids, JSON.stringify(content.measures)],
  );
  await owner.query(
    `insert into goal (organization_id, id, patient_id, prescription_id, position, description, measure_code, side, target, target_on)
     select $1, gen_random_uuid(), $2, $3, 0, description, "measureCode", side, target, "targetOn"
       from jsonb_to_recordset($4) as r(description text, "measureCode" text, side text, target float8, "targetOn" date)`,
    [...ids, JSON.stringify(content.goals)],
  );
}

async function serveWithClock(urls: RoleUrls) {
  let now = new Date();
  const db = openDatabase(urls.app, { connections: 4 });
  const http = createServer();
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  const address = http.address();
  const url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
  const signIn = createSignIn({ authUrl: urls.auth, secret: 'x'.repeat(32), publicUrl: url });
  const sessions = new SessionResolver(signIn);
  http.on('request', createApp({ db, signIn, sessions, now: () => now, logger: pino({ level: 'silent' }) }));
  return {
    url,
    setNow: (instant: Date) => {
      now = instant;
    },
    stop: async () => {
      http.closeAllConnections();
      await new Promise((resolve) => http.close(resolve));
      await db.close();
      await signIn.close();
    },
  };
}
