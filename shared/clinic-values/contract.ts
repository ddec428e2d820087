import { z } from 'zod';
import { StaffRole } from '#shared/platform/actor.ts';
import { endpoint, requiredText, text } from '#shared/platform/endpoint.ts';
import { ClinicId } from '#shared/platform/ids.ts';
import { ClinicOverrides } from './overrides.ts';

const KEEPERS = ['physiatrist', 'administrator'] as const;
const onClinic = z.object({ clinicId: ClinicId });
const onValue = onClinic.extend({ key: z.string().min(1).max(80) });
const value = z.union([z.number(), z.string().max(80)]);
/** 0 while nobody has set or confirmed the value. */
const expectedVersion = z.number().int().min(0);

/** What somebody did to a value, and why. */
export const ValueAct = z.object({
  key: z.string(),
  version: z.number().int(),
  /** `restored`: put back to the default; `confirmed`: looked at and left as it is. */
  act: z.enum(['changed', 'restored', 'confirmed']),
  oldValue: value,
  newValue: value,
  reason: z.string(),
  by: z.string(),
  role: StaffRole,
  at: z.string(),
});
export type ValueAct = z.infer<typeof ValueAct>;

export const clinicValuesApi = {
  list: endpoint({
    id: 'clinic-values.list',
    method: 'GET',
    path: '/api/clinics/:clinicId/values',
    summary:
      'The clinical values that a clinic has set, and the last act on each value it has set or confirmed',
    permission: 'signed-in',
    params: onClinic,
    response: z.object({ clinicName: z.string(), overrides: ClinicOverrides, acts: z.array(ValueAct) }),
  }),
  history: endpoint({
    id: 'clinic-values.read-history',
    method: 'GET',
    path: '/api/clinics/:clinicId/values/:key',
    summary: 'Everything that was done to one value, newest first',
    permission: 'signed-in',
    params: onValue,
    response: z.object({ acts: z.array(ValueAct) }),
  }),
  set: endpoint({
    id: 'clinic-values.set',
    method: 'PUT',
    path: '/api/clinics/:clinicId/values/:key',
    summary: 'Set a value from now on, or put it back to the default; open episodes are judged again',
    permission: KEEPERS,
    params: onValue,
    body: z.object({
      /** Null puts the value back to the default. */
      value: value.nullable(),
      reason: requiredText(500, 'A reason'),
      expectedVersion,
    }),
    response: ValueAct,
    errors: ['stale-version', 'conflict'],
  }),
  confirm: endpoint({
    id: 'clinic-values.confirm',
    method: 'POST',
    path: '/api/clinics/:clinicId/values/:key/confirmation',
    summary: 'Confirm a value as it is: somebody who answers for it has looked',
    permission: KEEPERS,
    params: onValue,
    body: z.object({ note: text(500).optional(), expectedVersion }),
    response: ValueAct,
    errors: ['stale-version'],
  }),
};
