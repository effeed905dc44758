-- SPDX-License-Identifier: AGPL-3.0-or-later
-- What one author wrote, in the order of the queue: a case knows its author, as it knows its network and its kind.

alter table moderation_case add column author_id uuid references author (id);
update moderation_case set author_id = item.author_id from item where item.id = moderation_case.item_id;

create function author_of_case() returns trigger language plpgsql set search_path = pg_catalog, public as $$
begin
  select item.author_id into new.author_id from public.item where item.id = new.item_id;
  return new;
end $$;
create trigger author_of_case before insert on moderation_case for each row execute function author_of_case();

-- Who wrote may be learned later than what was written.
create function author_of_item() returns trigger language plpgsql set search_path = pg_catalog, public as $$
begin
  update public.moderation_case set author_id = new.author_id where item_id = new.id;
  return null;
end $$;
create trigger author_of_item after update of author_id on item
  for each row when (new.author_id is distinct from old.author_id) execute function author_of_item();

create index moderation_case_author on moderation_case (body, author_id, decided_at, id) where author_id is not null;

create or replace function queue_page(asked jsonb, after jsonb, how_many integer) returns setof moderation_case
  language plpgsql stable security definer set search_path = pg_catalog, public set client_min_messages = error as $$
declare
  -- Of the cases looked through: one of two hundred.
  common constant integer := 5;
  of_body constant text := public.current_body();
  is_open constant boolean := asked ->> 'state' = 'open';
  in_order constant text := case when is_open
    then 'c.priority, c.due_band, c.learned_rank, c.due_rank, c.written_at, c.id' else 'c.decided_at desc, c.id desc' end;
  what constant text := 'c.id, c.item_id, c.network, c.kind, c.clauses, c.must_look, c.claimed_by, c.priority, c.due_band,
    c.learned_rank, c.due_rank, c.written_at, c.decided_at';
  within text := ' c.body = $1 and ' || case asked ->> 'state'
    when 'open' then 'c.state = ''open'''
    when 'stuck' then 'c.state = ''decided'' and c.enforcement in (''failed'', ''by-hand'', ''unknown'')'
    else 'c.state = ''decided''' end;
  filters text := '';
  by_terms text := '';
  -- All that is asked of the terms; the same but for the last word, which may be half typed; that word alone.
  terms tsquery;
  fixed tsquery;
  last_word tsquery;
  indexed tsquery;
  mark text;
  word text;
  nth integer := 0;
  walk integer;
  walked integer;
  hits integer;
  hits_last integer;
  ids uuid[];
begin
  if of_body is null then return; end if;
  if after is not null then
    within := within || case when is_open
      then ' and (c.priority, c.due_band, c.learned_rank, c.due_rank, c.written_at, c.id) >
             (($3 ->> ''priority'')::smallint, ($3 ->> ''due_band'')::integer, ($3 ->> ''learned_rank'')::smallint,
              ($3 ->> ''due_rank'')::timestamptz, ($3 ->> ''written_at'')::timestamptz, ($3 ->> ''id'')::uuid)'
      else ' and (c.decided_at, c.id) < (($3 ->> ''decided_at'')::timestamptz, ($3 ->> ''id'')::uuid)' end;
  end if;
  for mark in select * from jsonb_array_elements_text(asked -> 'marks') loop
    if mark ~ '^=(network|kind):' then
      filters := filters || format(' and c.%I = %L',
        substr(split_part(mark, ':', 1), 2), substr(mark, strpos(mark, ':') + 1));
    elsif mark ~ '^=author:' then
      -- An index has what one author wrote in its order.
      within := within || format(' and c.author_id = %L::uuid', substr(mark, strpos(mark, ':') + 1));
      continue;
    elsif mark ~ '^=clause:' then
      filters := filters || format(' and %L = any (c.clauses)', substr(mark, strpos(mark, ':') + 1));
    end if;
    -- Of what is open there is little, and its columns say these; of what is decided much, and the index says it sooner.
    if not is_open or mark ~ '^=category:' then
      fixed := quote_literal(mark)::tsquery && coalesce(fixed, ''::tsquery);
    end if;
  end loop;
  for word in select * from jsonb_array_elements_text(asked -> 'words') loop
    nth := nth + 1;
    if nth = jsonb_array_length(asked -> 'words') then
      last_word := to_tsquery('pg_catalog.italian', quote_literal(word)) || (quote_literal(word) || ':*')::tsquery;
    else
      -- Words that say nothing are left out.
      fixed := to_tsquery('pg_catalog.italian', quote_literal(word)) && coalesce(fixed, ''::tsquery);
    end if;
  end loop;
  if numnode(fixed) = 0 then fixed := null; end if;
  terms := coalesce(fixed && last_word, fixed, last_word);
  if terms is not null then
    by_terms := ' join case_terms t on t.case_id = c.id';
  end if;
  if asked ? 'look' then filters := filters || ' and c.must_look'; end if;
  if asked ? 'held' then
    filters := filters || ' and c.item_id in (select item.id from item where item.body = $1 and item.visibility = ''held'')';
  end if;
  if asked ? 'claimedBy' then filters := filters || ' and c.claimed_by = $2 ->> ''claimedBy'''; end if;
  if asked ? 'unclaimed' then filters := filters || ' and c.claimed_by is null'; end if;
  if asked ? 'dueFrom' then filters := filters || ' and c.due_rank >= ($2 ->> ''dueFrom'')::timestamptz'; end if;
  if asked ? 'dueBefore' then filters := filters || ' and c.due_rank < ($2 ->> ''dueBefore'')::timestamptz'; end if;

  if filters <> '' or terms is not null then
    foreach walk in array array[200, 1000] loop
      execute format(
        'with walked as materialized (select %7$s from moderation_case c where %1$s order by %2$s limit %3$s),
              noted as materialized (select c.*, %8$s from walked c %4$s),
              passed as (select c.id from noted c where c.whole %5$s order by %2$s limit %6$s)
         select (select count(*) from walked), array(select id from passed),
                (select count(*) from noted where whole), (select count(*) from noted where ending)',
        within, in_order, walk, by_terms, filters, how_many, what,
        case when terms is null then 'true as whole, true as ending'
             else 't.terms @@ $4 as whole, t.terms @@ $5 as ending' end)
        into walked, ids, hits, hits_last using of_body, asked, after, terms, last_word;
      exit when walked < walk or cardinality(ids) >= how_many;
    end loop;
  end if;
  if ids is null or (walked = walk and cardinality(ids) < how_many) then
    -- What one of two hundred has is sooner met by going on than by reading all that the index knows of it.
    if terms is null or hits >= common then
      if terms is not null then filters := filters || ' and (t.terms @@ $4) is true'; end if;
    else
      -- A word that many begin with costs the index more than it spares.
      indexed := quote_literal('=body:' || of_body)::tsquery
        && case when fixed is not null and hits_last >= common then fixed else terms end;
      by_terms := ' join marked on marked.case_id = c.id';
    end if;
    execute format(
      'with marked as materialized (
         select t.case_id from case_terms t where t.terms @@ $5 and (t.terms @@ $4) is true)
       select array(select c.id from moderation_case c %4$s where %1$s %5$s order by %2$s limit %3$s)',
      within, in_order, how_many, by_terms, filters)
      into ids using of_body, asked, after, terms, indexed;
  end if;
  return query select c.* from unnest(ids) with ordinality as place (id, nth)
    join public.moderation_case c on c.id = place.id order by place.nth;
end $$;
