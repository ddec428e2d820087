import { randomUUID } from 'node:crypto';
import type { IntakeAnswers } from '#shared/intake/answers.ts';
import { intakeApi } from '#shared/intake/contract.ts';
import type { RequestForm } from '#shared/intake/model.ts';
import type { CallInput } from '#shared/platform/endpoint.ts';
import { type CareRequestId, StaffMemberId } from '#shared/platform/ids.ts';
import type { TestClinic } from './a-clinic.ts';

type FormInput = CallInput<typeof intakeApi.create>['body']['form'];

type Acceptance = CallInput<typeof intakeApi.accept>['body'];

/** A request as a person fills it in: knee pain with a diagnosis, nothing alarming (triage T9). */
export const aRequestForm = (
  told: Partial<Omit<FormInput, 'answers'>> & { answers?: Partial<IntakeAnswers> } = {},
): FormInput => {
  const { answers, ...rest } = told;
  return {
    submitter: 'patient',
    submitterName: '',
    submitterContact: '',
    familyName: 'Haddad',
    givenName: 'Lena',
    birthDate: '1964-02-29',
    sex: 'female',
    phone: '+1 212 555 0142',
    email: null,
    concern: 'Knee pain on stairs',
    bodyRegion: 'knee',
    side: 'right',
    narrative: null,
    ...rest,
    answers: {
      redFlags: [],
      symptoms: ['pain'],
      startedOn: null,
      place: 'one-place',
      severity: 4,
      trend: 'stable',
      surgeryOn: null,
      neuroInjuries: [],
      diagnosisKnown: 'yes',
      diagnosis: 'Osteoarthritis',
      wants: ['therapy'],
      seenHere: 'no',
      therapyPrescribed: 'no',
      ...answers,
    },
  };
};

/** A request that came through the public page; answers what the queue knows it by. */
export async function aRequest(
  clinic: TestClinic,
  told: Parameters<typeof aRequestForm>[0] = {},
): Promise<{ careRequestId: CareRequestId; reference: string }> {
  const { body } = await clinic.as('anonymous').call(intakeApi.submit, {
    body: { submissionKey: randomUUID(), clinicSlug: clinic.clinicSlug, form: aRequestForm(told) },
  });
  const queue = await clinic.as('administrator').call(intakeApi.queue, { query: { search: body.reference } });
  const [row] = queue.body.requests;
  if (!row) throw new Error(`${body.reference} is not in the queue`);
  return { careRequestId: row.careRequestId, reference: body.reference };
}

/** What an administrator sends to accept `form` with the clinic's physiatrist and therapist. */
export function anAcceptance(
  clinic: TestClinic,
  form: Pick<RequestForm, 'familyName' | 'givenName' | 'birthDate' | 'sex'> = {
    familyName: 'Haddad',
    givenName: 'Lena',
    birthDate: clinic.day(-20_000),
    sex: 'female',
  },
): Acceptance & { episode: NonNullable<Acceptance['episode']> } {
  return {
    patient: {
      kind: 'new',
      identity: { ...form, phone: null, email: null, address: null, language: null },
    },
    episode: {
      clinicId: clinic.clinicId,
      concern: 'Knee pain on stairs',
      bodyRegion: 'knee',
      side: 'right',
      onsetOn: null,
      payerProfile: 'medicare_part_b',
    },
    team: [
      { staffMemberId: StaffMemberId.parse(clinic.staff.physiatrist.id), role: 'physiatrist' },
      { staffMemberId: StaffMemberId.parse(clinic.staff.therapist.id), role: 'physical-therapist' },
    ],
    expectedVersion: 1,
  };
}
