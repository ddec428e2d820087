import { z } from 'zod';
import { endpoint, expectedVersion, text } from '#shared/platform/endpoint.ts';
import { ClinicId, OnCallDutyId, StaffMemberId } from '#shared/platform/ids.ts';
import { PlainDate } from '#shared/platform/time.ts';
import { ClinicWeek, ClockTime } from './clinic-hours.ts';
import { ClinicOnCall } from './model.ts';

const onClinic = z.object({ clinicId: ClinicId });
const KEEPERS = ['administrator', 'physiatrist'] as const;

export const onCallApi = {
  read: endpoint({
    id: 'on-call.list-clinics',
    method: 'GET',
    path: '/api/on-call',
    summary: 'Clinic hours, and which physiatrist is on call at each clinic, now and later',
    permission: 'signed-in',
    response: z.object({ clinics: z.array(ClinicOnCall) }),
  }),
  assign: endpoint({
    id: 'on-call.assign-duty',
    method: 'POST',
    path: '/api/clinics/:clinicId/on-call',
    summary: 'Put a physiatrist on call for a clinic, from when to when',
    permission: KEEPERS,
    params: onClinic,
    body: z.object({
      staffMemberId: StaffMemberId,
      from: PlainDate,
      fromTime: ClockTime,
      to: PlainDate,
      toTime: ClockTime,
      phone: text(40).default(''),
    }),
    response: z.object({ onCallDutyId: OnCallDutyId }),
    errors: ['conflict', 'time-taken'],
    idempotent: true,
  }),
  end: endpoint({
    id: 'on-call.end-duty',
    method: 'POST',
    path: '/api/clinics/:clinicId/on-call/:onCallDutyId/ending',
    summary: 'End a duty now, or take one back that has not begun',
    permission: KEEPERS,
    params: onClinic.extend({ onCallDutyId: OnCallDutyId }),
    body: z.object({ expectedVersion }),
    response: z.object({ endsAt: z.string() }),
    errors: ['stale-version', 'conflict'],
  }),
  setHours: endpoint({
    id: 'on-call.set-clinic-hours',
    method: 'PUT',
    path: '/api/clinics/:clinicId/hours',
    summary: 'Set when a clinic is open: the hours in which an urgent alert must be answered',
    permission: KEEPERS,
    params: onClinic,
    body: z.object({
      week: ClinicWeek,
      /** 0 while nobody has set them. */
      expectedVersion: z.number().int().min(0),
    }),
    response: z.object({ hoursVersion: z.number().int() }),
    errors: ['stale-version'],
  }),
};
