import { expect, test } from 'vitest';
import { plainDate } from '#shared/platform/time.ts';
import { reportedGoals, reportedMeasures, type ProgressMeasureFacts } from './progress-measures.ts';

const ODI = { measureCode: 'odi', side: null } as const;
const score = (value: number, on: string, condition: string | null = null) => ({
  ...ODI,
  value,
  measuredOn: plainDate(on),
  condition,
});

const facts = (scores: ProgressMeasureFacts['scores']): ProgressMeasureFacts => ({
  measures: [{ ...ODI, role: 'primary', mdcTag: null, mcidTag: null }],
  clinicThresholds: [],
  goals: [{ ...ODI, description: 'ODI at most 30', target: 30, targetOn: plainDate('2026-06-01') }],
  scores,
  firstTreatmentOn: plainDate('2026-03-02'),
  lastReportOn: plainDate('2026-03-20'),
});

test('a report never sets a proxy score against one taken in person', () => {
  const mixed = facts([score(50, '2026-03-02'), score(44, '2026-03-16', 'proxy'), score(46, '2026-03-30')]);

  expect(reportedMeasures(mixed, plainDate('2026-04-01'))[0]).toMatchObject({
    baseline: { value: 50 },
    lastReport: { value: 50 },
    now: { value: 46 },
  });
  expect(reportedGoals(mixed, plainDate('2026-03-17'))[0]).toMatchObject({
    baseline: { value: 44, on: '2026-03-16' },
    now: { value: 44 },
  });
});
