import { z } from 'zod';
import type { PatientIdentityOnFile } from '#shared/patients/chart.ts';
import type { PatientIdentity } from '#shared/patients/identity.ts';
import { Sex } from '#shared/patients/model.ts';
import { PlainDate } from '#shared/platform/time.ts';

/** Identity as it is typed: blank text instead of nothing. */
export const IdentityForm = z.object({
  familyName: z.string(),
  givenName: z.string(),
  birthDate: z.string(),
  sex: Sex,
  phone: z.string(),
  email: z.string(),
  address: z.string(),
  language: z.string(),
});
export type IdentityForm = z.infer<typeof IdentityForm>;

export const IDENTITY_LABEL: Record<keyof IdentityForm, string> = {
  familyName: 'Family name',
  givenName: 'Given names',
  birthDate: 'Birth date',
  sex: 'Sex',
  phone: 'Phone',
  email: 'E-mail',
  address: 'Address',
  language: 'Preferred language',
};

export const identityForm = (patient: Pick<PatientIdentityOnFile, keyof IdentityForm>): IdentityForm => ({
  familyName: patient.familyName,
  givenName: patient.givenName,
  birthDate: patient.birthDate,
  sex: patient.sex,
  phone: patient.phone ?? '',
  email: patient.email ?? '',
  address: patient.address ?? '',
  language: patient.language ?? '',
});

/** What is sent. A birth date that is no date goes as typed: the server names it, the field shows it. */
export const toIdentity = (form: IdentityForm): z.input<typeof PatientIdentity> => ({
  ...form,
  birthDate: PlainDate.safeParse(form.birthDate).data ?? form.birthDate,
});
