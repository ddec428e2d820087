-- AlterTable
ALTER TABLE "board_entry" ADD COLUMN     "shown" JSON NOT NULL DEFAULT '[]';
