-- CreateTable
CREATE TABLE "clinic_hours" (
    "organization_id" UUID NOT NULL,
    "clinic_id" UUID NOT NULL,
    "week" JSONB NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "set_by_id" UUID NOT NULL,
    "set_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "clinic_hours_pkey" PRIMARY KEY ("organization_id","clinic_id")
);

-- CreateTable
CREATE TABLE "on_call_duty" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "clinic_id" UUID NOT NULL,
    "staff_member_id" UUID NOT NULL,
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3) NOT NULL,
    "phone" TEXT,
    "set_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "taken_back_at" TIMESTAMPTZ(3),
    "ended_by_id" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "on_call_duty_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "hold_escalation" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "patient_id" UUID NOT NULL,
    "episode_id" UUID NOT NULL,
    "safety_hold_id" UUID NOT NULL,
    "staff_member_id" UUID,
    "care_team_member_id" UUID,
    "basis" TEXT NOT NULL,
    "passed_on_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "hold_escalation_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateIndex
CREATE INDEX "on_call_duty_organization_id_clinic_id_ends_at_idx" ON "on_call_duty"("organization_id", "clinic_id", "ends_at");

-- CreateIndex
CREATE INDEX "hold_escalation_organization_id_safety_hold_id_idx" ON "hold_escalation"("organization_id", "safety_hold_id");

-- CreateIndex
CREATE INDEX "hold_escalation_organization_id_patient_id_idx" ON "hold_escalation"("organization_id", "patient_id");

-- AddForeignKey
ALTER TABLE "clinic_hours" ADD CONSTRAINT "clinic_hours_organization_id_clinic_id_fkey" FOREIGN KEY ("organization_id", "clinic_id") REFERENCES "clinic"("organization_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "clinic_hours" ADD CONSTRAINT "clinic_hours_organization_id_set_by_id_fkey" FOREIGN KEY ("organization_id", "set_by_id") REFERENCES "staff_member"("organization_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "on_call_duty" ADD CONSTRAINT "on_call_duty_organization_id_clinic_id_fkey" FOREIGN KEY ("organization_id", "clinic_id") REFERENCES "clinic"("organization_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "on_call_duty" ADD CONSTRAINT "on_call_duty_organization_id_staff_member_id_fkey" FOREIGN KEY ("organization_id", "staff_member_id") REFERENCES "staff_member"("organization_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "on_call_duty" ADD CONSTRAINT "on_call_duty_organization_id_set_by_id_fkey" FOREIGN KEY ("organization_id", "set_by_id") REFERENCES "staff_member"("organization_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "on_call_duty" ADD CONSTRAINT "on_call_duty_organization_id_ended_by_id_fkey" FOREIGN KEY ("organization_id", "ended_by_id") REFERENCES "staff_member"("organization_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "hold_escalation" ADD CONSTRAINT "hold_escalation_organization_id_patient_id_fkey" FOREIGN KEY ("organization_id", "patient_id") REFERENCES "patient"("organization_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "hold_escalation" ADD CONSTRAINT "hold_escalation_organization_id_episode_id_fkey" FOREIGN KEY ("organization_id", "episode_id") REFERENCES "episode"("organization_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "hold_escalation" ADD CONSTRAINT "hold_escalation_organization_id_safety_hold_id_fkey" FOREIGN KEY ("organization_id", "safety_hold_id") REFERENCES "safety_hold"("organization_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "hold_escalation" ADD CONSTRAINT "hold_escalation_organization_id_staff_member_id_fkey" FOREIGN KEY ("organization_id", "staff_member_id") REFERENCES "staff_member"("organization_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "hold_escalation" ADD CONSTRAINT "hold_escalation_organization_id_care_team_member_id_fkey" FOREIGN KEY ("organization_id", "care_team_member_id") REFERENCES "care_team_member"("organization_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- 1. Hours and rota are the clinic's own: everybody who works here reads them, administrators and physiatrists keep them.
do $$
declare t text;
begin
  foreach t in array array['clinic_hours', 'on_call_duty'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy upkeep on %I to current_user using (true) with check (true)', t);
    execute format(
      'create policy own on %I for select to tandem_app using (
         organization_id = (select tandem.organization()) and (select tandem.role()) not in (''none'', ''public''))', t);
    execute format(
      'create policy kept on %I to tandem_app using (
         organization_id = (select tandem.organization()) and (select tandem.role()) in (''administrator'', ''physiatrist''))', t);
    execute format('grant select, insert, update on %I to tandem_app', t);
  end loop;
end $$;

create trigger no_delete before delete on on_call_duty for each row execute function tandem.refuse_change();
create trigger only_ends before update on on_call_duty for each row
  execute function tandem.only_these_change('ends_at', 'taken_back_at', 'ended_by_id', 'version');
alter table on_call_duty
  add constraint on_call_duty_period check (ends_at > starts_at),
  add constraint on_call_duty_taken_back check (taken_back_at is null or ended_by_id is not null),
  add constraint on_call_duty_one_at_a_time exclude using gist (
    organization_id with =, clinic_id with =, tstzrange(starts_at, ends_at) with &&) where (taken_back_at is null);

-- 2. What happened to an alert is clinical and stays: the care team's, written by background work, never changed.
alter table hold_escalation enable row level security;
alter table hold_escalation force row level security;
create policy upkeep on hold_escalation to current_user using (true) with check (true);
create policy team on hold_escalation to tandem_app using (
  organization_id = (select tandem.organization()) and patient_id = any ((select tandem.patients())::uuid[]))
  with check (organization_id = (select tandem.organization()) and patient_id = any ((select tandem.patients())::uuid[])
              and (select tandem.role()) = 'system');
grant select, insert on hold_escalation to tandem_app;
create trigger append_only before update or delete on hold_escalation for each row execute function tandem.refuse_change();
create unique index hold_escalation_once on hold_escalation (organization_id, safety_hold_id, staff_member_id) nulls not distinct;
alter table hold_escalation
  add constraint hold_escalation_basis check (basis in ('on-call', 'nobody-on-call', 'same-person', 'nobody-else')),
  add constraint hold_escalation_to check ((basis = 'nobody-else') = (staff_member_id is null));

-- 3. Alerts that nobody has acknowledged and that were not passed on: ids only, for the background work that looks each minute.
create index safety_hold_unanswered on safety_hold (opened_at) where closed_at is null and acknowledged_at is null;
create function tandem.unanswered_alerts()
returns table ("organizationId" uuid, "patientId" uuid, "episodeId" uuid, "safetyHoldId" uuid)
language sql stable security definer set search_path = public, pg_temp as $$
  select h.organization_id, h.patient_id, h.episode_id, h.id
    from safety_hold h
   where h.closed_at is null and h.acknowledged_at is null
     and not exists (select from hold_escalation x where x.organization_id = h.organization_id and x.safety_hold_id = h.id)
   order by h.opened_at
$$;
revoke execute on function tandem.unanswered_alerts() from public;
grant execute on function tandem.unanswered_alerts() to tandem_app;
