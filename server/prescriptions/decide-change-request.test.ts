import { expect, test } from 'vitest';
import { prescriptionsApi } from '#shared/prescriptions/contract.ts';
import { gapsOfApproval } from '#shared/prescriptions/page-setting.ts';
import { anEpisodeInTherapy } from '#tests/support/asked-change.ts';

test('approving signs the next version with exactly the proposed change and closes the task', async () => {
  const { clinic, prescriptionId, page, ask } = await anEpisodeInTherapy();
  const before = (await page()).versions[0]?.content;
  const { changeRequestId } = (await ask()).body;

  const signed = await clinic.as('physiatrist').call(prescriptionsApi.approve, {
    params: { changeRequestId },
    body: { expectedVersion: 1, prescriptionId, certifiesPlan: true },
  });

  expect(signed.body).toMatchObject({ versionNumber: 2, opensPhase: false });
  const { versions, requests } = await page();
  const [traction, ...others] = versions[0]?.content.interventions ?? [];
  expect(traction).toMatchObject({
    code: 'lumbar-traction',
    bounds: [
      { parameter: 'tractionKg', min: 6, max: 12 },
      { parameter: 'minutes', min: null, max: 15 },
    ],
  });
  expect({ ...versions[0]?.content, interventions: others }).toEqual({
    ...before,
    interventions: before?.interventions.slice(1),
  });
  expect(versions[0]?.reason).toMatch(/Staff-therapist.*10 kg for two weeks/);
  expect(requests).toMatchObject([
    { status: 'approved', resultPrescriptionId: signed.body.prescriptionId, version: 2 },
  ]);
  expect(
    await clinic.rows(`select distinct status from task where subject_id = $1`, [changeRequestId]),
  ).toEqual([{ status: 'done' }]);
});

test('a change that would make the prescription incomplete is not approved: the request stays open', async () => {
  const { clinic, prescriptionId, page, ask } = await anEpisodeInTherapy();
  const stopAll = ['lumbar-traction', 'stabilisation', 'walking-treadmill'].map((code) => ({
    code,
    to: 'stop' as const,
  }));
  const { changeRequestId } = (await ask({ proposal: { edits: stopAll }, reason: 'Too painful' })).body;

  const answer = await clinic.as('physiatrist').call(prescriptionsApi.approve, {
    params: { changeRequestId },
    body: { expectedVersion: 1, prescriptionId, certifiesPlan: true },
  });

  expect(answer).toBeProblem('incomplete-prescription');
  const { versions, requests } = await page();
  expect(versions).toHaveLength(1);
  expect(requests[0]?.status).toBe('open');
  // The button says beforehand what the server refuses with.
  const shown = await page();
  const [gap] = gapsOfApproval(
    shown,
    { edits: stopAll, frequencyPerWeek: null, durationWeeks: null },
    clinic.today(),
  );
  expect(gap?.path).toBe(answer.problem?.issues?.[0]?.path);
});

test('of two decisions at once one counts; the other hears that it is decided', async () => {
  const { clinic, prescriptionId, page, ask } = await anEpisodeInTherapy();
  const { changeRequestId } = (await ask()).body;
  const physiatrist = clinic.as('physiatrist');

  const answers = await Promise.all([
    physiatrist.call(prescriptionsApi.approve, {
      params: { changeRequestId },
      body: { expectedVersion: 1, prescriptionId, certifiesPlan: true },
    }),
    physiatrist.call(prescriptionsApi.decline, {
      params: { changeRequestId },
      body: { expectedVersion: 1, note: 'Wait for the MRI' },
    }),
  ]);

  expect(answers.map(({ status }) => status).sort((a, b) => a - b)).toEqual([200, 409]);
  expect(answers.find(({ status }) => status === 409)?.problem?.code).toBe('already-decided');
  expect((await page()).requests[0]?.status).not.toBe('open');
});

test('approving with changes opens a draft with the proposal in it; signing that draft answers the request', async () => {
  const { clinic, episodeId, page, ask } = await anEpisodeInTherapy();
  const { changeRequestId } = (await ask()).body;
  const open = () =>
    clinic.as('physiatrist').call(prescriptionsApi.approveWithChanges, {
      params: { changeRequestId },
      body: { expectedVersion: 1 },
    });

  const draft = (await open()).body;
  expect((await open()).body.version).toBe(draft.version);
  expect(draft.changeRequestId).toBe(changeRequestId);
  expect(draft.content.interventions[0]?.bounds[0]).toMatchObject({ max: 12 });
  expect((await page()).requests[0]?.status).toBe('open');
  await clinic.as('physiatrist').call(prescriptionsApi.sign, {
    params: { episodeId },
    body: { expectedVersion: draft.version, reason: 'Up to 12 kg, fewer visits', certifiesPlan: true },
  });

  expect((await page()).requests).toMatchObject([
    { status: 'approved-with-changes', decisionNote: 'Up to 12 kg, fewer visits' },
  ]);
});

test('declining needs a note, and the therapist gets it', async () => {
  const { clinic, page, ask } = await anEpisodeInTherapy();
  const { changeRequestId } = (await ask()).body;
  const decline = (note: string) =>
    clinic.as('physiatrist').call(prescriptionsApi.decline, {
      params: { changeRequestId },
      body: { expectedVersion: 1, note },
    });

  expect(await decline(' ')).toBeProblem('invalid-input');
  expect((await decline('Wait for the MRI')).body.status).toBe('declined');

  expect((await page('therapist')).requests).toMatchObject([
    { status: 'declined', decisionNote: 'Wait for the MRI', decidedBy: { role: 'physiatrist' } },
  ]);
  expect(
    await clinic.rows(`select owner_id, detail from task where subject_id = $1 and status = 'open'`, [
      changeRequestId,
    ]),
  ).toEqual([{ owner_id: clinic.staff.therapist.id, detail: 'Wait for the MRI' }]);
});

test('an approved change also reaches the draft that is open beside it', async () => {
  const { clinic, episodeId, prescriptionId, page, ask } = await anEpisodeInTherapy();
  const { changeRequestId } = (await ask()).body;
  await clinic.as('physiatrist').call(prescriptionsApi.beginDraft, { params: { episodeId } });

  const signed = await clinic.as('physiatrist').call(prescriptionsApi.approve, {
    params: { changeRequestId },
    body: { expectedVersion: 1, prescriptionId, certifiesPlan: true },
  });

  const { draft } = await page();
  expect(draft?.basedOnId).toBe(signed.body.prescriptionId);
  expect(draft?.content.interventions[0]?.bounds[0]).toMatchObject({ max: 12 });
});

test('an increase under "ask" is agreed to by approving: the limits stay, the dose is permitted', async () => {
  const { clinic, prescriptionId, page, ask } = await anEpisodeInTherapy();
  const { changeRequestId } = (
    await ask({
      proposal: { edits: [{ code: 'lumbar-traction', from: { tractionKg: 7 }, to: { tractionKg: 9 } }] },
      reason: '7 kg is easy now',
    })
  ).body;
  await clinic.as('physiatrist').call(prescriptionsApi.approve, {
    params: { changeRequestId },
    body: { expectedVersion: 1, prescriptionId, certifiesPlan: true },
  });

  expect((await page()).versions[0]?.content.interventions[0]).toMatchObject({
    agreed: { tractionKg: 9 },
    bounds: [{ parameter: 'tractionKg', min: 6, max: 10 }, {}],
  });
});
