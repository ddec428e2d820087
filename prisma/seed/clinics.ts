import type { StaffRole } from '#shared/platform/actor.ts';
import { DEMO_ACCOUNTS } from '#shared/auth/demo-accounts.ts';

/** The two sites of the demo organization, in different time zones. */
export const DEMO_ORGANIZATION = 'Northbridge Rehabilitation';

export const CLINICS = {
  harborview: {
    slug: 'harborview',
    name: 'Northbridge Harborview',
    timeZone: 'America/New_York',
    phone: '+1 555 0142',
    address: '18 Quay Street, Port Ellery',
  },
  'juniper-mesa': {
    slug: 'juniper-mesa',
    name: 'Northbridge Juniper Mesa',
    timeZone: 'America/Denver',
    phone: '+1 555 0177',
    address: '402 Cedar Road, Juniper Mesa',
  },
} as const;
export type ClinicKey = keyof typeof CLINICS;

export interface DemoStaff {
  clinic: ClinicKey;
  role: StaffRole;
  givenName: string;
  familyName: string;
  credentials: string | null;
  email: string;
  capacity: number;
}

const person = (
  clinic: ClinicKey,
  role: StaffRole,
  givenName: string,
  familyName: string,
  credentials: string | null,
  capacity = 45,
): DemoStaff => ({
  clinic,
  role,
  givenName,
  familyName,
  credentials,
  capacity,
  email: `${ascii(givenName)}.${ascii(familyName)}@tandem.example`,
});

const ascii = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/ø/g, 'o')
    .replace(/[^A-Za-z]/g, '')
    .toLowerCase();

const accountOf = (role: StaffRole): string =>
  DEMO_ACCOUNTS.find((account) => account.role === role)?.email ?? '';

/** Everybody who works in the demo. The first four are the people of the demo accounts. */
export const STAFF = {
  rivera: {
    ...person('harborview', 'physiatrist', 'Amara', 'Rivera', 'MD', 60),
    email: accountOf('physiatrist'),
  },
  lindqvist: {
    ...person('harborview', 'physical-therapist', 'Jonas', 'Lindqvist', 'DPT', 40),
    email: accountOf('physical-therapist'),
  },
  haddad: {
    ...person('harborview', 'physical-therapist-assistant', 'Noor', 'Haddad', 'PTA', 30),
    email: accountOf('physical-therapist-assistant'),
  },
  okonkwo: {
    ...person('harborview', 'administrator', 'Maya', 'Okonkwo', null),
    email: accountOf('administrator'),
  },
  sorensen: person('harborview', 'physiatrist', 'Henrik', 'Sørensen', 'MD', 50),
  raman: person('juniper-mesa', 'physiatrist', 'Priya', 'Raman', 'MD', 55),
  tanaka: person('harborview', 'physical-therapist', 'Mei', 'Tanaka', 'PT', 35),
  boateng: person('harborview', 'physical-therapist', 'Kwame', 'Boateng', 'DPT', 35),
  fernandez: person('juniper-mesa', 'physical-therapist', 'Lucía', 'Fernández', 'PT', 35),
  whitfield: person('juniper-mesa', 'physical-therapist', 'Noah', 'Whitfield', 'DPT', 30),
  novak: person('juniper-mesa', 'administrator', 'Peter', 'Novak', null),
  chen: person('harborview', 'occupational-therapist', 'Wei', 'Chen', 'OTR/L', 30),
  duarte: person('juniper-mesa', 'speech-therapist', 'Isabel', 'Duarte', 'CCC-SLP', 25),
} as const satisfies Record<string, DemoStaff>;
export type StaffKey = keyof typeof STAFF;
