-- What somebody has begun for a patient and not signed, as logistics: of which kind and since when, no word of it. Visits that have begun
-- or whose time is past without an outcome, and the drafts whose author they are. For the team and for administrators.
create function tandem.held_writing(in_patient uuid, in_staff uuid)
returns table (kind text, "begunAt" timestamptz)
language sql stable security definer set search_path = public, pg_temp as $$
  select w.kind, w.begun_at
    from (
      select 'visit', s.scheduled_at from session s
       where s.organization_id = tandem.organization() and s.patient_id = in_patient and s.therapist_id = in_staff
         and (s.status = 'arrived' or (s.status = 'planned' and s.scheduled_at <= now()))
      union all
      select 'evaluation', e.started_at from evaluation e
       where e.organization_id = tandem.organization() and e.patient_id = in_patient and e.author_id = in_staff and e.status = 'draft'
      union all
      select 'prescription', d.created_at from prescription_draft d
       where d.organization_id = tandem.organization() and d.patient_id = in_patient and d.author_id = in_staff
      union all
      select 'surgical-evaluation', q.created_at from surgical_evaluation q
       where q.organization_id = tandem.organization() and q.patient_id = in_patient and q.author_id = in_staff and q.status = 'draft'
    ) w (kind, begun_at)
   where in_patient = any (tandem.patients()) or tandem.role() = 'administrator'
   order by w.begun_at, w.kind
$$;
revoke execute on function tandem.held_writing(uuid, uuid) from public;
grant execute on function tandem.held_writing(uuid, uuid) to tandem_app;
