import { expect, test } from 'vitest';
import type { DiagnosticOrder } from '#shared/orders/model.ts';
import { DiagnosticOrderId, StaffMemberId } from '#shared/platform/ids.ts';
import { PlainDate } from '#shared/platform/time.ts';
import { orderedWords, orderSteps } from './order-words.ts';

const id = '01930000-0000-7000-8000-000000000001';
const ORDER: DiagnosticOrder = {
  diagnosticOrderId: DiagnosticOrderId.parse(id),
  kind: 'mri',
  bodyRegion: 'lower-back',
  side: null,
  indication: 'Foot drop',
  urgency: 'urgent',
  status: 'resulted',
  safety: [],
  orderedById: StaffMemberId.parse(id),
  orderedBy: 'Amara Rivera, MD',
  orderedOn: PlainDate.parse('2026-11-18'),
  scheduledOn: PlainDate.parse('2026-11-19'),
  scheduledAt: '09:30',
  resultOn: PlainDate.parse('2026-11-19'),
  resultFlag: 'critical',
  resultEnteredBy: 'Maya Okonkwo',
  resultEnteredAt: '2026-11-20T15:00:00Z',
  earlierReports: [],
  reportText: 'Large extrusion L4-5.',
  ownReading: null,
  acknowledgedBy: null,
  acknowledgedAt: null,
  cancelReason: null,
  cancelledBy: null,
  cancelledAt: null,
  byDecision: true,
  version: 3,
};
const said = { day: (date: string) => date, on: (instant: string) => instant.slice(0, 10) };

test('a test says what has happened with it in sentences', () => {
  expect(orderedWords(ORDER, '18 Nov')).toBe(
    'Ordered 18 Nov by Amara Rivera, MD, urgent, decided on the review',
  );
  expect(orderSteps(ORDER, said)).toEqual([
    'Appointment 2026-11-19, 09:30',
    'Report entered 2026-11-20 by Maya Okonkwo',
  ]);
  const read = {
    ...ORDER,
    status: 'acknowledged' as const,
    acknowledgedBy: 'Amara Rivera, MD',
    acknowledgedAt: '2026-11-20T16:00:00Z',
  };
  expect(orderSteps(read, said)).toEqual([
    'Appointment 2026-11-19, 09:30',
    'Report entered 2026-11-20 by Maya Okonkwo',
    'Read 2026-11-20 by Amara Rivera, MD',
  ]);
  expect(orderSteps({ ...read, resultFlag: 'unremarkable' }, said)).toContain('Result: unremarkable');
});
