-- A record number is found without the zeros it begins with: what the search looks in holds both ways of writing it.
alter table patient disable trigger user;
update patient set search_text = search_text || ' ' || regexp_replace(mrn, '^0+', '') where mrn ~ '^0+[0-9A-Za-z]+$' and mrn ~ '[^0]';
alter table patient enable trigger user;

-- What somebody holds open for a patient, as logistics: when their planned visits are, and of which kind their open tasks are and
-- when due. For the patient's team and for administrators, who read neither a session nor the words of a clinical task.
create function tandem.held_sessions(in_patient uuid, in_staff uuid)
returns table ("startsAt" timestamptz, "endsAt" timestamptz)
language sql stable security definer set search_path = public, pg_temp as $$
  select scheduled_at, ends_at from session
   where organization_id = tandem.organization() and patient_id = in_patient and therapist_id = in_staff
     and status = 'planned' and scheduled_at > now()
     and (in_patient = any (tandem.patients()) or tandem.role() = 'administrator')
   order by scheduled_at, id
$$;
revoke execute on function tandem.held_sessions(uuid, uuid) from public;
grant execute on function tandem.held_sessions(uuid, uuid) to tandem_app;

create function tandem.held_tasks(in_patient uuid, in_staff uuid)
returns table ("taskId" uuid, kind text, "dueOn" date)
language sql stable security definer set search_path = public, pg_temp as $$
  select id, kind, due_on from task
   where organization_id = tandem.organization() and patient_id = in_patient and owner_id = in_staff and status = 'open'
     and (in_patient = any (tandem.patients()) or tandem.role() = 'administrator')
   order by due_on, id
$$;
revoke execute on function tandem.held_tasks(uuid, uuid) from public;
grant execute on function tandem.held_tasks(uuid, uuid) to tandem_app;
