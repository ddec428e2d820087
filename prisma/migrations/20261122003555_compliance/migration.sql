-- AlterTable
ALTER TABLE "progress_report" ADD COLUMN     "goals" JSONB NOT NULL DEFAULT '[]',
ADD COLUMN     "plan_kind" TEXT NOT NULL DEFAULT 'continue';

-- CreateTable
CREATE TABLE "plan_sending" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "patient_id" UUID NOT NULL,
    "episode_id" UUID NOT NULL,
    "prescription_id" UUID NOT NULL,
    "sent_on" DATE NOT NULL,
    "sent_to" TEXT NOT NULL,
    "method" TEXT NOT NULL,
    "evidence" TEXT,
    "recorded_by_id" UUID NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "plan_sending_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "therapy_amount" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "patient_id" UUID NOT NULL,
    "year" INTEGER NOT NULL,
    "amount_cents" INTEGER NOT NULL,
    "as_of_on" DATE NOT NULL,
    "source" TEXT NOT NULL,
    "recorded_by_id" UUID NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "therapy_amount_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "discharge_note" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "patient_id" UUID NOT NULL,
    "episode_id" UUID NOT NULL,
    "author_id" UUID NOT NULL,
    "written_on" DATE NOT NULL,
    "period_from" DATE NOT NULL,
    "discharged_on" DATE NOT NULL,
    "planned" BOOLEAN NOT NULL,
    "measures" JSONB NOT NULL,
    "goals" JSONB NOT NULL,
    "summary" TEXT NOT NULL,
    "plan_after" TEXT NOT NULL,
    "signed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "discharge_note_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateIndex
CREATE INDEX "plan_sending_organization_id_episode_id_idx" ON "plan_sending"("organization_id", "episode_id");

-- CreateIndex
CREATE INDEX "plan_sending_organization_id_patient_id_idx" ON "plan_sending"("organization_id", "patient_id");

-- CreateIndex
CREATE INDEX "therapy_amount_organization_id_patient_id_year_idx" ON "therapy_amount"("organization_id", "patient_id", "year");

-- CreateIndex
CREATE INDEX "discharge_note_organization_id_patient_id_idx" ON "discharge_note"("organization_id", "patient_id");

-- CreateIndex
CREATE UNIQUE INDEX "discharge_note_organization_id_episode_id_key" ON "discharge_note"("organization_id", "episode_id");

-- AddForeignKey
ALTER TABLE "plan_sending" ADD CONSTRAINT "plan_sending_organization_id_patient_id_fkey" FOREIGN KEY ("organization_id", "patient_id") REFERENCES "patient"("organization_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "plan_sending" ADD CONSTRAINT "plan_sending_organization_id_episode_id_fkey" FOREIGN KEY ("organization_id", "episode_id") REFERENCES "episode"("organization_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "plan_sending" ADD CONSTRAINT "plan_sending_organization_id_prescription_id_fkey" FOREIGN KEY ("organization_id", "prescription_id") REFERENCES "prescription"("organization_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "plan_sending" ADD CONSTRAINT "plan_sending_organization_id_recorded_by_id_fkey" FOREIGN KEY ("organization_id", "recorded_by_id") REFERENCES "staff_member"("organization_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "therapy_amount" ADD CONSTRAINT "therapy_amount_organization_id_patient_id_fkey" FOREIGN KEY ("organization_id", "patient_id") REFERENCES "patient"("organization_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "therapy_amount" ADD CONSTRAINT "therapy_amount_organization_id_recorded_by_id_fkey" FOREIGN KEY ("organization_id", "recorded_by_id") REFERENCES "staff_member"("organization_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "discharge_note" ADD CONSTRAINT "discharge_note_organization_id_patient_id_fkey" FOREIGN KEY ("organization_id", "patient_id") REFERENCES "patient"("organization_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "discharge_note" ADD CONSTRAINT "discharge_note_organization_id_episode_id_fkey" FOREIGN KEY ("organization_id", "episode_id") REFERENCES "episode"("organization_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "discharge_note" ADD CONSTRAINT "discharge_note_organization_id_author_id_fkey" FOREIGN KEY ("organization_id", "author_id") REFERENCES "staff_member"("organization_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- Documentation for payers: the care team's, but for what the administrator reads in the payer's portal.
do $$
declare t text;
begin
  foreach t in array array['plan_sending', 'therapy_amount', 'discharge_note'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy upkeep on %I to current_user using (true) with check (true)', t);
    execute format('grant select, insert on %I to tandem_app', t);
    execute format(
      'create trigger append_only before update or delete on %I for each row execute function tandem.refuse_change()', t);
  end loop;
  foreach t in array array['plan_sending', 'discharge_note'] loop
    execute format(
      'create policy team on %I to tandem_app
         using (organization_id = (select tandem.organization())
                and patient_id in (select unnest((select tandem.patients())::uuid[])))', t);
  end loop;
end $$;
create policy seen on therapy_amount for select to tandem_app using (
  organization_id = (select tandem.organization())
  and (patient_id in (select unnest((select tandem.patients())::uuid[])) or (select tandem.role()) in ('administrator', 'system')));
create policy recorded on therapy_amount for insert to tandem_app with check (
  organization_id = (select tandem.organization()) and (select tandem.role()) in ('administrator', 'system'));

alter table plan_sending
  add constraint plan_sending_method check (method in ('portal', 'fax', 'secure-mail', 'post', 'by-hand'));
alter table therapy_amount
  add constraint therapy_amount_year check (year between 2000 and 2100),
  add constraint therapy_amount_sum check (amount_cents between 0 and 100000000);
alter table progress_report
  add constraint progress_report_plan_kind check (plan_kind in ('continue', 'change-goals', 'discharge'));
alter table discharge_note
  add constraint discharge_note_period check (written_on >= discharged_on);
