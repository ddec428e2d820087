import { describe, expect, test } from 'vitest';
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
      ...{ bodyRegion: 'knee', side: null, onsetOn: null, today: '2026-11-22' as never },
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
