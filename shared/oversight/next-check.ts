import { addDays } from '#shared/platform/time.ts';
import { documentationOf } from '#shared/compliance/documentation-values.ts';
import type { Assessment } from './assessment.ts';
import type { EpisodeFacts } from './episode-facts.ts';
import { certificationOf } from './board-standing.ts';
import { boardOf } from './board-values.ts';
import { rc1Of, staleAfterDaysOf } from './rc1.ts';

/** How long attendance due stays the same at most; visits fall due pro rata of the week. */
const ATTENDANCE_DAYS = 3;

/** The next day on which time alone may change the judgement or the place on the board; null for a closed episode. */
export function nextCheckOn(facts: EpisodeFacts, a: Assessment): string | null {
  if (facts.status === 'closed') return null;
  const version = facts.prescriptions.findLast(({ inForce }) => inForce);
  const rc1 = rc1Of(facts.clinicValues);
  const board = boardOf(facts.clinicValues);
  const certification = certificationOf(facts, a.asOf);
  const dates = [
    ...a.measures.flatMap((m) => {
      const last = m.latest ?? m.baseline;
      return last
        ? [
            addDays(last.date, staleAfterDaysOf(m.measureCode, rc1) + 1),
            addDays(last.date, board.overdueIntervals * m.everyDays + 1),
          ]
        : [];
    }),
    ...(a.phase
      ? [
          addDays(a.phase.startedOn, rc1.exposedDays),
          addDays(a.phase.startedOn, rc1.tooSoonDays),
          addDays(a.phase.startedOn, board.firstScoreDays),
        ]
      : []),
    ...(version
      ? [
          version.startsOn,
          version.reEvaluationOn,
          addDays(version.endsOn, 1 - board.planEndingDays),
          addDays(version.endsOn, -documentationOf(facts.clinicValues).recertificationWarnDays),
          addDays(version.endsOn, 1),
          addDays(a.asOf, ATTENDANCE_DAYS),
        ]
      : []),
    // The day on which a plan that nothing certifies is overdue.
    ...(certification?.initial === 'PENDING' ? [addDays(certification.initialDueOn, 1)] : []),
    ...facts.decisions.slice(-1).map(({ reviewOn }) => reviewOn),
  ].filter((date) => date > a.asOf);
  return dates.sort()[0] ?? null;
}
