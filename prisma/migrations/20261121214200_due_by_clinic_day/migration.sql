-- What is due depends on the day it is in the episode's own clinic, not on the server's.
drop function tandem.episodes_due(date, int);
create function tandem.episodes_due(in_now timestamptz, in_limit int)
returns table ("organizationId" uuid, "patientId" uuid, "episodeId" uuid)
language sql stable security definer set search_path = public, pg_temp as $$
  select b.organization_id, b.patient_id, b.episode_id
    from board_entry b
    join clinic c on c.organization_id = b.organization_id and c.id = b.clinic_id
   where b.next_check_on <= (in_now at time zone 'Pacific/Kiritimati')::date
     and b.next_check_on <= (in_now at time zone c.time_zone)::date
   order by b.next_check_on, b.episode_id limit in_limit
$$;
revoke execute on function tandem.episodes_due(timestamptz, int) from public;
grant execute on function tandem.episodes_due(timestamptz, int) to tandem_app;
create index board_entry_due on board_entry (next_check_on, episode_id) where next_check_on is not null;
