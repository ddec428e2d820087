import { expect, test } from 'vitest';
import { aServer } from '#tests/support/a-server.ts';

/** Rows about a patient that are no part of the chart a screen shows. */
const NOT_OF_THE_CHART = ['audit_event', 'care_request', 'chart_version', 'imported_resource', 'task'];

test('every table of the chart counts what is written and what is deleted: call tandem.watch_chart for a new one', async () => {
  const { owner } = await aServer();
  const { rows } = await owner.query<{ name: string; triggers: string[] | null }>(
    `select c.table_name as name,
            (select array_agg(t.tgname::text order by t.tgname) from pg_trigger t
              where t.tgrelid = c.table_name::regclass and t.tgname like 'count_chart_%') as triggers
       from information_schema.columns c
       join information_schema.tables b using (table_schema, table_name)
      where c.table_schema = 'public' and c.column_name = 'patient_id' and b.table_type = 'BASE TABLE'`,
  );
  const watched = rows.filter(({ name }) => !NOT_OF_THE_CHART.includes(name));
  expect(watched.length).toBeGreaterThan(30);
  expect(
    watched
      .filter(({ triggers }) => triggers?.join() !== 'count_chart_change,count_chart_deletion')
      .map(({ name }) => name),
  ).toEqual([]);
});
