-- CreateTable
CREATE TABLE "discharge_note_addendum" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "patient_id" UUID NOT NULL,
    "discharge_note_id" UUID NOT NULL,
    "author_id" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "discharge_note_addendum_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "progress_report_addendum" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "patient_id" UUID NOT NULL,
    "progress_report_id" UUID NOT NULL,
    "author_id" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "progress_report_addendum_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateIndex
CREATE INDEX "discharge_note_addendum_organization_id_discharge_note_id_idx" ON "discharge_note_addendum"("organization_id", "discharge_note_id");

-- CreateIndex
CREATE INDEX "progress_report_addendum_organization_id_progress_report_id_idx" ON "progress_report_addendum"("organization_id", "progress_report_id");

-- AddForeignKey
ALTER TABLE "discharge_note_addendum" ADD CONSTRAINT "discharge_note_addendum_organization_id_patient_id_fkey" FOREIGN KEY ("organization_id", "patient_id") REFERENCES "patient"("organization_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "discharge_note_addendum" ADD CONSTRAINT "discharge_note_addendum_organization_id_discharge_note_id_fkey" FOREIGN KEY ("organization_id", "discharge_note_id") REFERENCES "discharge_note"("organization_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "discharge_note_addendum" ADD CONSTRAINT "discharge_note_addendum_organization_id_author_id_fkey" FOREIGN KEY ("organization_id", "author_id") REFERENCES "staff_member"("organization_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "progress_report_addendum" ADD CONSTRAINT "progress_report_addendum_organization_id_patient_id_fkey" FOREIGN KEY ("organization_id", "patient_id") REFERENCES "patient"("organization_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "progress_report_addendum" ADD CONSTRAINT "progress_report_addendum_organization_id_progress_report_i_fkey" FOREIGN KEY ("organization_id", "progress_report_id") REFERENCES "progress_report"("organization_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "progress_report_addendum" ADD CONSTRAINT "progress_report_addendum_organization_id_author_id_fkey" FOREIGN KEY ("organization_id", "author_id") REFERENCES "staff_member"("organization_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- The care team reads and adds; nobody changes or removes what was added.
do $$
declare t text;
begin
  foreach t in array array['progress_report_addendum', 'discharge_note_addendum'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy upkeep on %I to current_user using (true) with check (true)', t);
    execute format(
      'create policy team on %I to tandem_app
         using (organization_id = (select tandem.organization())
                and patient_id in (select unnest((select tandem.patients())::uuid[])))', t);
    execute format('grant select, insert on %I to tandem_app', t);
    execute format('create trigger append_only before update or delete on %I for each row execute function tandem.refuse_change()', t);
    execute format('alter table %I add constraint %I check (length(reason) > 0 and length(text) > 0)', t, t || '_said');
    perform tandem.watch_chart(t::regclass);
  end loop;
end $$;
