-- AlterTable
ALTER TABLE "medication_order" ADD COLUMN     "answered" JSONB NOT NULL DEFAULT '[]',
ADD COLUMN     "ingredients" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "route" TEXT,
ADD COLUMN     "stop_on" DATE,
ADD COLUMN     "taper" TEXT;

-- CreateTable
CREATE TABLE "medication_event" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "patient_id" UUID NOT NULL,
    "medication_order_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "by_id" UUID,
    "why" TEXT,
    "before" TEXT,
    "after" TEXT,

    CONSTRAINT "medication_event_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateIndex
CREATE INDEX "medication_event_organization_id_medication_order_id_idx" ON "medication_event"("organization_id", "medication_order_id");

-- CreateIndex
CREATE INDEX "medication_event_organization_id_patient_id_idx" ON "medication_event"("organization_id", "patient_id");

-- AddForeignKey
ALTER TABLE "medication_event" ADD CONSTRAINT "medication_event_organization_id_patient_id_fkey" FOREIGN KEY ("organization_id", "patient_id") REFERENCES "patient"("organization_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "medication_event" ADD CONSTRAINT "medication_event_organization_id_medication_order_id_fkey" FOREIGN KEY ("organization_id", "medication_order_id") REFERENCES "medication_order"("organization_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "medication_event" ADD CONSTRAINT "medication_event_organization_id_by_id_fkey" FOREIGN KEY ("organization_id", "by_id") REFERENCES "staff_member"("organization_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

alter table medication_event
  add constraint medication_event_kind check (kind in ('started', 'changed', 'stopped', 'resumed', 'entered-in-error'));
alter table medication_event enable row level security;
alter table medication_event force row level security;
create policy upkeep on medication_event to current_user using (true) with check (true);
create policy team on medication_event to tandem_app
  using (organization_id = (select tandem.organization())
         and patient_id in (select unnest((select tandem.patients())::uuid[])));
grant select, insert on medication_event to tandem_app;
create trigger append_only before update or delete on medication_event
  for each row execute function tandem.refuse_change();
