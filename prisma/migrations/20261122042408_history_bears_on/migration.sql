-- AlterTable
ALTER TABLE "history_fact" ADD COLUMN     "bears_on" TEXT[] DEFAULT ARRAY[]::TEXT[];

-- Only what the rules know may be ticked, so that precautions never follow from free text.
alter table history_fact
  add constraint history_fact_bears_on check (bears_on <@ array['pacemaker', 'metal-implant', 'cemented-joint', 'pregnancy']);
