import { ICD_10_CM } from '#shared/patients/code-systems.ts';
import { newId } from '#server/platform/db/new-id.ts';
import { later } from './calendar.ts';
import { codeFor, consultContent, diagnosisSide } from './evaluation-content.ts';
import { followUpMoments } from './follow-up-moments.ts';
import { onFileOf } from './history-content.ts';
import { type Moment, row } from './moment.ts';
import { staff } from './opening-moments.ts';
import type { Telling } from './telling.ts';

/** The physiatrist's signed consult with the diagnosis it made. */
export function consultMoments(telling: Telling): Moment[] {
  const { calendar, scenario, programme, side, patientId, episodeId } = telling;
  const on = calendar.workday(calendar.day(scenario.consultDaysAgo));
  const at = calendar.at(on, later('09:00', telling.random.int(0, 300)));
  const evaluationId = newId(at);
  const place = { patient_id: patientId, episode_id: episodeId };
  const started = new Date(at.getTime() - 25 * 60_000);
  const content = {
    ...consultContent({ ...telling, severity: telling.random.int(4, 7) }),
    onFile: onFileOf(telling),
  };
  return [
    {
      at,
      by: scenario.physiatrist,
      did: 'evaluation.signed',
      subject: { type: 'evaluation', id: evaluationId },
      detail: { kind: 'consult', holdsOpened: 0 },
      rows: [
        row('evaluation', {
          ...place,
          id: evaluationId,
          author_id: staff(scenario.physiatrist),
          kind: 'consult',
          evaluated_on: on,
          content,
          status: 'signed',
          version: 2,
          started_at: started.toISOString(),
          updated_at: at.toISOString(),
          signed_at: at.toISOString(),
          signed_by_id: staff(scenario.physiatrist),
        }),
        row('condition', {
          ...place,
          id: telling.conditionId,
          evaluation_id: evaluationId,
          category: 'diagnosis',
          code: codeFor(programme, side),
          code_system: ICD_10_CM,
          display: programme.diagnosis.display,
          side: diagnosisSide(programme, side),
          onset_on: telling.onsetOn,
          is_primary: true,
          recorded_by_id: staff(scenario.physiatrist),
          recorded_at: at.toISOString(),
        }),
      ],
      refresh: true,
    },
    ...followUpMoments(telling, { evaluationId, on, at, content }),
  ];
}
