import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { intakeApi } from '#shared/intake/contract.ts';
import { triage } from '#shared/intake/triage.ts';
import { plainDate } from '#shared/platform/time.ts';
import { aClinic, type TestClinic } from '#tests/support/a-clinic.ts';
import { aServer, listen } from '#tests/support/a-server.ts';
import { aRequest, aRequestForm } from '#tests/support/intake-requests.ts';

const submit = (
  clinic: TestClinic,
  form = aRequestForm(),
  { submissionKey = randomUUID(), website = '' }: { submissionKey?: string; website?: string } = {},
) =>
  clinic.as('anonymous').call(intakeApi.submit, {
    body: { submissionKey, clinicSlug: clinic.clinicSlug, form, website },
  });

const queueOf = async (clinic: TestClinic) =>
  (await clinic.as('administrator').call(intakeApi.queue)).body.requests;

test('somebody without an account asks for care, and the administrator finds it with its route and reason', async () => {
  const clinic = await aClinic();

  const { body } = await submit(clinic, aRequestForm({ answers: { severity: 8 } }));

  expect(body).toMatchObject({ emergency: false, clinicName: clinic.clinicName });
  expect(await queueOf(clinic)).toMatchObject([
    {
      reference: body.reference,
      familyName: 'Haddad',
      triageRoute: 'PHYSIATRIST_PRIORITY',
      triageRule: 'T6',
      why: 'Severity 8 of 10',
      status: 'new',
      ownerId: null,
      submittedVia: 'public',
    },
  ]);
});

test('twenty submissions with one key at once make one request, and all show its reference', async () => {
  const clinic = await aClinic();
  const submissionKey = randomUUID();

  const answers = await Promise.all(
    Array.from({ length: 20 }, () => submit(clinic, aRequestForm(), { submissionKey })),
  );

  expect(new Set(answers.map(({ body }) => body.reference)).size).toBe(1);
  expect(await queueOf(clinic)).toHaveLength(1);
});

test('an emergency answer is told at once and the request is stored all the same', async () => {
  const clinic = await aClinic();

  const { body } = await submit(clinic, aRequestForm({ answers: { redFlags: ['chest-pain'] } }));

  expect(body.emergency).toBe(true);
  expect(await queueOf(clinic)).toMatchObject([{ triageRoute: 'EMERGENCY', triageRule: 'T1' }]);
});

test('what is stored is enough to work the triage out again', async () => {
  const clinic = await aClinic();
  const { careRequestId } = await aRequest(clinic, {
    answers: { surgeryOn: clinic.day(-42), wants: ['injection'] },
  });

  const { body } = await clinic.as('administrator').call(intakeApi.detail, { params: { careRequestId } });
  const again = triage(body.triageInput);

  expect(again).toEqual({ route: body.triageRoute, rule: body.triageRule, why: body.why, near: body.near });
  expect(body).toMatchObject({ triageVersion: 'triage-1', triageRule: 'T5' });
});

test('the public can write a request and read none', async () => {
  const clinic = await aClinic();
  const { careRequestId } = await aRequest(clinic);

  const anonymous = clinic.as('anonymous');
  expect(await anonymous.call(intakeApi.detail, { params: { careRequestId } })).toBeProblem('not-signed-in');
  expect(await anonymous.call(intakeApi.queue)).toBeProblem('not-signed-in');
  const clinics = await anonymous.call(intakeApi.clinics);
  expect(Object.keys(clinics.body.clinics[0] ?? {}).sort()).toEqual(['name', 'phone', 'slug']);
});

test('a program that fills the hidden field is thanked and nothing is stored', async () => {
  const clinic = await aClinic();

  const answer = await submit(clinic, aRequestForm(), { website: 'https://spam.example' });

  expect(answer.status).toBe(200);
  expect(await queueOf(clinic)).toEqual([]);
});

test('an address that sends very many requests has to wait; refused ones do not count', async () => {
  const clinic = await aClinic();
  for (let index = 0; index < 25; index += 1) {
    expect((await submit(clinic, aRequestForm({ concern: '' }))).status).toBe(400);
  }
  for (let index = 0; index < 20; index += 1) expect((await submit(clinic)).status).toBe(200);

  const refused = await submit(clinic);

  expect(refused).toBeProblem('too-many-requests');
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
  clinic.clock.advanceMinutes(11);
  expect((await submit(clinic)).status).toBe(200);
});

test('behind a trusted proxy a town is counted household by household', async () => {
  const clinic = await aClinic();
  const address = await listen(await aServer(), clinic.clock.now, { trustedProxies: ['loopback'] });
  const sendFrom = async (household: string) => {
    const body = { submissionKey: randomUUID(), clinicSlug: clinic.clinicSlug, form: aRequestForm() };
    const answer = await fetch(`${address}${intakeApi.submit.path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-forwarded-for': household },
      body: JSON.stringify(body),
    });
    return answer.status;
  };
  for (let index = 0; index < 20; index += 1) expect(await sendFrom('203.0.113.7')).toBe(200);

  expect(await sendFrom('203.0.113.7')).toBe(429);
  expect(await sendFrom('203.0.113.8')).toBe(200);
});

test.each([
  ['form.birthDate', { birthDate: '2999-01-01' }],
  ['form.concern', { concern: ' ' }],
  ['form.phone', { phone: '', email: '' }],
  ['form.submitterName', { submitter: 'referrer' as const, submitterContact: 'Ward 4' }],
  ['form.bodyRegion', { bodyRegion: 'tail' as never }],
  ['form.answers.surgeryOn', { answers: { surgeryOn: '2999-01-01' as never } }],
  ['form.answers.severity', { answers: { severity: 11 } }],
])('a wrong %s is named: %j', async (path, told) => {
  const clinic = await aClinic();

  const answer = await submit(clinic, aRequestForm(told));

  expect(answer).toBeProblem('invalid-input');
  expect(answer.problem?.issues?.map((issue) => issue.path)).toContain(path);
  expect(await queueOf(clinic)).toEqual([]);
});

test('a clinic that does not exist is refused', async () => {
  const clinic = await aClinic();

  const answer = await clinic.as('anonymous').call(intakeApi.submit, {
    body: { submissionKey: randomUUID(), clinicSlug: 'nowhere', form: aRequestForm() },
  });

  expect(answer.problem?.issues?.[0]?.path).toBe('clinicSlug');
});

test('a therapist opens a request by telephone, reads it, and cannot read one of somebody else', async () => {
  const clinic = await aClinic();
  const submissionKey = randomUUID();
  const create = () =>
    clinic.as('therapist').call(intakeApi.create, {
      body: { submissionKey, clinicId: clinic.clinicId, form: aRequestForm() },
    });

  const { body } = await create();
  const params = { careRequestId: body.careRequestId };

  expect((await create()).body).toEqual(body);
  expect((await clinic.as('therapist').call(intakeApi.detail, { params })).body).toMatchObject({
    submittedVia: 'staff',
    createdBy: expect.stringContaining('Staff-therapist'),
    possiblePatients: [],
  });
  expect(await clinic.as('physiatrist').call(intakeApi.detail, { params })).toBeProblem('not-found');
  expect(await clinic.as('outside-administrator').call(intakeApi.detail, { params })).toBeProblem(
    'not-found',
  );
  expect(await clinic.as('therapist').call(intakeApi.queue)).toBeProblem('forbidden');
});

test('staff cannot open a request in a clinic of another organization', async () => {
  const clinic = await aClinic();

  const answer = await clinic.as('administrator').call(intakeApi.create, {
    body: {
      submissionKey: randomUUID(),
      clinicId: clinic.staff.outsider.organization.clinicId,
      form: aRequestForm(),
    },
  });

  expect(answer.problem?.issues?.[0]?.path).toBe('clinicId');
});

test.each([
  ['a beginning before the birth', { startedOn: plainDate('1970-01-01') }, 'form.answers.startedOn'],
  ['an operation before the birth', { surgeryOn: plainDate('1970-01-01') }, 'form.answers.surgeryOn'],
])('%s is refused at its field', async (_case, answers, path) => {
  const clinic = await aClinic();

  const answer = await submit(clinic, aRequestForm({ birthDate: '1980-02-02', answers }));

  expect(answer).toBeProblem('invalid-input');
  expect(answer.problem?.issues).toMatchObject([{ path }]);
  expect(await queueOf(clinic)).toEqual([]);
});

test('the same key with other words is refused, and the first request is kept', async () => {
  const clinic = await aClinic();
  const submissionKey = randomUUID();
  await submit(clinic, aRequestForm(), { submissionKey });

  const again = await submit(clinic, aRequestForm({ concern: 'Both knees now' }), { submissionKey });

  expect(again).toBeProblem('key-reused');
  expect(await queueOf(clinic)).toMatchObject([{ concern: 'Knee pain on stairs' }]);
});
