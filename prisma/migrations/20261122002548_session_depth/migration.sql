-- AlterTable
ALTER TABLE "session" ADD COLUMN     "adverse_event" TEXT,
ADD COLUMN     "cosignature_needed" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "ended_time" TEXT,
ADD COLUMN     "provenance" JSONB,
ADD COLUMN     "response" TEXT,
ADD COLUMN     "started_time" TEXT;

-- AlterTable
ALTER TABLE "performed_intervention" ADD COLUMN     "assistant_minutes" INTEGER NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "safety_hold" ADD COLUMN     "evidence" JSONB;

-- CreateTable
CREATE TABLE "session_cosignature" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "patient_id" UUID NOT NULL,
    "session_id" UUID NOT NULL,
    "cosigned_by_id" UUID NOT NULL,
    "cosigned_at" TIMESTAMPTZ(3) NOT NULL,
    "note" TEXT,

    CONSTRAINT "session_cosignature_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateIndex
CREATE INDEX "session_cosignature_organization_id_patient_id_idx" ON "session_cosignature"("organization_id", "patient_id");

-- CreateIndex
CREATE UNIQUE INDEX "session_cosignature_organization_id_session_id_key" ON "session_cosignature"("organization_id", "session_id");

-- AddForeignKey
ALTER TABLE "session_cosignature" ADD CONSTRAINT "session_cosignature_organization_id_patient_id_fkey" FOREIGN KEY ("organization_id", "patient_id") REFERENCES "patient"("organization_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "session_cosignature" ADD CONSTRAINT "session_cosignature_organization_id_session_id_fkey" FOREIGN KEY ("organization_id", "session_id") REFERENCES "session"("organization_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "session_cosignature" ADD CONSTRAINT "session_cosignature_organization_id_cosigned_by_id_fkey" FOREIGN KEY ("organization_id", "cosigned_by_id") REFERENCES "staff_member"("organization_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- A new role, and what its note waits for.
alter table staff_member
  drop constraint staff_member_role,
  add constraint staff_member_role check (role in (
    'physiatrist', 'physical-therapist', 'physical-therapist-assistant', 'administrator', 'occupational-therapist',
    'speech-therapist'));

alter table session_cosignature enable row level security;
alter table session_cosignature force row level security;
create policy upkeep on session_cosignature to current_user using (true) with check (true);
create policy team on session_cosignature to tandem_app
  using (organization_id = (select tandem.organization())
         and patient_id in (select unnest((select tandem.patients())::uuid[])));
grant select, insert on session_cosignature to tandem_app;
create trigger append_only before update or delete on session_cosignature
  for each row execute function tandem.refuse_change();

alter table session
  add constraint session_clock check (
    started_time ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$' and ended_time ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$' and ended_time > started_time);
alter table performed_intervention
  add constraint performed_assistant check (assistant_minutes between 0 and minutes);
