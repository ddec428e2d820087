import { randomUUID } from 'node:crypto';
import pino from 'pino';
import { expect, test } from 'vitest';
import { aClinic, type TestClinic } from '#tests/support/a-clinic.ts';
import { forgetAnswers, upkeepJobs } from './forget-answers.ts';

const DAY = 86_400_000;

const aStoredAnswer = async (clinic: TestClinic, daysAgo: number): Promise<string> => {
  const key = randomUUID();
  await clinic.rows(
    `insert into idempotency_key (organization_id, staff_member_id, key, endpoint, body_hash, response, created_at)
     values ($1, $2, $3, 'sessions.sign', 'x', '{}', $4)`,
    [clinic.organizationId, clinic.staff.therapist.id, key, new Date(Date.now() - daysAgo * DAY)],
  );
  return key;
};

const keysOf = async (clinic: TestClinic): Promise<string[]> => {
  const rows = await clinic.rows<{ key: string }>(
    'select key from idempotency_key where organization_id = $1 order by created_at',
    [clinic.organizationId],
  );
  return rows.map(({ key }) => key);
};

test('answers are kept seven days and then forgotten, those of every organization', async () => {
  const { db, ...first } = await aClinic();
  const clinics = [{ db, ...first }, await aClinic()];
  const kept: string[][] = [];
  for (const clinic of clinics) {
    for (const daysAgo of [400, 30, 7.1]) await aStoredAnswer(clinic, daysAgo);
    kept.push([await aStoredAnswer(clinic, 6.9), await aStoredAnswer(clinic, 0)]);
  }

  // Other tests of this database have old answers too.
  expect(await forgetAnswers(db, new Date())).toBeGreaterThanOrEqual(6);
  expect(await Promise.all(clinics.map(keysOf))).toEqual(kept);
  expect(await forgetAnswers(db, new Date())).toBe(0);
});

test('a clock that runs ahead takes no answer that is still promised', async () => {
  const clinic = await aClinic();
  const promised = await aStoredAnswer(clinic, 3);

  await forgetAnswers(clinic.db, new Date(Date.now() + 30 * DAY));
  expect(await keysOf(clinic)).toEqual([promised]);
});

test('the night’s work is there under the name its timetable calls', async () => {
  const clinic = await aClinic();
  await aStoredAnswer(clinic, 8);
  const { tasks, crontab } = upkeepJobs(clinic.db, pino({ level: 'silent' }));
  const named = /^\S+ \S+ \S+ \S+ \S+ (\S+)/.exec(crontab)?.[1] ?? '';

  expect(Object.keys(tasks)).toContain(named);
  await tasks[named]?.({}, {} as never);
  expect(await keysOf(clinic)).toEqual([]);
});
