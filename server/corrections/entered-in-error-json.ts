const nameOf = (row: string, column: string): string => `
  (select concat_ws(', ', eb.given_name || ' ' || eb.family_name, eb.credentials) from staff_member eb
    where eb.organization_id = ${row}.organization_id and eb.id = ${row}.${column})`;

/** The shape of `EnteredInError` for a row that has the three columns of the mark; null while it counts. */
export const enteredInErrorJson = (row: string): string => `
  case when ${row}.entered_in_error_at is not null then json_build_object(
    'at', ${row}.entered_in_error_at, 'reason', ${row}.entered_in_error_reason,
    'by', ${nameOf(row, 'entered_in_error_by_id')}) end`;

/** The same for a listed fact, whose mark is one of its states. */
export const factInErrorJson = (row: string): string => `
  case when ${row}.status = 'entered-in-error' then json_build_object(
    'at', coalesce(${row}.status_changed_at, ${row}.recorded_at), 'reason', coalesce(${row}.status_reason, ''),
    'by', ${nameOf(row, 'status_changed_by_id')}) end`;
