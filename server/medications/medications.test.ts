import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { medicationsApi } from '#shared/medications/contract.ts';
import { patientsApi } from '#shared/patients/contract.ts';
import type { EpisodeId } from '#shared/platform/ids.ts';
import { prescriptionsApi } from '#shared/prescriptions/contract.ts';
import { sessionsApi } from '#shared/sessions/contract.ts';
import { aClinic, type TestClinic } from '#tests/support/a-clinic.ts';
import { aPlannedSession, aTreatedEpisode } from '#tests/support/sessions-factory.ts';

const ibuprofen = (clinic: TestClinic, part: object = {}) => ({
  ...{ name: 'Ibuprofen', dose: '400 mg', route: 'by-mouth' as const, frequency: 'three times a day' },
  ...{ stopOn: clinic.day(13), startsOn: clinic.today(), reason: 'Pain at night', answers: [] },
  ...part,
});

const listOf = async (
  clinic: TestClinic,
  episodeId: EpisodeId,
  person: 'physiatrist' | 'therapist' = 'physiatrist',
) => (await clinic.as(person).call(medicationsApi.list, { params: { episodeId } })).body;

async function ordered(clinic: TestClinic, episodeId: EpisodeId, part: object = {}) {
  const answer = await clinic
    .as('physiatrist')
    .call(medicationsApi.order, { params: { episodeId }, body: ibuprofen(clinic, part) });
  expect(answer.problem).toBeUndefined();
  return { episodeId, medicationOrderId: answer.body.medicationOrderId };
}

test('a drug is started, changed and stopped; who, when and why stays readable, also for the therapist', async () => {
  const clinic = await aClinic();
  const { episodeId } = await clinic.anEpisode();
  const physiatrist = clinic.as('physiatrist');
  const params = await ordered(clinic, episodeId);
  clinic.clock.advanceMinutes(5);
  const change = {
    ...{ dose: '600 mg', route: 'by-mouth' as const, frequency: 'twice a day', stopOn: null, taper: null },
    ...{ why: 'Too often', expectedVersion: 1 },
  } as const;
  expect((await physiatrist.call(medicationsApi.change, { params, body: change })).body).toEqual({
    version: 2,
  });
  expect(await physiatrist.call(medicationsApi.change, { params, body: change })).toBeProblem(
    'stale-version',
  );
  clinic.clock.advanceMinutes(5);
  const stop = { stoppedOn: clinic.today(), why: 'Stomach pain', expectedVersion: 2 };
  expect((await physiatrist.call(medicationsApi.stop, { params, body: stop })).body).toEqual({ version: 3 });
  expect(
    await physiatrist.call(medicationsApi.stop, { params, body: { ...stop, expectedVersion: 3 } }),
  ).toBeProblem('conflict');

  const { medications } = await listOf(clinic, episodeId, 'therapist');
  expect(medications).toMatchObject([
    {
      ...{
        name: 'Ibuprofen',
        ingredients: ['ibuprofen'],
        dose: '600 mg',
        status: 'stopped',
        source: 'ordered',
      },
      statusReason: 'Stomach pain',
      events: [
        { kind: 'stopped', why: 'Stomach pain', by: 'Ada Staff-physiatrist' },
        {
          kind: 'changed',
          why: 'Too often',
          before: expect.stringContaining('400 mg'),
          after: '600 mg, twice a day, by mouth',
        },
        { kind: 'started', why: 'Pain at night' },
      ],
    },
  ]);
});

test('an allergy and a duplicate keep it back until there is a written reason, which stays with the order', async () => {
  const clinic = await aClinic();
  const { patientId, episodeId } = await clinic.anEpisode();
  const physiatrist = clinic.as('physiatrist');
  const { body: known } = await physiatrist.call(patientsApi.addAllergy, {
    params: { patientId },
    body: { substance: 'Aspirin', reaction: 'wheeze', severity: 'severe' },
  });
  const order = (answers: object[]) =>
    physiatrist.call(medicationsApi.order, {
      params: { episodeId },
      body: { ...ibuprofen(clinic), answers } as never,
    });
  const refused = await order([]);
  expect(refused).toBeProblem('invalid-input');
  expect(refused.problem?.issues).toMatchObject([{ path: `answers.allergy:${known.allergyId}` }]);

  const finding = `allergy:${known.allergyId}`;
  expect((await order([{ finding, reason: 'Took it last year without trouble' }])).status).toBe(200);
  const second = await order([{ finding, reason: 'as before' }]);
  expect(second.problem?.issues).toMatchObject([{ path: expect.stringMatching(/^answers\.duplicate:/) }]);
  const { medications } = await listOf(clinic, episodeId);
  expect(medications[0]?.answered).toMatchObject([
    { sentence: expect.stringContaining('Aspirin'), reason: 'Took it last year without trouble' },
  ]);
});

test('sent twice it is ordered once; a course that ends before it begins is refused by its field', async () => {
  const clinic = await aClinic();
  const { episodeId } = await clinic.anEpisode();
  const physiatrist = clinic.as('physiatrist');
  const key = randomUUID();
  const send = { params: { episodeId }, body: ibuprofen(clinic) };
  await Promise.all([1, 2, 3].map(() => physiatrist.call(medicationsApi.order, send, { key })));
  expect((await listOf(clinic, episodeId)).medications).toHaveLength(1);
  const wrong = await physiatrist.call(medicationsApi.order, {
    params: { episodeId },
    body: ibuprofen(clinic, { name: 'Metformin', stopOn: clinic.day(-1) }),
  });
  expect(wrong).toBeProblem('invalid-input');
  expect(wrong.problem?.issues).toMatchObject([{ path: 'stopOn' }]);
});

test('only a physiatrist of the team orders, changes and stops; a therapist sees, an administrator does not', async () => {
  const clinic = await aClinic();
  const { episodeId } = await clinic.anEpisode();
  const params = await ordered(clinic, episodeId);
  const therapist = clinic.as('therapist');
  const stop = { params, body: { stoppedOn: clinic.today(), why: 'No effect', expectedVersion: 1 } };
  expect(
    await therapist.call(medicationsApi.order, { params: { episodeId }, body: ibuprofen(clinic) }),
  ).toBeProblem('forbidden');
  expect(await therapist.call(medicationsApi.stop, stop)).toBeProblem('forbidden');
  expect(await clinic.as('second-physiatrist').call(medicationsApi.stop, stop)).toBeProblem('not-found');
  expect(await clinic.as('outsider').call(medicationsApi.list, { params: { episodeId } })).toBeProblem(
    'not-found',
  );
  expect(await clinic.as('administrator').call(medicationsApi.list, { params: { episodeId } })).toBeProblem(
    'forbidden',
  );
  expect((await listOf(clinic, episodeId, 'therapist')).medications).toHaveLength(1);
});

test('a drug as told has its history too, and is compared like one that was ordered', async () => {
  const clinic = await aClinic();
  const { patientId, episodeId } = await clinic.anEpisode();
  await clinic.as('therapist').call(patientsApi.addMedication, {
    params: { patientId },
    body: { name: 'Advil', dose: '200 mg', frequency: null, reason: null, startedOn: null },
  });
  const { medications } = await listOf(clinic, episodeId);
  expect(medications).toMatchObject([
    { name: 'Advil', ingredients: ['ibuprofen'], source: 'reported', events: [{ kind: 'started' }] },
  ]);
  const again = await clinic
    .as('physiatrist')
    .call(medicationsApi.order, { params: { episodeId }, body: ibuprofen(clinic) });
  expect(again).toBeProblem('invalid-input');
});

test('an opioid and its taper are said on the prescription and on the session sheet, not on the medication page only', async () => {
  const clinic = await aClinic();
  const episode = await aTreatedEpisode(clinic);
  await ordered(clinic, episode.episodeId, { name: 'Tramadol', taper: '50 mg less each week' });
  const session = await aPlannedSession(clinic, episode);

  const sheet = await clinic
    .as('therapist')
    .call(sessionsApi.sheet, { params: { sessionId: session.sessionId } });
  const page = await clinic
    .as('physiatrist')
    .call(prescriptionsApi.page, { params: { episodeId: episode.episodeId } });

  const said = [
    expect.stringMatching(/^Tramadol: Drowsiness and falls/),
    expect.stringMatching(/^Tramadol: Dose is going down: pain may rise/),
  ];
  expect(sheet.body.drugNotes).toEqual(said);
  expect(page.body.drugNotes).toEqual(said);
});
