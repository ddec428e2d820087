-- AlterTable
ALTER TABLE "plan_sending" ADD COLUMN     "entered_in_error_at" TIMESTAMPTZ(3),
ADD COLUMN     "entered_in_error_by_id" UUID,
ADD COLUMN     "entered_in_error_reason" TEXT;

-- AlterTable
ALTER TABLE "therapy_amount" ADD COLUMN     "entered_in_error_at" TIMESTAMPTZ(3),
ADD COLUMN     "entered_in_error_by_id" UUID,
ADD COLUMN     "entered_in_error_reason" TEXT;

-- AlterTable
ALTER TABLE "diagnostic_order" ADD COLUMN     "entered_in_error_at" TIMESTAMPTZ(3),
ADD COLUMN     "entered_in_error_by_id" UUID,
ADD COLUMN     "entered_in_error_reason" TEXT;

-- AlterTable
ALTER TABLE "procedure" ADD COLUMN     "entered_in_error_at" TIMESTAMPTZ(3),
ADD COLUMN     "entered_in_error_by_id" UUID,
ADD COLUMN     "entered_in_error_reason" TEXT;

-- AlterTable
ALTER TABLE "condition" ADD COLUMN     "status_changed_by_id" UUID;

-- AlterTable
ALTER TABLE "allergy" ADD COLUMN     "status_changed_by_id" UUID;

-- AlterTable
ALTER TABLE "history_fact" ADD COLUMN     "status_changed_by_id" UUID;

-- AlterTable
ALTER TABLE "medication_order" ADD COLUMN     "status_changed_by_id" UUID;

-- AddForeignKey
ALTER TABLE "plan_sending" ADD CONSTRAINT "plan_sending_organization_id_entered_in_error_by_id_fkey" FOREIGN KEY ("organization_id", "entered_in_error_by_id") REFERENCES "staff_member"("organization_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "therapy_amount" ADD CONSTRAINT "therapy_amount_organization_id_entered_in_error_by_id_fkey" FOREIGN KEY ("organization_id", "entered_in_error_by_id") REFERENCES "staff_member"("organization_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "diagnostic_order" ADD CONSTRAINT "diagnostic_order_organization_id_entered_in_error_by_id_fkey" FOREIGN KEY ("organization_id", "entered_in_error_by_id") REFERENCES "staff_member"("organization_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "procedure" ADD CONSTRAINT "procedure_organization_id_entered_in_error_by_id_fkey" FOREIGN KEY ("organization_id", "entered_in_error_by_id") REFERENCES "staff_member"("organization_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "condition" ADD CONSTRAINT "condition_organization_id_status_changed_by_id_fkey" FOREIGN KEY ("organization_id", "status_changed_by_id") REFERENCES "staff_member"("organization_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "allergy" ADD CONSTRAINT "allergy_organization_id_status_changed_by_id_fkey" FOREIGN KEY ("organization_id", "status_changed_by_id") REFERENCES "staff_member"("organization_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "history_fact" ADD CONSTRAINT "history_fact_organization_id_status_changed_by_id_fkey" FOREIGN KEY ("organization_id", "status_changed_by_id") REFERENCES "staff_member"("organization_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "medication_order" ADD CONSTRAINT "medication_order_organization_id_status_changed_by_id_fkey" FOREIGN KEY ("organization_id", "status_changed_by_id") REFERENCES "staff_member"("organization_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- One way to take back what should not have been recorded: who, when and why are added, the rest stays, and the mark is final.
do $$
declare t text;
begin
  foreach t in array array['procedure', 'diagnostic_order', 'plan_sending', 'therapy_amount'] loop
    execute format(
      'alter table %I add constraint %I check (
         (entered_in_error_at is null) = (entered_in_error_by_id is null)
         and (entered_in_error_at is null) = (entered_in_error_reason is null)
         and (entered_in_error_reason is null or length(entered_in_error_reason) > 0))', t, t || '_error');
    execute format(
      'create trigger error_once before update on %I for each row when (old.entered_in_error_at is not null)
         execute function tandem.refuse_change()', t);
  end loop;
  foreach t in array array['plan_sending', 'therapy_amount'] loop
    execute format('drop trigger append_only on %I', t);
    execute format('create trigger no_delete before delete on %I for each row execute function tandem.refuse_change()', t);
    execute format(
      'create trigger only_error before update on %I for each row
         execute function tandem.only_these_change(''entered_in_error_at'', ''entered_in_error_by_id'', ''entered_in_error_reason'')', t);
    execute format(
      'grant update (entered_in_error_at, entered_in_error_by_id, entered_in_error_reason) on %I to tandem_app', t);
  end loop;
end $$;
-- Amounts are the administrator's to enter and to take back.
create policy marked on therapy_amount for update to tandem_app using (
  organization_id = (select tandem.organization()) and (select tandem.role()) = 'administrator');

-- What was performed stays as it was written; the mark joins what may be added to it.
drop trigger performed_is_final on procedure;
create trigger performed_is_final before update on procedure for each row
  execute function tandem.only_these_change(
    'complication', 'rest_days', 'restricted_days', 'restriction', 'limit_reason', 'version',
    'entered_in_error_at', 'entered_in_error_by_id', 'entered_in_error_reason');
