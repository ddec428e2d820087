-- AlterTable
ALTER TABLE "history_fact" ADD COLUMN     "corrects_id" UUID;

-- CreateIndex
CREATE UNIQUE INDEX "history_fact_organization_id_corrects_id_key" ON "history_fact"("organization_id", "corrects_id");

-- AddForeignKey
ALTER TABLE "history_fact" ADD CONSTRAINT "history_fact_organization_id_corrects_id_fkey" FOREIGN KEY ("organization_id", "corrects_id") REFERENCES "history_fact"("organization_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- An entry takes the place of another one, never of itself.
alter table history_fact add constraint history_fact_corrects check (corrects_id <> id);
