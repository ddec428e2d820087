import { describe, expect, test } from 'vitest';
import { BODY_REGIONS } from '#shared/patients/model.ts';
import { getMeasure } from '#shared/outcomes/registry.ts';
import { addDays, plainDate } from '#shared/platform/time.ts';
import { aCompletePrescription } from '#tests/support/prescriptions-factory.ts';
import { endsOn } from './missing-elements.ts';
import {
  draftFromRecord,
  draftFromVersion,
  measuresFor,
  proposeMeasures,
  proposeVitals,
  suggestReEvaluation,
  type PrescriptionFacts,
} from './proposals.ts';
import { settled } from './settle.ts';

const TODAY = plainDate('2026-11-23');
const coded = (...codes: string[]) =>
  codes.map((code) => ({ code, codeSystem: 'http://hl7.org/fhir/sid/icd-10-cm', status: 'active' }));
const facts = (changes: Partial<PrescriptionFacts> = {}): PrescriptionFacts => ({
  bodyRegion: 'knee',
  side: 'right',
  onsetOn: null,
  today: TODAY,
  diagnoses: [],
  conditions: [],
  stopRules: ['RF-CES'],
  ...changes,
});

test('vital signs are ordered where a comorbidity asks for them', () => {
  expect(proposeVitals(coded('E11.9'))).toMatchObject({
    glucose: { min: 70, max: 250 },
    bloodPressure: null,
  });
  expect(proposeVitals(coded('I50.9')).bloodPressure).toEqual({ maxSystolic: 180, maxDiastolic: 110 });
  expect(proposeVitals(coded('I25.10')).bloodPressure).toEqual({ maxSystolic: 180, maxDiastolic: 110 });
  expect(proposeVitals(coded('J44.9')).spo2).toEqual({ min: 88 });
  expect(Object.values(proposeVitals([]))).toEqual([null, null, null, null]);
});

describe('measures for a part of the body', () => {
  test.each(BODY_REGIONS)('%s: one for the region and pain, both judgeable, sides given', (bodyRegion) => {
    const rows = proposeMeasures({ bodyRegion, side: 'left' });
    expect(rows.map(({ measureCode }) => measureCode)).toContain('nprs');
    expect(rows.length).toBeGreaterThanOrEqual(2);
    for (const { measureCode, side } of rows) {
      const measure = getMeasure(measureCode);
      expect(measure?.judgeable).toBe(true);
      expect(side).toBe(measure?.sided ? 'left' : null);
    }
  });

  test('both sides are two series of a sided measure', () => {
    expect(proposeMeasures({ bodyRegion: 'knee', side: 'both' }).map(({ side }) => side)).toEqual([
      'left',
      'right',
      null,
    ]);
  });

  test('the list begins with what is made for the region', () => {
    expect(measuresFor('lower-back')[0]?.code).toBe('odi');
    expect(measuresFor('neck')[0]?.code).toBe('ndi');
    expect(measuresFor('knee')).toHaveLength(measuresFor('nowhere').length);
  });
});

describe('a re-evaluation date', () => {
  test('week 4 of 6, as in the example of the rules', () => {
    expect(suggestReEvaluation(TODAY, 6)).toBe(addDays(TODAY, 28));
  });

  test.each([1, 2, 3, 4, 8, 12, 52])('of a plan of %i weeks lies inside the plan', (weeks) => {
    const suggested = suggestReEvaluation(TODAY, weeks);
    expect(suggested > TODAY && suggested <= endsOn(TODAY, weeks)).toBe(true);
  });
});

test('the first draft says what the record says and leaves the rest open', () => {
  const draft = draftFromRecord(facts({ conditions: coded('Z95.0') }));
  expect(draft).toMatchObject({ startsOn: TODAY, frequencyPerWeek: null, goals: [], stopRules: ['RF-CES'] });
  expect(draft.precautions.some(({ comorbidity }) => comorbidity === 'pacemaker')).toBe(true);
});

test('the next version starts today, keeps what was decided, adds what the record has learnt', () => {
  const version = aCompletePrescription('2026-10-01');
  const diagnosis = { conditionId: null, code: 'M51.26', display: 'Disc displacement', side: null };

  const draft = draftFromVersion(version, facts({ diagnoses: [diagnosis], conditions: coded('E11.9') }));

  expect(draft).toMatchObject({
    startsOn: TODAY,
    reEvaluationOn: addDays(TODAY, 28),
    interventions: version.interventions,
    goals: version.goals,
    diagnoses: [...version.diagnoses, diagnosis],
  });
  expect(draft.precautions.map(({ comorbidity }) => comorbidity)).toContain('diabetes');
});

test('what is not the writer’s to say is put right: names, percents, sides, empty limits', () => {
  const content = aCompletePrescription(TODAY);
  const [traction] = content.interventions;
  const [goal] = content.goals;
  if (!traction || !goal) throw new Error('factory');
  const tidy = settled({
    ...content,
    interventions: [
      {
        ...traction,
        name: 'Something else',
        bounds: [...traction.bounds, { parameter: 'intensityMa', min: null, max: null }],
      },
    ],
    weightBearing: (['NWB', 'TTWB', 'WBAT', 'FWB'] as const).map((status, index) => ({
      limb: (['left-leg', 'right-leg', 'left-arm', 'right-arm'] as const)[index] ?? 'left-leg',
      status,
      percent: status === 'TTWB' ? null : 55,
      until: null,
    })),
    goals: [{ ...goal, side: 'left' }],
  });
  expect(tidy.interventions[0]).toMatchObject({ name: 'Lumbar traction', bounds: traction.bounds });
  expect(tidy.weightBearing.map(({ percent }) => percent)).toEqual([0, 20, null, 100]);
  expect(tidy.goals[0]?.side).toBeNull();
});
