import { HomeLimits } from '#shared/home-programme/check-exercise.ts';
import { limitsToday, noLongerFits } from '#shared/home-programme/fit.ts';
import { ProgrammeContent } from '#shared/home-programme/model.ts';
import { ICD_10_CM } from '#shared/patients/code-systems.ts';
import { newId } from '#server/platform/db/new-id.ts';
import { chartOf } from './chart-content.ts';
import { type Moment, row } from './moment.ts';
import { staff } from './opening-moments.ts';
import type { Telling, Version } from './telling.ts';

/** What is handed out and no longer fits what was learned since: the therapist has the work. */
export function misfitMoments(telling: Telling, { content }: Version, moments: readonly Moment[]): Moment[] {
  const { scenario, calendar, patientId, episodeId } = telling;
  const programme = moments
    .flatMap(({ at, rows }) => (at < calendar.now ? rows : []))
    .filter(({ table }) => table === 'home_programme')
    .at(-1)?.columns;
  if (scenario.learned === undefined || programme === undefined) return [];
  const { daysAgo, code } = scenario.learned;
  const chart = [...chartOf(telling), { code, codeSystem: ICD_10_CM, status: 'active' }];
  const { exercises } = ProgrammeContent.parse(programme['content']);
  const misfits = noLongerFits(exercises, limitsToday(HomeLimits.parse(content), chart, {}));
  if (misfits.length === 0) return [];
  const names = misfits.map(({ name }) => name).join(', ');
  const id = String(programme['id']);
  const on = calendar.day(daysAgo);
  const at = calendar.at(on, '16:21');
  return [
    {
      at,
      by: scenario.physiatrist,
      did: 'task.opened',
      rows: [
        row('task', {
          id: newId(at),
          kind: 'home-programme',
          title: `Home programme: ${names} no longer ${misfits.length === 1 ? 'fits' : 'fit'}`.slice(0, 200),
          detail: `Version ${String(programme['version_number'])} of the programme is with the patient. ${misfits.map(({ name, sentence }) => `${name}: ${sentence}`).join(' ')}`,
          owner_id: staff(scenario.therapist),
          patient_id: patientId,
          episode_id: episodeId,
          subject_id: id,
          due_on: on,
          dedupe_key: `home-programme:${id}:${names}`,
          created_at: at.toISOString(),
        }),
      ],
    },
  ];
}
