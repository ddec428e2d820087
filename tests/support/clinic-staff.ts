import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import type { StaffRole } from '#shared/platform/actor.ts';
import { ClinicId, OrganizationId, type StaffMemberId } from '#shared/platform/ids.ts';

/** An organization with one clinic. */
export type TestOrganization = {
  organizationId: OrganizationId;
  organizationName: string;
  clinicId: ClinicId;
  clinicName: string;
  clinicSlug: string;
  timeZone: string;
};

/** Somebody who works there and is signed in. */
export type TestStaffMember = {
  id: StaffMemberId;
  userId: string;
  cookie: string;
  role: StaffRole;
  givenName: string;
  familyName: string;
  email: string;
  organization: TestOrganization;
};

/** Inserts an organization and its clinic as the tables' owner. */
export async function insertOrganization(
  owner: pg.Pool,
  { tag, timeZone }: { tag: string; timeZone: string },
): Promise<TestOrganization> {
  const organization: TestOrganization = {
    organizationId: OrganizationId.parse(randomUUID()),
    organizationName: `Organization ${tag}`,
    clinicId: ClinicId.parse(randomUUID()),
    clinicName: `Clinic ${tag}`,
    clinicSlug: `clinic-${tag}`,
    timeZone,
  };
  const { organizationId, organizationName, clinicId, clinicName, clinicSlug } = organization;
  await owner.query('insert into organization (id, name) values ($1, $2)', [
    organizationId,
    organizationName,
  ]);
  await owner.query(
    'insert into clinic (organization_id, id, name, slug, time_zone) values ($1, $2, $3, $4, $5)',
    [organizationId, clinicId, clinicName, clinicSlug, timeZone],
  );
  return organization;
}
