-- AlterTable
ALTER TABLE "procedure" ADD COLUMN     "consent" TEXT,
ADD COLUMN     "dose_amount" DOUBLE PRECISION,
ADD COLUMN     "dose_unit" TEXT,
ADD COLUMN     "expected_change" DOUBLE PRECISION,
ADD COLUMN     "expected_measure" TEXT,
ADD COLUMN     "expected_side" TEXT,
ADD COLUMN     "level" TEXT,
ADD COLUMN     "limit_reason" TEXT,
ADD COLUMN     "lot" TEXT,
ADD COLUMN     "rest_days" INTEGER,
ADD COLUMN     "restricted_days" INTEGER,
ADD COLUMN     "restriction" TEXT;

-- What was injected does not change afterwards: a complication may be added, and what therapy leaves out may be set again.
create trigger performed_is_final before update on procedure for each row
  execute function tandem.only_these_change('complication', 'rest_days', 'restricted_days', 'restriction', 'limit_reason', 'version');
create trigger no_delete before delete on procedure for each row execute function tandem.refuse_change();

alter table procedure
  add constraint procedure_rest check (rest_days between 0 and 60),
  add constraint procedure_restriction check (
    restricted_days between 1 and 180 and restricted_days > coalesce(rest_days, 0) or restricted_days is null),
  add constraint procedure_expected check (
    expected_measure is null or (expected_change > 0 and response_window_days is not null)),
  add constraint procedure_consent check (consent in ('written', 'spoken')),
  add constraint procedure_dose check (dose_amount is null or (dose_amount > 0 and dose_unit is not null));
