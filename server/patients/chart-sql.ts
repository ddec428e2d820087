import { complianceFactsIfAny } from '#server/compliance/index.ts';
import { isOldForPatientSql } from './coded-facts-sql.ts';
import { onsetSql } from './onset-sql.ts';
import { factInErrorJson } from '#server/corrections/index.ts';

const STAFF_NAME = `s.given_name || ' ' || s.family_name || coalesce(', ' || s.credentials, '')`;

/** Who wrote a listed fact down, for the table that the subquery calls `f`. */
const ORIGIN = `
  'status', f.status, 'statusReason', f.status_reason, 'recordedById', f.recorded_by_id, 'recordedBy', ${STAFF_NAME},
  'recordedAt', f.recorded_at, 'source', f.source, 'version', f.version, 'enteredInError', ${factInErrorJson('f')}`;

const RECORDED_BY = `left join staff_member s on s.organization_id = f.organization_id and s.id = f.recorded_by_id`;
const OF_PATIENT = `f.organization_id = p.organization_id and f.patient_id = p.id`;

const list = (fields: string, from: string, order: string) => `
  coalesce((select json_agg(json_build_object(${fields}) order by ${order}) ${from}), '[]')`;

/** An object of more than 100 arguments cannot be built at once, so the fields of the patient stand alone. */
export const IDENTITY_FIELDS = `
  'patientId', p.id, 'mrn', p.mrn, 'familyName', p.family_name, 'givenName', p.given_name, 'birthDate', p.birth_date,
  'sex', p.sex, 'phone', p.phone, 'email', p.email, 'address', p.address, 'language', p.language,
  'deceasedOn', p.deceased_on, 'clinicId', p.clinic_id, 'clinicName', c.name, 'synthetic', p.synthetic,
  'source', p.source, 'version', p.version`;

export const EPISODE_FIELDS = `
  'episodeId', f.id, 'concern', f.concern, 'bodyRegion', f.body_region, 'side', f.side, 'onsetOn', f.onset_on,
  'status', f.status, 'openedOn', f.opened_on, 'closedOn', f.closed_on, 'closeReason', f.close_reason,
  'payerProfile', f.payer_profile, 'clinicName', fc.name, 'version', f.version`;

/** The version in force of an episode as `f`; row-level security keeps it from those who may not read prescriptions. */
const IN_FORCE = `(
  select json_build_object('versionNumber', v.version_number, 'startsOn', v.starts_on, 'endsOn', v.ends_on,
           'signedBy', w.given_name || ' ' || w.family_name || coalesce(', ' || w.credentials, ''),
           'acknowledged', exists (
             select from prescription_acknowledgement a
              where a.organization_id = v.organization_id and a.prescription_id = v.id
                and a.staff_member_id = (select tandem.staff())))
    from prescription v
    join staff_member w on w.organization_id = v.organization_id and w.id = v.signed_by_id
   where v.organization_id = f.organization_id and v.episode_id = f.id and v.in_force)`;

/** The day at the episode's clinic. */
const DAY = '($2::timestamptz at time zone fc.time_zone)::date';

/** $2 is now: what the payer asks for depends on the day at the episode's clinic. */
const episodes = list(
  `${EPISODE_FIELDS}, 'onset', ${onsetSql('f')}, 'today', ${DAY}, 'prescription', ${IN_FORCE},
   'compliance', ${complianceFactsIfAny(DAY, { episode: 'f', clinic: 'fc' })}`,
  `from episode f join clinic fc on fc.organization_id = f.organization_id and fc.id = f.clinic_id where ${OF_PATIENT}`,
  `f.status desc, f.opened_on desc, f.id`,
);

const conditions = list(
  `'conditionId', f.id, 'episodeId', f.episode_id, 'category', f.category, 'code', f.code, 'codeSystem', f.code_system,
   'display', f.display, 'side', f.side, 'onsetOn', f.onset_on, 'abatedOn', f.abated_on, 'isPrimary', f.is_primary,
   'isOld', ${isOldForPatientSql('f')}, ${ORIGIN}`,
  `from condition f ${RECORDED_BY} where ${OF_PATIENT}`,
  `f.status, f.is_primary desc, f.recorded_at desc, f.id`,
);

const allergies = list(
  `'allergyId', f.id, 'substance', f.substance, 'reaction', f.reaction, 'severity', f.severity, ${ORIGIN}`,
  `from allergy f ${RECORDED_BY} where ${OF_PATIENT}`,
  `f.status, f.substance, f.id`,
);

const medications = list(
  `'medicationOrderId', f.id, 'name', f.name, 'dose', f.dose, 'frequency', f.frequency, 'reason', f.reason,
   'startedOn', f.started_on, 'stoppedOn', f.stopped_on, ${ORIGIN}`,
  `from medication_order f ${RECORDED_BY} where ${OF_PATIENT}`,
  `f.status, f.name, f.id`,
);

const historyFacts = list(
  `'historyFactId', f.id, 'kind', f.kind, 'title', f.title, 'detail', f.detail, 'side', f.side, 'happenedOn', f.happened_on,
   'endedOn', f.ended_on, 'setting', f.setting, 'claimReference', f.claim_reference, 'result', f.result,
   'correctsId', f.corrects_id, 'bearsOn', f.bears_on, ${ORIGIN}`,
  `from history_fact f ${RECORDED_BY} where ${OF_PATIENT}`,
  `f.status, f.happened_on desc nulls last, f.recorded_at desc, f.id`,
);

/** The last signed evaluation whose author read the list with the patient. */
const reviewOf = (name: string) => `
  (select json_build_object('on', f.evaluated_on, 'by', ${STAFF_NAME}, 'signedAt', f.signed_at)
     from evaluation f join staff_member s on s.organization_id = f.organization_id and s.id = f.signed_by_id
    where ${OF_PATIENT} and f.status = 'signed' and f.content->'reviewed'->'${name}' = 'true'::jsonb
    order by f.signed_at desc limit 1)`;

const team = list(
  `'careTeamMemberId', f.id, 'staffMemberId', f.staff_member_id, 'name', ${STAFF_NAME}, 'staffRole', s.role,
   'role', f.role, 'kind', f.kind, 'validTo', f.valid_to`,
  `from care_team_member f join staff_member s on s.organization_id = f.organization_id and s.id = f.staff_member_id
    where ${OF_PATIENT} and f.valid_from <= now() and (f.valid_to is null or f.valid_to > now())`,
  `f.role, s.family_name, f.id`,
);

const requests = list(
  `'careRequestId', f.id, 'reference', f.reference, 'createdAt', f.created_at, 'concern', f.concern,
   'narrative', f.narrative, 'status', f.status`,
  `from care_request f where ${OF_PATIENT}`,
  `f.created_at desc, f.id`,
);

const counted = (table: string, and = '') => `(select count(*) from ${table} f where ${OF_PATIENT} ${and})`;

/** The whole chart of $1 in one row; row-level security empties what the actor may not see. */
export const CHART_SQL = `
  select json_build_object(
    'patient', json_build_object(${IDENTITY_FIELDS}),
    'today', ($2::timestamptz at time zone c.time_zone)::date,
    'identifiers', ${list(`'system', f.system, 'value', f.value`, `from patient_identifier f where ${OF_PATIENT}`, 'f.system, f.value')},
    'episodes', ${episodes},
    'conditions', ${conditions},
    'allergies', ${allergies},
    'medications', ${medications},
    'historyFacts', ${historyFacts},
    'reviews', json_build_object('history', ${reviewOf('history')}, 'comorbidities', ${reviewOf('comorbidities')},
      'medications', ${reviewOf('medications')}, 'allergies', ${reviewOf('allergies')}),
    'team', ${team},
    'outside', coalesce((select json_agg(o) from tandem.outside_specialists(p.id) o), '[]'),
    'requests', ${requests},
    'history', json_build_object(
      'encounters', ${counted('external_encounter')},
      'observations', ${counted('imported_observation')},
      'scores', ${counted('outcome_score', `and f.source = 'imported' and f.episode_id is null and f.entered_in_error_at is null`)},
      'procedures', ${counted('procedure', `and f.source <> 'entered'`)})
  ) as chart
    from patient p
    join clinic c on c.organization_id = p.organization_id and c.id = p.clinic_id
   where p.organization_id = (select tandem.organization()) and p.id = $1`;
