import { expect, test } from 'vitest';
import { prescriptionsApi } from '#shared/prescriptions/contract.ts';
import { aClinic } from '#tests/support/a-clinic.ts';
import { aComorbidity, aPrescriptionDraft, aSignedConsult } from '#tests/support/prescriptions-factory.ts';

async function anEpisodeWithConsult() {
  const clinic = await aClinic();
  const episode = await clinic.anEpisode({ bodyRegion: 'lower-back', onsetOn: clinic.day(-60) });
  await aSignedConsult(clinic, episode.episodeId);
  return { clinic, ...episode };
}

test('a draft saved by somebody else is not overwritten: the second sees the first', async () => {
  const clinic = await aClinic();
  const { episodeId } = await clinic.anEpisode({
    bodyRegion: 'lower-back',
    team: ['physiatrist', 'second-physiatrist'],
  });
  await aSignedConsult(clinic, episodeId);
  const begun = await clinic.as('physiatrist').call(prescriptionsApi.beginDraft, { params: { episodeId } });
  const save = (person: 'physiatrist' | 'second-physiatrist', notes: string) =>
    clinic.as(person).call(prescriptionsApi.saveDraft, {
      params: { episodeId },
      body: { content: { ...begun.body.content, notes }, expectedVersion: begun.body.version },
    });

  await save('second-physiatrist', 'theirs');
  const late = await save('physiatrist', 'mine');

  expect(late).toBeProblem('stale-version');
  expect(late.problem?.current).toMatchObject({
    version: 2,
    content: { notes: 'theirs' },
    author: { staffMemberId: clinic.staff['second-physiatrist'].id },
  });
});

test('the first draft is begun from the record: diagnosis, precautions, vital signs, measures of the region', async () => {
  const { clinic, episodeId, patientId } = await anEpisodeWithConsult();
  await aComorbidity(clinic, patientId, { code: 'E11.9' });
  await aComorbidity(clinic, patientId, { code: 'I50.9' });
  await clinic.rows(
    `insert into condition (organization_id, id, patient_id, episode_id, category, code, code_system, display, side, is_primary)
     values ($1, gen_random_uuid(), $2, $3, 'diagnosis', 'M54.16', 'http://hl7.org/fhir/sid/icd-10-cm', 'Lumbar radiculopathy', 'left', true)`,
    [clinic.organizationId, patientId, episodeId],
  );

  const { body: draft } = await clinic
    .as('physiatrist')
    .call(prescriptionsApi.beginDraft, { params: { episodeId } });

  expect(draft.content).toMatchObject({
    diagnoses: [{ code: 'M54.16', side: 'left' }],
    onsetOn: clinic.day(-60),
    startsOn: clinic.today(),
    vitals: { bloodPressure: { maxSystolic: 180, maxDiastolic: 110 }, glucose: { min: 70, max: 250 } },
    measures: [
      { measureCode: 'odi', role: 'primary' },
      { measureCode: 'nprs', role: 'primary' },
    ],
  });
  expect(new Set(draft.content.precautions.map((row) => row.comorbidity))).toEqual(
    new Set(['diabetes', 'cardiac', 'heart-failure']),
  );
  expect(draft.content.stopRules.length).toBeGreaterThan(15);
});

test('a draft can be thrown away; a draft nobody has is not found as stale', async () => {
  const { clinic, episodeId } = await anEpisodeWithConsult();
  const { version } = await aPrescriptionDraft(clinic, episodeId);
  const discard = () =>
    clinic.as('physiatrist').call(prescriptionsApi.discardDraft, {
      params: { episodeId },
      body: { expectedVersion: version },
    });

  expect((await discard()).body).toEqual({ discarded: true });
  expect(await discard()).toBeProblem('conflict');
});
