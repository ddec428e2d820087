-- A draft may be thrown away; what is signed stays, whoever asks. The server's role deletes an evaluation's draft for its author only,
-- and a draft of a question to a surgeon for a physiatrist.
drop trigger no_delete on evaluation;
create trigger signed_is_kept before delete on evaluation for each row when (old.status <> 'draft')
  execute function tandem.refuse_change();
grant delete on evaluation to tandem_app;
create policy own_draft on evaluation as restrictive for delete to tandem_app
  using (status = 'draft' and author_id = (select tandem.staff()));

drop trigger no_delete on surgical_evaluation;
create trigger signed_is_kept before delete on surgical_evaluation for each row when (old.status <> 'draft')
  execute function tandem.refuse_change();
grant delete on surgical_evaluation to tandem_app;
create policy draft_only on surgical_evaluation as restrictive for delete to tandem_app
  using (status = 'draft' and (select tandem.role()) = 'physiatrist');
