-- CreateTable
CREATE TABLE "session_addendum" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "patient_id" UUID NOT NULL,
    "session_id" UUID NOT NULL,
    "author_id" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "session_addendum_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateIndex
CREATE INDEX "session_addendum_organization_id_session_id_idx" ON "session_addendum"("organization_id", "session_id");

-- AddForeignKey
ALTER TABLE "session_addendum" ADD CONSTRAINT "session_addendum_organization_id_patient_id_fkey" FOREIGN KEY ("organization_id", "patient_id") REFERENCES "patient"("organization_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "session_addendum" ADD CONSTRAINT "session_addendum_organization_id_session_id_fkey" FOREIGN KEY ("organization_id", "session_id") REFERENCES "session"("organization_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "session_addendum" ADD CONSTRAINT "session_addendum_organization_id_author_id_fkey" FOREIGN KEY ("organization_id", "author_id") REFERENCES "staff_member"("organization_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- The care team reads and adds; nobody changes or removes what was added.
alter table session_addendum enable row level security;
alter table session_addendum force row level security;
create policy upkeep on session_addendum to current_user using (true) with check (true);
create policy team on session_addendum to tandem_app
  using (organization_id = (select tandem.organization())
         and patient_id in (select unnest((select tandem.patients())::uuid[])));
grant select, insert on session_addendum to tandem_app;
create trigger append_only before update or delete on session_addendum
  for each row execute function tandem.refuse_change();
alter table session_addendum add constraint session_addendum_said check (length(reason) > 0 and length(text) > 0);
