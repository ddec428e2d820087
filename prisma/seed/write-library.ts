import { OrganizationId } from '#shared/platform/ids.ts';
import { SHIPPED_EXERCISES } from '#shared/home-programme/library/shipped-library.ts';
import { ExerciseCode, type ExerciseContent } from '#shared/home-programme/model.ts';
import type { SystemActor } from '#shared/platform/actor.ts';
import type { Database } from '#server/platform/db/database.ts';
import { inTransaction } from '#server/platform/db/in-transaction.ts';
import { newId } from '#server/platform/db/new-id.ts';
import { type Column, row, type SeedRow } from './moment.ts';
import { staff } from './opening-moments.ts';
import { insertRows, type Known } from './write-rows.ts';

const TOWEL_GRIP: ExerciseContent = {
  name: { en: 'Squeezing a towel', es: 'Apretar una toalla' },
  category: 'strength',
  region: 'wrist-hand',
  steps: {
    en: ['Roll up a hand towel.', 'Squeeze it with the whole hand.', 'Hold, then let go fully.'],
    es: ['Enrolle una toalla de mano.', 'Apriétela con toda la mano.', 'Mantenga y suelte del todo.'],
  },
  caution: { en: '', es: '' },
  equipment: ['towel'],
  dose: { sets: 2, repetitions: 10, holdSeconds: 5, minutes: null, timesPerDay: 2, daysPerWeek: 7 },
  agents: ['exercise'],
  intervention: 'grip-strength',
  picture: null,
};

/** What the organization has made of the shipped library: one of its own, one edited, one retired. */
export async function writeLibrary(db: Database, known: Known, now: Date): Promise<void> {
  const actor: SystemActor = { kind: 'system', organizationId: OrganizationId.parse(known.organizationId) };
  const at = new Date(now.getTime() - 40 * 86_400_000);
  const bridge = shipped('bridge');
  const rows = [
    entry(at, 'towel-grip', TOWEL_GRIP),
    entry(at, 'bridge', {
      ...bridge,
      steps: {
        en: [...bridge.steps.en, 'When it is easy: lift one heel at a time.'],
        es: [...bridge.steps.es, 'Cuando sea fácil: levante un talón y luego el otro.'],
      },
    }),
    entry(at, 'knee-plank', shipped('knee-plank'), true),
  ];
  await inTransaction({ actor, db, requestId: 'demo', now: () => now }, (tx) => insertRows(tx, known, rows));
}

function shipped(code: string): ExerciseContent {
  const content = SHIPPED_EXERCISES.get(ExerciseCode.parse(code));
  if (!content) throw new Error(`no exercise ${code}`);
  return content;
}

const entry = (at: Date, code: string, content: ExerciseContent, retired = false): SeedRow => {
  const columns: Record<string, Column> = {
    id: newId(at),
    code,
    content: { ...content },
    retired,
    changed_by_id: staff('lindqvist'),
    changed_at: at.toISOString(),
    version: 1,
  };
  return row('exercise', columns);
};
