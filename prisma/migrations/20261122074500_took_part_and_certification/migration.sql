-- AlterTable
ALTER TABLE "prescription" ADD COLUMN     "certifies_plan" BOOLEAN NOT NULL DEFAULT true;

-- AlterTable
ALTER TABLE "session" ADD COLUMN     "took_part" JSONB;

-- CreateTable
CREATE TABLE "plan_certification" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "patient_id" UUID NOT NULL,
    "episode_id" UUID NOT NULL,
    "prescription_id" UUID NOT NULL,
    "certified_by_id" UUID NOT NULL,
    "certified_at" TIMESTAMPTZ(3) NOT NULL,
    "reason" TEXT,
    "involvement" TEXT,

    CONSTRAINT "plan_certification_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateIndex
CREATE INDEX "plan_certification_organization_id_episode_id_idx" ON "plan_certification"("organization_id", "episode_id");

-- CreateIndex
CREATE INDEX "plan_certification_organization_id_patient_id_idx" ON "plan_certification"("organization_id", "patient_id");

-- CreateIndex
CREATE UNIQUE INDEX "plan_certification_organization_id_prescription_id_key" ON "plan_certification"("organization_id", "prescription_id");

-- AddForeignKey
ALTER TABLE "plan_certification" ADD CONSTRAINT "plan_certification_organization_id_patient_id_fkey" FOREIGN KEY ("organization_id", "patient_id") REFERENCES "patient"("organization_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "plan_certification" ADD CONSTRAINT "plan_certification_organization_id_episode_id_fkey" FOREIGN KEY ("organization_id", "episode_id") REFERENCES "episode"("organization_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "plan_certification" ADD CONSTRAINT "plan_certification_organization_id_prescription_id_fkey" FOREIGN KEY ("organization_id", "prescription_id") REFERENCES "prescription"("organization_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "plan_certification" ADD CONSTRAINT "plan_certification_organization_id_certified_by_id_fkey" FOREIGN KEY ("organization_id", "certified_by_id") REFERENCES "staff_member"("organization_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- A physiatrist of the care team certifies or explains; the care team reads it; nobody changes it.
alter table plan_certification enable row level security;
alter table plan_certification force row level security;
create policy upkeep on plan_certification to current_user using (true) with check (true);
create policy team on plan_certification for select to tandem_app using (
  organization_id = (select tandem.organization())
  and patient_id in (select unnest((select tandem.patients())::uuid[])));
create policy certified on plan_certification for insert to tandem_app with check (
  organization_id = (select tandem.organization())
  and patient_id in (select unnest((select tandem.patients())::uuid[]))
  and (select tandem.role()) in ('physiatrist', 'system'));
grant select, insert on plan_certification to tandem_app;
create trigger append_only before update or delete on plan_certification
  for each row execute function tandem.refuse_change();
select tandem.watch_chart('plan_certification');
alter table plan_certification
  add constraint plan_certification_reason check (reason <> ''),
  add constraint plan_certification_involvement check (involvement <> '');
