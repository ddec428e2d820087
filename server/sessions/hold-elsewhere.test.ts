import { expect, test } from 'vitest';
import { homeProgrammeApi } from '#shared/home-programme/contract.ts';
import type { WellsItem } from '#shared/evaluations/wells.ts';
import type { RedFlagLevel } from '#shared/sessions/red-flags.ts';
import { sessionsApi } from '#shared/sessions/contract.ts';
import { aClinic } from '#tests/support/a-clinic.ts';
import {
  aFilledSheet,
  aPlannedSession,
  aTreatedEpisode,
  given,
  signing,
} from '#tests/support/sessions-factory.ts';

/** A patient treated for the low back and for a knee; a red flag is raised from the back's side. */
async function aPatientOfTwoEpisodes(flag: { code: string; level: RedFlagLevel; wells?: WellsItem[] }) {
  const clinic = await aClinic();
  const back = await aTreatedEpisode(clinic);
  const exercise = { code: 'quadriceps-strength', name: 'Quadriceps', bounds: [], rationale: null };
  const knee = await aTreatedEpisode(clinic, {
    patient: { patientId: back.patientId },
    team: [],
    bodyRegion: 'knee',
    concern: 'Knee pain, left',
    prescription: { interventions: [{ ...exercise, authority: 'free' }] },
  });
  const { body } = await clinic.as('therapist').call(sessionsApi.raiseRedFlag, {
    params: { episodeId: back.episodeId },
    body: { ...flag, note: 'Told at the front desk' },
  });
  return { clinic, back, knee, safetyHoldId: body.safetyHoldId ?? '' };
}

const quadriceps = aFilledSheet({
  interventions: [given('quadriceps-strength', { minutes: 15 }, 15, '97110')],
});

test('a hold that was raised in one episode closes the gate of every other one of the patient, and says where it stands', async () => {
  const { clinic, back, knee, safetyHoldId } = await aPatientOfTwoEpisodes({
    code: 'RF-PE',
    level: 'emergency',
  });
  const session = await aPlannedSession(clinic, knee);

  const arrival = await clinic.as('therapist').call(sessionsApi.arrive, {
    params: { episodeId: knee.episodeId, sessionId: session.sessionId },
    body: { expectedVersion: 1 },
  });
  const signature = await signing(clinic, knee, session, { content: quadriceps });

  for (const refused of [arrival, signature]) {
    expect(refused).toBeProblem('gate-closed');
    expect(JSON.stringify(refused.problem)).toContain('raised in the episode “Low back pain with leg pain”');
  }
  const page = await clinic
    .as('physiatrist')
    .call(sessionsApi.holds, { params: { episodeId: knee.episodeId } });
  expect(page.body.holds).toEqual([]);
  expect(page.body.elsewhere).toMatchObject([
    { safetyHoldId, code: 'RF-PE', episodeId: back.episodeId, concern: 'Low back pain with leg pain' },
  ]);
});

test('once it is answered where it stands, the other episode goes on', async () => {
  const { clinic, back, knee, safetyHoldId } = await aPatientOfTwoEpisodes({
    code: 'RF-INFECT',
    level: 'urgent',
  });
  const hold = { episodeId: back.episodeId, safetyHoldId };
  const asPhysiatrist = clinic.as('physiatrist');
  await asPhysiatrist.call(sessionsApi.acknowledgeHold, { params: hold, body: { expectedVersion: 1 } });
  const reason = 'Examined today: a cold, no sign of an infection of the spine.';
  await asPhysiatrist.call(sessionsApi.closeHold, { params: hold, body: { reason, expectedVersion: 2 } });
  clinic.clock.advanceMinutes(1);

  const session = await aPlannedSession(clinic, knee);
  expect((await signing(clinic, knee, session, { content: quadriceps })).status).toBe(200);
});

test('a leg that is stopped is stopped in every episode: in that of the knee nothing is given to it', async () => {
  const { clinic, knee } = await aPatientOfTwoEpisodes({
    code: 'RF-DVT',
    level: 'prompt',
    wells: ['calf', 'alternative'],
  });
  const session = await aPlannedSession(clinic, knee);

  const refused = await signing(clinic, knee, session, { content: quadriceps });
  const home = await clinic
    .as('therapist')
    .call(homeProgrammeApi.programme, { params: { episodeId: knee.episodeId } });

  expect(refused).toBeProblem('gate-closed');
  expect(JSON.stringify(refused.problem)).toContain('LIMB_STOPPED');
  expect(home.body.limbStopped).toBe(true);
});

test('the hold of another patient closes nothing', async () => {
  const { clinic } = await aPatientOfTwoEpisodes({ code: 'RF-PE', level: 'emergency' });
  const other = await aTreatedEpisode(clinic, {
    prescription: {
      interventions: [
        { code: 'quadriceps-strength', name: 'Quadriceps', bounds: [], rationale: null, authority: 'free' },
      ],
    },
  });
  const session = await aPlannedSession(clinic, other);
  expect((await signing(clinic, other, session, { content: quadriceps })).status).toBe(200);
});
