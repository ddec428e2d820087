-- AlterTable
ALTER TABLE "diagnostic_order" ADD COLUMN     "cancelled_at" TIMESTAMPTZ(3),
ADD COLUMN     "cancelled_by_id" UUID,
ADD COLUMN     "earlier_reports" JSONB NOT NULL DEFAULT '[]',
ADD COLUMN     "result_entered_at" TIMESTAMPTZ(3),
ADD COLUMN     "result_entered_by_id" UUID,
ADD COLUMN     "result_flag" TEXT,
ADD COLUMN     "safety" JSONB NOT NULL DEFAULT '[]',
ADD COLUMN     "scheduled_at" TEXT,
ADD COLUMN     "scheduled_on" DATE;

-- AddForeignKey
ALTER TABLE "diagnostic_order" ADD CONSTRAINT "diagnostic_order_organization_id_result_entered_by_id_fkey" FOREIGN KEY ("organization_id", "result_entered_by_id") REFERENCES "staff_member"("organization_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "diagnostic_order" ADD CONSTRAINT "diagnostic_order_organization_id_cancelled_by_id_fkey" FOREIGN KEY ("organization_id", "cancelled_by_id") REFERENCES "staff_member"("organization_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

alter table diagnostic_order drop constraint diagnostic_order_status;
alter table diagnostic_order
  add constraint diagnostic_order_status check (status in ('ordered', 'scheduled', 'resulted', 'acknowledged', 'cancelled')),
  add constraint diagnostic_order_flag check (result_flag in ('unremarkable', 'abnormal', 'critical'));
-- What the results inbox reads.
create index diagnostic_order_waiting on diagnostic_order (organization_id, status, result_on)
  where status in ('ordered', 'scheduled', 'resulted');
