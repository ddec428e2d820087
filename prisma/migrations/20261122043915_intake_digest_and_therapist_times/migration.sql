-- AlterTable
ALTER TABLE "care_request" ADD COLUMN     "submission_digest" TEXT;

-- What a submission key was first used for. The public may compare a second submission with it and reads nothing of a request.
create function tandem.submission_digest(in_organization uuid, in_key uuid) returns text
language sql stable security definer set search_path = public, pg_temp as $$
  select submission_digest from care_request
   where organization_id = in_organization and in_organization = tandem.organization() and submission_key = in_key
$$;
revoke execute on function tandem.submission_digest(uuid, uuid) from public;
grant execute on function tandem.submission_digest(uuid, uuid) to tandem_app;

-- When a therapist is booked, whoever the patient is: times alone, so that nobody is booked twice over a patient that the planner may
-- not see.
create function tandem.therapist_times(in_therapist uuid, in_from timestamptz, in_to timestamptz, in_except uuid)
returns table ("startsAt" timestamptz, "endsAt" timestamptz)
language sql stable security definer set search_path = public, pg_temp as $$
  select scheduled_at, ends_at from session
   where organization_id = tandem.organization() and therapist_id = in_therapist and status in ('planned', 'arrived')
     and scheduled_at < in_to and ends_at > in_from and scheduled_at > in_from - interval '1 day' and id is distinct from in_except
   order by scheduled_at
$$;
revoke execute on function tandem.therapist_times(uuid, timestamptz, timestamptz, uuid) from public;
grant execute on function tandem.therapist_times(uuid, timestamptz, timestamptz, uuid) to tandem_app;
