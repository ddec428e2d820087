-- AlterTable
ALTER TABLE "clinic" ADD COLUMN     "clinical_values" JSONB NOT NULL DEFAULT '{}';

-- CreateTable
CREATE TABLE "clinic_value_act" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "clinic_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "act" TEXT NOT NULL,
    "old_value" JSONB NOT NULL,
    "new_value" JSONB NOT NULL,
    "reason" TEXT NOT NULL,
    "by_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "clinic_value_act_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateIndex
CREATE UNIQUE INDEX "clinic_value_act_organization_id_clinic_id_key_version_key" ON "clinic_value_act"("organization_id", "clinic_id", "key", "version");

-- AddForeignKey
ALTER TABLE "clinic_value_act" ADD CONSTRAINT "clinic_value_act_organization_id_clinic_id_fkey" FOREIGN KEY ("organization_id", "clinic_id") REFERENCES "clinic"("organization_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "clinic_value_act" ADD CONSTRAINT "clinic_value_act_organization_id_by_id_fkey" FOREIGN KEY ("organization_id", "by_id") REFERENCES "staff_member"("organization_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- Everybody who works in the organization reads what was done to a value; the physiatrist and the administrator write it, once.
alter table clinic_value_act enable row level security;
alter table clinic_value_act force row level security;
create policy upkeep on clinic_value_act to current_user using (true) with check (true);
create policy read on clinic_value_act for select to tandem_app
  using (organization_id = (select tandem.organization()) and (select tandem.role()) not in ('none', 'public'));
create policy kept on clinic_value_act for insert to tandem_app
  with check (organization_id = (select tandem.organization())
              and (select tandem.role()) in ('physiatrist', 'administrator')
              and by_id = (select tandem.staff()));
grant select, insert on clinic_value_act to tandem_app;
create trigger append_only before update or delete on clinic_value_act
  for each row execute function tandem.refuse_change();
alter table clinic_value_act
  add constraint clinic_value_act_version check (version >= 1),
  add constraint clinic_value_act_act check (act in ('changed', 'restored', 'confirmed')),
  add constraint clinic_value_act_reason check (act = 'confirmed' or length(reason) > 0);

-- A physiatrist sets the clinic's values and changes nothing else about the clinic.
create policy valued on clinic for update to tandem_app
  using (organization_id = (select tandem.organization()) and (select tandem.role()) = 'physiatrist');
create trigger only_values before update on clinic for each row when (tandem.role() = 'physiatrist')
  execute function tandem.only_these_change('clinical_values');
alter table clinic add constraint clinic_values_by_key check (jsonb_typeof(clinical_values) = 'object');

-- The open episodes of a clinic, to be judged again when one of its values changes: ids only, as the other lists of background work.
create function tandem.open_episodes_of_clinic(in_organization uuid, in_clinic uuid, in_after uuid, in_limit int)
returns table ("organizationId" uuid, "patientId" uuid, "episodeId" uuid)
language sql stable security definer set search_path = public, pg_temp as $$
  select organization_id, patient_id, id from episode
   where organization_id = in_organization and clinic_id = in_clinic and status = 'open'
     and (in_after is null or id > in_after)
   order by id limit in_limit
$$;
revoke execute on function tandem.open_episodes_of_clinic(uuid, uuid, uuid, int) from public;
grant execute on function tandem.open_episodes_of_clinic(uuid, uuid, uuid, int) to tandem_app;
