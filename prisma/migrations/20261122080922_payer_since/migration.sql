-- AlterTable
ALTER TABLE "episode" ADD COLUMN     "payer_since" DATE;
