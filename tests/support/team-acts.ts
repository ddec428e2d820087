import { careTeamsApi } from '#shared/care-teams/contract.ts';
import type { PatientId } from '#shared/platform/ids.ts';
import type { PersonName, TestClinic } from './a-clinic.ts';

/** Somebody's membership as the administrator sees it. */
export const memberOf = async (clinic: TestClinic, patientId: PatientId, person: PersonName) => {
  const { body } = await clinic.as('administrator').call(careTeamsApi.team, { params: { patientId } });
  const member = body.members.find(({ staffMemberId }) => staffMemberId === clinic.staff[person].id);
  if (!member) throw new Error(`${person} is not on the team`);
  return member;
};

/** Puts somebody on a team from today, as a physical therapist unless told otherwise. */
export const assign = (
  clinic: TestClinic,
  patientId: PatientId,
  person: PersonName,
  more: object = {},
  key?: string,
) =>
  clinic.as('administrator').call(
    careTeamsApi.assign,
    {
      params: { patientId },
      body: {
        staffMemberId: clinic.staff[person].id,
        role: 'physical-therapist',
        kind: 'member',
        from: clinic.today(),
        to: null,
        ...more,
      },
    },
    key === undefined ? {} : { key },
  );
