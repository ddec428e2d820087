import { expect, test } from 'vitest';
import {
  RunningEpisode,
  routeWithoutRecord,
  suggestedCourse,
  therapyFirstProblem,
} from './running-episode.ts';

const episode = (part: Partial<Record<keyof RunningEpisode, unknown>> = {}): RunningEpisode =>
  RunningEpisode.parse({
    episodeId: '01930000-0000-7000-8000-000000000001',
    clinicId: '01930000-0000-7000-8000-0000000000c1',
    concern: 'Knee pain',
    bodyRegion: 'knee',
    side: 'right',
    openedOn: '2026-09-01',
    consultSigned: true,
    prescriptionInForce: true,
    team: [],
    ...part,
  });
const knee = { bodyRegion: 'knee', side: 'right' };
const neck = episode({ episodeId: '01930000-0000-7000-8000-000000000002', bodyRegion: 'neck', side: null });

test('therapy first needs a signed consult and a prescription in force; other routes need neither', () => {
  expect(therapyFirstProblem('PT_DIRECT', episode(), knee)).toBeUndefined();
  expect(therapyFirstProblem('PT_DIRECT', undefined, knee)).toContain('no prescription yet');
  expect(therapyFirstProblem('PT_DIRECT', episode({ consultSigned: false }), knee)).toContain('No consult');
  expect(therapyFirstProblem('PT_DIRECT', episode({ prescriptionInForce: false }), knee)).toContain(
    'No prescription',
  );
  expect(therapyFirstProblem('PT_DIRECT', neck, knee)).toContain('another part of the body');
  expect(therapyFirstProblem('PT_DIRECT', episode({ side: 'left' }), knee)).toContain('another part');
  expect(therapyFirstProblem('CONSULT_THEN_PT', undefined, knee)).toBeUndefined();
});

test('T4 suggests the episode in therapy of the same part; nothing where there is none', () => {
  expect(suggestedCourse('PT_DIRECT', [neck, episode()], knee)).toEqual(episode());
  expect(suggestedCourse('PT_DIRECT', [neck], knee)).toBeUndefined();
  expect(suggestedCourse('PT_DIRECT', [episode({ side: 'left' }), neck], knee)).toBeUndefined();
  expect(suggestedCourse('PT_DIRECT', [episode({ prescriptionInForce: false })], knee)).toBeUndefined();
  expect(suggestedCourse('PHYSIATRIST_ROUTINE', [episode()], knee)).toBeUndefined();
});

test('without the record’s word the next rule that holds leads on, else the consult', () => {
  const near = [
    { kind: 'nearly', route: 'PHYSIATRIST_ROUTINE' },
    { kind: 'also', route: 'PHYSIATRIST_PRIORITY' },
  ] as const;
  expect(routeWithoutRecord(near)).toBe('PHYSIATRIST_PRIORITY');
  expect(routeWithoutRecord([])).toBe('CONSULT_THEN_PT');
});
