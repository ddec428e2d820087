import type { PrescribedPrecaution } from '#shared/prescriptions/model.ts';
import type { GateFacts } from '#shared/sessions/gate.ts';

export const noVitals = { bloodPressure: null, heartRate: null, spo2: null, glucose: null };

const prescription: NonNullable<GateFacts['prescription']> = {
  startsOn: '2026-10-12',
  endsOn: '2026-11-22',
  visitsPrescribed: 18,
  interventions: [
    { code: 'bridge', name: 'Bridge', authority: 'free', bounds: [], rationale: null },
    { code: 'tens', name: 'TENS', authority: 'free', bounds: [], rationale: null },
  ],
  precautions: [],
  vitals: noVitals,
};

/** Everything holds: the session may begin. */
export const openGate: GateFacts = {
  consultSigned: true,
  sessionDate: '2026-11-16',
  prescription,
  visitsUsed: 9,
  certification: { blocks: true, initial: 'CERTIFIED_BY_SIGNATURE', recertification: 'OK' },
  openHold: undefined,
  procedures: [],
  therapistOnTeam: true,
  interventions: ['bridge'],
  vitals: {},
  clinicValues: {},
};

export const pacemaker: PrescribedPrecaution = {
  comorbidity: 'pacemaker',
  intervention: 'TENS, NMES',
  agents: ['electrical-stimulation'],
  level: 'contraindicated',
  scope: 'anywhere',
  note: null,
  source: 'rules 4.3',
  verified: false,
  decision: 'keep',
  overrideReason: null,
};

/** A limit of blood pressure alone. */
export const bp = { ...noVitals, bloodPressure: { maxSystolic: 180, maxDiastolic: 110 } };

export const prescribed = (change: Partial<typeof prescription>): Partial<GateFacts> => ({
  prescription: { ...prescription, ...change },
});
