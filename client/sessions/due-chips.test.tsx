import { screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { EpisodeId, SafetyHoldId } from '#shared/platform/ids.ts';
import { plainDate } from '#shared/platform/time.ts';
import type { TodaySession } from '#shared/sessions/today.ts';
import { renderScreen } from '#tests/support/render-screen.tsx';
import { DueChips } from './DueChips.tsx';

/** A visit on which every one of Medicare's clocks has run out. */
const visit = (payerProfile: TodaySession['payerProfile']) => ({
  episodeId: EpisodeId.parse('01930000-0000-7000-8000-0000000000e1'),
  sessionDate: plainDate('2026-11-22'),
  payerProfile,
  prescription: { versionNumber: 1, acknowledged: true },
  due: [],
  progressReport: {
    treatmentDaysSinceReport: 11,
    status: 'OVERDUE' as const,
    lastReportOn: null,
    clinicianTreatedOn: null,
  },
  gate: {
    consultSigned: true,
    therapistOnTeam: true,
    visitsUsed: 11,
    holds: [],
    procedures: [],
    certification: {
      initial: 'OVERDUE' as const,
      recertification: 'EXPIRED' as const,
      certifiedThrough: plainDate('2026-10-01'),
    },
  },
});

test('Medicare’s clocks stand on a visit that Medicare pays', async () => {
  renderScreen({ path: '/visit', part: <DueChips visit={visit('medicare_part_b')} /> });
  expect(await screen.findByText(/Progress report overdue: 11 treatment days since the last/)).toBeDefined();
  expect(screen.getByText('Only assistants since the last report: a therapist treats next')).toBeDefined();
  expect(screen.getByText('Not certified')).toBeDefined();
});

test('without payer rules no badge of theirs stands on a visit', async () => {
  const part = (
    <p>
      Visit: <DueChips visit={visit('none')} />
    </p>
  );
  renderScreen({ path: '/visit', part });
  expect((await screen.findByText(/Visit:/)).textContent).toBe('Visit: ');
});

test('a visit at which something prescribed is forbidden since the signature says so before it begins', async () => {
  const forbidden = { ...visit('none'), forbiddenSince: ['Heel raise', 'Balance training'] };
  renderScreen({ path: '/visit', part: <DueChips visit={forbidden} /> });
  expect(await screen.findByText('New contraindication')).toBeDefined();
});

test('a leg that nobody may treat is said on Today, with what is suspected', async () => {
  const held = visit('none');
  const stop = {
    safetyHoldId: SafetyHoldId.parse('01930000-0000-7000-8000-000000000051'),
    code: 'RF-DVT',
    level: 'prompt' as const,
    note: 'Calf thick',
    openedAt: '2026-11-22T14:00:00Z',
    openedBy: 'Jonas Lindqvist, DPT',
    closedAt: null,
    elsewhere: null,
  };
  const stopped = { ...held, gate: { ...held.gate, holds: [stop] } };
  renderScreen({ path: '/visit', part: <DueChips visit={stopped} /> });
  expect(await screen.findByText('Leg not treated: possible thrombosis')).toBeDefined();
});

test('measures due are told apart although a name holds a comma', async () => {
  const measure = (measureCode: string, side: 'left' | null) => ({
    measureCode,
    side,
    role: 'primary' as const,
    lastOn: null,
    dueOn: null,
    isDue: true,
    daysOverdue: 0,
  });
  const due = [measure('koos_jr', 'left'), measure('nprs', null)];
  renderScreen({ path: '/visit', part: <DueChips visit={{ ...visit('none'), due }} /> });
  expect(await screen.findByText('Due: KOOS, JR left; NPRS')).toBeDefined();
});
