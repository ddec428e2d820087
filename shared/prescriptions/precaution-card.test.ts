import { describe, expect, test } from 'vitest';
import { BODY_REGIONS } from '#shared/patients/model.ts';
import { classifyEdit, contraindicationOf, editSentence } from './bounds.ts';
import { PRECAUTION_KINDS, type OrderedVitals, type PrescribedPrecaution } from './model.ts';
import { precautionCard } from './precaution-card.ts';
import { kindOf, strictestWords } from './precaution-kinds.ts';
import { EXPLAINED_STATEMENTS } from './precaution-meaning.ts';
import { PRECAUTION_RULES } from './precaution-rules.ts';
import { asRuled, proposePrecautions } from './precautions.ts';
import { sessionGate, type GateFacts } from '#shared/sessions/gate.ts';
import { precautionWords, weightBearingInFull } from './words.ts';
import { vitalsInForce } from './vitals-in-force.ts';
import { regionsWithoutWeightBearing } from './missing-elements.ts';

const of = (...codes: string[]) =>
  proposePrecautions(
    codes.map((code) => ({ code, codeSystem: 'http://hl7.org/fhir/sid/icd-10-cm', status: 'active' })),
  );

/** Heart failure, coronary disease, diabetes with neuropathy, osteoporosis with a fracture, arthritis, Raynaud. */
const SIX = ['I50.9', 'I25.10', 'E11.42', 'M81.0', 'M48.5', 'M06.9', 'I73.00'];

const own = (changes: Partial<PrescribedPrecaution>): PrescribedPrecaution => ({
  comorbidity: null,
  intervention: 'Loaded or end-range spinal flexion and twisting, thrust manipulation, high impact',
  agents: [],
  level: 'precaution',
  scope: 'anywhere',
  note: null,
  source: 'Physiatrist',
  verified: false,
  decision: 'keep',
  overrideReason: null,
  ...changes,
});

describe('six comorbidities make one readable card', () => {
  const card = precautionCard(of(...SIX));
  const lines = card.flatMap((group) => group.lines);

  test('groups by what is asked for, forbidden first', () => {
    expect(card.map(({ kind }) => kind)).toEqual(
      PRECAUTION_KINDS.filter((kind) => card.some((group) => group.kind === kind)),
    );
    expect(card[0]?.kind).toBe('contraindicated');
  });

  test('says each thing once and keeps every condition and source', () => {
    const words = lines.map(({ words: said, scope }) => `${scope} ${said}`);
    expect(new Set(words).size).toBe(words.length);
    const pressure = lines.find(({ words: said }) => said.startsWith('Resting blood pressure'));
    expect(pressure?.comorbidities).toEqual(['Cardiac disease', 'Heart failure']);
    for (const line of lines) expect(line.sources.length).toBeGreaterThan(0);
    expect(lines.length).toBeLessThanOrEqual(16);
  });

  test('the stricter rule replaces the milder one in the same words, and names it', () => {
    const spine = lines.find(({ words: said }) => /thrust/.test(said));
    expect(spine).toMatchObject({
      comorbidities: ['Vertebral fracture'],
      stricterThan: ['precaution for osteoporosis'],
    });
    expect(spine?.minimumUseful).toMatch(/resistance work/);
  });

  test('a second row in the same words, written later, is one line too', () => {
    const [later] = of('M48.5').filter(({ intervention }) => /thrust/.test(intervention));
    const [before] = of('M81.0').filter(({ intervention }) => /thrust/.test(intervention));
    if (!later || !before) throw new Error('both rules exist');
    const [group, ...others] = precautionCard([before, later]);
    expect(others).toEqual([]);
    expect(group?.lines.map((line) => line.stricterThan)).toEqual([['precaution for osteoporosis']]);
  });

  test('what is overridden is not on it', () => {
    const all = of('I73.00').map((one) => ({
      ...one,
      decision: 'override' as const,
      overrideReason: 'Mild',
    }));
    expect(precautionCard(all)).toEqual([]);
  });
});

describe('kinds', () => {
  test.each([
    ['an older row that is contraindicated', { level: 'contraindicated' }, 'contraindicated'],
    ['an older row that is a precaution', { level: 'precaution' }, 'precaution'],
    [
      'a contraindication is never read as monitoring',
      { level: 'contraindicated', kind: 'monitor' },
      'contraindicated',
    ],
    ['a value that stops the session', { level: 'contraindicated', kind: 'stop-when' }, 'stop-when'],
    ['monitoring', { level: 'precaution', kind: 'monitor' }, 'monitor'],
  ] as const)('%s', (_title, row, kind) => {
    expect(kindOf(row)).toBe(kind);
  });

  test('every explained statement is one of the table', () => {
    const known = PRECAUTION_RULES.map(({ intervention }) => intervention);
    for (const statement of EXPLAINED_STATEMENTS) expect(known).toContain(statement);
  });

  test('the writer of a draft decides, and changes neither kind nor numbers of a rule', () => {
    const [pressure] = of('I25.10').filter(({ vitals }) => vitals?.bloodPressure);
    if (!pressure) throw new Error('a rule with blood pressure');
    const loosened = asRuled({ ...pressure, kind: 'monitor', vitals: undefined, decision: 'keep' });
    expect(loosened).toMatchObject({ kind: 'stop-when', vitals: pressure.vitals });
  });

  test('an own precaution has the level of its kind and sets no hidden numbers', () => {
    const written = asRuled(
      own({ intervention: 'No kneeling', kind: 'contraindicated', caps: [{ parameter: 'minutes', max: 1 }] }),
    );
    expect(written).toMatchObject({
      level: 'contraindicated',
      kind: 'contraindicated',
    });
    expect(written.caps).toBeUndefined();
  });
});

describe('the gate’s numbers', () => {
  const none: OrderedVitals = { bloodPressure: null, heartRate: null, spo2: null, glucose: null };

  test('the stricter of the ordered limit and the precaution’s holds, and says whose it is', () => {
    const ordered = { ...none, bloodPressure: { maxSystolic: 200, maxDiastolic: 100 } };
    const { vitals, because } = vitalsInForce(ordered, of('I25.10'));
    expect(vitals.bloodPressure).toEqual({ maxSystolic: 180, maxDiastolic: 100 });
    expect(because.bloodPressure).toBe('the precaution for cardiac disease');
  });

  test('an ordered limit that is stricter stays, without another name on it', () => {
    const ordered = { ...none, glucose: { min: 70, max: 240 } };
    const { vitals, because } = vitalsInForce(ordered, of('E11.9'));
    expect(vitals.glucose).toEqual({ min: 70, max: 240 });
    expect(because.glucose).toBeUndefined();
  });
});

describe('the strictest of several rules', () => {
  const rows = of('I73.00', 'E11.42', 'I70.201');

  test('anywhere before local, and says which it is stricter than', () => {
    expect(contraindicationOf(rows, 'cold-pack')?.comorbidity).toBe('raynaud');
    expect(strictestWords(rows, 'cold-pack')).toMatch(
      /^Cryotherapy \(Raynaud.*\), stricter than the rule for Diabetic neuropathy/,
    );
  });

  test('the therapist reads it in the refusal', () => {
    const answer = classifyEdit(
      { interventions: [], precautions: rows },
      { code: 'cold-pack', to: { minutes: 10 } },
    );
    expect(answer.kind === 'outside' ? editSentence('Cold pack', answer) : '').toContain(
      'Cold pack is contraindicated',
    );
  });
});

test('the regions without weight bearing are regions of the record', () => {
  for (const region of regionsWithoutWeightBearing) expect(BODY_REGIONS).toContain(region);
});

describe('the same thing forbidden at a place and anywhere', () => {
  const diathermy = {
    intervention: 'Short-wave diathermy',
    agents: ['diathermy'],
    level: 'contraindicated' as const,
  };
  const atHip = own({ ...diathermy, scope: 'local', avoid: 'right hip' });
  const anywhere = own({ ...diathermy, comorbidity: 'pacemaker' });

  test('the card says the stricter rule alone', () => {
    const lines = precautionCard([atHip, anywhere]).flatMap((group) => group.lines);
    expect(lines).toMatchObject([{ scope: 'anywhere', avoid: [] }]);
    expect(precautionCard([atHip])[0]?.lines).toMatchObject([{ scope: 'local', avoid: ['right hip'] }]);
  });

  test('in other words, too, nothing is permitted elsewhere', () => {
    const other = own({ ...diathermy, intervention: 'All heat from radio waves' });
    const lines = precautionCard([atHip, other]).flatMap((group) => group.lines);
    expect(lines.map(({ avoid }) => avoid)).toEqual([[], []]);
    expect(precautionWords(atHip, [atHip, other])).toBe('contraindicated');
    expect(precautionWords(atHip, [atHip])).toContain('permitted elsewhere');
  });

  test('the gate refuses and does not say "permitted" beside it', () => {
    const facts = (precautions: PrescribedPrecaution[]): GateFacts => ({
      ...OPEN_GATE,
      prescription: {
        startsOn: '2026-11-01',
        endsOn: '2026-12-31',
        visitsPrescribed: 18,
        interventions: [
          { code: 'diathermy', name: 'Diathermy', authority: 'free', bounds: [], rationale: null },
        ],
        precautions,
        vitals: { bloodPressure: null, heartRate: null, spo2: null, glucose: null },
      },
    });
    expect(sessionGate(facts([atHip])).warnings).toMatchObject([{ act: 'Not at: right hip.' }]);
    const both = sessionGate(facts([atHip, anywhere]));
    expect(both.refusals).toHaveLength(1);
    expect(both.warnings).toEqual([]);
  });
});

const OPEN_GATE: Omit<GateFacts, 'prescription'> = {
  consultSigned: true,
  sessionDate: '2026-11-16',
  visitsUsed: 3,
  certification: undefined,
  openHold: undefined,
  therapistOnTeam: true,
  procedures: [],
  interventions: ['diathermy'],
  vitals: {},
  clinicValues: {},
};

test('weight bearing says whose protocol it follows and why this limb', () => {
  const row = { limb: 'left-leg', status: 'PWB', percent: 50, until: null } as const;
  expect(weightBearingInFull({ ...row, protocol: 'Dr. Hale, 3 Nov', reason: 'Stress fracture' })).toBe(
    'left leg PWB 50 % (per surgeon’s protocol: Dr. Hale, 3 Nov; Stress fracture)',
  );
  expect(weightBearingInFull(row)).toBe('left leg PWB 50 %');
});
