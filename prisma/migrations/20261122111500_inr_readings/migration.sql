-- CreateTable
CREATE TABLE "inr_reading" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "patient_id" UUID NOT NULL,
    "diagnostic_order_id" UUID,
    "value" DOUBLE PRECISION NOT NULL,
    "tested_on" DATE NOT NULL,
    "recorded_by_id" UUID NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "entered_in_error_at" TIMESTAMPTZ(3),
    "entered_in_error_by_id" UUID,
    "entered_in_error_reason" TEXT,

    CONSTRAINT "inr_reading_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateIndex
CREATE INDEX "inr_reading_organization_id_patient_id_idx" ON "inr_reading"("organization_id", "patient_id");

-- AddForeignKey
ALTER TABLE "inr_reading" ADD CONSTRAINT "inr_reading_organization_id_patient_id_fkey" FOREIGN KEY ("organization_id", "patient_id") REFERENCES "patient"("organization_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "inr_reading" ADD CONSTRAINT "inr_reading_organization_id_diagnostic_order_id_fkey" FOREIGN KEY ("organization_id", "diagnostic_order_id") REFERENCES "diagnostic_order"("organization_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "inr_reading" ADD CONSTRAINT "inr_reading_organization_id_recorded_by_id_fkey" FOREIGN KEY ("organization_id", "recorded_by_id") REFERENCES "staff_member"("organization_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "inr_reading" ADD CONSTRAINT "inr_reading_organization_id_entered_in_error_by_id_fkey" FOREIGN KEY ("organization_id", "entered_in_error_by_id") REFERENCES "staff_member"("organization_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- The latest INR of a patient is asked for whenever a session is opened or signed; one report says one.
create index inr_reading_latest on inr_reading (organization_id, patient_id, tested_on desc) where entered_in_error_at is null;
create unique index inr_reading_of_report on inr_reading (organization_id, diagnostic_order_id)
  where diagnostic_order_id is not null and entered_in_error_at is null;

-- The care team reads and adds; what was entered by mistake is marked once, and nothing is changed or removed.
alter table inr_reading enable row level security;
alter table inr_reading force row level security;
create policy upkeep on inr_reading to current_user using (true) with check (true);
create policy team on inr_reading to tandem_app
  using (organization_id = (select tandem.organization())
         and patient_id in (select unnest((select tandem.patients())::uuid[])));
grant select, insert, update (entered_in_error_at, entered_in_error_by_id, entered_in_error_reason) on inr_reading to tandem_app;
alter table inr_reading
  add constraint inr_reading_value check (value between 0.5 and 20),
  add constraint inr_reading_error check (
    (entered_in_error_at is null) = (entered_in_error_by_id is null)
    and (entered_in_error_at is null) = (entered_in_error_reason is null)
    and (entered_in_error_reason is null or length(entered_in_error_reason) > 0));
create trigger no_delete before delete on inr_reading for each row execute function tandem.refuse_change();
create trigger error_once before update on inr_reading for each row when (old.entered_in_error_at is not null)
  execute function tandem.refuse_change();
create trigger only_error before update on inr_reading for each row
  execute function tandem.only_these_change('entered_in_error_at', 'entered_in_error_by_id', 'entered_in_error_reason');
select tandem.watch_chart('inr_reading');
