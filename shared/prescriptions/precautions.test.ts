import { describe, expect, test } from 'vitest';
import { COMORBIDITY_KEYS } from '#shared/patients/comorbidities.ts';
import { AGENTS, INTERVENTIONS } from './interventions.ts';
import { contraindicationOf } from './bounds.ts';
import { PRECAUTION_RULES } from './precaution-rules.ts';
import { asRuled, proposePrecautions, withProposed } from './precautions.ts';

const coded = (...codes: string[]) =>
  codes.map((code) => ({ code, codeSystem: 'http://hl7.org/fhir/sid/icd-10-cm', status: 'active' }));

const isForbidden = (code: string, ...codes: string[]) =>
  contraindicationOf(proposePrecautions(coded(...codes)), code) !== undefined;

describe('from coded comorbidities to precautions (rules.md 4.3)', () => {
  test.each([
    ['pacemaker', 'Z95.0', ['tens', 'nmes', 'diathermy', 'ultrasound'], ['heat-pack', 'leg-press']],
    ['rheumatoid arthritis', 'M06.9', ['cervical-manipulation', 'cervical-traction'], ['lumbar-traction']],
    ['Down syndrome', 'Q90.9', ['cervical-manipulation'], ['stabilisation']],
    ['Raynaud', 'I73.00', ['cold-pack'], ['heat-pack']],
    ['metal implant', 'Z96.7', ['diathermy'], ['ultrasound', 'tens']],
    [
      'untreated deep vein thrombosis',
      'I82.401',
      [
        ...['stabilisation', 'soft-tissue', 'compression', 'joint-mobilisation', 'cold-pack', 'heat-pack'],
        ...['spinal-manipulation', 'lumbar-traction', 'tens', 'aquatic-walking'],
      ],
      ['self-management'],
    ],
    ['proliferative retinopathy', 'E11.359', ['head-down', 'leg-press'], ['stationary-cycle']],
    ['active cancer', 'C50.911', ['laser', 'massage', 'ultrasound'], ['tens', 'paraffin']],
    [
      'skin infection',
      'L03.115',
      ['laser', 'whirlpool', 'paraffin', 'contrast-bath', 'iontophoresis'],
      ['stabilisation', 'massage'],
    ],
    ['vertebral fracture', 'M48.5', ['spinal-manipulation', 'lumbar-flexion', 'plyometric'], ['bridge']],
  ] as const)('%s (%s)', (_title, code, forbidden, permitted) => {
    for (const intervention of forbidden)
      expect(`${intervention} ${isForbidden(intervention, code)}`).toBe(`${intervention} true`);
    for (const intervention of permitted)
      expect(`${intervention} ${isForbidden(intervention, code)}`).toBe(`${intervention} false`);
  });

  test('an anticoagulant on the list loosens nothing: the physiatrist confirms it by overriding', () => {
    expect(isForbidden('stabilisation', 'I82.401')).toBe(true);
    expect(isForbidden('stabilisation', 'I82.401', 'Z79.01')).toBe(true);
    const confirmed = proposePrecautions(coded('I82.401', 'Z79.01')).map((row) =>
      row.comorbidity === 'dvt-suspected'
        ? { ...row, decision: 'override' as const, overrideReason: 'Apixaban since 3 weeks, therapeutic' }
        : row,
    );
    expect(contraindicationOf(confirmed, 'stabilisation')).toBeUndefined();
  });

  test('a resolved condition and free text propose nothing', () => {
    expect(
      proposePrecautions([
        { code: 'Z95.0', codeSystem: 'http://hl7.org/fhir/sid/icd-10-cm', status: 'resolved' },
      ]),
    ).toEqual([]);
    expect(proposePrecautions([{ code: 'pacemaker', codeSystem: 'text', status: 'active' }])).toEqual([]);
  });

  test('contraindications come first; the same words stand once', () => {
    const rows = proposePrecautions(coded('I50.9', 'E11.9', 'M81.0', 'M48.5'));
    const levels = rows.map(({ level }) => level);
    expect(levels).toEqual([...levels].sort());
    const words = rows.map(({ intervention }) => intervention);
    expect(new Set(words).size).toBe(words.length);
    expect(rows.find(({ intervention }) => /thrust/.test(intervention))?.level).toBe('contraindicated');
  });

  test('each row has a source and says whether it was verified; each comorbidity and agent exists', () => {
    for (const rule of PRECAUTION_RULES) {
      expect(rule.source).not.toBe('');
      expect(COMORBIDITY_KEYS).toContain(rule.comorbidity);
      for (const agent of rule.agents) expect(AGENTS).toContain(agent);
    }
  });

  test('every agent that a rule speaks about is carried by an intervention, so that the rule can bind', () => {
    const carried = new Set<string>(INTERVENTIONS.flatMap(({ agents }) => agents));
    const forbidden = new Set(PRECAUTION_RULES.flatMap(({ agents }) => agents));
    expect([...forbidden].filter((agent) => !carried.has(agent))).toEqual([]);
    expect(AGENTS.filter((agent) => !carried.has(agent))).toEqual([]);
  });
});

test('bringing a draft up to date keeps every decision and adds what is new', () => {
  const [first, ...rest] = proposePrecautions(coded('Z95.0'));
  if (!first) throw new Error('a pacemaker proposes something');
  const decided = { ...first, decision: 'override' as const, overrideReason: 'Cardiology agrees' };

  const updated = withProposed([decided, ...rest], proposePrecautions(coded('Z95.0', 'E11.9')));

  expect(updated[0]).toEqual(decided);
  expect(updated.slice(1 + rest.length).map(({ comorbidity }) => comorbidity)).toEqual([
    'diabetes',
    'diabetes',
    'diabetes',
  ]);
});

test('a proposed precaution keeps its rule’s level and agents, whatever was sent; a decision stays', () => {
  const [row] = proposePrecautions(coded('Z95.0'));
  if (!row) throw new Error('a pacemaker proposes something');
  const softened = { ...row, level: 'precaution' as const, agents: [], verified: true, note: 'fine' };
  expect(asRuled(softened)).toEqual(row);
  expect(asRuled({ ...softened, decision: 'override', overrideReason: 'Cleared' })).toMatchObject({
    level: 'contraindicated',
    decision: 'override',
    overrideReason: 'Cleared',
  });
  const own = { ...row, comorbidity: 'pacemaker', intervention: 'No swimming', verified: true };
  expect(asRuled(own)).toMatchObject({ comorbidity: null, verified: false });
});
