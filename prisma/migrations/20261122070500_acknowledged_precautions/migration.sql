-- AlterTable
ALTER TABLE "session" ADD COLUMN     "acknowledged" JSONB;

-- The latest INR of a patient is asked for whenever a session is opened or signed; few sessions hold one.
create index session_inr on session (organization_id, patient_id, session_date desc) where (vitals ->> 'inr') is not null;

-- A suspected thrombosis raised as prompt stops treatment of the limb, not of the patient (rules.md 5).
alter table safety_hold drop constraint safety_hold_level;
alter table safety_hold add constraint safety_hold_level check (level in ('emergency', 'urgent', 'prompt'));
