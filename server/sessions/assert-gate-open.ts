import { Problem } from '#shared/platform/problem.ts';
import type { GateAnswer, Vitals } from '#shared/sessions/gate.ts';
import { askGate } from '#shared/sessions/gate-facts.ts';
import { gateBasis } from './raw-facts.ts';
import type { SigningFacts } from './repository.ts';

/** Asks the gate about a session as loaded, with what is (to be) given. */
export const gateOf = (
  { session, payerProfile, prescription, gate, clinicValues }: SigningFacts,
  interventions: readonly string[],
  vitals: Vitals,
): GateAnswer =>
  askGate({
    basis: gateBasis(gate, session.sessionDate),
    sessionDate: session.sessionDate,
    payerProfile,
    prescription,
    interventions,
    vitals,
    clinicValues,
  });

/** Refuses with every reason at once; the reader needs all of them to know whom to ask. */
export function assertGateOpen({ refusals }: GateAnswer): void {
  if (refusals.length === 0) return;
  throw new Problem('gate-closed', refusals.map(({ sentence }) => sentence).join(' '), {
    issues: refusals.map(({ code, sentence }) => ({ path: '', code, message: sentence })),
    current: { refusals },
  });
}
