import type { Review } from '#shared/oversight/contract.ts';
import type { Begun } from '#shared/oversight/policy.ts';

/** Whether there is therapy to decide about. */
export const begunOf = ({ episode, prescriptions }: Review): Begun => ({
  consultSigned: episode.consultSigned,
  prescribed: prescriptions.length > 0,
});
