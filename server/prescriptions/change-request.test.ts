import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { oversightApi } from '#shared/oversight/contract.ts';
import { prescriptionsApi } from '#shared/prescriptions/contract.ts';
import { aClinic, type PersonName } from '#tests/support/a-clinic.ts';
import {
  aCompletePrescription,
  aPrescription,
  aSignedConsult,
} from '#tests/support/prescriptions-factory.ts';
import { anEpisodeInTherapy, HEAVIER } from '#tests/support/asked-change.ts';

test('a request changes nothing until it is signed; the physiatrist gets a task and the board says so', async () => {
  const { clinic, episodeId, page, ask } = await anEpisodeInTherapy();

  const { body } = await ask();

  const { versions, requests } = await page('therapist');
  expect(versions).toMatchObject([{ versionNumber: 1, inForce: true }]);
  expect(requests).toMatchObject([
    { changeRequestId: body.changeRequestId, status: 'open', reason: '10 kg for two weeks without pain' },
  ]);
  expect(
    await clinic.rows(`select owner_id, detail from task where subject_id = $1`, [body.changeRequestId]),
  ).toEqual([
    {
      owner_id: clinic.staff.physiatrist.id,
      detail: 'Lumbar traction: 6-10 kg → 6-12 kg',
    },
  ]);
  expect(await clinic.rows(`select state from board_entry where episode_id = $1`, [episodeId])).toEqual([
    { state: 'request' },
  ]);
});

test('what is asked for stands in numbers on the board, the review and the physiatrist’s list, and nowhere for others', async () => {
  const { clinic, episodeId, ask } = await anEpisodeInTherapy();
  await ask();
  const asks = expect.stringContaining('6-12 kg');

  const listed = (person: PersonName) => clinic.as(person).call(prescriptionsApi.waiting);
  expect((await listed('physiatrist')).body.requests).toMatchObject([
    { episodeId, asks, reason: '10 kg for two weeks without pain' },
  ]);
  expect((await listed('second-physiatrist')).body.requests).toEqual([]);
  expect(await listed('therapist')).toBeProblem('forbidden');
  const review = await clinic.as('physiatrist').call(oversightApi.review, { params: { episodeId } });
  expect(review.body.requests).toMatchObject([{ asks }]);
  expect(await clinic.rows(`select reason from board_entry where episode_id = $1`, [episodeId])).toEqual([
    { reason: asks },
  ]);
});

test('the numbers behind a request are frozen when it is made', async () => {
  const { clinic, episodeId, patientId, page, ask } = await anEpisodeInTherapy();
  for (const [offset, value] of [
    [-20, 46],
    [-2, 38],
  ] as const) {
    await clinic.rows(
      `insert into outcome_score (organization_id, id, patient_id, episode_id, measure_code, value, measured_on, source)
       values ($1, gen_random_uuid(), $2, $3, 'odi', $4, $5, 'entry')`,
      [clinic.organizationId, patientId, episodeId, value, clinic.day(offset)],
    );
  }

  await ask({ ...HEAVIER, lines: ['3 x 12 at 12 kg without pain'] });

  expect((await page()).requests[0]?.supporting).toMatchObject({
    measures: [{ measureCode: 'odi', baseline: 46, latest: 38, latestOn: clinic.day(-2) }],
    lines: ['3 x 12 at 12 kg without pain'],
  });
});

test('a therapist takes back the own request, not that of a colleague', async () => {
  const clinic = await aClinic();
  const { episodeId } = await clinic.anEpisode({
    bodyRegion: 'lower-back',
    team: ['physiatrist', 'therapist', 'second-therapist'],
  });
  await aSignedConsult(clinic, episodeId);
  const { prescriptionId } = await aPrescription(clinic, episodeId);
  const { changeRequestId } = (
    await clinic
      .as('therapist')
      .call(prescriptionsApi.askForChange, { params: { prescriptionId }, body: HEAVIER })
  ).body;
  const withdraw = (person: PersonName) =>
    clinic.as(person).call(prescriptionsApi.withdraw, {
      params: { changeRequestId },
      body: { expectedVersion: 1 },
    });

  expect(await withdraw('second-therapist')).toBeProblem('forbidden');
  expect((await withdraw('therapist')).body.status).toBe('withdrawn');
  expect(await withdraw('therapist')).toBeProblem('already-decided');
});

test('what the prescription already permits needs no request; a replaced version cannot be asked about', async () => {
  const { clinic, episodeId, ask } = await anEpisodeInTherapy();

  expect(
    await ask({
      proposal: { edits: [{ code: 'stabilisation', to: { sets: 4 } }] },
      reason: 'More sets',
    }),
  ).toBeProblem('conflict');
  await aPrescription(clinic, episodeId, { reason: 'Another goal' });
  const late = await ask();
  expect(late).toBeProblem('stale-version');
  expect(late.problem?.current).toMatchObject({ versionNumber: 2 });
});

test('a physiatrist does not ask; an outsider finds no prescription to ask about; a double click asks once', async () => {
  const { clinic, prescriptionId, page, ask } = await anEpisodeInTherapy();

  expect(await ask(HEAVIER, 'physiatrist')).toBeProblem('forbidden');
  expect(await ask(HEAVIER, 'outside-therapist')).toBeProblem('not-found');
  expect(await ask({ ...HEAVIER, proposal: { edits: [] } })).toBeProblem('invalid-input');
  const key = randomUUID();
  const input = { params: { prescriptionId }, body: HEAVIER };
  const therapist = clinic.as('therapist');
  await Promise.all([
    therapist.call(prescriptionsApi.askForChange, input, { key }),
    therapist.call(prescriptionsApi.askForChange, input, { key }),
  ]);

  expect((await page()).requests).toHaveLength(1);
});

test('the therapist sees an unread change until it is marked as read, once for each version', async () => {
  const { clinic, episodeId, prescriptionId } = await anEpisodeInTherapy();
  const params = { episodeId };
  const unread = async () =>
    (await clinic.as('therapist').call(prescriptionsApi.status, { params })).body.unread;
  const read = (id: typeof prescriptionId, person: PersonName = 'therapist') =>
    clinic.as(person).call(prescriptionsApi.acknowledge, { params: { prescriptionId: id } });

  expect(await unread()).toBe(true);
  expect((await clinic.as('physiatrist').call(prescriptionsApi.status, { params })).body.unread).toBe(false);
  expect(await read(prescriptionId, 'physiatrist')).toBeProblem('forbidden');
  await read(prescriptionId);
  await read(prescriptionId);
  expect(await unread()).toBe(false);
  expect(
    await clinic.rows(
      `select count(*)::int as n from prescription_acknowledgement where prescription_id = $1`,
      [prescriptionId],
    ),
  ).toEqual([{ n: 1 }]);

  await aPrescription(clinic, episodeId, {
    content: aCompletePrescription(clinic.today(), { frequencyPerWeek: 2 }),
    reason: 'Fewer visits',
  });
  expect(await unread()).toBe(true);
  expect(await read(prescriptionId)).toBeProblem('stale-version');
});
