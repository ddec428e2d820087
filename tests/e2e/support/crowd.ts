import type { TestClinic } from '#tests/support/a-clinic.ts';
import { aJudgedEpisode } from '#tests/support/judged-episode.ts';

/** Puts `count` episodes on the physiatrist's board: one that is judged, and copies of its line for other patients. */
export async function aCrowdedBoard(clinic: TestClinic, count: number): Promise<void> {
  const { episodeId } = await aJudgedEpisode(clinic, {
    odi: { 0: 48, 14: 40, 28: 34 },
    days: 30,
    team: ['physiatrist'],
    patient: { familyName: 'Person 000', givenName: 'First' },
  });
  await clinic.rows(
    `with made as (
       select n, gen_random_uuid() as patient_id, gen_random_uuid() as episode_id from generate_series(1, $4) as n
     ), patients as (
       insert into patient (organization_id, id, clinic_id, mrn, family_name, given_name, birth_date, sex, search_text, synthetic)
       select $1, patient_id, $2, (5000000 + n)::text, 'Person ' || lpad(n::text, 3, '0'), 'One', '1960-01-01', 'male',
              'person ' || lpad(n::text, 3, '0') || ' one', true from made
     ), teams as (
       insert into care_team_member (organization_id, id, patient_id, staff_member_id, role, kind, valid_from)
       select $1, gen_random_uuid(), patient_id, $5, 'physiatrist', 'member', '2020-01-01' from made
     ), episodes as (
       insert into episode (organization_id, id, patient_id, clinic_id, concern, body_region, side, opened_on, payer_profile)
       select $1, made.episode_id, made.patient_id, $2, e.concern, e.body_region, e.side, e.opened_on, e.payer_profile
         from made, episode e where e.id = $3
     )
     insert into board_entry
     select (jsonb_populate_record(b, jsonb_build_object('episode_id', made.episode_id, 'patient_id', made.patient_id))).*
       from made, board_entry b where b.episode_id = $3`,
    [clinic.organizationId, clinic.clinicId, episodeId, count - 1, clinic.staff.physiatrist.id],
  );
}
