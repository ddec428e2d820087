import { OrganizationId } from '#shared/platform/ids.ts';
import type { SystemActor } from '#shared/platform/actor.ts';
import { getClinicValue } from '#shared/clinic-values/registry.ts';
import type { Database } from '#server/platform/db/database.ts';
import { inTransaction, type Tx } from '#server/platform/db/in-transaction.ts';
import { newId } from '#server/platform/db/new-id.ts';
import type { StaffKey } from './clinics.ts';
import { row, type SeedRow } from './moment.ts';
import { staff } from './opening-moments.ts';
import { insertRows, type Known } from './write-rows.ts';

interface SeedAct {
  key: string;
  /** Missing: confirmed as it is. */
  value?: number | string;
  by: StaffKey;
  daysAgo: number;
  reason: string;
}

/** What the Harborview clinic has made of Tandem's values. */
const ACTS: readonly SeedAct[] = [
  {
    key: 'pain.rise',
    by: 'rivera',
    daysAgo: 61,
    reason: 'Looked up with the therapists: three points is what we would call a setback.',
  },
  {
    key: 'home.lowShare',
    value: 0.6,
    by: 'rivera',
    daysAgo: 61,
    reason: 'We want to ask earlier: three of five days is the least that our programmes count on.',
  },
  {
    key: 'review.ordinaryDays',
    value: 4,
    by: 'okonkwo',
    daysAgo: 54,
    reason: 'Both physiatrists keep a review hour on Mondays and Thursdays.',
  },
];

const DAY_MILLISECONDS = 86_400_000;

/** Two values set and one confirmed, each by a person with a reason. */
export async function writeValues(db: Database, known: Known, now: Date): Promise<void> {
  const actor: SystemActor = { kind: 'system', organizationId: OrganizationId.parse(known.organizationId) };
  const clinicId = known.clinics.get('harborview') ?? '';
  const rows = ACTS.map(({ key, value, by, daysAgo, reason }) => {
    const at = new Date(now.getTime() - daysAgo * DAY_MILLISECONDS);
    const standard = getClinicValue(key)?.about.default;
    if (standard === undefined) throw new Error(`no clinical value ${key}`);
    return row('clinic_value_act', {
      id: newId(at),
      clinic_id: clinicId,
      key,
      version: 1,
      act: value === undefined ? 'confirmed' : 'changed',
      old_value: standard,
      new_value: value ?? standard,
      reason,
      by_id: staff(by),
      at: at.toISOString(),
    });
  });
  await inTransaction({ actor, db, requestId: 'demo', now: () => now }, async (tx) => {
    await saveOverrides(tx, known.organizationId, clinicId);
    await insertRows(tx, known, [...rows, thresholdChoice(clinicId, now)]);
  });
}

async function saveOverrides(tx: Tx, organizationId: string, clinicId: string): Promise<void> {
  const own = ACTS.flatMap(({ key, value }) => (value === undefined ? [] : [[key, value] as const]));
  await tx.$executeRaw`
    update clinic set clinical_values = ${JSON.stringify(Object.fromEntries(own))}::jsonb
     where organization_id = ${organizationId}::uuid and id = ${clinicId}::uuid`;
}

/** Stiff shoulders are what the clinic sees most: their own study is what a SPADI is judged by. */
const CHOSEN = { measureCode: 'spadi', mdcTag: 'adhesive_capsulitis' };

const thresholdChoice = (clinicId: string, now: Date): SeedRow => {
  const at = new Date(now.getTime() - 70 * DAY_MILLISECONDS);
  return row('threshold_choice', {
    id: newId(at),
    clinic_id: clinicId,
    measure_code: CHOSEN.measureCode,
    mdc_tag: CHOSEN.mdcTag,
    mcid_tag: null,
    chosen_by_id: staff('rivera'),
    chosen_at: at.toISOString(),
    version: 1,
  });
};
