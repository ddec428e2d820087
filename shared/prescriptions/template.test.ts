import { describe, expect, test } from 'vitest';
import { aCompletePrescription } from '#tests/support/prescriptions-factory.ts';
import { RED_FLAG_CODES } from '#shared/sessions/red-flags.ts';
import { plainDate } from '#shared/platform/time.ts';
import { differenceBetween } from './difference.ts';
import { getIntervention, limitableParameters } from './interventions.ts';
import { missingElements } from './missing-elements.ts';
import { emptyPrescription, type PrescriptionDraftContent } from './model.ts';
import { proposePrecautions } from './precautions.ts';
import { visitsOf } from './schedule.ts';
import { settled } from './settle.ts';
import { STARTERS } from './starters/all.ts';
import {
  applyTemplate,
  TEMPLATE_PARTS,
  TemplateContent,
  templateOf,
  type TemplateSetting,
} from './template.ts';

const today = plainDate('2026-11-22');
const empty = emptyPrescription(RED_FLAG_CODES);
const knee: TemplateSetting = { bodyRegion: 'knee', side: 'left', today };
const starter = (key: string) => {
  const found = STARTERS.find((one) => one.key === key);
  if (!found) throw new Error(`no starter ${key}`);
  return found;
};

describe('the shipped starting points', () => {
  test('a dozen or more, each once, each well formed', () => {
    expect(STARTERS.length).toBeGreaterThanOrEqual(12);
    expect(new Set(STARTERS.map(({ key }) => key)).size).toBe(STARTERS.length);
    for (const { content, key } of STARTERS)
      expect(TemplateContent.safeParse(content).success, key).toBe(true);
  });

  test.each(STARTERS.map((one) => [one.key, one] as const))(
    '%s limits what can be limited',
    (_key, { content }) => {
      for (const { code, bounds } of [...content.interventions]) {
        expect(getIntervention(code), code).toBeDefined();
        for (const { parameter } of bounds) expect(limitableParameters(code)).toContain(parameter);
      }
      for (const { code } of content.excluded) expect(getIntervention(code), code).toBeDefined();
    },
  );

  test.each(STARTERS.map((one) => [one.key, one] as const))(
    '%s leaves nothing to add but what only the patient’s record can say',
    (_key, { content, bodyRegion }) => {
      const { content: draft } = applyTemplate(empty, content, { bodyRegion, side: 'left', today });
      const missing = missingElements(settled(draft), { bodyRegion, today });
      expect(missing.map(({ code }) => code)).toEqual(['DIAGNOSIS', 'ONSET', 'PRECAUTIONS']);
    },
  );
});

describe('applying', () => {
  test('the patient’s own facts stay', () => {
    const mine: PrescriptionDraftContent = {
      ...aCompletePrescription('2026-11-20'),
      vitals: {
        bloodPressure: { maxSystolic: 160, maxDiastolic: 100 },
        heartRate: null,
        spo2: null,
        glucose: null,
      },
    };
    const { content } = applyTemplate(mine, starter('knee-osteoarthritis').content, knee);
    for (const field of [
      'diagnoses',
      'onsetOn',
      'surgeryOn',
      'precautions',
      'vitals',
      'stopRules',
      'startsOn',
    ] as const)
      expect(content[field]).toEqual(mine[field]);
    expect(
      visitsOf({
        frequencyPerWeek: 2,
        durationWeeks: 10,
        taper: starter('knee-osteoarthritis').content.taper,
      }),
    ).toBe(16);
    expect(content.weightBearing).toMatchObject([{ limb: 'left-leg', status: 'WBAT' }]);
  });

  test('what a precaution forbids is left out and named', () => {
    const raynaud = proposePrecautions([
      { code: 'I73.00', codeSystem: 'http://hl7.org/fhir/sid/icd-10-cm', status: 'active' },
    ]);
    const { content, leftOut } = applyTemplate(
      { ...empty, precautions: raynaud },
      starter('knee-replacement-early').content,
      knee,
    );
    expect(leftOut).toEqual([{ name: 'Cold pack', why: 'contraindicated for this patient: Cryotherapy' }]);
    expect(content.interventions.map(({ code }) => code)).not.toContain('cold-pack');
  });

  test('what the draft rules out stays ruled out', () => {
    const [ruledOut, other] = starter('knee-osteoarthritis').content.interventions;
    if (!ruledOut || !other) throw new Error('no interventions in the starter');
    const excluded = [{ code: ruledOut.code, name: ruledOut.name, reason: 'Flared up twice' }];
    const template = {
      ...starter('knee-osteoarthritis').content,
      excluded: [{ code: 'dry-needling', name: 'Dry needling', reason: null }],
    };
    const { content, leftOut } = applyTemplate({ ...empty, excluded }, template, knee);
    expect(leftOut).toEqual([{ name: ruledOut.name, why: 'ruled out in this draft: Flared up twice' }]);
    expect(content.interventions.map(({ code }) => code)).not.toContain(ruledOut.code);
    expect(content.interventions.map(({ code }) => code)).toContain(other.code);
    expect(content.excluded.map(({ code }) => code)).toEqual([ruledOut.code, 'dry-needling']);
  });

  test('only the chosen parts change', () => {
    const mine = aCompletePrescription('2026-11-20');
    const { content } = applyTemplate(mine, starter('low-back-pain').content, knee, ['goals']);
    expect(new Set(differenceBetween(mine, content).map(({ path }) => path))).toEqual(new Set(['goals']));
  });

  test('a sided measure takes the side of the episode; both sides are two', () => {
    const both = applyTemplate(empty, starter('knee-replacement-early').content, {
      ...knee,
      side: 'both',
    }).content;
    expect(
      both.measures.filter(({ measureCode }) => measureCode === 'rom_knee_flexion').map(({ side }) => side),
    ).toEqual(['left', 'right']);
    expect(both.weightBearing.map(({ limb }) => limb)).toEqual(['left-leg', 'right-leg']);
  });

  test('applied twice it changes nothing more', () => {
    const once = applyTemplate(empty, starter('falls').content, knee).content;
    expect(applyTemplate(once, starter('falls').content, knee).content).toEqual(once);
  });
});

test('a draft saved as a template and applied to the same patient is the same plan', () => {
  const mine = aCompletePrescription('2026-11-20', {
    taper: [
      { perWeek: 3, weeks: 2 },
      { perWeek: 2, weeks: 4 },
    ],
  });
  const again = applyTemplate(
    { ...empty, startsOn: mine.startsOn },
    templateOf(mine),
    { bodyRegion: 'knee', side: 'left', today },
    TEMPLATE_PARTS,
  ).content;
  for (const field of [
    'frequencyPerWeek',
    'durationWeeks',
    'taper',
    'interventions',
    'goals',
    'measures',
  ] as const)
    expect(again[field], field).toEqual(mine[field]);
  expect(again.diagnoses).toEqual([]);
});
