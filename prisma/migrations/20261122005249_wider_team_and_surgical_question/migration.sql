-- AlterTable
ALTER TABLE "referral" ADD COLUMN     "accepted_by_id" UUID,
ADD COLUMN     "accepted_on" DATE,
ADD COLUMN     "answer_due_on" DATE,
ADD COLUMN     "care_team_member_id" UUID,
ADD COLUMN     "service" TEXT,
ADD COLUMN     "team_role" TEXT,
ADD COLUMN     "team_until" DATE,
ADD COLUMN     "to_name" TEXT,
ADD COLUMN     "to_staff_id" UUID;

-- CreateTable
CREATE TABLE "surgical_evaluation" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "patient_id" UUID NOT NULL,
    "episode_id" UUID NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'draft',
    "specialty" TEXT NOT NULL,
    "addressee" TEXT NOT NULL,
    "question" TEXT NOT NULL,
    "summary" TEXT NOT NULL,
    "record" JSONB,
    "author_id" UUID NOT NULL,
    "signed_by_id" UUID,
    "signed_at" TIMESTAMPTZ(3),
    "referral_id" UUID,
    "sent_how" TEXT,
    "decision" TEXT,
    "decision_note" TEXT,
    "decided_on" DATE,
    "decided_by_id" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "surgical_evaluation_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateIndex
CREATE INDEX "surgical_evaluation_organization_id_episode_id_idx" ON "surgical_evaluation"("organization_id", "episode_id");

-- CreateIndex
CREATE INDEX "surgical_evaluation_organization_id_patient_id_idx" ON "surgical_evaluation"("organization_id", "patient_id");

-- AddForeignKey
ALTER TABLE "referral" ADD CONSTRAINT "referral_organization_id_to_staff_id_fkey" FOREIGN KEY ("organization_id", "to_staff_id") REFERENCES "staff_member"("organization_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "referral" ADD CONSTRAINT "referral_organization_id_accepted_by_id_fkey" FOREIGN KEY ("organization_id", "accepted_by_id") REFERENCES "staff_member"("organization_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "referral" ADD CONSTRAINT "referral_organization_id_care_team_member_id_fkey" FOREIGN KEY ("organization_id", "care_team_member_id") REFERENCES "care_team_member"("organization_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "surgical_evaluation" ADD CONSTRAINT "surgical_evaluation_organization_id_patient_id_fkey" FOREIGN KEY ("organization_id", "patient_id") REFERENCES "patient"("organization_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "surgical_evaluation" ADD CONSTRAINT "surgical_evaluation_organization_id_episode_id_fkey" FOREIGN KEY ("organization_id", "episode_id") REFERENCES "episode"("organization_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "surgical_evaluation" ADD CONSTRAINT "surgical_evaluation_organization_id_author_id_fkey" FOREIGN KEY ("organization_id", "author_id") REFERENCES "staff_member"("organization_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "surgical_evaluation" ADD CONSTRAINT "surgical_evaluation_organization_id_signed_by_id_fkey" FOREIGN KEY ("organization_id", "signed_by_id") REFERENCES "staff_member"("organization_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "surgical_evaluation" ADD CONSTRAINT "surgical_evaluation_organization_id_decided_by_id_fkey" FOREIGN KEY ("organization_id", "decided_by_id") REFERENCES "staff_member"("organization_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "surgical_evaluation" ADD CONSTRAINT "surgical_evaluation_organization_id_referral_id_fkey" FOREIGN KEY ("organization_id", "referral_id") REFERENCES "referral"("organization_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- 1. What a surgeon is asked: the care team's, and final once it is signed.
alter table surgical_evaluation enable row level security;
alter table surgical_evaluation force row level security;
create policy upkeep on surgical_evaluation to current_user using (true) with check (true);
create policy team on surgical_evaluation to tandem_app using (
  organization_id = (select tandem.organization()) and patient_id = any ((select tandem.patients())::uuid[]));
grant select, insert, update on surgical_evaluation to tandem_app;

create unique index surgical_evaluation_one_draft on surgical_evaluation (organization_id, episode_id) where status = 'draft';
create trigger no_delete before delete on surgical_evaluation for each row execute function tandem.refuse_change();
create trigger signed_is_final before update on surgical_evaluation for each row when (old.status <> 'draft')
  execute function tandem.only_these_change(
    'status', 'referral_id', 'sent_how', 'decision', 'decision_note', 'decided_on', 'decided_by_id', 'version', 'updated_at');
alter table surgical_evaluation
  add constraint surgical_evaluation_status check (status in ('draft', 'signed', 'sent', 'decided')),
  add constraint surgical_evaluation_signed check (
    (status = 'draft') = (signed_at is null) and (signed_at is null) = (signed_by_id is null)
    and (signed_at is null) = (record is null)),
  add constraint surgical_evaluation_sent check (status not in ('sent', 'decided') or referral_id is not null),
  add constraint surgical_evaluation_decision check (
    decision in ('surgery', 'conservative', 'more-tests', 'patient-declines')),
  add constraint surgical_evaluation_decided check ((status = 'decided') = (decision is not null and decided_on is not null));

-- 2. Referrals are accepted before they are answered, by a colleague or by somebody outside.
alter table referral drop constraint referral_status;
alter table referral
  add constraint referral_status check (status in ('sent', 'accepted', 'answered', 'declined', 'cancelled')),
  add constraint referral_to_one check (to_staff_id is null or to_name is null),
  add constraint referral_accepted check (status <> 'accepted' or accepted_on is not null),
  add constraint referral_team check (team_role is null or team_until is not null);

-- Referrals addressed to the one who asks, who is not on the team yet: a name and the question, nothing else of the record.
create function tandem.referrals_to_me()
returns table (
  "referralId" uuid, "patientName" text, "birthDate" date, concern text, specialty text, question text, "sentOn" date,
  "answerDueOn" date, "teamRole" text, "teamUntil" date, "referredBy" text, version int
) language sql stable security definer set search_path = public, pg_temp as $$
  select r.id, p.given_name || ' ' || p.family_name, p.birth_date, e.concern, r.specialty, r.question, r.sent_on,
         r.answer_due_on, r.team_role, r.team_until, concat_ws(', ', s.given_name || ' ' || s.family_name, s.credentials), r.version
    from referral r
    join patient p on p.organization_id = r.organization_id and p.id = r.patient_id
    join episode e on e.organization_id = r.organization_id and e.id = r.episode_id
    join staff_member s on s.organization_id = r.organization_id and s.id = r.referred_by_id
   where r.organization_id = tandem.organization() and r.to_staff_id = tandem.staff() and r.status = 'sent'
     and tandem.role() not in ('none', 'public', 'administrator')
   order by r.sent_on, r.id
$$;

-- The addressed colleague accepts: the referral is the physiatrist's request, and the membership it asks for begins, with its
-- end. Nothing is answered when the referral is not theirs, not open, or another version than they saw.
create function tandem.accept_referral(
  in_referral uuid, in_version int, in_member uuid, in_on date, in_at timestamptz, in_until timestamptz
) returns table ("patientId" uuid, "episodeId" uuid, "careTeamMemberId" uuid)
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  found_referral referral%rowtype;
  member uuid;
begin
  select * into found_referral from referral r
   where r.organization_id = tandem.organization() and r.id = in_referral and r.to_staff_id = tandem.staff()
     and r.status = 'sent' and r.version = in_version and tandem.role() not in ('none', 'public', 'administrator')
     for update;
  if not found then return; end if;
  select m.id into member from care_team_member m
   where m.organization_id = found_referral.organization_id and m.patient_id = found_referral.patient_id
     and m.staff_member_id = tandem.staff() and m.valid_from <= in_at and (m.valid_to is null or m.valid_to > in_at)
   order by m.valid_to desc nulls first limit 1;
  if member is null then
    member := in_member;
    insert into care_team_member (organization_id, id, patient_id, staff_member_id, role, kind, valid_from, valid_to, reason,
                                  added_by_id, created_at)
    values (found_referral.organization_id, member, found_referral.patient_id, tandem.staff(), found_referral.team_role, 'member',
            in_at, in_until, 'Referral accepted: ' || found_referral.specialty, found_referral.referred_by_id, in_at);
  end if;
  update referral r set status = 'accepted', accepted_on = in_on, accepted_by_id = tandem.staff(), care_team_member_id = member,
         version = r.version + 1
   where r.organization_id = found_referral.organization_id and r.id = in_referral;
  return query select found_referral.patient_id, found_referral.episode_id, member;
end $$;

-- A refusal is work for the one who referred: their task says so and stays open until they have found somebody else.
create function tandem.decline_referral(in_referral uuid, in_version int, in_on date, in_reason text)
returns table ("patientId" uuid, "episodeId" uuid)
language sql security definer set search_path = public, pg_temp as $$
  with declined as (
    update referral r set status = 'declined', answered_on = in_on, answer = in_reason, version = r.version + 1
     where r.organization_id = tandem.organization() and r.id = in_referral and r.to_staff_id = tandem.staff()
       and r.status = 'sent' and r.version = in_version and tandem.role() not in ('none', 'public', 'administrator')
    returning r.organization_id, r.id, r.patient_id, r.episode_id, r.specialty),
  told as (
    update task t set kind = 'other', title = d.specialty || ': declined', detail = in_reason, due_on = in_on,
           version = t.version + 1
      from declined d
     where t.organization_id = d.organization_id and t.status = 'open' and t.dedupe_key = 'referral-answer:' || d.id)
  select patient_id, episode_id from declined
$$;

revoke execute on function tandem.referrals_to_me(), tandem.accept_referral(uuid, int, uuid, date, timestamptz, timestamptz),
  tandem.decline_referral(uuid, int, date, text) from public;
grant execute on function tandem.referrals_to_me(), tandem.accept_referral(uuid, int, uuid, date, timestamptz, timestamptz),
  tandem.decline_referral(uuid, int, date, text) to tandem_app;
