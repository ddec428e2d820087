/**
 * Who takes over from the membership `held` when it ends at `l.leaves_at`: somebody active who is on the team then, in the same role
 * first, else a physiatrist; who stays for good before who covers for a time. The dialog and the ending ask this one question.
 */
export const SUCCESSOR_SQL = `
  select m.staff_member_id, m.role
    from care_team_member m
    join staff_member w on w.organization_id = m.organization_id and w.id = m.staff_member_id and w.active
   where m.organization_id = held.organization_id and m.patient_id = held.patient_id and m.role in (held.role, 'physiatrist')
     and m.staff_member_id <> held.staff_member_id
     and m.valid_from <= l.leaves_at and (m.valid_to is null or m.valid_to > l.leaves_at)
   order by m.role = held.role desc, m.valid_to desc nulls first, m.valid_from, m.id limit 1`;
