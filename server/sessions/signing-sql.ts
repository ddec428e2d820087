import {
  ALLOWED_CENTS,
  CHART_NOW,
  GATE_FACTS,
  GOVERNING_PRESCRIPTION,
  LAST_DOSES,
  LAST_NOTE,
  SAME_DAY,
  sessionHead,
} from './facts-sql.ts';

/** The physiatrist who is told: the one who signed the prescription while on the team, else the team's first. */
export const physiatristOf = (patient: string, signedBy: string) => `(
  select m.staff_member_id from care_team_member m
   where m.organization_id = ${patient}.organization_id and m.patient_id = ${patient}.patient_id and m.role = 'physiatrist'
     and m.valid_from <= now() and (m.valid_to is null or m.valid_to > now())
   order by m.staff_member_id is not distinct from ${signedBy} desc, m.valid_from limit 1)`;

/** The physical therapist who answers for an assistant's work: the team's first. */
const THERAPIST_OF = `(
  select m.staff_member_id from care_team_member m
   where m.organization_id = s.organization_id and m.patient_id = s.patient_id and m.role = 'physical-therapist'
     and m.valid_from <= now() and (m.valid_to is null or m.valid_to > now())
   order by m.valid_from limit 1)`;

/**
 * All that arriving and signing need, in one statement, and the session's row locked: two signatures of one session wait for
 * each other, and so do two sessions of one episode, so that the prescribed visits cannot be overrun.
 * $1 the organization, $2 the episode, $3 the session.
 */
export const SIGNING_SQL = `
  select json_build_object(
    'session', json_build_object(${sessionHead('s', 't')}),
    'patientId', s.patient_id, 'timeZone', c.time_zone, 'clinicValues', c.clinical_values, 'episodeStatus', e.status, 'payerProfile', e.payer_profile,
    'prescription', case when rx.id is null then null else json_build_object(
      'prescriptionId', rx.id, 'versionNumber', rx.version_number, 'startsOn', rx.starts_on, 'endsOn', rx.ends_on,
      'visitsPrescribed', rx.visits_prescribed,
      'content', json_build_object('interventions', rx.content->'interventions', 'precautions', rx.content->'precautions',
                                   'vitals', rx.content->'vitals', 'weightBearing', rx.content->'weightBearing')) end,
    'chart', ${CHART_NOW},
    'gate', ${GATE_FACTS},
    'lastDoses', ${LAST_DOSES},
    'last', ${LAST_NOTE},
    'sameDay', ${SAME_DAY}, 'allowedCents', ${ALLOWED_CENTS},
    'therapistId', ${THERAPIST_OF},
    'physiatristId', ${physiatristOf('s', 'rx.signed_by_id')}) as facts
    from session s
    join episode e on e.organization_id = s.organization_id and e.id = s.episode_id
    join clinic c on c.organization_id = e.organization_id and c.id = e.clinic_id
    join staff_member t on t.organization_id = s.organization_id and t.id = s.therapist_id
    ${GOVERNING_PRESCRIPTION}
   where s.organization_id = $1::uuid and s.episode_id = $2::uuid and s.id = $3::uuid
     for update of s for no key update of e`;
