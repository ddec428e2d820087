import { expect, test } from 'vitest';
import { seen } from '#server/audit/index.ts';
import { aClinic } from '#tests/support/a-clinic.ts';
import { readAs } from './read-as.ts';

const PATIENTS = 'select id from patient order by id';

test('a screen reads as its actor: what another transaction of the connection saw is gone', async () => {
  const clinic = await aClinic();
  const { patientId } = await clinic.anEpisode();
  await clinic.aPatient();
  const ask = (person: 'physiatrist' | 'outsider' | 'administrator') =>
    readAs<{ id: string }>(clinic.contextOf(person), { name: 'all-patients', text: PATIENTS });

  expect(await ask('physiatrist')).toEqual([{ id: patientId }]);
  expect(await ask('outsider')).toEqual([]);
  expect(await ask('administrator')).toHaveLength(2);
});

test('many looks at once leave one audit row each', async () => {
  const clinic = await aClinic();
  const { patientId } = await clinic.anEpisode();
  const ctx = clinic.contextOf('physiatrist');
  const look = (n: number) =>
    readAs(
      { ...ctx, requestId: `look ${n}` },
      { name: 'one-patient', text: 'select $1::uuid as id', values: [patientId] },
      {
        scope: { patientId },
        alongside: seen({ ...ctx, requestId: `look ${n}` }, { did: 'test.seen', patientId }),
      },
    );

  const answers = await Promise.all(Array.from({ length: 40 }, (_, n) => look(n)));

  expect(answers.flat()).toHaveLength(40);
  const rows = await clinic.rows(
    'select distinct request_id from audit_event where action = $1 and patient_id = $2',
    ['test.seen', patientId],
  );
  expect(rows).toHaveLength(40);
});

test('there is no look without its audit row', async () => {
  const clinic = await aClinic();
  const { patientId } = await clinic.anEpisode();
  const ctx = clinic.contextOf('physiatrist');
  const unwritable = seen(ctx, { did: 'test.seen', patientId });
  const broken = { ...unwritable, row: { ...unwritable.row, actor_id: patientId } };

  await expect(readAs(ctx, { name: 'all-patients', text: PATIENTS }, { alongside: broken })).rejects.toThrow(
    /foreign key/,
  );
});

test('a statement that fails is told, and the next one is answered', async () => {
  const clinic = await aClinic();
  const { patientId } = await clinic.anEpisode();
  const ctx = clinic.contextOf('physiatrist');

  await expect(readAs(ctx, { name: 'broken', text: 'select 1 / $1::int', values: [0] })).rejects.toThrow(
    /division by zero/,
  );
  expect(await readAs(ctx, { name: 'all-patients', text: PATIENTS })).toEqual([{ id: patientId }]);
});

test('parameters keep their meaning: nothing, lists, instants, quotes and numbers', async () => {
  const clinic = await aClinic();
  const values = [null, ['a "b"', 'c\\d', ''], new Date('2026-01-02T03:04:05.000Z'), true, 2.5];
  const text = `select $1::text as none, $2::text[] as list, $3::timestamptz as at, $4::bool as yes, $5::float8 as number,
                       date '2026-03-04' as day, '{"a":1}'::jsonb as json`;

  const [row] = await readAs(clinic.contextOf('physiatrist'), { name: 'parameters', text, values });

  expect(row).toEqual({
    none: null,
    list: ['a "b"', 'c\\d', ''],
    at: new Date('2026-01-02T03:04:05.000Z'),
    yes: true,
    number: 2.5,
    day: '2026-03-04',
    json: { a: 1 },
  });
});
