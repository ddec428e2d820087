-- A task about a patient is read by that patient's care team, whoever's name or role it carries: leaving the team ends the
-- access to it too. Administrators keep the tasks of their own name and role. Anybody on the team may open one for a colleague.

drop policy mine on task;

create policy seen on task for select to tandem_app using (
  organization_id = (select tandem.organization())
  and ((select tandem.role()) = 'system'
       or patient_id = any ((select tandem.patients())::uuid[])
       or ((patient_id is null or (select tandem.role()) = 'administrator')
           and (owner_id = (select tandem.staff()) or owner_role = (select tandem.role())))));

create policy done on task for update to tandem_app using (
  organization_id = (select tandem.organization())
  and ((select tandem.role()) = 'system'
       or patient_id = any ((select tandem.patients())::uuid[])
       or ((patient_id is null or (select tandem.role()) = 'administrator')
           and (owner_id = (select tandem.staff()) or owner_role = (select tandem.role())))));

create policy opened on task for insert to tandem_app with check (
  organization_id = (select tandem.organization())
  and (select tandem.role()) not in ('none', 'public')
  and (patient_id is null or patient_id = any ((select tandem.patients())::uuid[])
       or (select tandem.role()) in ('administrator', 'system')));
