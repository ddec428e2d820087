import { personName } from './facts-sql.ts';

/** Notes of assistants about the actor's patients that nobody has co-signed, oldest first. */
export const AWAITING_SQL = `
  select coalesce(json_agg(json_build_object(
           'sessionId', s.id, 'episodeId', s.episode_id, 'familyName', p.family_name, 'givenName', p.given_name,
           'sessionDate', s.session_date, 'signedAt', s.signed_at, 'signedBy', ${personName('g')})
         order by s.signed_at), '[]') as notes
    from session s
    join patient p on p.organization_id = s.organization_id and p.id = s.patient_id
    join staff_member g on g.organization_id = s.organization_id and g.id = s.signed_by_id
   where s.organization_id = (select tandem.organization()) and s.cosignature_needed
     and s.patient_id in (select unnest((select tandem.patients())::uuid[]))
     and not exists (select from session_cosignature k
                      where k.organization_id = s.organization_id and k.session_id = s.id)`;

/** A signed session locked for its co-signature: $1 the organization, $2 the episode, $3 the session. */
export const NOTE_TO_COSIGN_SQL = `
  select s.patient_id as "patientId", s.signed_by_id as "signedById", s.cosignature_needed as needed,
         exists (select from session_cosignature k
                  where k.organization_id = s.organization_id and k.session_id = s.id) as cosigned
    from session s
   where s.organization_id = $1::uuid and s.episode_id = $2::uuid and s.id = $3::uuid
     for update of s`;
