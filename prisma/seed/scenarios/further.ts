import { running } from './running.ts';
import { CALF_TOXIN } from './injections.ts';
import type { Scenario } from '../scenario.ts';

const here = { clinic: 'harborview', physiatrist: 'rivera', therapist: 'lindqvist' } as const;
const boateng = { ...here, therapist: 'boateng' } as const;
const tanaka = { ...here, therapist: 'tanaka' } as const;

/** Problems that are seen now and then: a hand, a pelvic floor, an unloaded leg, a spastic calf, a plan that was stopped. */
export const FURTHER_PATIENTS: readonly Scenario[] = [
  {
    ...boateng,
    key: 'hand',
    programme: 'carpal-tunnel',
    person: { givenName: 'Wilhelmina', familyName: 'Strand', sex: 'female', age: 54, mrn: '003350' },
    side: 'right',
    consultDaysAgo: 41,
    stage: 'treated',
    phases: [running(37, 'responds', { reEvaluationDay: 54 })],
    expected: 'working',
  },
  {
    clinic: 'juniper-mesa',
    physiatrist: 'raman',
    therapist: 'fernandez',
    key: 'pelvis',
    programme: 'pelvic-floor',
    person: { givenName: 'Leonor', familyName: 'Tavares', sex: 'female', age: 38, mrn: '003353' },
    consultDaysAgo: 43,
    stage: 'treated',
    phases: [running(39, 'responds', { perWeek: 1, reEvaluationDay: 54 })],
    expected: 'working',
  },
  {
    ...tanaka,
    key: 'fracture',
    programme: 'ankle-fracture',
    person: { givenName: 'Desmond', familyName: 'Achebe', sex: 'male', age: 52, mrn: '003356' },
    side: 'left',
    consultDaysAgo: 66,
    onsetDaysBefore: 6,
    stage: 'treated',
    phases: [
      running(62, 'responds', { weeks: 8, reEvaluationDay: 43 }),
      running(19, 'early', {
        change: {
          kind: 'adjust-dose',
          why: 'Six weeks over, union on X-ray: load may begin.',
          expectation: 'FAAM 60 or more within six weeks.',
          reason: 'Asked by the therapist: partial weight bearing, 30 % first',
          edit: (content) => ({
            weightBearing: content.weightBearing.map((row) => ({
              ...row,
              status: 'PWB' as const,
              percent: 30,
              until: null,
            })),
          }),
        },
      }),
    ],
    expected: 'too-early',
  },
  {
    ...here,
    key: 'spastic-calf',
    programme: 'stroke',
    person: { givenName: 'Rosalie', familyName: 'Vandermeer', sex: 'female', age: 63, mrn: '003359' },
    injection: CALF_TOXIN,
    consultDaysAgo: 20,
    stage: 'treated',
    phases: [running(16, 'early', { perWeek: 2 })],
    expected: 'too-early',
  },
  {
    ...boateng,
    key: 'stopped',
    programme: 'low-back-pain',
    person: { givenName: 'Bernard', familyName: 'Olsen', sex: 'male', age: 71, mrn: '003362' },
    consultDaysAgo: 27,
    stage: 'treated',
    phases: [
      running(23, 'early', {
        lastVisitDaysAgo: 4,
        stopped: { daysAgo: 1, reason: 'Fall at home, new pain at L1: CT first' },
      }),
    ],
    expected: 'plan-ended',
  },
];
