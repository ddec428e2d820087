-- AlterTable
ALTER TABLE "session" ADD COLUMN     "education" JSONB,
ADD COLUMN     "home_difficulty" INTEGER,
ADD COLUMN     "home_pain" INTEGER;

-- CreateTable
CREATE TABLE "exercise" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "content" JSONB NOT NULL,
    "retired" BOOLEAN NOT NULL DEFAULT false,
    "changed_by_id" UUID NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "exercise_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "home_programme" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "patient_id" UUID NOT NULL,
    "episode_id" UUID NOT NULL,
    "version_number" INTEGER NOT NULL,
    "content" JSONB NOT NULL,
    "author_id" UUID NOT NULL,
    "signed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "home_programme_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateIndex
CREATE UNIQUE INDEX "exercise_organization_id_code_key" ON "exercise"("organization_id", "code");

-- CreateIndex
CREATE INDEX "home_programme_organization_id_patient_id_idx" ON "home_programme"("organization_id", "patient_id");

-- CreateIndex
CREATE UNIQUE INDEX "home_programme_organization_id_episode_id_version_number_key" ON "home_programme"("organization_id", "episode_id", "version_number");

-- AddForeignKey
ALTER TABLE "exercise" ADD CONSTRAINT "exercise_organization_id_changed_by_id_fkey" FOREIGN KEY ("organization_id", "changed_by_id") REFERENCES "staff_member"("organization_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "home_programme" ADD CONSTRAINT "home_programme_organization_id_patient_id_fkey" FOREIGN KEY ("organization_id", "patient_id") REFERENCES "patient"("organization_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "home_programme" ADD CONSTRAINT "home_programme_organization_id_episode_id_fkey" FOREIGN KEY ("organization_id", "episode_id") REFERENCES "episode"("organization_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "home_programme" ADD CONSTRAINT "home_programme_organization_id_author_id_fkey" FOREIGN KEY ("organization_id", "author_id") REFERENCES "staff_member"("organization_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- The library is the organization's: everybody who works there reads it, clinicians keep it. A programme is clinical text.
alter table exercise enable row level security;
alter table exercise force row level security;
create policy upkeep on exercise to current_user using (true) with check (true);
create policy read on exercise for select to tandem_app
  using (organization_id = (select tandem.organization()) and (select tandem.role()) <> 'none');
create policy kept on exercise to tandem_app
  using (organization_id = (select tandem.organization())
         and (select tandem.role()) not in ('none', 'public', 'administrator'));
grant select, insert, update on exercise to tandem_app;

alter table home_programme enable row level security;
alter table home_programme force row level security;
create policy upkeep on home_programme to current_user using (true) with check (true);
create policy team on home_programme to tandem_app
  using (organization_id = (select tandem.organization())
         and patient_id in (select unnest((select tandem.patients())::uuid[])));
grant select, insert on home_programme to tandem_app;
create trigger append_only before update or delete on home_programme
  for each row execute function tandem.refuse_change();
alter table home_programme add constraint home_programme_version check (version_number >= 1);

alter table session
  add constraint session_home check (home_difficulty between 0 and 10 and home_pain between 0 and 10);
