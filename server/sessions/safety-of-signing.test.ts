import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { comorbidityKeysOf } from '#shared/patients/comorbidities.ts';
import { patientsApi } from '#shared/patients/contract.ts';
import { bannerOf } from '#shared/patients/episode-header.ts';
import { PrescriptionId } from '#shared/platform/ids.ts';
import { plainDate, type PlainDate } from '#shared/platform/time.ts';
import { prescriptionsApi } from '#shared/prescriptions/contract.ts';
import { sessionsApi } from '#shared/sessions/contract.ts';
import { NO_VITALS } from '#shared/sessions/model.ts';
import { aClinic, type TestClinic } from '#tests/support/a-clinic.ts';
import {
  aFilledSheet,
  aPlannedSession,
  aTreatedEpisode,
  given,
  permitted,
  precautionsRead,
  sheetOf,
  signing,
  type TreatedEpisode,
} from '#tests/support/sessions-factory.ts';

let clinic: TestClinic;

beforeAll(async () => {
  clinic = await aClinic();
});

const code = (
  patientId: TreatedEpisode['patientId'],
  icd: string,
  display: string,
  onsetOn: PlainDate | null = null,
) =>
  clinic.as('therapist').call(patientsApi.addCondition, {
    params: { patientId },
    body: { category: 'comorbidity', code: icd, display, side: null, onsetOn },
  });

test('the weight bearing of the version binds when signing: not one percent more', async () => {
  const episode = await aTreatedEpisode(clinic, {
    prescription: {
      interventions: [permitted('gait-training', 'Gait training')],
      weightBearing: [{ limb: 'left-leg', status: 'PWB', percent: 30, until: null }],
    },
  });
  const session = await aPlannedSession(clinic, episode);
  const gait = (weightBearingPercent: number) =>
    signing(clinic, episode, session, {
      content: aFilledSheet({
        interventions: [given('gait-training', { minutes: 10, weightBearingPercent }, 10, '97116')],
      }),
    });

  expect(await gait(31)).toBeProblem('outside-bounds');
  expect((await gait(30)).status).toBe(200);
});

describe('what is coded after the prescription was signed', () => {
  const tens = aFilledSheet({ interventions: [given('tens', { minutes: 15 }, 15, 'G0283')] });
  const openTasks = (episodeId: string) =>
    clinic.rows<{ title: string; owner_id: string }>(
      `select title, owner_id from task where episode_id = $1 and kind = 'new-precaution' and status = 'open'`,
      [episodeId],
    );

  test('a fracture that passes its year loosens nothing by itself: the milder rule is proposed for the next version', async () => {
    const episode = await aTreatedEpisode(clinic, {
      startsIn: -30,
      prescription: { interventions: [permitted('bridge', 'Bridge')] },
    });
    // Eleven and a half months old when the version was signed, twelve and a half today.
    await code(episode.patientId, 'S32.010D', 'Fracture of a lumbar vertebra', clinic.day(-380));
    const session = await aPlannedSession(clinic, episode);

    const sheet = await sheetOf(clinic, session);
    const page = await clinic
      .as('physiatrist')
      .call(prescriptionsApi.page, { params: { episodeId: episode.episodeId } });

    const rows = sheet.prescription?.content.precautions.map(({ comorbidity }) => comorbidity);
    expect(rows).toContain('vertebral-fracture');
    expect(page.body.proposedPrecautions.map(({ comorbidity }) => comorbidity)).not.toContain(
      'vertebral-fracture',
    );
    expect(page.body.proposedPrecautions.map(({ comorbidity }) => comorbidity)).toContain('osteoporosis');
    expect(bannerOf(page.body.header).precautions).toBe('Vertebral fracture');
    const chart = await clinic
      .as('therapist')
      .call(patientsApi.chart, { params: { patientId: episode.patientId } });
    expect(comorbidityKeysOf(chart.body.conditions)).toEqual(['vertebral-fracture']);
  });

  test('a fracture that was old when the version was signed is what osteoporosis asks for, on every page', async () => {
    const episode = await aTreatedEpisode(clinic);
    await code(episode.patientId, 'S32.010D', 'Fracture of a lumbar vertebra', clinic.day(-800));
    const session = await aPlannedSession(clinic, episode);

    const sheet = await sheetOf(clinic, session);
    const chart = await clinic
      .as('therapist')
      .call(patientsApi.chart, { params: { patientId: episode.patientId } });

    expect(sheet.prescription?.content.precautions.map(({ comorbidity }) => comorbidity)).not.toContain(
      'vertebral-fracture',
    );
    expect(bannerOf(sheet.header).precautions).toBe('Osteoporosis');
    expect(comorbidityKeysOf(chart.body.conditions)).toEqual(['osteoporosis']);
  });

  test('a pacemaker closes the gate for TENS, stands on the sheet, and is the physiatrist’s task', async () => {
    const episode = await aTreatedEpisode(clinic, {
      prescription: { interventions: [permitted('tens', 'TENS'), permitted('bridge', 'Bridge')] },
    });
    const session = await aPlannedSession(clinic, episode);
    await code(episode.patientId, 'Z95.0', 'Cardiac pacemaker');

    const refused = await signing(clinic, episode, session, { content: tens });

    expect(refused).toBeProblem('gate-closed');
    expect(refused.problem?.issues).toMatchObject([{ code: 'INTERVENTION_BLOCKED' }]);
    expect(refused.problem?.detail).toMatch(/chart says so since the prescription was signed/);
    const sheet = await sheetOf(clinic, session);
    expect(sheet.prescription?.content.precautions).toContainEqual(
      expect.objectContaining({ comorbidity: 'pacemaker', undecided: true }),
    );
    expect(await openTasks(episode.episodeId)).toMatchObject([
      { title: expect.stringMatching(/pacemaker/), owner_id: clinic.staff.physiatrist.id },
    ]);
    const bridge = aFilledSheet({
      interventions: [given('bridge', { sets: 3 }, 8, '97110')],
      acknowledged: await precautionsRead(clinic, session),
    });
    expect((await signing(clinic, episode, session, { content: bridge })).status).toBe(200);
  });

  test('a thrombosis lets no visit begin; the wish ends when the condition was an error', async () => {
    const episode = await aTreatedEpisode(clinic);
    const session = await aPlannedSession(clinic, episode);
    const added = await code(episode.patientId, 'I82.402', 'Acute deep vein thrombosis of the left leg');
    const arrive = () =>
      clinic.as('therapist').call(sessionsApi.arrive, {
        params: { episodeId: episode.episodeId, sessionId: session.sessionId },
        body: { expectedVersion: session.version },
      });

    expect((await arrive()).problem?.issues).toMatchObject([{ code: 'INTERVENTION_BLOCKED' }]);
    expect(await signing(clinic, episode, session)).toBeProblem('gate-closed');
    expect(await openTasks(episode.episodeId)).toHaveLength(1);
    const list = await clinic.as('therapist').call(sessionsApi.today);
    const visit = list.body.sessions.find(({ sessionId }) => sessionId === session.sessionId);
    expect(visit?.closedBecause).toEqual([
      expect.stringMatching(/^Nothing on the prescription may be given/),
    ]);

    await clinic.as('therapist').call(patientsApi.changeConditionStatus, {
      params: { patientId: episode.patientId, conditionId: added.body.conditionId },
      body: { status: 'entered-in-error', reason: 'Another patient', abatedOn: null, expectedVersion: 1 },
    });
    expect(await openTasks(episode.episodeId)).toHaveLength(0);
    expect((await arrive()).status).toBe(200);
  });
});

test('half a blood pressure that is too high is refused, ordered or not', async () => {
  const bloodPressure = { maxSystolic: 180, maxDiastolic: 110 };
  const none = { bloodPressure: null, heartRate: null, spo2: null, glucose: null };
  const episode = await aTreatedEpisode(clinic, {
    prescription: {
      precautions: [
        {
          comorbidity: 'cardiac',
          intervention: 'Resting blood pressure above 180 systolic or 110 diastolic: do not start',
          agents: [],
          level: 'contraindicated',
          scope: 'anywhere',
          note: null,
          source: 'ACSM',
          verified: true,
          decision: 'keep',
          overrideReason: null,
          kind: 'stop-when',
          vitals: { ...none, bloodPressure },
        },
      ],
    },
  });
  const session = await aPlannedSession(clinic, episode);
  const content = aFilledSheet({ vitals: { ...NO_VITALS, systolic: 230 } });
  expect((await signing(clinic, episode, session, { content })).problem?.issues).toMatchObject([
    { code: 'VITALS_OUT_OF_RANGE' },
    { code: 'VITALS_REQUIRED' },
  ]);
});

test('a version with a later start lets the running one run until then, and a stop ends both', async () => {
  const episode = await aTreatedEpisode(clinic);
  const { organizationId } = clinic;
  await clinic.rows(
    `update prescription set in_force = false, ended_on = $2, end_reason = 'Replaced by version 2' where id = $1`,
    [episode.prescriptionId, clinic.day(7)],
  );
  const second = randomUUID();
  await clinic.rows(
    `insert into prescription (organization_id, id, patient_id, episode_id, version_number, supersedes_id, reason, signed_by_id,
                               signed_at, starts_on, ends_on, frequency_per_week, duration_weeks, visits_prescribed,
                               re_evaluation_on, opens_phase, content)
     select organization_id, $2, patient_id, episode_id, 2, id, 'More load', signed_by_id, $3::timestamptz, $4::date,
            $4::date + 41, frequency_per_week, duration_weeks, visits_prescribed, $4::date + 20, true, content
       from prescription where organization_id = $5 and id = $1`,
    [episode.prescriptionId, second, clinic.clock.now().toISOString(), clinic.day(7), organizationId],
  );
  const session = await aPlannedSession(clinic, episode);
  expect((await signing(clinic, episode, session)).status).toBe(200);

  await clinic.as('physiatrist').call(prescriptionsApi.stop, {
    params: { prescriptionId: PrescriptionId.parse(second) },
    body: { reason: 'Surgery first' },
  });
  const next = await aPlannedSession(clinic, episode, { time: '23:00' });
  expect((await signing(clinic, episode, next)).problem?.issues).toMatchObject([
    { code: 'NO_ACTIVE_PRESCRIPTION' },
  ]);
});

test('a weight bearing whose last day is over still binds, is said, and is the physiatrist’s to decide', async () => {
  const episode = await aTreatedEpisode(clinic, {
    prescription: {
      interventions: [permitted('gait-training', 'Gait training')],
      weightBearing: [{ limb: 'left-leg', status: 'PWB', percent: 30, until: plainDate(clinic.day(-2)) }],
    },
  });
  const session = await aPlannedSession(clinic, episode);
  const gait = (weightBearingPercent: number) =>
    signing(clinic, episode, session, {
      content: aFilledSheet({
        interventions: [given('gait-training', { minutes: 10, weightBearingPercent }, 10, '97116')],
      }),
    });

  expect(await gait(40)).toBeProblem('outside-bounds');
  expect((await gait(30)).status).toBe(200);
  expect(
    await clinic.rows(
      `select kind, detail from task where episode_id = $1 and kind = 'weight-bearing-over' and status = 'open'`,
      [episode.episodeId],
    ),
  ).toMatchObject([{ detail: expect.stringContaining('left leg') }]);
});
