-- AlterTable
ALTER TABLE "condition" ADD COLUMN     "status_reason" TEXT;

-- AlterTable
ALTER TABLE "allergy" ADD COLUMN     "status_reason" TEXT;

-- AlterTable
ALTER TABLE "medication_order" ADD COLUMN     "status_reason" TEXT;
