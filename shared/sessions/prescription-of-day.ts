import type { ClinicOverrides } from '#shared/clinic-values/overrides.ts';
import { prescriptionUnderInr } from '#shared/prescriptions/inr.ts';
import { plainDate } from '#shared/platform/time.ts';
import type { PrescribedPrecaution } from '#shared/prescriptions/model.ts';
import { holdsOnSession, type SessionMoment } from './hold-at-session.ts';
import { stoppingHolds, underLimbStop } from './limb-stop.ts';
import type { SessionContent } from './model.ts';
import type { GateBasis } from './sheet.ts';

interface Day {
  basis: Pick<GateBasis, 'inr' | 'holds' | 'bodyRegion'>;
  moment: SessionMoment;
  /** What is entered: an INR among it decides about what an anticoagulant forbids. */
  vitals: Partial<Pick<SessionContent['vitals'], 'inr' | 'inrOn'>>;
  clinicValues: ClinicOverrides;
}

/** The version that governs a visit, with what the day makes of its precautions: an INR, and a leg that must not be treated. */
export function prescriptionOfDay<
  Prescription extends { content: { precautions: readonly PrescribedPrecaution[] } },
>(prescription: Prescription, { basis, moment, vitals, clinicValues }: Day): Prescription {
  const governed = prescriptionUnderInr(prescription, {
    today: vitals,
    sessionDate: plainDate(moment.sessionDate),
    last: basis.inr,
    clinicValues,
  });
  if (holdsOnSession(stoppingHolds(basis.holds).leg, moment).forbids === undefined) return governed;
  const precautions = underLimbStop(governed.content.precautions, basis.bodyRegion ?? '');
  return { ...governed, content: { ...governed.content, precautions } };
}
