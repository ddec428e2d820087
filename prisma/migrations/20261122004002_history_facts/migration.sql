-- AlterTable
ALTER TABLE "condition" ADD COLUMN     "status_changed_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "allergy" ADD COLUMN     "status_changed_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "medication_order" ADD COLUMN     "status_changed_at" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "history_fact" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "patient_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "detail" TEXT,
    "side" TEXT,
    "happened_on" TEXT,
    "ended_on" TEXT,
    "setting" TEXT,
    "claim_reference" TEXT,
    "result" TEXT,
    "status" TEXT NOT NULL DEFAULT 'active',
    "status_reason" TEXT,
    "status_changed_at" TIMESTAMPTZ(3),
    "recorded_by_id" UUID,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "source" TEXT NOT NULL DEFAULT 'entered',
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "history_fact_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateIndex
CREATE INDEX "history_fact_organization_id_patient_id_idx" ON "history_fact"("organization_id", "patient_id");

-- AddForeignKey
ALTER TABLE "history_fact" ADD CONSTRAINT "history_fact_organization_id_patient_id_fkey" FOREIGN KEY ("organization_id", "patient_id") REFERENCES "patient"("organization_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "history_fact" ADD CONSTRAINT "history_fact_organization_id_recorded_by_id_fkey" FOREIGN KEY ("organization_id", "recorded_by_id") REFERENCES "staff_member"("organization_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

alter table history_fact enable row level security;
alter table history_fact force row level security;
create policy upkeep on history_fact to current_user using (true) with check (true);
create policy team on history_fact to tandem_app
  using (organization_id = (select tandem.organization())
         and patient_id in (select unnest((select tandem.patients())::uuid[])));
grant select, insert, update on history_fact to tandem_app;

alter table history_fact
  add constraint history_fact_kind check (kind in ('problem', 'surgery', 'injury', 'prior-therapy', 'work', 'social')),
  add constraint history_fact_side check (side in ('left', 'right', 'both')),
  add constraint history_fact_setting check (setting in ('work', 'sport', 'traffic', 'home', 'other')),
  add constraint history_fact_result check (result in ('helped', 'partly', 'no-change', 'worse')),
  add constraint history_fact_status check (status in ('active', 'resolved', 'entered-in-error')),
  add constraint history_fact_happened check (happened_on ~ '^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$'),
  add constraint history_fact_ended check (ended_on ~ '^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$'),
  add constraint history_fact_error check (status <> 'entered-in-error' or length(status_reason) > 0);

-- When a fact came to stand as it does, whoever changed it: what has changed since the last visit is told by it.
create function tandem.note_status_change() returns trigger language plpgsql as $$
begin
  if new.status is distinct from old.status then new.status_changed_at = now(); end if;
  return new;
end $$;
do $$
declare t text;
begin
  foreach t in array array['condition', 'allergy', 'medication_order', 'history_fact'] loop
    execute format(
      'create trigger note_status_change before update on %I for each row execute function tandem.note_status_change()', t);
  end loop;
end $$;
