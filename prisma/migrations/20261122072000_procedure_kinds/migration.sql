-- AlterTable
ALTER TABLE "procedure" ADD COLUMN     "dilution" TEXT,
ADD COLUMN     "muscles" JSONB NOT NULL DEFAULT '[]',
ADD COLUMN     "performed_elsewhere" TEXT;

-- What each kind says of itself holds below the application too; an import may bring kinds that are not performed here.
alter table procedure
  add constraint procedure_muscles check (jsonb_typeof(muscles) = 'array'),
  add constraint procedure_botulinum check (
    kind <> 'botulinum' or (dose_unit = 'units' and jsonb_array_length(muscles) > 0 and dilution is not null)),
  add constraint procedure_spinal check (
    kind not in ('epidural', 'facet', 'rf-ablation') or (level is not null and side is not null and guidance is not null)),
  add constraint procedure_elsewhere check (performed_elsewhere is null or kind = 'surgery');
