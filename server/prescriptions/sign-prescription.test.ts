import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { prescriptionsApi } from '#shared/prescriptions/contract.ts';
import { aClinic } from '#tests/support/a-clinic.ts';
import {
  aComorbidity,
  aCompletePrescription,
  aPrescription,
  aPrescriptionDraft,
  aSignedConsult,
} from '#tests/support/prescriptions-factory.ts';

async function anEpisodeWithConsult() {
  const clinic = await aClinic();
  const episode = await clinic.anEpisode({ bodyRegion: 'lower-back', onsetOn: clinic.day(-60) });
  await aSignedConsult(clinic, episode.episodeId);
  return { clinic, ...episode };
}

test('signing puts the version in force, with its rows, its visits and its last day', async () => {
  const { clinic, episodeId } = await anEpisodeWithConsult();

  const signed = await aPrescription(clinic, episodeId);

  expect(signed).toMatchObject({
    versionNumber: 1,
    opensPhase: true,
    visitsPrescribed: 18,
    startsOn: clinic.today(),
    endsOn: clinic.day(41),
  });
  const page = await clinic.as('therapist').call(prescriptionsApi.page, { params: { episodeId } });
  expect(page.body.versions).toMatchObject([{ versionNumber: 1, inForce: true, visitsPrescribed: 18 }]);
  expect(page.body.unread).toBe(true);
  const counts = await clinic.rows<{ n: number; t: string }>(
    `select 'interventions' t, count(*)::int n from permitted_intervention where prescription_id = $1
     union all select 'goals', count(*)::int from goal where prescription_id = $1
     union all select 'measures', count(*)::int from prescribed_measure where prescription_id = $1`,
    [signed.prescriptionId],
  );
  expect(Object.fromEntries(counts.map(({ t, n }) => [t, n]))).toEqual({
    interventions: 3,
    goals: 1,
    measures: 2,
  });
});

test('each therapist of the team gets a task to read it, and the signature is in the audit', async () => {
  const { clinic, episodeId } = await anEpisodeWithConsult();

  const { prescriptionId } = await aPrescription(clinic, episodeId);

  expect(
    await clinic.rows(`select kind, owner_id, status from task where subject_id = $1`, [prescriptionId]),
  ).toEqual([{ kind: 'acknowledge-prescription', owner_id: clinic.staff.therapist.id, status: 'open' }]);
  expect(
    await clinic.rows(
      `select actor_id from audit_event where action = 'prescription.signed' and subject_id = $1`,
      [prescriptionId],
    ),
  ).toEqual([{ actor_id: clinic.staff.physiatrist.id }]);
});

test('what is missing is refused by name and nothing comes into force', async () => {
  const { clinic, episodeId } = await anEpisodeWithConsult();
  const content = aCompletePrescription(clinic.today(), { goals: [], weightBearing: [] });
  const { version } = await aPrescriptionDraft(clinic, episodeId, { content });

  const answer = await clinic.as('physiatrist').call(prescriptionsApi.sign, {
    params: { episodeId },
    body: { expectedVersion: version, reason: null, certifiesPlan: true },
  });

  expect(answer).toBeProblem('incomplete-prescription');
  expect(answer.problem?.issues?.map(({ code, path }) => [code, path])).toEqual([
    ['WEIGHT_BEARING', 'weightBearing'],
    ['GOALS', 'goals'],
  ]);
  const page = await clinic.as('physiatrist').call(prescriptionsApi.page, { params: { episodeId } });
  expect(page.body.versions).toEqual([]);
  expect(page.body.draft?.version).toBe(version);
});

test('a precaution that the record calls for cannot be left out, and its wording cannot be softened', async () => {
  const { clinic, episodeId, patientId } = await anEpisodeWithConsult();
  await aComorbidity(clinic, patientId, { code: 'Z95.0', display: 'Cardiac pacemaker' });
  const left = await aPrescriptionDraft(clinic, episodeId);
  const sign = (expectedVersion: number) =>
    clinic.as('physiatrist').call(prescriptionsApi.sign, {
      params: { episodeId },
      body: { expectedVersion, reason: null, certifiesPlan: true },
    });
  expect((await sign(left.version)).problem?.issues?.map(({ code }) => code)).toContain(
    'PRECAUTION_UNDECIDED',
  );

  const { body: page } = await clinic
    .as('physiatrist')
    .call(prescriptionsApi.page, { params: { episodeId } });
  const softened = page.proposedPrecautions.map((row) => ({
    ...row,
    level: 'precaution' as const,
    agents: [],
  }));
  const content = aCompletePrescription(clinic.today(), {
    precautions: softened,
    noPrecautionsKnown: false,
    interventions: [{ code: 'tens', name: 'TENS', authority: 'free', bounds: [], rationale: null }],
  });
  const { version } = await aPrescriptionDraft(clinic, episodeId, { content });

  expect((await sign(version)).problem?.issues?.map(({ code }) => code)).toEqual(['CONTRAINDICATED']);
});

test('the next version needs a reason; it ends the one before it in the same moment', async () => {
  const { clinic, episodeId } = await anEpisodeWithConsult();
  const first = await aPrescription(clinic, episodeId);
  const { version } = await aPrescriptionDraft(clinic, episodeId);
  const sign = (reason: string | null) =>
    clinic.as('physiatrist').call(prescriptionsApi.sign, {
      params: { episodeId },
      body: { expectedVersion: version, reason, certifiesPlan: true },
    });

  expect((await sign('  ')).problem?.issues?.map(({ path }) => path)).toEqual(['reason']);
  const second = await sign('Symptoms worse under load');

  expect(second.body).toMatchObject({ versionNumber: 2, opensPhase: false });
  const { body: page } = await clinic.as('therapist').call(prescriptionsApi.page, { params: { episodeId } });
  expect(page.versions).toMatchObject([
    { versionNumber: 2, inForce: true, supersedesId: first.prescriptionId },
    {
      versionNumber: 1,
      inForce: false,
      endedOn: clinic.today(),
      endReason: 'Replaced by version 2: Symptoms worse under load',
    },
  ]);
  expect(await clinic.rows(`select status from task where subject_id = $1`, [first.prescriptionId])).toEqual([
    { status: 'done' },
  ]);
});

test('of two who sign at once exactly one wins, and one version is in force', async () => {
  const clinic = await aClinic();
  const { episodeId } = await clinic.anEpisode({
    bodyRegion: 'lower-back',
    team: ['physiatrist', 'second-physiatrist', 'therapist'],
  });
  await aSignedConsult(clinic, episodeId);
  const { version } = await aPrescriptionDraft(clinic, episodeId);

  const answers = await Promise.all(
    (['physiatrist', 'second-physiatrist', 'physiatrist', 'second-physiatrist'] as const).map((person) =>
      clinic.as(person).call(prescriptionsApi.sign, {
        params: { episodeId },
        body: { expectedVersion: version, reason: null, certifiesPlan: true },
      }),
    ),
  );

  expect(answers.map(({ status }) => status).sort((a, b) => a - b)).toEqual([200, 409, 409, 409]);
  expect(
    await clinic.rows(
      `select count(*)::int as all, count(*) filter (where in_force)::int as in_force from prescription where episode_id = $1`,
      [episodeId],
    ),
  ).toEqual([{ all: 1, in_force: 1 }]);
});

test('a double click signs once and gets the same answer twice', async () => {
  const { clinic, episodeId } = await anEpisodeWithConsult();
  const { version } = await aPrescriptionDraft(clinic, episodeId);
  const key = randomUUID();
  const input = {
    params: { episodeId },
    body: { expectedVersion: version, reason: null, certifiesPlan: true },
  };

  const [a, b] = await Promise.all([
    clinic.as('physiatrist').call(prescriptionsApi.sign, input, { key }),
    clinic.as('physiatrist').call(prescriptionsApi.sign, input, { key }),
  ]);

  expect(a.body).toEqual(b.body);
  expect(
    await clinic.rows(`select count(*)::int as n from prescription where episode_id = $1`, [episodeId]),
  ).toEqual([{ n: 1 }]);
});

test('nothing is prescribed without a signed consult, or in a closed episode', async () => {
  const clinic = await aClinic();
  const { episodeId } = await clinic.anEpisode({ bodyRegion: 'lower-back' });
  const begin = () => clinic.as('physiatrist').call(prescriptionsApi.beginDraft, { params: { episodeId } });

  const early = await begin();
  expect(early).toBeProblem('conflict');
  expect(early.problem?.detail).toMatch(/consult/);

  await aSignedConsult(clinic, episodeId);
  await clinic.rows(`update episode set status = 'closed', closed_on = $2 where id = $1`, [
    episodeId,
    clinic.today(),
  ]);
  expect(await begin()).toBeProblem('episode-closed');
});

test('a therapist reads the prescription but can neither write nor sign nor stop it; an outsider finds nothing', async () => {
  const { clinic, episodeId } = await anEpisodeWithConsult();
  const { prescriptionId } = await aPrescription(clinic, episodeId);
  const { version } = await aPrescriptionDraft(clinic, episodeId);
  const params = { episodeId };
  const therapist = clinic.as('therapist');

  expect(await therapist.call(prescriptionsApi.beginDraft, { params })).toBeProblem('forbidden');
  expect(
    await therapist.call(prescriptionsApi.sign, {
      params,
      body: { expectedVersion: version, reason: 'x', certifiesPlan: true },
    }),
  ).toBeProblem('forbidden');
  expect(
    await therapist.call(prescriptionsApi.stop, { params: { prescriptionId }, body: { reason: 'x' } }),
  ).toBeProblem('forbidden');
  expect((await therapist.call(prescriptionsApi.page, { params })).body.draft).toBeNull();
  expect(await clinic.as('administrator').call(prescriptionsApi.page, { params })).toBeProblem('forbidden');
  for (const person of ['outsider', 'second-physiatrist'] as const) {
    expect(await clinic.as(person).call(prescriptionsApi.page, { params })).toBeProblem('not-found');
    expect(
      await clinic
        .as(person)
        .call(prescriptionsApi.stop, { params: { prescriptionId }, body: { reason: 'x' } }),
    ).toBeProblem('not-found');
  }
});

test('stopping ends therapy with a reason; the next version goes on counting', async () => {
  const { clinic, episodeId } = await anEpisodeWithConsult();
  const { prescriptionId } = await aPrescription(clinic, episodeId);
  const stop = () =>
    clinic.as('physiatrist').call(prescriptionsApi.stop, {
      params: { prescriptionId },
      body: { reason: 'Surgery planned' },
    });

  expect((await stop()).body).toEqual({ prescriptionId, endedOn: clinic.today() });
  expect(await stop()).toBeProblem('stale-version');
  const { body: status } = await clinic
    .as('therapist')
    .call(prescriptionsApi.status, { params: { episodeId } });
  expect(status).toMatchObject({ inForce: null, unread: false });

  const next = await aPrescription(clinic, episodeId, { reason: 'Six weeks after surgery' });
  expect(next.versionNumber).toBe(2);
});

test('a version that keeps the start does not buy its used visits again', async () => {
  const { clinic, episodeId, patientId } = await anEpisodeWithConsult();
  const first = await aPrescription(clinic, episodeId);
  await clinic.rows(
    `insert into session (organization_id, id, patient_id, episode_id, clinic_id, prescription_id, therapist_id, scheduled_at,
                          ends_at, session_date, status, signed_at, signed_by_id)
     select $1, gen_random_uuid(), $2, $3, $4, $5, $6, $7::timestamptz, $7::timestamptz + interval '1 hour', $8, 'completed', $7, $6`,
    [
      clinic.organizationId,
      patientId,
      episodeId,
      clinic.clinicId,
      first.prescriptionId,
      clinic.staff.therapist.id,
      clinic.clock.now().toISOString(),
      clinic.today(),
    ],
  );

  const second = await aPrescription(clinic, episodeId, { reason: 'Another goal' });

  expect(second.visitsPrescribed).toBe(17);
});

test('a plan counted in visits buys them and ends with the weeks they take (POC-3)', async () => {
  const { clinic, episodeId } = await anEpisodeWithConsult();
  const content = aCompletePrescription(clinic.today(), { durationVisits: 16, amountPerDay: 1 });

  const signed = await aPrescription(clinic, episodeId, { content });

  expect(signed).toMatchObject({ visitsPrescribed: 16, endsOn: clinic.day(41) });
});
