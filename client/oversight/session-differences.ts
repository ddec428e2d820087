import type { ReviewSession } from '#shared/oversight/contract.ts';
import { doseWords } from '#shared/prescriptions/bounds.ts';

export interface SessionDifference {
  sessionId: string;
  sessionDate: string;
  /** What happened: "traction 8 kg → 10 kg", "Bridge added", "missed, no call". */
  lines: string[];
  pain: string | null;
}

/** The last sessions as differences from the one before, newest first: what a reader needs between two patients. */
export function sessionDifferences(sessions: readonly ReviewSession[], count: number): SessionDifference[] {
  return sessions.slice(0, count).map((session, index) => {
    const before = sessions.slice(index + 1).find((earlier) => earlier.status === 'completed');
    return {
      sessionId: session.sessionId,
      sessionDate: session.sessionDate,
      lines: linesOf(session, before),
      pain: painWords(session),
    };
  });
}

function linesOf(session: ReviewSession, before: ReviewSession | undefined): string[] {
  if (session.status === 'missed') return [`missed${session.missReason ? `: ${session.missReason}` : ''}`];
  if (session.status === 'cancelled')
    return [
      `cancelled by ${session.cancelledBy ?? 'somebody'}${session.missReason ? `: ${session.missReason}` : ''}`,
    ];
  if (before === undefined)
    return session.interventions.map((now) => `${now.name} ${doseWords(now.dose)}`.trim());
  const changed = session.interventions.flatMap((now) => {
    const then = before.interventions.find((earlier) => earlier.code === now.code);
    if (then === undefined) return [`${now.name} added: ${doseWords(now.dose)}`];
    const [from, to] = [doseWords(then.dose), doseWords(now.dose)];
    return from === to ? [] : [`${now.name} ${from} → ${to}`];
  });
  const dropped = before.interventions
    .filter((then) => !session.interventions.some((now) => now.code === then.code))
    .map((then) => `${then.name} not done`);
  const lines = [...changed, ...dropped];
  return lines.length === 0 ? ['same as before'] : lines;
}

function painWords({ painBefore, painAfter }: ReviewSession): string | null {
  if (painBefore === null && painAfter === null) return null;
  return `pain ${painBefore ?? '–'} → ${painAfter ?? '–'}`;
}
