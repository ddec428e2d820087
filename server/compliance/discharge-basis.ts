import type { DischargeBasis } from '#shared/compliance/documentation.ts';
import type { ComplianceFacts } from '#shared/compliance/model.ts';
import { earlierOf, type PlainDate } from '#shared/platform/time.ts';
import { nextProgressReport, type RawProgressFacts } from '#server/sessions/index.ts';

/** The period since the last report, the measures and the goals, up to the day of discharge (rules.md 1.5). */
export function dischargeBasis(
  facts: ComplianceFacts,
  progress: RawProgressFacts,
  today: PlainDate,
): DischargeBasis {
  const until = facts.closedOn ?? today;
  const { periodFrom, measures, goals } = nextProgressReport(progress, until);
  return { periodFrom: earlierOf(periodFrom, until), measures, goals };
}
