import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { STAFF_ROLES } from '#shared/platform/actor.ts';
import { EvaluationId } from '#shared/platform/ids.ts';
import { plainDate } from '#shared/platform/time.ts';
import { carryForward, confirmSection } from './carry-forward.ts';
import {
  emptyFinding,
  FINDING_KINDS,
  Finding,
  findingGap,
  findingSentence,
  isBlankFinding,
} from './findings.ts';
import { missingSections } from './missing-sections.ts';
import {
  emptyEvaluation,
  EVALUATION_KINDS,
  type EvaluationContent,
  EVALUATOR_OF,
  THERAPY_EVALUATIONS,
} from './model.ts';
import { canAddend, canEdit, canStart, canWrite } from './policy.ts';

const complete = (): EvaluationContent => ({
  ...emptyEvaluation(),
  reason: 'Knee pain',
  history: { present: 'Since a fall', past: '', surgery: '', priorTherapy: '' },
  symptoms: { ...emptyEvaluation().symptoms, location: 'Right knee', severity: 0 },
  function: { limits: 'Stairs', work: '', patientGoals: 'Walk the dog' },
  reviewed: { history: true, comorbidities: true, medications: true, allergies: true },
  findings: [
    {
      kind: 'rom',
      joint: 'Knee',
      movement: 'flexion',
      mode: 'active',
      degrees: 0,
      side: 'right',
      note: '',
      carried: false,
    },
  ],
  impression: 'Patellofemoral pain',
  diagnoses: [{ code: 'M22.2X1', display: 'Patellofemoral disorder', side: 'right', primary: true }],
  movementDiagnosis: 'Weak hip abductors',
  redFlags: { reviewed: true, present: [], wells: null },
  plan: 'Exercise',
});

describe('what is missing before signing', () => {
  test.each(EVALUATION_KINDS)('a complete %s misses nothing; zero is a value', (kind) => {
    expect(missingSections(kind, complete())).toEqual([]);
  });

  const paths = (kind: (typeof EVALUATION_KINDS)[number]) =>
    missingSections(kind, emptyEvaluation()).map(({ path }) => path);
  const reviews = [
    'reviewed.history',
    'reviewed.comorbidities',
    'reviewed.medications',
    'reviewed.allergies',
    'redFlags.reviewed',
  ];
  test('an empty consult misses the whole story', () => {
    expect(paths('consult')).toEqual([
      'reason',
      'history.present',
      'symptoms.location',
      'function.limits',
      'symptoms.severity',
      'findings',
      'impression',
      'diagnoses',
      'plan',
      ...reviews,
    ]);
  });
  test('an empty follow-up misses what changed and what follows', () => {
    expect(paths('follow-up')).toEqual([
      'reason',
      'history.present',
      'symptoms.severity',
      'impression',
      'diagnoses',
      'plan',
      ...reviews,
    ]);
  });
  test('a therapist is asked for a movement diagnosis and the patient’s goals, not for a medical diagnosis', () => {
    expect(paths('pt-evaluation')).toEqual(
      expect.arrayContaining(['movementDiagnosis', 'function.patientGoals']),
    );
    expect(paths('pt-evaluation')).not.toContain('diagnoses');
  });

  test('diagnoses need a code in the shape of ICD-10-CM, words, one primary, no repetition', () => {
    const [one] = complete().diagnoses;
    if (!one) throw new Error('no diagnosis');
    const issuesOf = (diagnoses: EvaluationContent['diagnoses']) =>
      missingSections('consult', { ...complete(), diagnoses }).map(({ path }) => path);
    expect(issuesOf([{ ...one, code: '722.10' }])).toEqual(['diagnoses.0.code']);
    expect(issuesOf([{ ...one, display: '' }])).toEqual(['diagnoses.0.display']);
    expect(issuesOf([{ ...one, primary: false }])).toEqual(['diagnoses']);
    expect(issuesOf([one, { ...one, primary: false }])).toEqual(['diagnoses.1.code']);
    expect(issuesOf([one, { ...one, side: 'left' }])).toEqual(['diagnoses']);
  });

  test('a finding that says what but not the result is named; a blank row is left out', () => {
    const findings: Finding[] = [
      emptyFinding('reflex'),
      { ...emptyFinding('strength'), muscleGroup: 'Grip' } as Finding,
    ];
    expect(missingSections('follow-up', { ...complete(), findings })).toMatchObject([
      { path: 'findings.1', message: 'Strength: Grip has no result.' },
    ]);
  });
});

describe('findings', () => {
  test.each(FINDING_KINDS)('an empty %s is blank, valid and without a gap', (kind) => {
    const finding = emptyFinding(kind);
    expect(isBlankFinding(finding)).toBe(true);
    expect(findingGap(finding)).toBeUndefined();
    expect(Finding.safeParse(finding).success).toBe(true);
  });
  test('strength goes in half steps from 0 to 5', () => {
    const grade = (value: number) =>
      Finding.safeParse({ ...emptyFinding('strength'), muscleGroup: 'Grip', grade: value }).success;
    expect([0, 0.5, 4.5, 5].map(grade)).toEqual([true, true, true, true]);
    expect([-0.5, 4.3, 5.5, Number.NaN].map(grade)).toEqual([false, false, false, false]);
  });
  test('a finding reads as one line', () => {
    const [rom] = complete().findings;
    if (!rom) throw new Error('no finding');
    expect(findingSentence({ ...rom, note: 'painful' })).toBe('Knee flexion, right: 0° active (painful)');
  });
});

describe('carrying forward', () => {
  const previous = (content: EvaluationContent) => ({
    evaluationId: EvaluationId.parse('01890a5d-ac96-774b-bcce-b302099a8057'),
    evaluatedOn: plainDate('2026-11-02'),
    content,
  });
  test('nothing of this visit is answered by the last one', () => {
    const next = carryForward(
      previous({ ...complete(), redFlags: { reviewed: true, present: [], wells: null } }),
    );
    expect(next).toMatchObject({
      reason: '',
      impression: '',
      history: { present: '' },
      symptoms: { severity: null, location: 'Right knee' },
      redFlags: { reviewed: false, present: [], wells: null },
      reviewed: { history: false, comorbidities: false, medications: false, allergies: false },
      scores: [],
    });
  });
  test('for any set of confirmed sections, exactly the others keep it from being signed', () => {
    const all = carryForward(previous(complete())).carried.sections;
    fc.assert(
      fc.property(fc.subarray(all), (confirmed) => {
        const next = confirmed.reduce(confirmSection, carryForward(previous(complete())));
        const waiting = missingSections('follow-up', next)
          .filter(({ code, path }) => code === 'unconfirmed' && path !== 'carried.findings')
          .map(({ path }) => path);
        expect(waiting).toEqual(all.filter((one) => !confirmed.includes(one)).map((one) => `carried.${one}`));
      }),
    );
  });
  test('an empty evaluation leaves nothing to confirm', () => {
    expect(carryForward(previous(emptyEvaluation())).carried.sections).toEqual([]);
  });
});

describe('who writes what, when', () => {
  const physiatrist = { role: 'physiatrist', staffMemberId: 'a' } as const;
  const therapist = { role: 'physical-therapist', staffMemberId: 'b' } as const;
  test('diagnosing is the physiatrist’s, movement the therapist’s', () => {
    expect(canWrite(physiatrist, 'consult').allowed).toBe(true);
    expect(canWrite(therapist, 'consult').allowed).toBe(false);
    expect(canWrite(therapist, 'pt-evaluation').allowed).toBe(true);
    expect(canAddend(therapist, 'follow-up').allowed).toBe(false);
  });
  test('each therapist evaluates in their own discipline, and an assistant in none', () => {
    for (const kind of THERAPY_EVALUATIONS) {
      const writers = STAFF_ROLES.filter((role) => canWrite({ role }, kind).allowed);
      expect(writers).toEqual([EVALUATOR_OF[kind]]);
    }
    expect(canWrite(therapist, 'ot-evaluation')).toMatchObject({
      sentence: 'The occupational therapy evaluation is written by an occupational therapist.',
    });
  });
  test('the consult comes first and once, on an open episode', () => {
    const at = (open: boolean, consulted: boolean) => ({ open, consulted });
    expect(canStart(physiatrist, 'consult', at(true, false)).allowed).toBe(true);
    expect(canStart(physiatrist, 'consult', at(true, true))).toMatchObject({ reason: 'consulted' });
    expect(canStart(physiatrist, 'follow-up', at(true, false))).toMatchObject({ reason: 'not-consulted' });
    expect(canStart(therapist, 'pt-evaluation', at(true, false))).toMatchObject({ reason: 'not-consulted' });
    expect(canStart(physiatrist, 'follow-up', at(false, true))).toMatchObject({ reason: 'episode-closed' });
  });
  test('a draft is its author’s', () => {
    expect(canEdit(physiatrist, { authorId: 'a' }).allowed).toBe(true);
    expect(canEdit(physiatrist, { authorId: 'b' }).allowed).toBe(false);
  });
});
