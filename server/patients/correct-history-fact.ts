import type { patientsApi } from '#shared/patients/contract.ts';
import { wrongHistoryFields } from '#shared/patients/history-fact.ts';
import { canChangeHistory } from '#shared/patients/policy.ts';
import { normalizeForSearch } from '#shared/patients/search-text.ts';
import type { Input, Output } from '#shared/platform/endpoint.ts';
import { Problem } from '#shared/platform/problem.ts';
import * as audit from '#server/audit/index.ts';
import { inTransaction } from '#server/platform/db/in-transaction.ts';
import { patientToday } from '#server/platform/db/patient-today.ts';
import { assertAllowed } from '#server/platform/http/assert-allowed.ts';
import type { Context } from '#server/platform/http/context.ts';
import { invalidField } from '#server/platform/http/invalid-field.ts';
import { announceFact } from './announce-fact.ts';
import { loadBirthDate } from './index.ts';
import {
  findActiveHistory,
  getHistoryFact,
  insertHistoryFact,
  updateHistoryFactStatus,
} from './fact-repository.ts';

/** Puts right what was written of the history: the entry is struck out and the right one names it, both or neither. */
export async function correctHistoryFact(
  ctx: Context,
  { params, body: { fact, reason, expectedVersion } }: Input<typeof patientsApi.correctHistoryFact>,
): Promise<Output<typeof patientsApi.correctHistoryFact>> {
  const { patientId, historyFactId: correctsId } = params;
  return inTransaction(
    ctx,
    async (tx) => {
      const before = await getHistoryFact(tx, ctx, patientId, correctsId);
      if (before === null) throw new Problem('not-found');
      const [wrong] = wrongHistoryFields(fact, {
        birthDate: await loadBirthDate(tx, ctx, patientId),
        today: await patientToday(tx, ctx, patientId),
      });
      if (wrong !== undefined) throw invalidField(`fact.${wrong.path}`, wrong.message);
      assertAllowed(canChangeHistory(ctx.actor, before, 'entered-in-error'));
      if (before.status === 'entered-in-error') {
        throw new Problem('conflict', 'This was marked as entered in error or corrected already.');
      }
      const struck = { status: 'entered-in-error', reason, endedOn: null, expectedVersion };
      if (!(await updateHistoryFactStatus(tx, ctx, patientId, correctsId, struck))) {
        throw new Problem(
          'stale-version',
          `Somebody else has changed this in the meantime: it is now ${before.status}.`,
          {
            current: { version: before.version, status: before.status },
          },
        );
      }
      const listed = await findActiveHistory(tx, ctx, patientId, fact);
      if (listed.some((title) => normalizeForSearch(title) === normalizeForSearch(fact.title))) {
        throw new Problem('conflict', `${fact.title} is already on the list with this date.`);
      }
      const { status, statusReason } = before;
      const stays = { status, statusReason, correctsId };
      const historyFactId = await insertHistoryFact(tx, ctx, patientId, fact, stays);
      const subject = { type: 'history-fact', id: historyFactId };
      await audit.record(tx, ctx, { did: 'history-fact.corrected', patientId, subject });
      await announceFact(tx, ctx, patientId);
      return { historyFactId };
    },
    { patientId },
  );
}
