import type { NewProcedure } from '#shared/orders/procedure.ts';
import type { PlainDate } from '#shared/platform/time.ts';

/** An epidural injection that lacks nothing. */
export const aProcedure = (performedOn: PlainDate, change: Partial<NewProcedure> = {}): NewProcedure => ({
  kind: 'injection',
  display: 'Transforaminal epidural injection',
  site: 'L5 root',
  level: 'L5-S1',
  side: 'left',
  guidance: 'fluoroscopy',
  agent: 'Dexamethasone',
  doseAmount: 10,
  doseUnit: 'mg',
  lot: 'D1077',
  consent: 'written',
  complication: null,
  performedOn,
  responseWindowDays: 14,
  expectedEffect: null,
  expected: { measureCode: 'nprs', side: null, change: 3 },
  restDays: 2,
  restrictedDays: 10,
  restriction: 'No loaded flexion',
  answers: [],
  ...change,
});
