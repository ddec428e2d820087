import { SNOMED_CT } from '#shared/patients/code-systems.ts';
import { addDays } from '#shared/platform/time.ts';
import { newId } from '#server/platform/db/new-id.ts';
import type { Moment, SeedRow } from './moment.ts';
import { row } from './moment.ts';
import type { Telling } from './telling.ts';
import { administratorOf } from './opening-moments.ts';

/** Patients whose earlier record came from another system. */
export const WITH_HISTORY: readonly string[] = ['lena-haddad', 'working-3', 'm-stroke'];

const LOINC = 'http://loinc.org';

/** What an import from the family doctor's system left: visits, vital signs, an old diagnosis and pain scores. */
export function importedMoments(telling: Telling): Moment[] {
  if (!WITH_HISTORY.includes(telling.scenario.key)) return [];
  const { calendar, patientId, scenario, random } = telling;
  const at = calendar.at(calendar.workday(calendar.day(scenario.consultDaysAgo + 2)), '16:15');
  const years = [1, 2, 3, 4].map((n) => addDays(calendar.today, -365 * n - random.int(10, 90)));
  const painScore = (value: number, measuredOn: string): SeedRow =>
    row('outcome_score', {
      id: newId(at),
      patient_id: patientId,
      measure_code: 'nprs',
      value,
      measured_on: measuredOn,
      recorded_at: at.toISOString(),
      source: 'imported',
    });
  const rows: SeedRow[] = years.flatMap((date, index) => {
    const when = calendar.at(date, '10:00').toISOString();
    const observed = (code: string, display: string, value: number, unit: string): SeedRow =>
      row('imported_observation', {
        id: newId(at),
        patient_id: patientId,
        category: 'Vital signs',
        code,
        code_system: LOINC,
        display,
        value_number: value,
        unit,
        observed_at: when,
      });
    return [
      row('external_encounter', {
        id: newId(at),
        patient_id: patientId,
        type: 'Check-up with the family doctor',
        encounter_class: 'AMB',
        status: 'finished',
        started_at: when,
        ended_at: when,
      }),
      observed('8480-6', 'Systolic blood pressure', 128 + 3 * index, 'mm[Hg]'),
      observed('29463-7', 'Body weight', 78 + index, 'kg'),
      painScore(3 + (index % 3), date),
    ];
  });
  rows.push(
    // Young enough to be taken over as where the pain began.
    painScore(6, calendar.day(scenario.consultDaysAgo + 9)),
    row('condition', {
      id: newId(at),
      patient_id: patientId,
      category: 'comorbidity',
      code: '44465007',
      code_system: SNOMED_CT,
      display: 'Sprain of ankle',
      onset_on: years[2] ?? null,
      abated_on: years[1] ?? null,
      status: 'resolved',
      source: 'imported',
      recorded_at: at.toISOString(),
    }),
  );
  return [{ at, by: administratorOf(telling), did: 'patient.imported', rows }];
}
