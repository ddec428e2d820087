import { z } from 'zod';
import { addDays, shortDate, type PlainDate } from '#shared/platform/time.ts';

/** What the gate needs of a procedure: when, what, and what therapy leaves out after it. */
export const RecentProcedure = z.object({
  kind: z.string().optional(),
  display: z.string(),
  place: z.string(),
  performedOn: z.string(),
  restDays: z.number().int().nullable(),
  restrictedDays: z.number().int().nullable(),
  restriction: z.string().nullable(),
  /** The patient had already arrived when the procedure was written down: what was held is signed, not refused. */
  knownBefore: z.boolean(),
});
export type RecentProcedure = z.infer<typeof RecentProcedure>;

/** Days in which a recent procedure is said on the session sheet: product policy, for the red flag RF-INFECT (rules.md 5). */
export const WATCHED_DAYS = 14;

/** The last day without therapy, or nothing when therapy goes on. */
export const restUntil = ({ performedOn, restDays }: Pick<RecentProcedure, 'performedOn' | 'restDays'>) =>
  restDays === null || restDays === 0 ? undefined : addDays(performedOn, restDays);

/** The last day on which something is left out. */
export const restrictedUntil = ({
  performedOn,
  restrictedDays,
}: Pick<RecentProcedure, 'performedOn' | 'restrictedDays'>) =>
  restrictedDays === null ? undefined : addDays(performedOn, restrictedDays);

export interface RestAnswer {
  /** Why no session may be held on that day. */
  rest: string[];
  /** What is to be kept in mind on that day. */
  care: string[];
}

/** What the procedures of an episode mean for therapy on a day: from the procedure's own day to the end of each limit. */
export function therapyAfter(procedures: readonly RecentProcedure[], onDate: string): RestAnswer {
  const past = procedures.filter(({ performedOn }) => performedOn <= onDate);
  return {
    rest: past
      .filter((one) => isResting(one, onDate) && one.knownBefore)
      .map((one) => restSentence(one, onDate)),
    care: past
      .filter((one) => !(isResting(one, onDate) && one.knownBefore))
      .flatMap((one) => careSentence(one, onDate)),
  };
}

const isResting = (procedure: RecentProcedure, onDate: string): boolean => {
  const until = restUntil(procedure);
  return until !== undefined && onDate <= until;
};

/** Why no session may be planned on a day, and the first day that may: after the last rest that touches it or follows on. */
export function restOn(
  procedures: readonly RecentProcedure[],
  day: string,
): { sentences: string[]; firstDay: PlainDate } | undefined {
  const resting = (on: string) => procedures.filter((one) => one.performedOn <= on && isResting(one, on));
  const reasons = resting(day);
  if (reasons.length === 0) return undefined;
  let firstDay = addDays(day, 1);
  while (resting(firstDay).length > 0) firstDay = addDays(firstDay, 1);
  return { sentences: reasons.map((one) => planSentence(one, day)), firstDay };
}

const planSentence = (procedure: RecentProcedure, day: string): string =>
  `${named(procedure, day)}: no therapy until ${shortDate(restUntil(procedure) ?? day, day)}.`;

const named = ({ display, place, performedOn }: RecentProcedure, onDate: string): string =>
  `${[display, place].filter(Boolean).join(', ')} on ${shortDate(performedOn, onDate)}`;

function restSentence(procedure: RecentProcedure, onDate: string): string {
  const until = restUntil(procedure) ?? onDate;
  return `${named(procedure, onDate)}: no therapy until ${shortDate(until, onDate)}. The first day again is ${shortDate(addDays(until, 1), onDate)}.`;
}

const WATCH_NEEDLE = 'Fever, chills or constant night pain after an injection is a red flag.';
const WATCH_SURGERY = 'A hot, red, very painful joint or wound drainage after surgery is a red flag.';

function careSentence(procedure: RecentProcedure, onDate: string): string[] {
  const limit = restrictedUntil(procedure);
  const isRestricted = limit !== undefined && onDate <= limit;
  const isWatched = onDate <= addDays(procedure.performedOn, WATCHED_DAYS);
  if (!isRestricted && !isWatched) return [];
  const parts = [
    `${named(procedure, onDate)}.`,
    ...(isResting(procedure, onDate)
      ? [
          `Rest until ${shortDate(restUntil(procedure) ?? onDate, onDate)}; written down after this session had begun.`,
        ]
      : []),
    ...(isRestricted
      ? [`Until ${shortDate(limit, onDate)}: ${(procedure.restriction ?? '').replace(/\.$/, '')}.`]
      : []),
    ...(isWatched ? [procedure.kind === 'surgery' ? WATCH_SURGERY : WATCH_NEEDLE] : []),
  ];
  return [parts.join(' ')];
}
