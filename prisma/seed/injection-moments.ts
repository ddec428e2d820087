import { newId } from '#server/platform/db/new-id.ts';
import { doubledProcedure } from './error-moments.ts';
import { staff } from './opening-moments.ts';
import { type Moment, row } from './moment.ts';
import type { PlannedInjection } from './scenario.ts';
import type { Telling } from './telling.ts';

/** An injection or a block as it is recorded: what, where, with what, what it should do, what therapy leaves out. */
export function injectionMoments(telling: Telling): Moment[] {
  const { scenario, calendar, programme, side } = telling;
  const { injection } = scenario;
  if (!injection) return [];
  const on = calendar.workday(calendar.day(injection.daysAgo));
  const at = calendar.at(on, '10:40');
  const id = newId(at);
  const performed: Moment = {
    at,
    by: scenario.physiatrist,
    did: 'procedure.placed',
    subject: { type: 'procedure', id },
    rows: [
      row('procedure', {
        id,
        patient_id: telling.patientId,
        episode_id: telling.episodeId,
        kind: injection.kind ?? 'injection',
        display: injection.display,
        site: injection.site,
        level: injection.level ?? null,
        side: injection.side ?? scenario.side ?? (programme.sided ? side : null),
        agent: injection.agent,
        ...doseOf(injection),
        lot: injection.lot,
        guidance: injection.guidance,
        consent: 'written',
        complication: injection.complication ?? null,
        performed_on: on,
        performed_by_id: staff(scenario.physiatrist),
        response_window_days: injection.windowDays,
        expected_measure: injection.expects.measureCode,
        expected_side: telling.sideOf(injection.expects.measureCode),
        expected_change: injection.expects.change,
        rest_days: injection.restDays,
        restricted_days: injection.restriction?.days ?? null,
        restriction: injection.restriction?.words ?? null,
        source: 'entered',
        version: 1,
        created_at: at.toISOString(),
      }),
    ],
    refresh: true,
  };
  const [entry] = performed.rows;
  return entry === undefined || !isDoubled(telling)
    ? [performed]
    : [performed, doubledProcedure(entry, at, telling)];
}

/** In milligrams, or in units that the muscles got together. */
function doseOf({ doseMg, muscles = [], dilution }: PlannedInjection) {
  const units = muscles.reduce((sum, one) => sum + one.units, 0);
  const [amount, unit] = muscles.length === 0 ? [doseMg, 'mg'] : [units, 'units'];
  return {
    dose: `${amount} ${unit}`,
    dose_amount: amount,
    dose_unit: unit,
    muscles: [...muscles],
    dilution: dilution ?? null,
  };
}

/** Two of them were written down twice. */
const isDoubled = ({ scenario }: Telling): boolean => ['decided-surgeon', 's-early'].includes(scenario.key);
