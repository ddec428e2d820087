import { recogniseDrug } from '#shared/medications/recognise.ts';
import { ICD_10_CM } from '#shared/patients/code-systems.ts';
import type { CodedCondition } from '#shared/patients/comorbidities.ts';
import { markedInHistory } from '#shared/patients/history-meaning.ts';
import { undecidedPrecautions } from '#shared/prescriptions/chart-precautions.ts';
import { DRUG_INGREDIENT } from '#shared/prescriptions/drug-precautions.ts';
import { comorbiditiesOf } from '#shared/prescriptions/precaution-kinds.ts';
import { proposePrecautions } from '#shared/prescriptions/precautions.ts';
import { newId } from '#server/platform/db/new-id.ts';
import { codeFor } from './evaluation-content.ts';
import { historyOf } from './history-content.ts';
import { orderedBefore } from './medication-moments.ts';
import { type Moment, row } from './moment.ts';
import { staff } from './opening-moments.ts';
import type { Telling, Version } from './telling.ts';

const coded = (code: string, codeSystem: string): CodedCondition => ({ code, codeSystem, status: 'active' });

/** What the chart says when the first version is written: what is treated, comorbidities, medicines, what the history left. */
export function chartOf(telling: Telling): CodedCondition[] {
  const { programme, scenario, side } = telling;
  const { comorbidities = [], medications = [] } = scenario;
  const names = [...medications.map(([name]) => name), ...orderedBefore(telling)];
  return [
    coded(codeFor(programme, side), ICD_10_CM),
    ...comorbidities.map(([code]) => coded(code, ICD_10_CM)),
    ...names.flatMap((name) =>
      recogniseDrug(name).ingredients.map((ingredient) => coded(ingredient, DRUG_INGREDIENT)),
    ),
    ...markedInHistory(historyOf(telling).map((fact) => ({ ...fact, status: 'active' }))),
  ];
}

/** What was found since the version was signed: the gate is closed for it, and the physiatrist has the task to decide it. */
export function learnedMoments(telling: Telling, { prescriptionId, number, content }: Version): Moment[] {
  const { scenario, calendar, patientId, episodeId } = telling;
  if (scenario.learned === undefined) return [];
  const { daysAgo, code, display } = scenario.learned;
  const on = calendar.day(daysAgo);
  const at = calendar.at(on, '16:20');
  const id = newId(at);
  const forbidden = undecidedPrecautions(
    content.precautions,
    proposePrecautions([...chartOf(telling), coded(code, ICD_10_CM)]),
  ).filter(({ level }) => level === 'contraindicated');
  const names = [...new Set(forbidden.flatMap(comorbiditiesOf))].join(', ');
  return [
    {
      at,
      by: scenario.physiatrist,
      did: 'condition.added',
      subject: { type: 'condition', id },
      rows: [
        row('condition', {
          ...{ id, patient_id: patientId, category: 'comorbidity', code, code_system: ICD_10_CM, display },
          recorded_by_id: staff(scenario.physiatrist),
          recorded_at: at.toISOString(),
        }),
        row('task', {
          id: newId(at),
          kind: 'new-precaution',
          title: `New on the chart: ${names}`,
          detail: `Version ${number} does not decide: ${forbidden.map(({ intervention }) => intervention).join('; ')}. The gate is closed for it until a new version is signed.`,
          owner_id: staff(scenario.physiatrist),
          patient_id: patientId,
          episode_id: episodeId,
          subject_id: prescriptionId,
          due_on: on,
          dedupe_key: `new-precaution:${prescriptionId}:${names}`,
          created_at: at.toISOString(),
        }),
      ],
    },
  ];
}
