-- Who belongs to a patient's team from outside: an accepted referral to a name, with its role and last day. Administrators see it
-- too, and nothing else of the referral: not the question, not the answer.
create function tandem.outside_specialists(in_patient uuid)
returns table ("referralId" uuid, name text, specialty text, role text, "acceptedOn" date, until date, "referredBy" text)
language sql stable security definer set search_path = public, pg_temp as $$
  select r.id, r.to_name, r.specialty, coalesce(r.team_role, 'specialist'), r.accepted_on, r.team_until,
         concat_ws(', ', s.given_name || ' ' || s.family_name, s.credentials)
    from referral r
    join staff_member s on s.organization_id = r.organization_id and s.id = r.referred_by_id
   where r.organization_id = tandem.organization() and r.patient_id = in_patient
     and (r.patient_id = any (tandem.patients()) or tandem.role() = 'administrator')
     and r.to_staff_id is null and r.to_name is not null and r.accepted_on is not null and r.team_until is not null
     and r.status in ('accepted', 'answered')
   order by r.team_until desc, r.to_name, r.id
$$;

revoke execute on function tandem.outside_specialists(uuid) from public;
grant execute on function tandem.outside_specialists(uuid) to tandem_app;
