import { expect, test } from 'vitest';
import { templatesApi } from '#shared/prescriptions/template-contract.ts';
import { sourceGroups } from './template-sources.ts';
import { aCompletePrescription } from '#tests/support/prescriptions-factory.ts';

const earlier = (concern: string, side: string | null) =>
  templatesApi.earlier.response.parse({
    prescriptions: [
      {
        prescriptionId: '01930000-0000-7000-8000-00000000000a',
        episodeId: '01930000-0000-7000-8000-00000000000c',
        concern,
        side,
        versionNumber: 1,
        startsOn: '2026-09-25',
        endsOn: '2026-11-26',
        signedBy: 'Ada Rivera, MD',
        content: aCompletePrescription('2026-09-25'),
      },
    ],
  }).prescriptions;

test.each([
  ['Knee pain, right', 'right', 'Knee pain, right: version 1'],
  ['Left hip pain', 'left', 'Left hip pain: version 1'],
  ['Knee pain', 'right', 'Knee pain, right: version 1'],
  ['Low back pain', null, 'Low back pain: version 1'],
])('an earlier prescription for “%s”, %s, names the side once', (concern, side, title) => {
  const groups = sourceGroups([], earlier(concern, side), { codes: [], bodyRegion: 'knee', query: '' });
  expect(groups.flatMap(({ sources }) => sources.map((one) => one.title))).toEqual([title]);
});
