-- Who may see which row, what may never change, and what may exist only once: kept by the database itself, so that a
-- mistake in the server cannot undo it. Three roles: tandem_app serves requests and owns nothing, tandem_auth reads and
-- writes sign-in tables only, tandem_jobs owns the job queue only.

create extension if not exists btree_gist;

do $$
declare name text;
begin
  foreach name in array array['tandem_app', 'tandem_auth', 'tandem_jobs'] loop
    begin
      execute format('create role %I nologin', name);
    exception when duplicate_object or unique_violation then null;
    end;
  end loop;
end $$;

revoke create on schema public from public;
create schema tandem;
grant usage on schema public, tandem to tandem_app, tandem_auth, tandem_jobs;

-- 1. The actor ------------------------------------------------------------------------------------------------------

create function tandem.organization() returns uuid language sql stable parallel safe as
  $$ select nullif(current_setting('tandem.organization', true), '')::uuid $$;
create function tandem.staff() returns uuid language sql stable parallel safe as
  $$ select nullif(current_setting('tandem.staff', true), '')::uuid $$;
create function tandem.role() returns text language sql stable parallel safe as
  $$ select coalesce(current_setting('tandem.role', true), '') $$;
create function tandem.patients() returns uuid[] language sql stable parallel safe as
  $$ select coalesce(nullif(current_setting('tandem.patients', true), ''), '{}')::uuid[] $$;

-- Enters a transaction as an actor. A staff member's role is read here, not believed; their patients are those with a live
-- care-team membership, narrowed to one patient when the request is about one. Without a staff member only the roles
-- 'system' (background work and import, always for one named patient) and 'public' (a request for care) exist.
create function tandem.enter(
  in_organization uuid, in_staff uuid, in_role text, in_patient uuid default null, in_episode uuid default null
) returns text language plpgsql security definer set search_path = public, pg_temp as $$
declare
  real_role text;
  about uuid := in_patient;
  visible uuid[] := '{}';
begin
  perform set_config('tandem.organization', in_organization::text, true);
  perform set_config('tandem.staff', coalesce(in_staff::text, ''), true);
  if in_episode is not null then
    select patient_id into about from episode where organization_id = in_organization and id = in_episode;
    about := coalesce(about, '00000000-0000-0000-0000-000000000000');
  end if;
  if in_staff is null then
    real_role := case when in_role in ('system', 'public') then in_role else 'none' end;
    if real_role = 'system' and about is not null then visible := array[about]; end if;
  else
    select role into real_role from staff_member
      where organization_id = in_organization and id = in_staff and active;
    real_role := coalesce(real_role, 'none');
    if real_role not in ('none', 'administrator') then
      select coalesce(array_agg(distinct patient_id), '{}') into visible from care_team_member
        where organization_id = in_organization and staff_member_id = in_staff
          and (about is null or patient_id = about)
          and valid_from <= now() and (valid_to is null or valid_to > now());
    end if;
  end if;
  perform set_config('tandem.role', real_role, true);
  perform set_config('tandem.patients', visible::text, true);
  return real_role;
end $$;

-- The staff member behind a signed-in account; nothing when there is none or they no longer work here.
create function tandem.actor_of_user(in_user text)
returns table (
  "organizationId" uuid, "organizationName" text, "staffMemberId" uuid, role text, "givenName" text, "familyName" text,
  credentials text, "clinicId" uuid, "clinicName" text, "timeZone" text
) language sql stable security definer set search_path = public, pg_temp as $$
  select s.organization_id, o.name, s.id, s.role, s.given_name, s.family_name, s.credentials, c.id, c.name, c.time_zone
    from staff_member s
    join organization o on o.id = s.organization_id
    join clinic c on c.organization_id = s.organization_id and c.id = s.clinic_id
   where s.auth_user_id = in_user and s.active
$$;

-- The clinics that the public page may name.
create function tandem.clinics_taking_requests()
returns table ("organizationId" uuid, "clinicId" uuid, slug text, name text, phone text, "timeZone" text)
language sql stable security definer set search_path = public, pg_temp as $$
  select organization_id, id, slug, name, phone, time_zone from clinic order by name
$$;

-- Episodes whose verdict time alone may have changed: ids only, the work itself is done as 'system' for that one patient.
create function tandem.episodes_due(in_on date, in_limit int)
returns table ("organizationId" uuid, "patientId" uuid, "episodeId" uuid)
language sql stable security definer set search_path = public, pg_temp as $$
  select organization_id, patient_id, episode_id from board_entry
   where next_check_on <= in_on order by next_check_on, episode_id limit in_limit
$$;

create function tandem.episodes_of_organization(in_organization uuid, in_after uuid, in_limit int)
returns table ("organizationId" uuid, "patientId" uuid, "episodeId" uuid)
language sql stable security definer set search_path = public, pg_temp as $$
  select organization_id, patient_id, id from episode
   where organization_id = in_organization and (in_after is null or id > in_after) order by id limit in_limit
$$;

create function tandem.organizations() returns setof uuid
language sql stable security definer set search_path = public, pg_temp as $$ select id from organization $$;

create function tandem.is_demo() returns boolean
language sql stable security definer set search_path = public, pg_temp as $$ select exists (select from organization where is_demo) $$;

revoke execute on all functions in schema tandem from public;
grant execute on all functions in schema tandem to tandem_app;
revoke execute on function tandem.actor_of_user(text) from tandem_app;
grant execute on function tandem.actor_of_user(text) to tandem_auth;

-- 2. Row-level security: enabled and forced on every table that belongs to an organization ---------------------------

do $$
declare t text;
begin
  for t in
    select c.table_name from information_schema.columns c
      join information_schema.tables b using (table_schema, table_name)
     where c.table_schema = 'public' and c.column_name = 'organization_id' and b.table_type = 'BASE TABLE'
  loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy upkeep on %I to current_user using (true) with check (true)', t);
  end loop;
end $$;

alter table organization enable row level security;
alter table organization force row level security;
create policy upkeep on organization to current_user using (true) with check (true);
create policy own on organization for select to tandem_app using (id = (select tandem.organization()));

-- 2a. Clinical text: the care team, and nobody else.
do $$
declare t text;
begin
  foreach t in array array[
    'condition', 'allergy', 'medication_order', 'external_encounter', 'imported_observation', 'evaluation',
    'evaluation_addendum', 'diagnostic_order', 'procedure', 'referral', 'prescription_draft', 'prescription',
    'permitted_intervention', 'goal', 'precaution', 'prescribed_measure', 'prescription_acknowledgement', 'change_request',
    'session', 'performed_intervention', 'safety_hold', 'progress_report', 'outcome_score', 'verdict', 'board_entry',
    'decision'
  ] loop
    execute format(
      'create policy team on %I to tandem_app
         using (organization_id = (select tandem.organization()) and patient_id = any ((select tandem.patients())::uuid[]))', t);
  end loop;
end $$;

-- 2b. Identity and logistics: the care team, administrators, and background work.
create policy seen on patient for select to tandem_app using (
  organization_id = (select tandem.organization())
  and (id = any ((select tandem.patients())::uuid[]) or (select tandem.role()) in ('administrator', 'system')));
create policy registered on patient for insert to tandem_app with check (
  organization_id = (select tandem.organization()) and (select tandem.role()) in ('administrator', 'system'));
create policy changed on patient for update to tandem_app using (
  organization_id = (select tandem.organization())
  and (id = any ((select tandem.patients())::uuid[]) or (select tandem.role()) in ('administrator', 'system')));

do $$
declare t text;
begin
  foreach t in array array['patient_identifier', 'episode'] loop
    execute format(
      'create policy seen on %I for select to tandem_app using (
         organization_id = (select tandem.organization())
         and (patient_id = any ((select tandem.patients())::uuid[]) or (select tandem.role()) in (''administrator'', ''system'')))', t);
    execute format(
      'create policy opened on %I for insert to tandem_app with check (
         organization_id = (select tandem.organization()) and (select tandem.role()) in (''administrator'', ''system''))', t);
    execute format(
      'create policy changed on %I for update to tandem_app using (
         organization_id = (select tandem.organization())
         and (patient_id = any ((select tandem.patients())::uuid[]) or (select tandem.role()) in (''administrator'', ''system'')))', t);
  end loop;
end $$;

create policy seen on care_team_member for select to tandem_app using (
  organization_id = (select tandem.organization())
  and (patient_id = any ((select tandem.patients())::uuid[]) or staff_member_id = (select tandem.staff())
       or (select tandem.role()) in ('administrator', 'system')));
create policy assigned on care_team_member for insert to tandem_app with check (
  organization_id = (select tandem.organization()) and (select tandem.role()) in ('administrator', 'system'));
create policy ended on care_team_member for update to tandem_app using (
  organization_id = (select tandem.organization()) and (select tandem.role()) in ('administrator', 'system'));

create policy seen on care_request for select to tandem_app using (
  organization_id = (select tandem.organization())
  and ((select tandem.role()) in ('administrator', 'system') or created_by_id = (select tandem.staff())
       or patient_id = any ((select tandem.patients())::uuid[])));
create policy asked on care_request for insert to tandem_app with check (
  organization_id = (select tandem.organization()) and (select tandem.role()) <> 'none');
create policy handled on care_request for update to tandem_app using (
  organization_id = (select tandem.organization()) and (select tandem.role()) = 'administrator');

-- 2c. The organization's own.
do $$
declare t text;
begin
  foreach t in array array['clinic', 'staff_member', 'threshold_choice'] loop
    execute format('create policy own on %I for select to tandem_app using (organization_id = (select tandem.organization()))', t);
    execute format(
      'create policy kept on %I to tandem_app using (organization_id = (select tandem.organization())
         and (select tandem.role()) in (''administrator'', ''system''))', t);
  end loop;
end $$;
create policy chosen on threshold_choice to tandem_app using (
  organization_id = (select tandem.organization()) and (select tandem.role()) = 'physiatrist');

create policy mine on task to tandem_app using (
  organization_id = (select tandem.organization())
  and (owner_id = (select tandem.staff()) or owner_role = (select tandem.role())
       or patient_id = any ((select tandem.patients())::uuid[]) or (select tandem.role()) = 'system'));

create policy recorded on audit_event for insert to tandem_app with check (
  organization_id = (select tandem.organization()) and (select tandem.role()) <> 'none');
create policy examined on audit_event for select to tandem_app using (
  organization_id = (select tandem.organization()) and (select tandem.role()) = 'administrator');

create policy mine on idempotency_key to tandem_app using (
  organization_id = (select tandem.organization()) and staff_member_id = (select tandem.staff()));

create policy importing on import_batch to tandem_app using (
  organization_id = (select tandem.organization()) and (select tandem.role()) in ('administrator', 'system'));
create policy importing on imported_resource to tandem_app using (
  organization_id = (select tandem.organization()) and (select tandem.role()) in ('administrator', 'system'));

-- 3. Grants: what the server's role may do at all -------------------------------------------------------------------

do $$
declare t text;
begin
  for t in
    select c.table_name from information_schema.columns c
      join information_schema.tables b using (table_schema, table_name)
     where c.table_schema = 'public' and c.column_name = 'organization_id' and b.table_type = 'BASE TABLE'
  loop
    execute format('grant select, insert on %I to tandem_app', t);
  end loop;
  foreach t in array array[
    'clinic', 'staff_member', 'patient', 'episode', 'condition', 'allergy', 'medication_order', 'care_team_member',
    'care_request', 'evaluation', 'diagnostic_order', 'procedure', 'referral', 'prescription_draft', 'change_request', 'session',
    'safety_hold', 'threshold_choice', 'board_entry', 'task', 'import_batch'
  ] loop
    execute format('grant update on %I to tandem_app', t);
  end loop;
end $$;
grant select on organization to tandem_app;
revoke insert on organization from tandem_app;
grant update (in_force, ended_on, end_reason) on prescription to tandem_app;
grant update (entered_in_error_at, entered_in_error_by_id, entered_in_error_reason) on outcome_score to tandem_app;
grant update (outcome, outcome_detail, judged_on) on decision to tandem_app;
grant delete on prescription_draft, board_entry, idempotency_key to tandem_app;
grant select, insert, update, delete on auth_user, auth_session, auth_account, auth_verification, auth_rate_limit to tandem_auth;

-- 4. What is signed does not change, whoever asks -------------------------------------------------------------------

create function tandem.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'rows of % are append-only', tg_table_name using errcode = 'restrict_violation';
end $$;

do $$
declare t text;
begin
  foreach t in array array[
    'evaluation_addendum', 'permitted_intervention', 'goal', 'precaution', 'prescribed_measure', 'prescription_acknowledgement',
    'performed_intervention', 'progress_report', 'verdict', 'audit_event'
  ] loop
    execute format(
      'create trigger append_only before update or delete on %I for each row execute function tandem.refuse_change()', t);
  end loop;
  foreach t in array array['prescription', 'outcome_score', 'decision', 'evaluation', 'session', 'safety_hold', 'change_request'] loop
    execute format('create trigger no_delete before delete on %I for each row execute function tandem.refuse_change()', t);
  end loop;
end $$;

create trigger signed_is_final before update on evaluation for each row when (old.status = 'signed')
  execute function tandem.refuse_change();
create trigger signed_is_final before update on session for each row when (old.signed_at is not null)
  execute function tandem.refuse_change();
create trigger closed_is_final before update on safety_hold for each row when (old.closed_at is not null)
  execute function tandem.refuse_change();
create trigger decided_is_final before update on change_request for each row when (old.status <> 'open')
  execute function tandem.refuse_change();

-- A signed version may only stop being in force; a score may only be marked entered in error, once; a decision may only be
-- judged, once.
create function tandem.only_these_change() returns trigger language plpgsql as $$
declare allowed text[] := tg_argv::text[];
begin
  if (to_jsonb(new) - allowed) is distinct from (to_jsonb(old) - allowed) then
    raise exception 'only % of % may change', allowed, tg_table_name using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger only_ends before update on prescription for each row
  execute function tandem.only_these_change('in_force', 'ended_on', 'end_reason');
create trigger ends_once before update on prescription for each row when (not old.in_force)
  execute function tandem.refuse_change();
create trigger only_error before update on outcome_score for each row
  execute function tandem.only_these_change('entered_in_error_at', 'entered_in_error_by_id', 'entered_in_error_reason');
create trigger error_once before update on outcome_score for each row when (old.entered_in_error_at is not null)
  execute function tandem.refuse_change();
create trigger only_judged before update on decision for each row
  execute function tandem.only_these_change('outcome', 'outcome_detail', 'judged_on');
create trigger judged_once before update on decision for each row when (old.outcome is not null)
  execute function tandem.refuse_change();

-- 5. What may exist only once, and what a value may be ---------------------------------------------------------------

create unique index prescription_one_in_force on prescription (organization_id, episode_id) where in_force;
create unique index evaluation_one_draft on evaluation (organization_id, episode_id, author_id) where status = 'draft';
create unique index task_one_open on task (organization_id, dedupe_key) where status = 'open' and dedupe_key is not null;
create index patient_search on patient (organization_id, search_text text_pattern_ops);
create index session_unsigned on session (organization_id, therapist_id, session_date) where signed_at is null;
create index change_request_open on change_request (organization_id, episode_id) where status = 'open';
create index safety_hold_open on safety_hold (organization_id, episode_id) where closed_at is null;

alter table care_team_member
  add constraint care_team_member_period check (valid_to is null or valid_to > valid_from),
  add constraint care_team_member_kind check (kind in ('member', 'cover', 'break-glass')),
  add constraint care_team_member_cover_ends check (kind = 'member' or valid_to is not null),
  add constraint care_team_member_no_overlap exclude using gist (
    organization_id with =, patient_id with =, staff_member_id with =, role with =, tstzrange(valid_from, valid_to) with &&);
alter table session
  add constraint session_period check (ends_at > scheduled_at),
  add constraint session_status check (status in ('planned', 'arrived', 'missed', 'cancelled', 'completed')),
  add constraint session_signed check ((status = 'completed') = (signed_at is not null and signed_by_id is not null)),
  add constraint session_pain check (pain_before between 0 and 10 and pain_after between 0 and 10),
  add constraint session_minutes check (total_timed_minutes >= 0 and total_treatment_minutes >= total_timed_minutes),
  add constraint session_patient_once exclude using gist (
    organization_id with =, patient_id with =, tstzrange(scheduled_at, ends_at) with &&) where (status in ('planned', 'arrived'));
alter table performed_intervention
  add constraint performed_minutes check (minutes between 0 and 480),
  add constraint performed_classification check (classification in ('within', 'notify'));
alter table staff_member add constraint staff_member_role check (role in (
  'physiatrist', 'physical-therapist', 'administrator', 'occupational-therapist', 'speech-therapist'));
alter table patient
  add constraint patient_sex check (sex in ('female', 'male', 'other', 'unknown')),
  add constraint patient_named check (family_name <> '');
alter table episode
  add constraint episode_status check (status in ('open', 'closed')),
  add constraint episode_closed check ((status = 'closed') = (closed_on is not null)),
  add constraint episode_side check (side in ('left', 'right', 'both')),
  add constraint episode_payer check (payer_profile in ('none', 'medicare_part_b'));
alter table condition
  add constraint condition_category check (category in ('comorbidity', 'diagnosis')),
  add constraint condition_status check (status in ('active', 'resolved', 'entered-in-error')),
  add constraint condition_dates check (abated_on is null or onset_on is null or abated_on >= onset_on);
alter table care_request
  add constraint care_request_status check (status in ('new', 'in-review', 'needs-information', 'accepted', 'declined')),
  add constraint care_request_via check (submitted_via in ('public', 'staff')),
  add constraint care_request_accepted check (status <> 'accepted' or (patient_id is not null and episode_id is not null)),
  add constraint care_request_override check (overridden_route is null or length(override_reason) > 0);
alter table evaluation
  add constraint evaluation_status check (status in ('draft', 'signed')),
  add constraint evaluation_kind check (kind in ('consult', 'follow-up', 'pt-evaluation')),
  add constraint evaluation_signed check ((status = 'signed') = (signed_at is not null and signed_by_id is not null));
alter table prescription
  add constraint prescription_version check (version_number >= 1),
  add constraint prescription_dates check (ends_on >= starts_on and re_evaluation_on between starts_on and ends_on),
  add constraint prescription_dose check (frequency_per_week between 1 and 14 and duration_weeks between 1 and 52),
  add constraint prescription_visits check (visits_prescribed between 1 and 400),
  add constraint prescription_ended check (in_force = (ended_on is null)),
  add constraint prescription_change_reason check (version_number = 1 or length(reason) > 0);
alter table permitted_intervention
  add constraint permitted_authority check (authority in ('free', 'notify', 'ask'));
alter table precaution
  add constraint precaution_level check (level in ('contraindicated', 'precaution')),
  add constraint precaution_scope check (scope in ('anywhere', 'local')),
  add constraint precaution_decision check (decision = 'keep' or (decision = 'override' and length(override_reason) > 0));
alter table prescribed_measure
  add constraint prescribed_measure_role check (role in ('primary', 'secondary')),
  add constraint prescribed_measure_interval check (every_days between 1 and 365);
alter table change_request
  add constraint change_request_status check (status in ('open', 'approved', 'approved-with-changes', 'declined', 'withdrawn')),
  add constraint change_request_decided check (status = 'open' or (decided_by_id is not null and decided_at is not null));
alter table safety_hold
  add constraint safety_hold_level check (level in ('emergency', 'urgent')),
  add constraint safety_hold_closed check (closed_at is null or (closed_by_id is not null and length(close_reason) > 0));
alter table outcome_score
  add constraint outcome_score_side check (side in ('left', 'right')),
  add constraint outcome_score_finite check (value > '-infinity'::float8 and value < 'infinity'::float8),
  add constraint outcome_score_error check (entered_in_error_at is null or length(entered_in_error_reason) > 0),
  add constraint outcome_score_source check (source in ('session', 'evaluation', 'entry', 'imported'));
alter table decision
  add constraint decision_kind check (kind in ('continue', 'adjust-dose', 'change-method', 'order', 'refer', 'discharge')),
  add constraint decision_outcome check (outcome in ('met', 'not-met', 'not-measured'));
alter table task add constraint task_status check (status in ('open', 'done', 'cancelled'));
alter table diagnostic_order
  add constraint diagnostic_order_kind check (kind in ('x-ray', 'mri', 'ct', 'ultrasound', 'emg-ncs', 'laboratory')),
  add constraint diagnostic_order_status check (status in ('ordered', 'resulted', 'acknowledged', 'cancelled'));
alter table referral add constraint referral_status check (status in ('sent', 'answered', 'declined', 'cancelled'));

-- 6. A session that ends, or a member of staff who changes, is forgotten by every server at once --------------------------

create function tandem.announce_session_end() returns trigger language plpgsql as $$
begin
  perform pg_notify('tandem_sessions', old.user_id);
  return old;
end $$;
create trigger announce_end after delete on auth_session for each row execute function tandem.announce_session_end();

create function tandem.announce_staff_change() returns trigger language plpgsql as $$
begin
  if old.auth_user_id is not null then perform pg_notify('tandem_sessions', old.auth_user_id); end if;
  return new;
end $$;
create trigger announce_change after update on staff_member for each row execute function tandem.announce_staff_change();
