import { expect, test } from 'vitest';
import { record } from '#server/audit/index.ts';
import { aClinic } from '#tests/support/a-clinic.ts';
import { inTransaction, later } from './in-transaction.ts';

test('a statement nobody waited for fails the whole transaction, and says why', async () => {
  const clinic = await aClinic();
  const { patientId } = await clinic.anEpisode();
  const ctx = clinic.contextOf('physiatrist');

  const work = inTransaction(ctx, async (tx) => {
    await record(tx, ctx, { did: 'test.before', patientId });
    await later(tx, tx.$executeRaw`select 1 / 0`);
    return 'done';
  });

  await expect(work).rejects.toThrow(/division by zero/);
  expect(await clinic.rows('select 1 from audit_event where action = $1', ['test.before'])).toEqual([]);
});

test('the first failure is told, not what it did to the statements behind it', async () => {
  const clinic = await aClinic();
  const ctx = clinic.contextOf('physiatrist');

  const work = inTransaction(ctx, async (tx) => {
    await later(tx, tx.$executeRaw`select 1 / 0`);
    await tx.$queryRaw`select 2`;
  });

  await expect(work).rejects.toThrow(/division by zero/);
});

test('what is sent without waiting is there for the statements behind it, and after the commit', async () => {
  const clinic = await aClinic();
  const { patientId } = await clinic.anEpisode();
  const ctx = clinic.contextOf('administrator');

  const seen = await inTransaction(ctx, async (tx) => {
    await record(tx, ctx, { did: 'test.kept', patientId });
    return tx.$queryRaw<object[]>`select action from audit_event where action = 'test.kept'`;
  });

  expect(seen).toHaveLength(1);
  expect(await clinic.rows('select 1 from audit_event where action = $1', ['test.kept'])).toHaveLength(1);
});
