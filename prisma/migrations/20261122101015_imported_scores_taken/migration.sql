-- AlterTable
ALTER TABLE "outcome_score" ADD COLUMN     "taken_from_id" UUID;

-- AddForeignKey
ALTER TABLE "outcome_score" ADD CONSTRAINT "outcome_score_organization_id_taken_from_id_fkey" FOREIGN KEY ("organization_id", "taken_from_id") REFERENCES "outcome_score"("organization_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- What another record measured is brought into an episode by a clinician, once; struck out, it may be brought in again.
alter table outcome_score add constraint outcome_score_taken
  check (taken_from_id is null or (source = 'imported' and episode_id is not null));
create unique index outcome_score_taken_once on outcome_score (organization_id, taken_from_id)
  where taken_from_id is not null and entered_in_error_at is null;
