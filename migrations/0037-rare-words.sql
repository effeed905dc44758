-- SPDX-License-Identifier: AGPL-3.0-or-later
-- What the index knows to be rare is asked of the index at once, without looking for it in order first. Of what is open its
-- categories stand on the case, as its clauses do, and an index of its own has both.

alter table moderation_case add column categories text[] not null default '{}';

update moderation_case
   set categories = marked.categories
  from (select case_id, array_agg(substr(mark, 11)) as categories
          from case_terms, unnest(tsvector_to_array(terms)) as mark where starts_with(mark, '=category:') group by case_id) as marked
 where marked.case_id = moderation_case.id;

create index moderation_case_open_marks on moderation_case using gin (clauses, categories) with (fastupdate = off)
  where state = 'open';

-- How many rows the planner expects of a search: it knows the words that many have, and takes every other for as rare as the rarest of them.
create function expected_cases(terms tsquery) returns float8
  language plpgsql volatile set search_path to 'pg_catalog', 'public'
as $function$
declare
  plan json;
begin
  execute format('explain (format json) select from public.case_terms t where t.terms @@ %L::tsquery', terms) into plan;
  return (plan -> 0 -> 'Plan' ->> 'Plan Rows')::float8;
end $function$;
revoke all on function expected_cases(tsquery) from public;

CREATE OR REPLACE FUNCTION public.queue_page(asked jsonb, after jsonb, how_many integer)
 RETURNS SETOF moderation_case
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
 SET client_min_messages TO 'error'
AS $function$
declare
  -- Of a thousand cases looked through.
  common constant integer := 5;
  first_look constant integer := 200;
  longest_look constant integer := 1200;
  shortest_look constant integer := 50;
  looked_enough constant integer := 1200;
  of_body constant text := public.current_body();
  is_open constant boolean := asked ->> 'state' = 'open';
  -- What of each case is needed to look further; of what is decided its place alone, which the index has, unless more is asked of it.
  what text := 'c.id, c.item_id, c.network, c.kind, c.clauses, c.categories, c.must_look, c.claimed_by, c.priority, c.due_band,
    c.learned_rank, c.due_rank, c.written_at, c.decided_at';
  -- Where cases come from, and what stands for their own columns there.
  source text := 'moderation_case c';
  decided_at text := 'c.decided_at';
  case_id text := 'c.id';
  in_order text;
  within text := ' c.body = $1 and ' || case asked ->> 'state'
    when 'open' then 'c.state = ''open'''
    when 'stuck' then 'c.state = ''decided'' and c.enforcement in (''failed'', ''by-hand'', ''unknown'')'
    else 'c.state = ''decided''' end;
  later text;
  filters text := '';
  by_terms text := '';
  -- All that is asked of the terms; the same but for the last word, which may be half typed; that word alone.
  terms tsquery;
  fixed tsquery;
  last_word tsquery;
  indexed tsquery;
  mark text;
  asked_for text;
  word text;
  nth integer := 0;
  place jsonb := after;
  walk integer := first_look;
  walked integer;
  all_walked integer := 0;
  hits integer;
  hits_last integer;
  all_hits integer := 0;
  all_hits_last integer := 0;
  is_whole boolean := false;
  -- How many cases there are of all bodies, and how many of them the planner expects to be found.
  all_cases float8;
  expected float8;
  is_rare boolean := false;
  -- Of open cases an index has it: the planner knows whether that or going on in order finds them sooner.
  is_indexed boolean := false;
  is_last_rare boolean := true;
  found uuid[];
  ids uuid[] := '{}';
begin
  if of_body is null then return; end if;
  for mark in select * from jsonb_array_elements_text(asked -> 'marks') loop
    asked_for := substr(mark, strpos(mark, ':') + 1);
    -- An index has what one author wrote, what was decided on one network or under one clause, in the order of the queue.
    if mark ~ '^=author:' then
      within := within || format(' and c.author_id = %L::uuid', asked_for);
      continue;
    elsif not is_open and mark ~ '^=network:' then
      within := within || format(' and c.network = %L', asked_for);
      continue;
    elsif not is_open and mark ~ '^=clause:' and source = 'moderation_case c' then
      source := 'case_clause k join moderation_case c on c.id = k.case_id';
      decided_at := 'k.decided_at';
      case_id := 'k.case_id';
      within := within || format(' and k.body = $1 and k.clause = %L', asked_for);
      continue;
    elsif mark ~ '^=(network|kind):' then
      filters := filters || format(' and c.%I = %L', substr(split_part(mark, ':', 1), 2), asked_for);
    elsif mark ~ '^=clause:' then
      is_indexed := is_open;
      filters := filters || format(' and c.clauses @> array[%L]', asked_for);
    elsif is_open and mark ~ '^=category:' then
      is_indexed := true;
      filters := filters || format(' and c.categories @> array[%L]', asked_for);
    end if;
    -- Of what is open there is little, and its columns say these; of what is decided much, and the index says it sooner.
    if not is_open then
      fixed := quote_literal(mark)::tsquery && coalesce(fixed, ''::tsquery);
    end if;
  end loop;
  in_order := case when is_open then 'c.priority, c.due_band, c.learned_rank, c.due_rank, c.written_at, c.id'
    else format('%s desc, %s desc', decided_at, case_id) end;
  later := case when is_open
    then ' and (c.priority, c.due_band, c.learned_rank, c.due_rank, c.written_at, c.id) >
             (($3 ->> ''priority'')::smallint, ($3 ->> ''due_band'')::integer, ($3 ->> ''learned_rank'')::smallint,
              ($3 ->> ''due_rank'')::timestamptz, ($3 ->> ''written_at'')::timestamptz, ($3 ->> ''id'')::uuid)'
    else format(' and (%s, %s) < (($3 ->> ''decided_at'')::timestamptz, ($3 ->> ''id'')::uuid)', decided_at, case_id) end;
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
    all_cases := (select reltuples from pg_class where oid = 'public.case_terms'::regclass);
    expected := public.expected_cases(terms);
    is_rare := expected * 1000 < all_cases * common;
    if is_rare and fixed is not null and last_word is not null then
      is_last_rare := public.expected_cases(last_word) * 1000 < all_cases * common;
    end if;
    if all_cases > 0 and not is_rare then
      -- As far as a whole page of them should lie, and a little farther.
      walk := greatest(shortest_look, least(longest_look, ceil(how_many * 1.2 * all_cases / expected)::integer));
    end if;
  end if;
  if asked ? 'look' then filters := filters || ' and c.must_look'; end if;
  if asked ? 'held' then
    filters := filters || ' and c.item_id in (select item.id from item where item.body = $1 and item.visibility = ''held'')';
  end if;
  if asked ? 'claimedBy' then filters := filters || ' and c.claimed_by = $2 ->> ''claimedBy'''; end if;
  if asked ? 'unclaimed' then filters := filters || ' and c.claimed_by is null'; end if;
  if asked ? 'dueFrom' then filters := filters || ' and c.due_rank >= ($2 ->> ''dueFrom'')::timestamptz'; end if;
  if asked ? 'dueBefore' then filters := filters || ' and c.due_rank < ($2 ->> ''dueBefore'')::timestamptz'; end if;

  if filters = '' and not is_open then
    what := format('%s as id, %s as decided_at', case_id, decided_at);
  end if;
  if not is_rare and (filters <> '' and not is_indexed or terms is not null) then
    loop
      execute format(
        'with walked as materialized (select %7$s from %9$s where %1$s order by %2$s limit %3$s),
              noted as materialized (select c.*, %8$s from walked c %4$s),
              passed as (select c.id from noted c where c.whole %5$s order by %10$s limit %6$s)
         select (select count(*) from walked), array(select id from passed),
                (select count(*) from noted where whole), (select count(*) from noted where ending),
                (select to_jsonb(c) from walked c order by %11$s limit 1)',
        within || case when place is null then '' else later end, in_order, walk, by_terms, filters,
        how_many - cardinality(ids), what,
        case when terms is null then 'true as whole, true as ending'
             when fixed is null then 't.terms @@ $4 as whole, false as ending'
             else 't.terms @@ $4 as whole, t.terms @@ $5 as ending' end,
        source,
        case when is_open then in_order else 'c.decided_at desc, c.id desc' end,
        case when is_open
             then 'c.priority desc, c.due_band desc, c.learned_rank desc, c.due_rank desc, c.written_at desc, c.id desc'
             else 'c.decided_at, c.id' end)
        into walked, found, hits, hits_last, place using of_body, asked, place, terms, last_word;
      ids := ids || found;
      all_walked := all_walked + walked;
      all_hits := all_hits + hits;
      all_hits_last := all_hits_last + hits_last;
      is_whole := walked < walk or cardinality(ids) >= how_many;
      is_last_rare := all_hits_last * 1000 < common * all_walked;
      exit when is_whole or all_walked >= looked_enough;
      -- As far as what is missing should lie by what was found so far, and a little farther.
      walk := case when cardinality(ids) = 0 then longest_look
        else greatest(shortest_look, least(longest_look,
          ceil((how_many - cardinality(ids)) * 1.2 * all_walked / cardinality(ids))::integer)) end;
    end loop;
  end if;
  if not is_whole then
    -- What one of two hundred has is sooner met by going on than by reading all that the index knows of it.
    if terms is null or not is_rare and all_hits * 1000 >= common * all_walked then
      if terms is not null then filters := filters || ' and (t.terms @@ $4) is true'; end if;
    else
      -- A word that many begin with costs the index more than it spares.
      indexed := quote_literal('=body:' || of_body)::tsquery
        && case when fixed is not null and not is_last_rare then fixed else terms end;
    end if;
    -- What the index knows is few: all of it is fetched and then put in order. Walked in order until enough of it is met, the last page
    -- would walk to the end of the queue.
    execute format(
      case when indexed is null
        then 'select array(select c.id from %6$s %4$s where %1$s %5$s order by %2$s limit %3$s)'
        else 'with marked as materialized (
                select t.case_id from case_terms t where t.terms @@ $5 and (t.terms @@ $4) is true),
              kept as materialized (
                select %7$s from %6$s join marked on marked.case_id = c.id where %1$s %5$s)
              select array(select c.id from kept c order by %8$s limit %3$s)' end,
      within || case when place is null then '' else later end, in_order, how_many - cardinality(ids), by_terms, filters,
      source, what, case when is_open then in_order else 'c.decided_at desc, c.id desc' end)
      into found using of_body, asked, place, terms, indexed;
    ids := ids || found;
  end if;
  return query select c.* from unnest(ids) with ordinality as listed (id, nth)
    join public.moderation_case c on c.id = listed.id order by listed.nth;
end $function$;
