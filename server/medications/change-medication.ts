import type { medicationsApi } from '#shared/medications/contract.ts';
import { regimenWords } from '#shared/medications/model.ts';
import { canOrderMedication } from '#shared/medications/policy.ts';
import type { Input } from '#shared/platform/endpoint.ts';
import { Problem } from '#shared/platform/problem.ts';
import { dateInZone, type PlainDate } from '#shared/platform/time.ts';
import * as audit from '#server/audit/index.ts';
import { loadEpisode, recordMedicationEvent, tellOfPrecautions } from '#server/patients/index.ts';
import { inTransaction, type Tx } from '#server/platform/db/in-transaction.ts';
import { assertAllowed } from '#server/platform/http/assert-allowed.ts';
import type { Context } from '#server/platform/http/context.ts';
import { invalidField } from '#server/platform/http/invalid-field.ts';
import { announce } from '#server/platform/live/announce.ts';
import { assertCourse } from './order-medication.ts';
import { loadMedication, updateMedication, type LoadedMedication } from './repository.ts';

type OnMedication = Input<typeof medicationsApi.change>['params'];
type Event = Omit<Parameters<typeof recordMedicationEvent>[2], 'patientId' | 'medicationOrderId'>;

/** Changes how a drug is taken; the line before and after stays in its history. */
export const changeMedication = (
  ctx: Context,
  { params, body: { expectedVersion, ...change } }: Input<typeof medicationsApi.change>,
) =>
  onActive(ctx, params, async (tx, before) => {
    assertCourse(before.startedOn, change.stopOn);
    const update = { kind: 'changed' as const, change };
    if (!(await updateMedication(tx, ctx, params.medicationOrderId, update, expectedVersion))) {
      throw stale(before);
    }
    return {
      version: expectedVersion + 1,
      event: { kind: 'changed', why: change.why, before: regimenWords(before), after: regimenWords(change) },
    };
  });

/** Stops a drug, whether it was ordered here or told. */
export const stopMedication = (
  ctx: Context,
  { params, body: { stoppedOn, why, expectedVersion } }: Input<typeof medicationsApi.stop>,
) =>
  onActive(ctx, params, async (tx, before, today) => {
    if (stoppedOn > today) {
      throw invalidField('stoppedOn', 'This day is in the future. To end it later, change its last day.');
    }
    if (before.startedOn !== null && stoppedOn < before.startedOn) {
      throw invalidField('stoppedOn', `It began on ${before.startedOn}: it cannot have stopped before.`);
    }
    const update = { kind: 'stopped' as const, stoppedOn, why };
    if (!(await updateMedication(tx, ctx, params.medicationOrderId, update, expectedVersion))) {
      throw stale(before);
    }
    return {
      version: expectedVersion + 1,
      event: { kind: 'stopped', why, before: regimenWords(before) },
    };
  });

async function onActive(
  ctx: Context,
  params: OnMedication,
  work: (tx: Tx, before: LoadedMedication, today: PlainDate) => Promise<{ version: number; event: Event }>,
): Promise<{ version: number }> {
  const { episodeId, medicationOrderId } = params;
  return inTransaction(
    ctx,
    async (tx) => {
      const { patientId, timeZone } = await loadEpisode(tx, ctx, episodeId);
      const before = await loadMedication(tx, ctx, { patientId, medicationOrderId });
      assertAllowed(canOrderMedication(ctx.actor));
      if (before.status !== 'active') {
        throw new Problem(
          'conflict',
          `${before.name} is not taken any more: order it again if it is needed.`,
        );
      }
      const { version, event } = await work(tx, before, dateInZone(ctx.now(), timeZone));
      await recordMedicationEvent(tx, ctx, { ...event, patientId, medicationOrderId });
      await audit.record(tx, ctx, {
        did: `medication.${event.kind}`,
        patientId,
        episodeId,
        subject: { type: 'medication-order', id: medicationOrderId },
      });
      await tellOfPrecautions(tx, ctx, patientId);
      await announce(tx, ctx, { topics: ['patient', 'episode', 'today'], patientId, episodeId });
      return { version };
    },
    { episodeId },
  );
}

const stale = (current: LoadedMedication): Problem =>
  new Problem('stale-version', 'Somebody else has changed this medication since you opened it. Look again.', {
    current,
  });
