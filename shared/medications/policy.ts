import { ALLOWED, refuse, type Permission, type StaffRole } from '#shared/platform/actor.ts';

/** Medication is prescribed by the physiatrist; the therapist sees it (rules.md section 3). */
export const canOrderMedication = ({ role }: { role: StaffRole }): Permission =>
  role === 'physiatrist'
    ? ALLOWED
    : refuse(
        'physiatrist-only',
        'Only a physiatrist orders, changes or stops a medication. What the patient tells is added on the chart.',
      );
