import { randomInt, randomUUID } from 'node:crypto';
import type pg from 'pg';
import type { StaffRole } from '#shared/platform/actor.ts';
import { EpisodeId, PatientId } from '#shared/platform/ids.ts';
import { searchTextOf } from '#shared/patients/search-text.ts';
import type { TestOrganization } from './clinic-staff.ts';

/** What a test may say about a patient; the rest is made up. */
export type PatientDetails = {
  givenName?: string;
  familyName?: string;
  birthDate?: string;
  sex?: 'female' | 'male' | 'other' | 'unknown';
  mrn?: string;
  phone?: string;
};

/** What a test may say about an episode. `team` names who has a live membership. */
export type EpisodeDetails<Person extends string> = {
  patient?: PatientDetails | { patientId: PatientId };
  concern?: string;
  bodyRegion?: string;
  side?: 'left' | 'right' | 'both' | null;
  onsetOn?: string;
  openedOn?: string;
  payerProfile?: 'none' | 'medicare_part_b';
  team?: readonly Person[];
};

/** Inserts a patient as the tables' owner. */
export async function insertPatient(
  owner: pg.Pool,
  { organizationId, clinicId }: TestOrganization,
  details: PatientDetails,
): Promise<{ patientId: PatientId; mrn: string; givenName: string; familyName: string }> {
  const patientId = PatientId.parse(randomUUID());
  const mrn = details.mrn ?? String(randomInt(1_000_000, 10_000_000));
  const givenName = details.givenName ?? 'Nadia';
  const familyName = details.familyName ?? 'Testperson';
  await owner.query(
    `insert into patient (organization_id, id, clinic_id, mrn, family_name, given_name, birth_date, sex, phone, search_text,
                          synthetic)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, true)`,
    [
      organizationId,
      patientId,
      clinicId,
      mrn,
      familyName,
      givenName,
      details.birthDate ?? '1968-04-12',
      details.sex ?? 'female',
      details.phone ?? null,
      searchTextOf({ familyName, givenName, mrn }),
    ],
  );
  return { patientId, mrn, givenName, familyName };
}

type EpisodePlace<Person extends string> = {
  owner: pg.Pool;
  home: TestOrganization;
  staff: Record<Person, { id: string; role: StaffRole }>;
  openedOn: string;
};

/** Inserts a patient (unless given), an open episode and the team's memberships. */
export async function insertEpisode<Person extends string>(
  { owner, home, staff, openedOn }: EpisodePlace<Person>,
  details: EpisodeDetails<Person> & { team: readonly Person[] },
): Promise<{ patientId: PatientId; episodeId: EpisodeId }> {
  const given = details.patient ?? {};
  const patientId =
    'patientId' in given ? given.patientId : (await insertPatient(owner, home, given)).patientId;
  const episodeId = EpisodeId.parse(randomUUID());
  await owner.query(
    `insert into episode (organization_id, id, patient_id, clinic_id, concern, body_region, side, onset_on, opened_on,
                          payer_profile)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      home.organizationId,
      episodeId,
      patientId,
      home.clinicId,
      details.concern ?? 'Low back pain with leg pain',
      details.bodyRegion ?? 'lower-back',
      details.side === undefined ? 'left' : details.side,
      details.onsetOn ?? null,
      details.openedOn ?? openedOn,
      details.payerProfile ?? 'none',
    ],
  );
  for (const person of details.team) await insertMembership(owner, home, patientId, staff[person]);
  return { patientId, episodeId };
}

async function insertMembership(
  owner: pg.Pool,
  { organizationId }: TestOrganization,
  patientId: string,
  { id, role }: { id: string; role: StaffRole },
): Promise<void> {
  await owner.query(
    `insert into care_team_member (organization_id, id, patient_id, staff_member_id, role, kind, valid_from)
     values ($1, gen_random_uuid(), $2, $3, $4, 'member', '2020-01-01T00:00:00Z')
     on conflict do nothing`,
    [organizationId, patientId, id, role],
  );
}
