import type { Input } from '#shared/platform/endpoint.ts';
import { Problem } from '#shared/platform/problem.ts';
import type { outcomesApi, ThresholdChoice } from '#shared/outcomes/contract.ts';
import { canChooseThreshold } from '#shared/outcomes/policy.ts';
import { getMeasure, type PublishedThreshold } from '#shared/outcomes/registry.ts';
import * as audit from '#server/audit/index.ts';
import { inTransaction } from '#server/platform/db/in-transaction.ts';
import { assertAllowed } from '#server/platform/http/assert-allowed.ts';
import type { Context } from '#server/platform/http/context.ts';
import { invalidField } from '#server/platform/http/invalid-field.ts';
import { loadChoice, saveChoice } from './repository.ts';

/** Chooses the published rows that judge a measure in a clinic. Verdicts made before keep the thresholds they used. */
export async function chooseThreshold(
  ctx: Context,
  { params, body }: Input<typeof outcomesApi.chooseThreshold>,
): Promise<ThresholdChoice> {
  const { expectedVersion, ...tags } = body;
  return inTransaction(ctx, async (tx) => {
    const present = await loadChoice(tx, ctx, params);
    assertAllowed(canChooseThreshold(ctx.actor));
    const measure = getMeasure(params.measureCode);
    if (!measure) throw new Problem('not-found', 'There is no such outcome measure.');
    assertPublished('mdcTag', tags.mdcTag, measure.mdc);
    assertPublished('mcidTag', tags.mcidTag, measure.mcid);
    if (
      (present?.version ?? 0) !== expectedVersion ||
      !(await saveChoice(tx, ctx, params, tags, expectedVersion))
    ) {
      throw new Problem(
        'stale-version',
        'Somebody else has chosen thresholds for this measure in the meantime.',
        {
          current: await loadChoice(tx, ctx, params),
        },
      );
    }
    const detail = { clinicId: params.clinicId, measure: params.measureCode, ...tags };
    await audit.record(tx, ctx, { did: 'threshold.chosen', detail });
    const chosen = await loadChoice(tx, ctx, params);
    if (!chosen) throw new Problem('unexpected');
    return chosen;
  });
}

function assertPublished(field: string, tag: string | null, rows: readonly PublishedThreshold[]): void {
  if (tag === null || rows.some(({ populationTag }) => populationTag === tag)) return;
  throw invalidField(field, 'Choose one of the published rows of this measure.');
}
