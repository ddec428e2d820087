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
  const { recertificationWarnDays: warnDays } = documentationOf(facts.clinicValues);
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
          addDays(version.endsOn, -warnDays),
          addDays(version.endsOn, 1),
          addDays(a.asOf, ATTENDANCE_DAYS),
        ]
      : []),
    // The day on which a plan that nothing certifies is asked for, and that on which it is overdue.
    ...(certification?.initial === 'PENDING'
      ? [addDays(certification.initialDueOn, -warnDays), addDays(certification.initialDueOn, 1)]
      : []),
    // The certified period may end before the plan does: at most 90 days (rules.md CERT-2).
    ...(certification
      ? [addDays(certification.certifiedThrough, -warnDays), addDays(certification.certifiedThrough, 1)]
      : []),
    ...facts.decisions.slice(-1).map(({ reviewOn }) => reviewOn),
  ].filter((date) => date > a.asOf);
  return dates.sort()[0] ?? null;
}
