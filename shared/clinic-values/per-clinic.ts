import type { ClinicOverrides } from './overrides.ts';

/** More clinics than one server has; older answers are worked out again. */
const MOST_KEPT = 64;

/**
 * Keeps what is worked out from a clinic's values until they change: a table of rules is asked for at every signature and differs
 * between clinics only. What is kept is shared and so must not be changed.
 */
export function perClinic<Answer>(work: (overrides: ClinicOverrides) => Answer) {
  const kept = new Map<string, Answer>();
  return (overrides: ClinicOverrides): Answer => {
    const key = JSON.stringify(overrides);
    const known = kept.get(key);
    if (known !== undefined) return known;
    const answer = work(overrides);
    if (kept.size >= MOST_KEPT) kept.clear();
    kept.set(key, answer);
    return answer;
  };
}
