import { HISTORY_MEANING_SYSTEM } from '#shared/patients/history-meaning.ts';
import { isOldSql, TODAY } from './coded-facts-sql.ts';
import { onsetSql } from './onset-sql.ts';

/** Conditions, and what was ticked at facts of the history that have not ended. */
const CODED = `(
  select organization_id, patient_id, id, category, code, code_system, display, side, status, is_primary, episode_id, recorded_at, onset_on
    from condition
  union all
  select f.organization_id, f.patient_id, f.id, 'comorbidity', b.meaning, '${HISTORY_MEANING_SYSTEM}', f.title, f.side, f.status,
         false, null, f.recorded_at, null
    from history_fact f cross join lateral unnest(f.bears_on) b(meaning)
   where f.ended_on is null)`;

/**
 * The banner of a page about one episode as a JSON expression, for a query that has the episode as `e`. Row-level security
 * keeps conditions, medication and allergies from those who may not read them.
 */
export const EPISODE_HEADER_SQL = `
  (select json_build_object(
     'patientId', p.id, 'familyName', p.family_name, 'givenName', p.given_name, 'birthDate', p.birth_date, 'sex', p.sex,
     'mrn', p.mrn, 'episodeId', e.id, 'concern', e.concern, 'bodyRegion', e.body_region, 'side', e.side,
     'onset', ${onsetSql('e')}, 'status', e.status,
     'today', ${TODAY},
     'clinicValues', (select hc.clinical_values from clinic hc
                       where hc.organization_id = e.organization_id and hc.id = e.clinic_id),
     'conditions', coalesce((
       select json_agg(json_build_object(
                'category', k.category, 'code', k.code, 'codeSystem', k.code_system, 'display', k.display, 'side', k.side,
                'status', k.status, 'isPrimary', k.is_primary, 'episodeId', k.episode_id, 'isOld', ${isOldSql('k')})
                order by k.is_primary desc, k.recorded_at, k.id)
         from ${CODED} k
        where k.organization_id = e.organization_id and k.patient_id = e.patient_id and k.status = 'active'
          and (k.category = 'comorbidity' or k.episode_id = e.id)), '[]'::json),
     'medications', coalesce((
       select json_agg(m.name order by m.name) from medication_order m
        where m.organization_id = e.organization_id and m.patient_id = e.patient_id and m.status = 'active'), '[]'::json),
     'allergies', coalesce((
       select json_agg(json_build_object('substance', a.substance, 'reaction', a.reaction, 'severity', a.severity)
                       order by a.substance)
         from allergy a
        where a.organization_id = e.organization_id and a.patient_id = e.patient_id and a.status = 'active'), '[]'::json))
     from patient p where p.organization_id = e.organization_id and p.id = e.patient_id)`;
