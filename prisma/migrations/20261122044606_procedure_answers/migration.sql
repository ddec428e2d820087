-- AlterTable
ALTER TABLE "procedure" ADD COLUMN     "answered" JSONB NOT NULL DEFAULT '[]';
