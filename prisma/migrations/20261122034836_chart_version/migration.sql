-- AlterTable
ALTER TABLE "organization" ADD COLUMN     "directory_version" BIGINT NOT NULL DEFAULT 0;

-- CreateTable
CREATE TABLE "chart_version" (
    "organization_id" UUID NOT NULL,
    "patient_id" UUID NOT NULL,
    "version" BIGINT NOT NULL,

    CONSTRAINT "chart_version_pkey" PRIMARY KEY ("organization_id","patient_id")
);

-- AddForeignKey
ALTER TABLE "chart_version" ADD CONSTRAINT "chart_version_organization_id_patient_id_fkey" FOREIGN KEY ("organization_id", "patient_id") REFERENCES "patient"("organization_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- Small rows, changed often and in place.
alter table chart_version set (fillfactor = 60);
insert into chart_version (organization_id, patient_id, version) select organization_id, id, 1 from patient;

alter table chart_version enable row level security;
alter table chart_version force row level security;
create policy upkeep on chart_version to current_user using (true) with check (true);
create policy team on chart_version for select to tandem_app using (
  organization_id = (select tandem.organization()) and patient_id = any ((select tandem.patients())::uuid[]));
grant select on chart_version to tandem_app;

-- Counts a change of a patient's chart. It fires before the row is written and once for a patient in a transaction (the trigger's
-- condition asks what was counted last), so the version and what changed become visible together.
create function tandem.count_chart_change() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
  about uuid;
  changed record := coalesce(new, old);
begin
  if tg_table_name = 'patient' then about := changed.id; else about := changed.patient_id; end if;
  insert into chart_version (organization_id, patient_id, version) values (changed.organization_id, about, 1)
    on conflict (organization_id, patient_id) do update set version = chart_version.version + 1;
  perform set_config('tandem.counted', about::text, true);
  return changed;
end $$;

-- To be called for every table whose rows belong to a patient's chart; tests/db holds every such table to it.
create function tandem.watch_chart(watched regclass) returns void language plpgsql as $$
begin
  execute format(
    'create trigger count_chart_change before insert or update on %s for each row
       when (new.patient_id::text is distinct from current_setting(''tandem.counted'', true))
       execute function tandem.count_chart_change()', watched);
  execute format(
    'create trigger count_chart_deletion before delete on %s for each row
       when (old.patient_id::text is distinct from current_setting(''tandem.counted'', true))
       execute function tandem.count_chart_change()', watched);
end $$;
revoke execute on function tandem.watch_chart(regclass) from public;

do $$
declare t text;
begin
  for t in
    select c.table_name from information_schema.columns c
     where c.table_schema = 'public' and c.column_name = 'patient_id'
       and c.table_name not in ('chart_version', 'audit_event', 'task', 'care_request', 'imported_resource')
  loop
    perform tandem.watch_chart(t::regclass);
  end loop;
end $$;
-- A patient that is only being registered has no chart yet, and no row to count on.
create trigger count_chart_change before update on patient for each row
  when (new.id::text is distinct from current_setting('tandem.counted', true)) execute function tandem.count_chart_change();

-- Names of people and clinics, a clinic's time zone and its chosen thresholds stand in every chart.
create function tandem.count_directory_change() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare changed record := coalesce(new, old);
begin
  update organization set directory_version = directory_version + 1 where id = changed.organization_id;
  return null;
end $$;
do $$
declare t text;
begin
  foreach t in array array['staff_member', 'clinic', 'threshold_choice'] loop
    execute format(
      'create trigger count_directory_change after insert or update or delete on %I for each row
         execute function tandem.count_directory_change()', t);
  end loop;
end $$;
