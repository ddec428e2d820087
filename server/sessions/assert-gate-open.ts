import { dateInZone } from '#shared/platform/time.ts';
import { Problem } from '#shared/platform/problem.ts';
import type { GateAnswer, Vitals } from '#shared/sessions/gate.ts';
import { askGate } from '#shared/sessions/gate-facts.ts';
import type { Context } from '#server/platform/http/context.ts';
import { gateBasis } from './raw-facts.ts';
import type { SigningFacts } from './repository.ts';

/** Asks the gate about a session as loaded, with what is (to be) given. */
export const gateOf = (
  ctx: Context,
  { session, timeZone, payerProfile, prescription, gate, clinicValues, lowersGlucose }: SigningFacts,
  {
    codes,
    vitals,
    startedTime,
  }: { codes: readonly string[]; vitals: Vitals; startedTime?: string | null | undefined },
): GateAnswer =>
  askGate({
    basis: gateBasis(gate, session.sessionDate),
    moment: { ...session, startedTime, timeZone, today: dateInZone(ctx.now(), timeZone) },
    payerProfile,
    prescription,
    interventions: codes,
    vitals,
    clinicValues,
    lowersGlucose,
  });

/** Refuses with every reason at once; the reader needs all of them to know whom to ask. */
export function assertGateOpen({ refusals }: GateAnswer): void {
  if (refusals.length === 0) return;
  throw new Problem('gate-closed', refusals.map(({ sentence }) => sentence).join(' '), {
    issues: refusals.map(({ code, sentence }) => ({ path: '', code, message: sentence })),
    current: { refusals },
  });
}
