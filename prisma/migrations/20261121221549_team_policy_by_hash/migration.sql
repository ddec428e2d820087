-- A caseload of 500 has 1,000 memberships: compared one by one with an array of 500 patients, that is what the board spent
-- most of its time on. As a subquery the array is hashed once per statement.
alter policy seen on care_team_member using (
  organization_id = (select tandem.organization())
  and (staff_member_id = (select tandem.staff()) or (select tandem.role()) in ('administrator', 'system')
       or patient_id in (select unnest(tandem.patients()))));
