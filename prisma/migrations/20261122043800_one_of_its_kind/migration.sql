-- AlterTable
ALTER TABLE "outcome_score" ADD COLUMN     "in_place_of_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "progress_report" ADD COLUMN     "repeat" INTEGER NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "safety_hold" ADD COLUMN     "repeat" INTEGER NOT NULL DEFAULT 0;

-- What was stored twice stays: a signed report is never removed, and only a physiatrist closes a hold. The copies are numbered, so
-- that the next one is refused.
alter table progress_report disable trigger user;
update progress_report p set repeat = n.copy
  from (select organization_id, id,
               row_number() over (partition by organization_id, episode_id, reported_on order by signed_at, id) - 1 as copy
          from progress_report) n
 where n.organization_id = p.organization_id and n.id = p.id and n.copy > 0;
alter table progress_report enable trigger user;

update safety_hold h set repeat = n.copy
  from (select organization_id, id,
               row_number() over (partition by organization_id, episode_id, red_flag_code, level order by opened_at, id) - 1 as copy
          from safety_hold where closed_at is null) n
 where n.organization_id = h.organization_id and n.id = h.id and n.copy > 0;

-- DropIndex
DROP INDEX "progress_report_organization_id_episode_id_reported_on_idx";

-- CreateIndex
CREATE UNIQUE INDEX "progress_report_organization_id_episode_id_reported_on_repe_key" ON "progress_report"("organization_id", "episode_id", "reported_on", "repeat");

create unique index safety_hold_one_open on safety_hold (organization_id, episode_id, red_flag_code, level, repeat)
  where closed_at is null;
