import { expect, test } from 'vitest';
import { sessionsApi } from '#shared/sessions/contract.ts';
import { tasksApi } from '#shared/tasks/contract.ts';
import { aClinic, type PersonName } from '#tests/support/a-clinic.ts';

const anOffice = async () => {
  const clinic = await aClinic();
  const { episodeId, patientId } = await clinic.anEpisode();
  const report = (
    sign: 'between-the-legs' | 'weight-loss' | 'cancer' | 'one-leg-swollen',
    by: PersonName = 'administrator',
    said = 'Numb, says the wife',
  ) => clinic.as(by).call(sessionsApi.reportDangerSign, { params: { episodeId }, body: { sign, said } });
  const holds = () =>
    clinic.rows<{ red_flag_code: string; level: string; note: string }>(
      `select red_flag_code, level, note from safety_hold where episode_id = $1`,
      [episodeId],
    );
  return { clinic, episodeId, patientId, report, holds };
};

test('a danger sign told to the office stops therapy, in the words it was told, and is the physiatrist’s work', async () => {
  const { clinic, report, holds } = await anOffice();

  const { body } = await report('between-the-legs');
  const { body: work } = await clinic.as('physiatrist').call(tasksApi.list);

  expect(body).toEqual({ level: 'emergency', stopsTherapy: true });
  expect(await holds()).toMatchObject([
    { red_flag_code: 'RF-CES', level: 'emergency', note: expect.stringContaining('Numb, says the wife') },
  ]);
  expect(work.tasks.map(({ kind }) => kind)).toContain('safety-hold');
});

test('a sign that can wait for days stops nothing; a swollen leg is at least urgent though nobody scored it', async () => {
  const { report, holds } = await anOffice();

  expect((await report('weight-loss')).body).toEqual({ level: 'prompt', stopsTherapy: false });
  expect(await holds()).toEqual([]);
  expect((await report('one-leg-swollen')).body).toEqual({ level: 'urgent', stopsTherapy: true });
});

test('who reports reads nothing: holds and the board stay the care team’s', async () => {
  const { clinic, episodeId, report } = await anOffice();
  await report('between-the-legs');

  expect(await clinic.as('administrator').call(sessionsApi.holds, { params: { episodeId } })).toBeProblem(
    'forbidden',
  );
  expect(await report('between-the-legs', 'therapist')).toBeProblem('forbidden');
  expect(await report('between-the-legs', 'outside-administrator')).toBeProblem('not-found');
});

test('the same report sent by two at once is one hold', async () => {
  const { report, holds } = await anOffice();
  await Promise.all([report('between-the-legs'), report('between-the-legs')]);

  expect(await holds()).toHaveLength(1);
});

test('a second report reaches the physiatrist, whether or not the first was read: its words, an alert and a task of its own', async () => {
  const { clinic, episodeId, report, holds } = await anOffice();
  await report('between-the-legs');
  const asPhysiatrist = clinic.as('physiatrist');
  const [first] = (await asPhysiatrist.call(sessionsApi.openHolds)).body.holds;
  await asPhysiatrist.call(sessionsApi.acknowledgeHold, {
    params: { episodeId, safetyHoldId: first?.safetyHoldId ?? '' },
    body: { expectedVersion: 1 },
  });

  await report('between-the-legs', 'administrator', 'Cannot move the legs since noon');
  const alerts = (await asPhysiatrist.call(sessionsApi.openHolds)).body.holds;
  const { body: work } = await asPhysiatrist.call(tasksApi.list);

  expect(await holds()).toHaveLength(2);
  expect(alerts).toMatchObject([
    { acknowledged: false, note: expect.stringContaining('Cannot move the legs since noon') },
    { acknowledged: true },
  ]);
  expect(work.tasks.map(({ detail }) => detail)).toContainEqual(
    expect.stringContaining('Cannot move the legs since noon'),
  );
  const recorded = await clinic.rows<{ subject_id: string }>(
    `select subject_id from audit_event where episode_id = $1 and action = 'red-flag.raised'`,
    [episodeId],
  );
  expect(new Set(recorded.map((row) => row.subject_id))).toEqual(
    new Set(alerts.map(({ safetyHoldId }) => safetyHoldId)),
  );
});

test('the same words again after the first was read are a new alert', async () => {
  const { clinic, episodeId, report, holds } = await anOffice();
  await report('between-the-legs');
  const [first] = (await clinic.as('physiatrist').call(sessionsApi.openHolds)).body.holds;
  await clinic.as('physiatrist').call(sessionsApi.acknowledgeHold, {
    params: { episodeId, safetyHoldId: first?.safetyHoldId ?? '' },
    body: { expectedVersion: 1 },
  });

  await report('between-the-legs');

  expect(await holds()).toHaveLength(2);
});

test('two signs of one code that can wait are two tasks', async () => {
  const { clinic, report } = await anOffice();
  await report('weight-loss');
  await report('cancer');

  const { body } = await clinic.as('physiatrist').call(tasksApi.list);

  expect(body.tasks.filter(({ kind }) => kind === 'red-flag')).toHaveLength(2);
});

test('of an emergency with a patient who is not in the house, an administrator is asked to call them', async () => {
  const { clinic, report } = await anOffice();
  await report('between-the-legs');

  const { body } = await clinic.as('administrator').call(tasksApi.list);

  expect(body.tasks.find(({ kind }) => kind === 'telephone')).toMatchObject({
    title: 'Emergency with this patient, who is not here: call them',
  });
});
