import { expect, test } from 'vitest';
import { sessionsApi } from '#shared/sessions/contract.ts';
import { tasksApi } from '#shared/tasks/contract.ts';
import { aClinic, type PersonName } from '#tests/support/a-clinic.ts';

const anOffice = async () => {
  const clinic = await aClinic();
  const { episodeId, patientId } = await clinic.anEpisode();
  const report = (
    sign: 'between-the-legs' | 'weight-loss' | 'one-leg-swollen',
    by: PersonName = 'administrator',
  ) =>
    clinic.as(by).call(sessionsApi.reportDangerSign, {
      params: { episodeId },
      body: { sign, said: 'Numb, says the wife' },
    });
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

test('reported twice, one hold is open', async () => {
  const { report, holds } = await anOffice();
  await Promise.all([report('between-the-legs'), report('between-the-legs')]);

  expect(await holds()).toHaveLength(1);
});
