import { enteredInErrorJson } from '#server/corrections/index.ts';

/** Who entered it, of a row `r` with `by_id`. */
const sourceJson = (of: string): string => `json_build_object(
           'place', r.place, 'on', r.session_date, 'by', (
             select k.given_name || ' ' || k.family_name || coalesce(', ' || k.credentials, '')
               from staff_member k where k.organization_id = ${of}.organization_id and k.id = r.by_id))`;

interface Asked {
  /** The row that names the organization and the patient. */
  of: string;
  /** The day by which the blood was drawn. */
  until: string;
  /** A session whose own sheet is not asked: what is typed there is compared with the rest. */
  besides?: string;
}

/** Of signed session sheets; a test never counts as later than its visit. */
const ofSessions = ({ of, until, besides }: Asked): string => `
      select (u.vitals ->> 'inr')::float8 as value, t.tested_on, 'session' as place, u.session_date, u.signed_by_id as by_id,
             coalesce(u.signed_at, u.scheduled_at) as entered_at, null::uuid as id
        from session u
        cross join lateral (
          select least(coalesce((u.vitals ->> 'inrOn')::date, u.session_date), u.session_date) as tested_on) t
       where u.organization_id = ${of}.organization_id and u.patient_id = ${of}.patient_id and (u.vitals ->> 'inr') is not null
         and u.status = 'completed' and u.session_date <= ${until}${besides === undefined ? '' : ` and u.id <> ${besides}`}`;

/** By the report of a test, or beside the medication. */
const ofReadings = ({ of, until }: Asked): string => `
      select i.value, i.tested_on, case when i.diagnostic_order_id is null then 'medication' else 'result' end, null,
             i.recorded_by_id, i.recorded_at, i.id
        from inr_reading i
       where i.organization_id = ${of}.organization_id and i.patient_id = ${of}.patient_id and i.tested_on <= ${until}`;

/**
 * The latest INR of a patient by a day, wherever it was entered. The later blood test wins; of one day, what was entered last, and of one moment the higher value. What was
 * entered in error is no reading. The shape of `KnownInr`, null when none is known.
 */
export const latestInrSql = (asked: Asked): string => `(
  select json_build_object('value', r.value, 'on', r.tested_on, 'source', ${sourceJson(asked.of)})
    from ((${ofSessions(asked)}
       order by t.tested_on desc, u.scheduled_at desc limit 1)
      union all (${ofReadings(asked)} and i.entered_in_error_at is null
       order by i.tested_on desc, i.recorded_at desc limit 1)) r
   order by r.tested_on desc, r.entered_at desc, r.value desc limit 1)`;

/** As many as a panel shows. */
const MOST_LISTED = 12;

/** The readings of a patient, the latest blood test first: the shape of `InrReading[]`. */
export const inrReadingsSql = (asked: Asked): string => `coalesce((
  select json_agg(json_build_object('inrReadingId', r.id, 'value', r.value, 'testedOn', r.tested_on, 'source', ${sourceJson(asked.of)},
                    'recordedById', r.by_id, 'enteredInError', (
                      select ${enteredInErrorJson('x')} from inr_reading x
                       where x.organization_id = ${asked.of}.organization_id and x.id = r.id))
                  order by r.tested_on desc, r.entered_at desc)
    from (select * from (${ofSessions(asked)}
      union all ${ofReadings(asked)}) every_one
           order by tested_on desc, entered_at desc limit ${MOST_LISTED}) r), '[]'::json)`;

/** What the report of the order `o` says of the INR: the shape of `NewInr`, null when it says none. */
export const INR_OF_ORDER_SQL = `(
  select json_build_object('value', i.value, 'testedOn', i.tested_on) from inr_reading i
   where i.organization_id = o.organization_id and i.diagnostic_order_id = o.id and i.entered_in_error_at is null)`;
