-- Answers to requests with an idempotency key are kept seven days (trust 1.3) and then forgotten, whoever they belong to. The bound
-- is here too: whoever calls this, no answer that is still promised goes.
create function tandem.forget_answers(in_before timestamptz, in_limit int) returns int
language sql volatile security definer set search_path = public, pg_temp as $$
  with old as (
    delete from idempotency_key k
     where k.ctid in (
       select o.ctid from idempotency_key o
        where o.created_at < least(in_before, now() - interval '7 days') order by o.created_at limit in_limit for update skip locked)
    returning 1)
  select count(*)::int from old
$$;
revoke execute on function tandem.forget_answers(timestamptz, int) from public;
grant execute on function tandem.forget_answers(timestamptz, int) to tandem_app;
