import { describe, expect, test } from 'vitest';
import { certification } from '#shared/compliance/certification.ts';
import { documentationOf } from '#shared/compliance/documentation-values.ts';
import { kxStanding } from '#shared/compliance/kx-threshold.ts';
import { progressReport } from '#shared/compliance/progress-report.ts';
import { citedRules, rulePackOn } from '#shared/compliance/rule-packs.ts';
import { plainDate } from '#shared/platform/time.ts';
import { billingValuesOf } from '#shared/sessions/billing-values.ts';
import { isAssistants } from '#shared/sessions/claim-modifiers.ts';
import { timedUnits } from '#shared/sessions/timed-units.ts';
import { unitRuleIn } from '#shared/sessions/unit-rules.ts';
import { normOf } from '#shared/evaluations/exam-norms.ts';
import { adherenceOf, homeOf } from '#shared/home-programme/adherence.ts';
import { triage, triageOf } from '#shared/intake/triage.ts';
import { pace, paceOf } from '#shared/oversight/expected-pace.ts';
import { consequencesOf } from '#shared/medications/therapy-consequences.ts';
import { ICD_10_CM } from '#shared/patients/code-systems.ts';
import { draftFromRecord, proposeVitals } from '#shared/prescriptions/proposals.ts';
import { asRuled, proposePrecautions, withProposed } from '#shared/prescriptions/precautions.ts';
import { vitalsInForce } from '#shared/prescriptions/vitals-in-force.ts';
import { leastLevel } from '#shared/sessions/red-flag-level.ts';
import { getRedFlag } from '#shared/sessions/red-flags.ts';
import { suggestedFlags } from '#shared/sessions/suggested-flags.ts';

const coded = (...codes: string[]) =>
  codes.map((code) => ({ code, codeSystem: ICD_10_CM, status: 'active' }));
const NO_VITALS = { bloodPressure: null, heartRate: null, spo2: null, glucose: null };
const UNTAKEN = { systolic: null, diastolic: null, heartRate: null, spo2: null, glucose: null };

describe('vital signs', () => {
  const heart = proposePrecautions(coded('I25.10'));

  test('a limit that the clinic tightened holds for what was signed before, one that it loosened does not', () => {
    const pulse = (heartRateMax: number) =>
      vitalsInForce(NO_VITALS, heart, { 'vitals.heartRateMax': heartRateMax }).vitals.heartRate?.max;
    expect(vitalsInForce(NO_VITALS, heart).vitals.heartRate?.max).toBe(120);
    expect(pulse(110)).toBe(110);
    expect(pulse(140)).toBe(120);
  });

  test('what is proposed carries the clinic’s numbers, in its words and its limits', () => {
    const [row] = proposePrecautions(coded('I25.10'), { 'vitals.heartRateMax': 140 }).filter((one) =>
      one.intervention.startsWith('Resting heart rate'),
    );
    expect(row).toMatchObject({
      intervention: 'Resting heart rate above 140 or below 50 with symptoms, SpO2 below 88 %',
      vitals: { heartRate: { max: 140 } },
    });
    expect(proposeVitals(coded('J44.9'), { 'vitals.spo2Min': 90 }).spo2).toEqual({ min: 90 });
  });

  test('a row written with other numbers is the same row: it is not proposed twice, and says today’s numbers when saved', () => {
    const today = { 'vitals.weightGainDayLb': 2 };
    const [written] = proposePrecautions(coded('I50.9')).filter((one) =>
      one.intervention.startsWith('Weight'),
    );
    if (!written) throw new Error('a row about weight');
    const now = proposePrecautions(coded('I50.9'), today);
    expect(withProposed([written], now)).toHaveLength(now.length);
    expect(asRuled(written, today).intervention).toBe(
      'Weight gain of more than 2 lb in a day or 5 lb in a week',
    );
  });

  test('the effort of a beta-blocker and the INR limit are said with the clinic’s numbers', () => {
    const [blocker] = consequencesOf(['metoprolol'], { clinicValues: { 'vitals.effortRpeMax': 14 } });
    expect(blocker?.sentence).toContain('RPE 11-14');
    const [blood] = proposePrecautions(coded('Z79.01'), { 'vitals.inrLimit': '3.5' });
    expect(blood?.note).toContain('INR above 3.5 (the clinic’s limit)');
  });
});

describe('precautions', () => {
  const epilepsy = (overrides = {}) =>
    proposePrecautions(coded('G40.909'), overrides).find((one) => one.agents.includes('biofeedback'));

  test('a row asks for what the clinic has set', () => {
    expect(epilepsy()).toMatchObject({ level: 'precaution' });
    expect(epilepsy({ 'precautions.epilepsy-biofeedback': 'contraindicated' })).toMatchObject({
      level: 'contraindicated',
      kind: 'contraindicated',
    });
    expect(epilepsy({ 'precautions.epilepsy-biofeedback': 'monitor' })).toMatchObject({
      level: 'precaution',
      kind: 'monitor',
    });
  });

  test('a new prescription begins with it', () => {
    const draft = draftFromRecord({
      ...{ bodyRegion: 'knee', side: null, onsetOn: null, today: plainDate('2026-11-22') },
      ...{ diagnoses: [], stopRules: [], conditions: coded('G40.909') },
      clinicValues: { 'precautions.epilepsy-biofeedback': 'contraindicated' },
    });
    expect(draft.precautions.filter(({ level }) => level === 'contraindicated')).toHaveLength(2);
  });
});

describe('red flags', () => {
  test('the clinic’s level is the least one; a level from a source cannot be set', () => {
    const least = (code: string, overrides: Record<string, string>) => {
      const flag = getRedFlag(code, overrides);
      return flag && leastLevel(flag, undefined);
    };
    expect(least('RF-CRPS', {})).toBe('prompt');
    expect(least('RF-CRPS', { 'redFlags.RF-CRPS': 'urgent' })).toBe('urgent');
    expect(least('RF-CES', { 'redFlags.RF-CES': 'prompt' })).toBe('emergency');
  });

  test('the sheet suggests by the clinic’s limits, and the list says them', () => {
    const pain = (overrides = {}) =>
      suggestedFlags({ vitals: UNTAKEN, painBefore: 5, painAfter: 7 }, { painBefore: 5 }, overrides);
    expect(pain()).toEqual([]);
    expect(pain({ 'pain.rise': 2 })).toMatchObject([{ code: 'RF-PAIN' }]);
    expect(pain({ 'pain.severe': 7 })).toMatchObject([{ code: 'RF-PAIN' }]);
    const low = { vitals: { ...UNTAKEN, glucose: 75 }, painBefore: null, painAfter: null };
    expect(suggestedFlags(low, undefined)).toEqual([]);
    expect(suggestedFlags(low, undefined, { 'vitals.glucoseMin': 80 })).toMatchObject([{ code: 'RF-HYPO' }]);
    expect(getRedFlag('RF-PAIN', { 'pain.severe': 7 })?.finding).toContain('Pain 7 or more');
  });
});

describe('documentation', () => {
  const on = (date: string) => plainDate(date);
  const plan = {
    evaluationDate: on('2026-01-01'),
    initialTreatmentDate: on('2026-01-01'),
    planDurationDays: 42,
    signedOrderOnFile: true,
    planTransmittedDate: null,
    signatureDate: on('2026-01-01'),
  };

  test('the end of a certification is said as early as the clinic wants, and its days counted as it counts', () => {
    const state = (asOf: string, overrides = {}) =>
      certification({ ...plan, asOf: on(asOf) }, documentationOf(overrides));
    expect(state('2026-01-27').recertification).toBe('OK');
    expect(state('2026-01-27', { 'documentation.recertificationWarnDays': 21 }).recertification).toBe(
      'RECERT_DUE_SOON',
    );
    expect(state('2026-01-27').certifiedThrough).toBe('2026-02-11');
    expect(
      state('2026-01-27', { 'documentation.certificationCounts': 'from-the-day-after' }).certifiedThrough,
    ).toBe('2026-02-12');
  });

  test('a progress report is due soon from the clinic’s treatment day; the tenth stays the tenth', () => {
    const treatmentDates = [1, 2, 3, 4, 5, 6, 7].map((day) => on(`2026-01-0${day}`));
    const report = (overrides = {}) =>
      progressReport(
        { treatmentDates, lastProgressReportDate: null, asOf: on('2026-01-31') },
        documentationOf(overrides),
      ).status;
    expect(report()).toBe('OK');
    expect(report({ 'documentation.reportDueSoonFrom': 7 })).toBe('DUE_SOON');
  });

  test('thresholds from memory and the word near are the clinic’s', () => {
    const kx = (year: number, dollars: number, overrides = {}) =>
      kxStanding(year, dollars * 100, documentationOf(overrides)).state;
    expect(kx(2020, 2100)).toBe('above');
    expect(kx(2020, 2100, { 'documentation.kx2020': 2200 })).toBe('near');
    expect(kx(2026, 2000)).toBe('below');
    expect(kx(2026, 2000, { 'documentation.kxNearShare': 0.8 })).toBe('near');
  });

  test('the rules are read with the clinic’s numbers', () => {
    const rules = (overrides = {}) =>
      citedRules(rulePackOn('medicare_part_b', on('2026-01-01')), documentationOf(overrides))
        .map(({ sentence }) => sentence)
        .join(' ');
    expect(rules()).toContain('warns 14 days before');
    expect(rules({ 'documentation.recertificationWarnDays': 21 })).toContain('warns 21 days before');
    // A plan says its own amount: what a clinic once set for it is no value any more.
    expect(rules({ 'documentation.amountPerDay': 2 })).toContain('(once unless told otherwise)');
    expect(rules({ 'documentation.certificationCounts': 'from-the-day-after' })).toContain(
      'counted from the day after the first treatment',
    );
  });
});

describe('units', () => {
  const units = (services: { code: string; minutes: number }[], overrides = {}) => {
    const counted = timedUnits(services, billingValuesOf(overrides));
    return 'error' in counted ? counted : { ...counted.units, ...counted.untimedUnits };
  };

  test('equal remainders go by the clinic’s rule', () => {
    const services = [
      { code: '97140', minutes: 35 },
      { code: '97110', minutes: 20 },
      { code: '97112', minutes: 5 },
    ];
    expect(units(services)).not.toEqual(units(services, { 'billing.tie': 'lower-code' }));
  });

  test('a code from memory is timed or untimed as the clinic bills it; one from a source stays', () => {
    const water = [{ code: '97113', minutes: 30 }];
    expect(units(water)).toEqual({ '97113': 2 });
    expect(units(water, { 'codes.97113': 'untimed' })).toEqual({ '97113': 1 });
    expect(units([{ code: '97110', minutes: 30 }], { 'codes.97110': 'untimed' })).toEqual({ '97110': 2 });
  });

  test('the assistant’s share and the rule of other payers', () => {
    expect(isAssistants(6, 40)).toBe(true);
    expect(isAssistants(6, 40, billingValuesOf({ 'billing.deMinimisPercent': 20 }))).toBe(false);
    const rule = (clinicValues: Record<string, string>) =>
      unitRuleIn({ payerProfile: 'none', clinicValues }, '2026-01-01').rule;
    expect(rule({})).toBe('midpoint');
    expect(rule({ 'billing.otherPayers': 'pooled' })).toBe('pooled');
  });
});

describe('requests and examination', () => {
  const request = {
    redFlag: 'none',
    newNeuroDeficit: false,
    neuroInjury: false,
    trend: 'stable',
    needsPhysicianService: false,
    hasDiagnosis: true,
    presentationClear: true,
    consultCompleted: false,
    activePrescription: false,
  } as const;

  test('what is severe and what is recent is the clinic’s', () => {
    const rule = (severity: number, daysSinceSurgery: number | null, overrides = {}) =>
      triage({ ...request, severity, daysSinceSurgery }, triageOf(overrides)).rule;
    expect(rule(6, null)).toBe('T9');
    expect(rule(6, null, { 'triage.severe': 6 })).toBe('T6');
    expect(rule(3, 200)).toBe('T9');
    expect(rule(3, 200, { 'triage.recentSurgeryDays': 240 })).toBe('T5');
  });

  test('the usual range beside a movement', () => {
    expect(normOf('Knee', 'flexion')).toBe(135);
    expect(normOf('Knee', 'flexion', { 'rom.Knee-flexion': 140 })).toBe(140);
  });
});

describe('home exercise and pace', () => {
  const report = { sessionDate: '2026-11-20', daysDone: 5, daysAsked: 9 };

  test('what is low, how far it looks back, and who is behind', () => {
    const low = (overrides = {}) => adherenceOf([report], '2026-11-22', homeOf(overrides))?.isLow;
    expect(low()).toBe(false);
    expect(low({ 'home.lowShare': 0.6 })).toBe(true);
    expect(adherenceOf([report], '2026-12-10', homeOf({}))).toBeUndefined();
    expect(adherenceOf([report], '2026-12-10', homeOf({ 'home.windowDays': 28 }))).toBeDefined();
    const facts = { daysSincePhaseStart: 21, plannedDays: 42, improvementToGoal: 20, improvement: 13 };
    expect(pace(facts)?.behind).toBe(false);
    expect(pace(facts, paceOf({ 'pace.behindShare': 0.9 }))?.behind).toBe(true);
  });
});
