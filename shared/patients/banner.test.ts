import { expect, test } from 'vitest';
import { bannerOf, codedWords, EpisodeHeader } from './episode-header.ts';

const header = (changes: object) =>
  EpisodeHeader.parse({
    patientId: '01930000-0000-7000-8000-00000000000b',
    familyName: 'Zquill',
    givenName: 'Ada',
    birthDate: '1958-04-12',
    sex: 'female',
    mrn: '004520',
    episodeId: '01930000-0000-7000-8000-00000000000c',
    concern: 'Low back pain',
    bodyRegion: 'lower-back',
    side: null,
    onset: null,
    today: '2026-11-22',
    status: 'open',
    conditions: [],
    clinicValues: {},
    ...changes,
  });

const comorbidity = (code: string) => ({
  category: 'comorbidity',
  code,
  codeSystem: 'http://hl7.org/fhir/sid/icd-10-cm',
  display: code,
  side: null,
  status: 'active',
  isPrimary: false,
  episodeId: null,
});

test('a pacemaker keeps its capitals, warfarin makes a precaution without a code, an allergy says how bad it was', () => {
  const banner = bannerOf(
    header({
      conditions: [comorbidity('Z95.0')],
      medications: ['Coumadin 5 mg', 'Ibuprofen'],
      allergies: [{ substance: 'Lidocaine', reaction: 'anaphylaxis', severity: 'severe' }],
    }),
  );
  expect(banner.precautions).toContain('Cardiac pacemaker, ICD or implanted stimulator');
  expect(banner.precautions).toContain('Anticoagulant: Coumadin 5 mg');
  expect(banner.precautions).not.toContain('Ibuprofen');
  expect(banner.allergies).toBe('Lidocaine (anaphylaxis, severe)');
});

test('nothing known is said, not left out', () => {
  expect(bannerOf(header({}))).toMatchObject({ precautions: 'none coded', allergies: 'none recorded' });
});

test.each([
  ['Knee osteoarthritis, primary, left', 'left', 'Knee osteoarthritis, primary, left (M17.12)'],
  ['Lumbar radiculopathy', 'left', 'Lumbar radiculopathy, left (M17.12)'],
  ['Lumbar radiculopathy', null, 'Lumbar radiculopathy (M17.12)'],
])('%s on side %s says the side once', (display, side, words) => {
  expect(codedWords({ display, side, code: 'M17.12' })).toBe(words);
});
