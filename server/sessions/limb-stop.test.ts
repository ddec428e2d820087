import { expect, test } from 'vitest';
import { homeProgrammeApi } from '#shared/home-programme/contract.ts';
import { ExerciseCode } from '#shared/home-programme/model.ts';
import { oversightApi } from '#shared/oversight/contract.ts';
import { sessionsApi } from '#shared/sessions/contract.ts';
import { aClinic } from '#tests/support/a-clinic.ts';
import { discharging } from '#tests/support/oversight-factory.ts';
import {
  aFilledSheet,
  aPlannedSession,
  aTreatedEpisode,
  given,
  precautionsRead,
  sheetOf,
  signing,
} from '#tests/support/sessions-factory.ts';

/** An episode of the low back whose patient has a leg in which a thrombosis is possible. */
async function aStoppedLeg() {
  const clinic = await aClinic();
  const massage = { code: 'soft-tissue', name: 'Soft tissue mobilisation', bounds: [], rationale: null };
  const episode = await aTreatedEpisode(clinic, {
    prescription: { interventions: [{ ...massage, authority: 'free' }] },
  });
  const { body } = await clinic.as('therapist').call(sessionsApi.raiseRedFlag, {
    params: { episodeId: episode.episodeId },
    body: { code: 'RF-DVT', level: 'prompt', note: 'Left calf thick', wells: ['calf', 'alternative'] },
  });
  return { clinic, episode, safetyHoldId: body.safetyHoldId ?? '' };
}

test('massage in an episode of the back is signed only when its giver says that it was not that leg', async () => {
  const { clinic, episode } = await aStoppedLeg();
  const session = await aPlannedSession(clinic, episode);
  const massage = { interventions: [given('soft-tissue', { minutes: 15 }, 15, '97140')] };

  const refused = await signing(clinic, episode, session, { content: aFilledSheet(massage) });
  expect(refused).toBeProblem('incomplete-session');
  expect(refused.problem?.detail).toContain('not on or with the leg in which a thrombosis is possible');

  const content = aFilledSheet({ ...massage, acknowledged: await precautionsRead(clinic, session) });
  expect((await signing(clinic, episode, session, { content })).status).toBe(200);
  const sheet = await sheetOf(clinic, session, 'physiatrist');
  expect(sheet.signed?.acknowledged).toMatchObject([
    {
      words: expect.stringContaining('not on or with the leg'),
      about: [expect.stringMatching(/soft.tissue/i)],
    },
  ]);
});

test('nobody is discharged while the leg is not cleared; the review and the home programme say so', async () => {
  const { clinic, episode, safetyHoldId } = await aStoppedLeg();
  const params = { episodeId: episode.episodeId };
  const asPhysiatrist = clinic.as('physiatrist');

  const refused = await discharging(clinic, episode);
  expect(refused).toBeProblem('conflict');
  expect(refused.problem?.detail).toContain('possible thrombosis');
  const { body: review } = await asPhysiatrist.call(oversightApi.review, { params });
  expect(review.holds).toMatchObject([{ level: 'prompt', openedOn: clinic.today() }]);
  const home = await clinic.as('therapist').call(homeProgrammeApi.programme, { params });
  expect(home.body.limbStopped).toBe(true);
  const code = ExerciseCode.parse('bridge');
  const dose = { sets: 2, repetitions: 10, holdSeconds: null, minutes: null, timesPerDay: 1, daysPerWeek: 7 };
  await clinic.as('therapist').call(homeProgrammeApi.saveProgramme, {
    params,
    body: {
      exercises: [{ code, side: null, dose, note: '', noteEs: '' }],
      note: '',
      noteEs: '',
      expectedVersion: 0,
    },
  });
  const onPaper = async () => {
    const { body } = await clinic.as('therapist').call(homeProgrammeApi.handout, {
      params: { ...params, versionNumber: 1 },
      query: { format: 'json', language: 'en' },
    });
    return JSON.stringify(body.sections);
  };
  expect(await onPaper()).toMatch(/Do no exercise with that leg.*Not with the leg that is being checked/);

  const hold = { ...params, safetyHoldId };
  await asPhysiatrist.call(sessionsApi.acknowledgeHold, { params: hold, body: { expectedVersion: 1 } });
  const reason = 'Duplex clear of a thrombosis on both sides.';
  await asPhysiatrist.call(sessionsApi.closeHold, { params: hold, body: { reason, expectedVersion: 2 } });
  expect((await discharging(clinic, episode)).status).toBe(200);
  const after = await clinic.as('therapist').call(homeProgrammeApi.programme, { params });
  expect(after.body.limbStopped).toBe(false);
  expect(await onPaper()).not.toContain('being checked');
});
