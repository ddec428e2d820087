-- A task about a patient is seen by that patient's care team only, whatever role it is addressed to: its words are clinical.
drop policy mine on task;
create policy mine on task to tandem_app using (
  organization_id = (select tandem.organization())
  and ((patient_id is null and (owner_id = (select tandem.staff()) or owner_role = (select tandem.role())))
       or patient_id = any ((select tandem.patients())::uuid[])
       or (owner_role = 'administrator' and (select tandem.role()) = 'administrator')
       or (select tandem.role()) = 'system'));
