import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { patientsApi } from '#shared/patients/contract.ts';
import { aClinic, type PersonName } from '#tests/support/a-clinic.ts';

const SURGERY = { kind: 'surgery', title: 'Knee arthroscopy', side: 'right', happenedOn: '2019' } as const;
const RIGHT = { ...SURGERY, side: 'left', happenedOn: '2018-05' } as const;

async function withSurgery() {
  const clinic = await aClinic();
  const { patientId } = await clinic.anEpisode();
  const on = { params: { patientId } };
  const therapist = clinic.as('therapist');
  const { historyFactId } = (await therapist.call(patientsApi.addHistoryFact, { ...on, body: SURGERY })).body;
  const correct = (
    by: PersonName,
    part: Partial<{ fact: typeof SURGERY | typeof RIGHT; reason: string; expectedVersion: number }> = {},
    key = randomUUID(),
  ) =>
    clinic.as(by).call(
      patientsApi.correctHistoryFact,
      {
        params: { patientId, historyFactId },
        body: { fact: RIGHT, reason: 'Misheard', expectedVersion: 1, ...part },
      },
      { key },
    );
  const facts = async () => (await therapist.call(patientsApi.chart, on)).body.historyFacts;
  return { clinic, patientId, historyFactId, correct, facts };
}

test('a correction strikes the entry out with who and why, and the right one names it; a double click corrects once', async () => {
  const { historyFactId, correct, facts } = await withSurgery();
  const key = randomUUID();

  const [a, b] = await Promise.all([correct('therapist', {}, key), correct('therapist', {}, key)]);

  expect(a.body).toEqual(b.body);
  const listed = await facts();
  expect(listed).toHaveLength(2);
  expect(listed.find((one) => one.historyFactId === historyFactId)).toMatchObject({
    ...SURGERY,
    enteredInError: { by: expect.stringContaining('Staff-therapist') as string, reason: 'Misheard' },
  });
  expect(listed.find((one) => one.historyFactId === a.body.historyFactId)).toMatchObject({
    ...RIGHT,
    status: 'active',
    correctsId: historyFactId,
    enteredInError: null,
  });
});

test('its author or a physiatrist corrects it, nobody else, and only once', async () => {
  const { clinic, patientId, correct } = await withSurgery();
  await clinic.rows(
    `insert into care_team_member (organization_id, id, patient_id, staff_member_id, role, kind, valid_from, added_by_id)
     values ($1, gen_random_uuid(), $2, $3, 'physical-therapist', 'member', now() - interval '1 day', $4)`,
    [clinic.organizationId, patientId, clinic.staff['second-therapist'].id, clinic.staff.administrator.id],
  );
  expect(await correct('second-therapist')).toBeProblem('forbidden');
  expect(await correct('second-physiatrist')).toBeProblem('not-found');
  expect((await correct('physiatrist')).status).toBe(200);
  expect(await correct('therapist', { expectedVersion: 2 })).toBeProblem('conflict');
});

test('what cannot be right is refused by its field, a stale version by name, and nothing is struck out then', async () => {
  const { clinic, patientId, historyFactId, correct, facts } = await withSurgery();
  const wrong = await correct('therapist', { fact: { ...RIGHT, happenedOn: clinic.day(3) as never } });
  expect(wrong.problem?.issues?.[0]?.path).toBe('fact.happenedOn');
  expect(await correct('therapist', { reason: ' ' })).toBeProblem('invalid-input');
  await clinic.as('therapist').call(patientsApi.changeHistoryFactStatus, {
    params: { patientId, historyFactId },
    body: { status: 'resolved', reason: 'Long ago', expectedVersion: 1 },
  });

  const stale = await correct('therapist');
  expect(stale).toBeProblem('stale-version');
  expect(stale.problem?.detail).toContain('resolved');
  expect(await facts()).toMatchObject([{ status: 'resolved' }]);

  expect((await correct('therapist', { expectedVersion: 2 })).status).toBe(200);
  expect((await facts()).find((one) => one.correctsId === historyFactId)).toMatchObject({
    status: 'resolved',
    statusReason: 'Long ago',
  });
});

test('a correction that says what another entry says already is refused, and the entry stands', async () => {
  const { clinic, patientId, correct, facts } = await withSurgery();
  await clinic.as('therapist').call(patientsApi.addHistoryFact, {
    params: { patientId },
    body: { ...RIGHT, title: 'KNEE arthroscopy' },
  });
  expect(await correct('therapist')).toBeProblem('conflict');
  expect((await facts()).map(({ status }) => status)).toEqual(['active', 'active']);
});
