-- An alert that those it was passed on to have not read either becomes a telephone call: one row more, without a person.
alter table hold_escalation
  drop constraint hold_escalation_basis,
  drop constraint hold_escalation_to,
  add constraint hold_escalation_basis check (basis in ('on-call', 'nobody-on-call', 'same-person', 'nobody-else', 'still-unread')),
  add constraint hold_escalation_to check ((basis in ('nobody-else', 'still-unread')) = (staff_member_id is null));

-- Alerts that nobody has acknowledged, until somebody has been asked to telephone: ids only, for the background work.
create or replace function tandem.unanswered_alerts()
returns table ("organizationId" uuid, "patientId" uuid, "episodeId" uuid, "safetyHoldId" uuid)
language sql stable security definer set search_path = public, pg_temp as $$
  select h.organization_id, h.patient_id, h.episode_id, h.id
    from safety_hold h
   where h.closed_at is null and h.acknowledged_at is null
     and not exists (select from hold_escalation x
                      where x.organization_id = h.organization_id and x.safety_hold_id = h.id and x.staff_member_id is null)
   order by h.opened_at
$$;
