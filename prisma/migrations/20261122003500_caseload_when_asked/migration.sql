-- Every request enters as its actor, but most ask about one patient: whoever is scoped to one gets that one or nothing, found by
-- its own index; a whole caseload is read only by the statement that needs it, and never travels as text.
create or replace function tandem.enter(
  in_organization uuid, in_staff uuid, in_role text, in_patient uuid default null, in_episode uuid default null
) returns text language plpgsql security definer set search_path = public, pg_temp as $$
declare
  real_role text;
  about uuid := in_patient;
  visible text := '';
begin
  perform set_config('tandem.organization', in_organization::text, true),
          set_config('tandem.staff', coalesce(in_staff::text, ''), true);
  if in_episode is not null then
    select patient_id into about from episode where organization_id = in_organization and id = in_episode;
    about := coalesce(about, '00000000-0000-0000-0000-000000000000');
  end if;
  if in_staff is null then
    real_role := case when in_role in ('system', 'public') then in_role else 'none' end;
    if real_role = 'system' and about is not null then visible := '{' || about || '}'; end if;
  else
    select role into real_role from staff_member
      where organization_id = in_organization and id = in_staff and active;
    real_role := coalesce(real_role, 'none');
    if real_role not in ('none', 'administrator') then
      if about is null then
        visible := '*';
      elsif exists (
        select from care_team_member
         where organization_id = in_organization and patient_id = about and staff_member_id = in_staff
           and valid_from <= now() and (valid_to is null or valid_to > now())) then
        visible := '{' || about || '}';
      end if;
    end if;
  end if;
  perform set_config('tandem.role', real_role, true), set_config('tandem.patients', visible, true);
  return real_role;
end $$;

create or replace function tandem.patients() returns uuid[]
language plpgsql stable security definer parallel safe set search_path = public, pg_temp as $$
declare
  visible text := current_setting('tandem.patients', true);
begin
  if visible = '*' then
    return (
      select coalesce(array_agg(patient_id), '{}') from care_team_member
       where organization_id = tandem.organization() and staff_member_id = tandem.staff()
         and valid_from <= now() and (valid_to is null or valid_to > now()));
  end if;
  return coalesce(nullif(visible, ''), '{}')::uuid[];
end $$;

-- A caseload is read from its index alone.
create index care_team_member_caseload on care_team_member (organization_id, staff_member_id) include (patient_id, valid_from, valid_to);
