-- AlterTable
ALTER TABLE "prescription" ADD COLUMN     "taper" JSONB;

-- CreateTable
CREATE TABLE "prescription_template" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "phase" TEXT,
    "body_region" TEXT,
    "starter_key" TEXT,
    "content" JSONB NOT NULL,
    "saved_by_id" UUID NOT NULL,
    "retired_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "prescription_template_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "prescription_template_version" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "template_id" UUID NOT NULL,
    "version_number" INTEGER NOT NULL,
    "did" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "phase" TEXT,
    "content" JSONB NOT NULL,
    "saved_by_id" UUID NOT NULL,
    "saved_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "prescription_template_version_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateIndex
CREATE UNIQUE INDEX "prescription_template_organization_id_starter_key_key" ON "prescription_template"("organization_id", "starter_key");

-- CreateIndex
CREATE UNIQUE INDEX "prescription_template_version_organization_id_template_id_v_key" ON "prescription_template_version"("organization_id", "template_id", "version_number");

-- AddForeignKey
ALTER TABLE "prescription_template" ADD CONSTRAINT "prescription_template_organization_id_saved_by_id_fkey" FOREIGN KEY ("organization_id", "saved_by_id") REFERENCES "staff_member"("organization_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "prescription_template_version" ADD CONSTRAINT "prescription_template_version_organization_id_template_id_fkey" FOREIGN KEY ("organization_id", "template_id") REFERENCES "prescription_template"("organization_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "prescription_template_version" ADD CONSTRAINT "prescription_template_version_organization_id_saved_by_id_fkey" FOREIGN KEY ("organization_id", "saved_by_id") REFERENCES "staff_member"("organization_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

alter table prescription
  add constraint prescription_taper check (taper is null or jsonb_array_length(taper) between 2 and 6);
alter table prescription_template
  add constraint prescription_template_named check (length(name) between 1 and 120),
  add constraint prescription_template_version check (version >= 1);
alter table prescription_template_version
  add constraint prescription_template_version_did check (did in ('saved', 'renamed', 'retired', 'restored'));

-- Starting points of prescriptions belong to those who prescribe, of one organization. What one said before stays readable.
do $$
declare t text;
begin
  foreach t in array array['prescription_template', 'prescription_template_version'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy upkeep on %I to current_user using (true) with check (true)', t);
    execute format(
      'create policy prescribing on %I to tandem_app using (organization_id = (select tandem.organization())
         and (select tandem.role()) in (''physiatrist'', ''system''))', t);
    execute format('grant select, insert on %I to tandem_app', t);
  end loop;
end $$;
grant update on prescription_template to tandem_app;
create trigger append_only before update or delete on prescription_template_version
  for each row execute function tandem.refuse_change();
