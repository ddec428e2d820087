import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { homeProgrammeApi } from '#shared/home-programme/contract.ts';
import { SHIPPED_EXERCISES } from '#shared/home-programme/library/shipped-library.ts';
import { ExerciseCode } from '#shared/home-programme/model.ts';
import { patientsApi } from '#shared/patients/contract.ts';
import { sessionsApi } from '#shared/sessions/contract.ts';
import { aClinic, type TestClinic } from '#tests/support/a-clinic.ts';
import { aCompletePrescription, aPrescription } from '#tests/support/prescriptions-factory.ts';
import { aPlannedSession, aTreatedEpisode, type TreatedEpisode } from '#tests/support/sessions-factory.ts';

const save = (clinic: TestClinic, episodeId: TreatedEpisode['episodeId'], codes: string[], on = 0) =>
  clinic.as('therapist').call(
    homeProgrammeApi.saveProgramme,
    {
      params: { episodeId },
      body: {
        note: '',
        expectedVersion: on,
        exercises: codes.flatMap((name) => {
          const code = ExerciseCode.parse(name);
          const content = SHIPPED_EXERCISES.get(code);
          return content ? [{ code, side: null, dose: content.dose, note: '', noteEs: '' }] : [];
        }),
      },
    },
    { key: randomUUID() },
  );

const tasks = (clinic: TestClinic, episodeId: string) =>
  clinic.rows<{ title: string; owner_id: string; status: string }>(
    `select title, owner_id, status from task where episode_id = $1 and kind = 'home-programme' order by created_at`,
    [episodeId],
  );

test('a version that takes the weight off a leg tells the therapist which exercises no longer fit', async () => {
  const clinic = await aClinic();
  const episode = await aTreatedEpisode(clinic);
  const { episodeId } = episode;
  expect((await save(clinic, episodeId, ['heel-raise', 'straight-leg-raise'])).status).toBe(200);

  await aPrescription(clinic, episodeId, {
    content: aCompletePrescription(clinic.today(), {
      weightBearing: [{ limb: 'left-leg', status: 'NWB', percent: 0, until: null }],
      interventions: [
        {
          code: 'stabilisation',
          name: 'Trunk stabilisation',
          authority: 'free',
          bounds: [],
          rationale: null,
        },
      ],
    }),
    reason: 'A stress fracture was found.',
  });

  expect(await tasks(clinic, episodeId)).toEqual([
    {
      title: 'Home programme: Heel raise no longer fits',
      owner_id: clinic.staff.therapist.id,
      status: 'open',
    },
  ]);
  const session = await aPlannedSession(clinic, episode);
  const sheet = await clinic
    .as('therapist')
    .call(sessionsApi.sheet, { params: { sessionId: session.sessionId } });
  expect(sheet.body.homeCare?.programme?.noLongerFits).toEqual([
    { name: 'Heel raise', sentence: expect.stringContaining('left leg') },
  ]);

  expect((await save(clinic, episodeId, ['straight-leg-raise'], 1)).status).toBe(200);
  expect(await tasks(clinic, episodeId)).toMatchObject([{ status: 'done' }]);
});

test('a contraindication coded since forbids at home what it forbids in the clinic, and the work ends with it', async () => {
  const clinic = await aClinic();
  const { episodeId, patientId } = await aTreatedEpisode(clinic);
  expect((await save(clinic, episodeId, ['cat-camel', 'chin-tuck'])).status).toBe(200);
  const coded = await clinic.as('therapist').call(patientsApi.addCondition, {
    params: { patientId },
    body: {
      category: 'comorbidity',
      code: 'M80.08XA',
      display: 'Age-related osteoporosis with a vertebral fracture',
      side: null,
      onsetOn: null,
    },
  });

  expect(await tasks(clinic, episodeId)).toMatchObject([
    { title: 'Home programme: Cat and camel no longer fits', status: 'open' },
  ]);
  expect(await save(clinic, episodeId, ['cat-camel'], 1)).toBeProblem('intervention-blocked');

  await clinic.as('physiatrist').call(patientsApi.changeConditionStatus, {
    params: { patientId, conditionId: coded.body.conditionId },
    body: { status: 'resolved', reason: 'Typed for another patient.', expectedVersion: 1 },
  });
  expect(await tasks(clinic, episodeId)).toMatchObject([{ status: 'done' }]);
});

test('the work says what does not fit now, and stays while no version is in force', async () => {
  const clinic = await aClinic();
  const { episodeId } = await aTreatedEpisode(clinic);
  expect((await save(clinic, episodeId, ['heel-raise', 'mini-squat'])).status).toBe(200);
  const stabilisation = {
    ...{ code: 'stabilisation', name: 'Trunk stabilisation', authority: 'free' as const },
    ...{ bounds: [], rationale: null },
  };
  const version = (reason: string, excluded: { code: string; name: string; reason: null }[]) =>
    aPrescription(clinic, episodeId, {
      content: aCompletePrescription(clinic.today(), { interventions: [stabilisation], excluded }),
      reason,
    });
  const squat = { code: 'squat', name: 'Squat', reason: null };
  const heel = { code: 'heel-raise', name: 'Heel raise', reason: null };

  await version('Neither is tolerated.', [squat, heel]);
  expect(await tasks(clinic, episodeId)).toMatchObject([
    { title: expect.stringContaining(' no longer fit') },
  ]);
  await version('Heel raises are tolerated again.', [squat]);
  expect(await tasks(clinic, episodeId)).toEqual([
    expect.objectContaining({ title: 'Home programme: Mini squat no longer fits', status: 'open' }),
  ]);
});
