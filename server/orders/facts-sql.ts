import { isOldSql } from '#server/patients/index.ts';

const list = (rows: string): string => `coalesce((${rows}), '[]'::json)`;

/** Recorded on, as the clinic's calendar says. */
const onDay = (column: string): string => `(${column} at time zone c.time_zone)::date`;

/** How many of the patient's last tests are asked for their answers. */
const EARLIER_TESTS = 8;

/** What the chart of episode $1's patient knows that matters before a test. */
export const ORDER_FACTS_SQL = `
  select json_build_object(
    'sex', p.sex, 'birthDate', p.birth_date,
    'conditions', ${list(`
      select json_agg(json_build_object('code', k.code, 'codeSystem', k.code_system, 'display', k.display, 'status', k.status,
                        'isOld', ${isOldSql('k')}, 'recordedOn', ${onDay('k.recorded_at')}) order by k.recorded_at desc, k.id)
        from condition k
       where k.organization_id = e.organization_id and k.patient_id = e.patient_id and k.status = 'active'`)},
    'allergies', ${list(`
      select json_agg(json_build_object('substance', a.substance, 'reaction', a.reaction,
                        'recordedOn', ${onDay('a.recorded_at')}) order by a.recorded_at desc, a.id)
        from allergy a
       where a.organization_id = e.organization_id and a.patient_id = e.patient_id and a.status = 'active'`)},
    'medications', ${list(`
      select json_agg(json_build_object('name', m.name, 'recordedOn', ${onDay('m.recorded_at')})
                        order by m.recorded_at desc, m.id)
        from medication_order m
       where m.organization_id = e.organization_id and m.patient_id = e.patient_id and m.status = 'active'`)},
    'history', ${list(`
      select json_agg(json_build_object(
               'words', f.title || coalesce(', ' || f.side, '') || coalesce(' (' || f.happened_on || ')', ''),
               'bearsOn', f.bears_on, 'recordedOn', ${onDay('f.recorded_at')}) order by f.recorded_at desc, f.id)
        from history_fact f
       where f.organization_id = e.organization_id and f.patient_id = e.patient_id and f.status = 'active'
         and f.ended_on is null and f.kind in ('surgery', 'injury', 'problem')`)},
    'earlier', ${list(`
      select json_agg(json_build_object('question', s.value ->> 'question', 'answer', s.value ->> 'answer',
                        'note', s.value ->> 'note', 'answeredOn', o.ordered_on,
                        'by', b.given_name || ' ' || b.family_name) order by o.ordered_on desc, o.id desc)
        from (select * from diagnostic_order d
               where d.organization_id = e.organization_id and d.patient_id = e.patient_id and d.status <> 'cancelled'
               order by d.ordered_on desc, d.id desc limit ${EARLIER_TESTS}) o
        join staff_member b on b.organization_id = o.organization_id and b.id = o.ordered_by_id
       cross join lateral jsonb_array_elements(o.safety) s`)}) as facts
    from episode e
    join patient p on p.organization_id = e.organization_id and p.id = e.patient_id
    join clinic c on c.organization_id = e.organization_id and c.id = e.clinic_id
   where e.organization_id = (select tandem.organization()) and e.id = $1::uuid`;
