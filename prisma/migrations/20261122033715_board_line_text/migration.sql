-- The board's line is text to be put together with who the patient is and who treats them: its members as JSON, without the
-- opening brace, so that neither a document is taken apart nor a long text walked for every row.
alter table "board_entry" alter column "shown" drop default;
alter table "board_entry" alter column "shown" type text using substr(shown::text, 2);
alter table "board_entry" alter column "shown" set default '}';

-- The sparkline's values are plain numbers now.
update board_entry b set shown = substr(jsonb_set(('{' || b.shown)::jsonb, '{measures}', coalesce((
  select jsonb_agg((m - 'thresholdMeaningful') || jsonb_build_object('points', coalesce((
           select jsonb_agg(p -> 'value' order by place) from jsonb_array_elements(m -> 'points') with ordinality as points(p, place)), '[]'))
         order by nth)
    from jsonb_array_elements(('{' || b.shown)::jsonb -> 'measures') with ordinality as measures(m, nth)), '[]'))::text, 2)
 where b.shown like '%"points":[{%';
