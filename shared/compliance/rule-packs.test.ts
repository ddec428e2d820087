import { describe, expect, test } from 'vitest';
import { PrescriptionId } from '#shared/platform/ids.ts';
import { addDays, plainDate } from '#shared/platform/time.ts';
import { complianceBadges } from './badges.ts';
import { dollarWords, kxThresholdOf, kxStanding } from './kx-threshold.ts';
import type { ComplianceFacts } from './model.ts';
import { missingPlanElements, planElements } from './plan-content.ts';
import { RULE_PACKS, rulePackOn } from './rule-packs.ts';
import { complianceStanding } from './standing.ts';

const first = plainDate('2026-06-01');
const on = (days: number) => addDays(first, days);
const about = { episodeId: 'e', patientId: 'p' };

const facts = (change: Partial<ComplianceFacts> = {}): ComplianceFacts => ({
  payerProfile: 'medicare_part_b',
  clinicValues: {},
  status: 'open',
  closedOn: null,
  evaluatedOn: on(-2),
  firstTreatmentOn: first,
  certification: {
    versions: [
      {
        versionNumber: 1,
        signedOn: on(-1),
        startsOn: first,
        endedOn: null,
        durationWeeks: 12,
        certifiedOn: on(-1),
      },
    ],
    evaluatedOn: null,
    firstTreatmentOn: first,
    sentOn: on(1),
  },
  first: { signedOn: on(-1), durationWeeks: 12 },
  current: {
    prescriptionId: PrescriptionId.parse('0197c1de-0000-7000-8000-000000000001'),
    versionNumber: 1,
    signedOn: on(-1),
    startsOn: first,
    durationWeeks: 12,
  },
  firstSentOn: on(1),
  currentSentOn: on(1),
  delayExplained: false,
  lastReportOn: null,
  treatmentDates: [],
  dischargeNoteOn: null,
  amountCents: null,
  ...change,
});

const codes = (change: Partial<ComplianceFacts>, day = 5) =>
  complianceBadges(facts(change), about, on(day)).map(({ code }) => code);

describe('the rule pack of a day', () => {
  test('follows the payer and the dates: 2024 ends where 2025 begins', () => {
    expect(rulePackOn('medicare_part_b', plainDate('2024-12-31')).id).toBe('us-medicare-2019');
    expect(rulePackOn('medicare_part_b', plainDate('2025-01-01')).id).toBe('us-medicare-2025');
    expect(rulePackOn('medicare_part_b', plainDate('2018-01-01')).id).toBe('us-medicare-2019');
    expect(rulePackOn('none', first).id).toBe('none');
  });

  test('packs of one payer never overlap, and every rule names its source', () => {
    for (const pack of RULE_PACKS) {
      const sameDay = RULE_PACKS.filter(
        (other) =>
          other !== pack &&
          other.payer === pack.payer &&
          (other.effectiveFrom ?? '') <= (pack.effectiveTo ?? '9999') &&
          (pack.effectiveFrom ?? '') <= (other.effectiveTo ?? '9999'),
      );
      expect(sameDay).toEqual([]);
      for (const rule of pack.rules) expect(rule.source).toMatch(/\[[SMP]\d*\]/);
    }
  });

  test('without payer rules nothing is counted and nothing waits', () => {
    const standing = complianceStanding(facts({ payerProfile: 'none', firstSentOn: null }), on(300));
    expect(standing).toMatchObject({ certification: null, sending: null, progress: null, kx: null });
    expect(codes({ payerProfile: 'none', firstSentOn: null }, 300)).toEqual([]);
  });
});

describe('what waits', () => {
  test('nothing, when all is in order', () => expect(codes({})).toEqual([]));

  test('evidence of sending is due 30 days after the earlier of evaluation and first treatment', () => {
    const standing = (day: number, firstSentOn: ComplianceFacts['firstSentOn']) =>
      complianceStanding(facts({ firstSentOn }), on(day)).sending;
    expect(standing(28, null)).toEqual({ state: 'due', dueOn: on(28) });
    expect(standing(29, null)).toMatchObject({ state: 'overdue' });
    expect(standing(60, on(28))).toMatchObject({ state: 'sent' });
    expect(standing(60, on(29))).toMatchObject({ state: 'sent-late' });
    expect(complianceBadges(facts({ firstSentOn: null }), about, on(29))).toMatchObject([
      { code: 'PLAN_NOT_SENT', tone: 'warning', href: '/episodes/e/documentation?panel=sending' },
    ]);
  });

  test('recertification is said 14 days before the last certified day, and is missing the day after it', () => {
    expect([codes({}, 68), codes({}, 69), codes({}, 83), codes({}, 84)]).toEqual([
      [],
      ['RECERT_DUE_SOON'],
      ['RECERT_DUE_SOON'],
      ['NOT_CERTIFIED'],
    ]);
  });

  test('a plan that nothing certified yet waits for its first certification, however short it is', () => {
    const { certification } = facts();
    const versions = certification.versions.map((one) => ({ ...one, certifiedOn: null, durationWeeks: 3 }));
    const change = { certification: { ...certification, versions, sentOn: null } };
    expect([codes(change, 10), codes(change, 25), codes(change, 30)]).toEqual([[], [], []]);
    expect(complianceBadges(facts(change), about, on(31))).toMatchObject([
      { code: 'NOT_CERTIFIED', label: 'Not certified', href: '/episodes/e/documentation?panel=certify' },
    ]);
  });

  test('a closed episode needs no recertification, but its discharge note (CERT-8, 1.5)', () => {
    const closed = { status: 'closed', closedOn: on(40) } as const;
    expect(codes(closed, 300)).toEqual(['DISCHARGE_NOTE']);
    expect(codes({ ...closed, dischargeNoteOn: on(41) }, 300)).toEqual([]);
    expect(codes({ ...closed, firstTreatmentOn: null }, 300)).toEqual([]);
  });

  test('a progress report is said from the eighth treatment day and leads to where it is written', () => {
    const dates = (count: number) => Array.from({ length: count }, (_, day) => on(day));
    expect(codes({ treatmentDates: dates(7) }, 20)).toEqual([]);
    const [badge] = complianceBadges(facts({ treatmentDates: dates(10) }), about, on(20));
    expect(badge).toMatchObject({
      label: 'Progress report due: treatment day 10',
      href: '/episodes/e/progress-reports',
    });
  });
});

describe('the KX threshold', () => {
  test('is passed above its amount, near from nine tenths, and review may start at $3,000', () => {
    const state = (dollars: number) => kxStanding(2026, Math.round(dollars * 100)).state;
    expect([2231.99, 2232, 2480, 2480.01, 2999.99, 3000].map(state)).toEqual([
      'below',
      'near',
      'near',
      'above',
      'above',
      'medical-review',
    ]);
  });

  test('of 2027 is unknown and stays so; review is fixed through 2028', () => {
    expect(kxThresholdOf(2027)).toBeUndefined();
    expect(kxStanding(2027, 250_000)).toMatchObject({ state: 'threshold-unknown', thresholdCents: null });
    expect(kxStanding(2028, 300_000).state).toBe('medical-review');
    expect(kxStanding(2029, 300_000).state).toBe('threshold-unknown');
    expect(kxStanding(2026, null).state).toBe('not-entered');
  });

  test('is written in dollars', () => {
    expect([dollarWords(248_000), dollarWords(5), dollarWords(123_456_789)]).toEqual([
      '$2,480',
      '$0.05',
      '$1,234,567.89',
    ]);
  });
});

test('a goal of the plan says what it is measured by (POC-2)', () => {
  const goal = {
    description: 'Sits through a working day',
    measureCode: 'odi',
    side: null,
    target: 20,
    targetOn: plainDate('2026-12-06'),
  };
  const plan = { diagnoses: [], interventions: [], frequencyPerWeek: null, durationWeeks: null };
  expect(planElements({ ...plan, goals: [goal] }).goals).toBe(
    'Sits through a working day: ODI at most 20 % by 6 Dec 2026',
  );
});

test('a plan lacks what it does not say (POC-2)', () => {
  const plan = {
    diagnoses: [{ conditionId: null, code: 'M54.16', display: 'Radiculopathy', side: null }],
    goals: [],
    interventions: [{ name: 'Bridge' }],
    frequencyPerWeek: 3,
    durationWeeks: null,
  };
  expect(missingPlanElements(plan)).toEqual(['goals', 'duration']);
  expect(missingPlanElements({ ...plan, interventions: [], frequencyPerWeek: null })).toEqual([
    'goals',
    'type',
    'amount',
    'frequency',
    'duration',
  ]);
});

test('the plan says its own amount and counts in visits where the physiatrist does (POC-3)', () => {
  const plan = {
    diagnoses: [],
    goals: [],
    interventions: [],
    frequencyPerWeek: 6,
    durationWeeks: 3,
    amountPerDay: 2,
    durationVisits: 18,
  };
  expect(planElements(plan)).toMatchObject({
    amount: '2 times on each day of treatment',
    duration: '18 visits (3 weeks)',
  });
  expect(planElements({ ...plan, amountPerDay: null, durationVisits: null })).toMatchObject({
    amount: 'once on each day of treatment (the plan says nothing else)',
    duration: '3 weeks',
  });
});
