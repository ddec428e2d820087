import { HISTORY_MEANING_SYSTEM } from '#shared/patients/history-meaning.ts';
import { DRUG_INGREDIENT } from '#shared/prescriptions/drug-precautions.ts';

/** The day at the clinic of the episode `e`. */
export const TODAY = `(
  select (now() at time zone zc.time_zone)::date from clinic zc where zc.organization_id = e.organization_id and zc.id = e.clinic_id)`;

/** The day on which the last version of the episode `e` was signed; today while none is. */
const LAST_SIGNED_ON = `coalesce((
  select (zv.signed_at at time zone zc.time_zone)::date
    from prescription zv
    join clinic zc on zc.organization_id = e.organization_id and zc.id = e.clinic_id
   where zv.organization_id = e.organization_id and zv.episode_id = e.id
   order by zv.version_number desc limit 1), ${TODAY})`;

/** Whether the condition `n` began more than a year before a day; a condition without a date counts as new. */
const isOldOn = (n: string, day: string): string =>
  `(case when ${n}.onset_on is null then false else ${n}.onset_on < ${day} - interval '12 months' end)`;

/**
 * Whether the condition `n` is old, as it holds for the episode `e`: as of its last signed version. What was recent when the
 * physiatrist signed stays so until the physiatrist signs again: time alone loosens nothing (rules.md 3).
 */
export const isOldSql = (n: string): string => isOldOn(n, LAST_SIGNED_ON);

/** The same for a patient `p`, whatever the episode: old only if it is old for every open one. */
export const isOldForPatientSql = (n: string): string => `coalesce((
  select bool_and(${isOldSql(n)}) from episode e
   where e.organization_id = p.organization_id and e.patient_id = p.id and e.status = 'open'), (
  select ${isOldOn(n, '(now() at time zone zc.time_zone)::date')} from clinic zc
   where zc.organization_id = p.organization_id and zc.id = p.clinic_id))`;

const codedFacts = (isOld: string): string => `
  select n.id, n.code, n.code_system, n.status, n.display || ' (' || n.code || ')' as words, n.recorded_at, ${isOld} as is_old
    from condition n
   where n.organization_id = e.organization_id and n.patient_id = e.patient_id and n.status = 'active'
  union all
  select m.id, g.ingredient, '${DRUG_INGREDIENT}', m.status, 'takes ' || m.name, m.recorded_at, false
    from medication_order m cross join lateral unnest(m.ingredients) g(ingredient)
   where m.organization_id = e.organization_id and m.patient_id = e.patient_id and m.status = 'active'
  union all
  select f.id, b.meaning, '${HISTORY_MEANING_SYSTEM}', f.status,
         f.title || coalesce(', ' || f.side, '') || coalesce(' (' || f.happened_on || ')', '') || ', history', f.recorded_at, false
    from history_fact f cross join lateral unnest(f.bears_on) b(meaning)
   where f.organization_id = e.organization_id and f.patient_id = e.patient_id and f.status = 'active' and f.ended_on is null`;

/**
 * What precautions follow from, for the episode `e`: the active coded conditions, the active drugs by ingredient, and what was
 * ticked at a fact of the history that has not ended. Each with its words and when it was written down. This is what holds.
 */
export const CODED_FACTS_SQL = codedFacts(isOldSql('n'));

/** The same as of today: what is proposed for the next version. */
export const CODED_FACTS_TODAY_SQL = codedFacts(isOldOn('n', TODAY));
