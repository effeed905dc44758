-- SPDX-License-Identifier: AGPL-3.0-or-later
-- The queue at a million cases: what can be asked of each case, counters that are kept, views that people keep.

-- Italian words whole, as they were begun to be typed; stems are PostgreSQL's own `italian`.
create text search dictionary italian_whole (template = pg_catalog.simple, stopwords = italian);
create text search configuration italian_whole (copy = pg_catalog.italian);
alter text search configuration italian_whole
  alter mapping for asciiword, word, asciihword, hword, hword_asciipart, hword_part with italian_whole;

-- Without accents, as people type, and without what would make one word of two.
create function searchable_text(its_text text) returns text
  language sql immutable parallel safe
  return translate(
    case when octet_length(its_text) = length(its_text) then its_text
         else regexp_replace(normalize(its_text, nfkd), '[\u0300-\u036f]+', '', 'g') end,
    '''’‘@./_-:#&=+*?!<>', '                  ');

-- Words of the text, stemmed and whole, and marks such as `=clause:RM1-143`: no word begins with `=`.
create function case_terms(its_text text, its_marks text[]) returns tsvector
  language sql stable parallel safe
  return array_to_tsvector(array(select distinct mark from unnest(its_marks) as mark where mark is not null))
      || strip(to_tsvector('pg_catalog.italian', searchable_text(its_text)))
      || strip(to_tsvector('public.italian_whole', searchable_text(its_text)));

create function case_marks(its_body text, its_network text, its_kind text, its_author uuid, its_clauses text[],
    its_categories text[]) returns text[]
  language sql immutable parallel safe
  return array['=body:' || its_body, '=network:' || its_network, '=kind:' || its_kind, '=author:' || its_author]
      || array(select '=clause:' || clause from unnest(its_clauses) as clause)
      || array(select '=category:' || category from unnest(its_categories) as category);

-- What can be asked of a case: its words, as long as they are here, and its marks.
create table case_terms (
  case_id uuid primary key references moderation_case (id),
  body text not null references body (slug),
  terms tsvector not null,
  -- Never to be found by its words: they may be csam.
  wordless boolean not null default false
);
alter table case_terms enable row level security;
create policy only_this_body on case_terms
  using (body = (select current_body())) with check (body = (select current_body()));

insert into case_terms (case_id, body, terms, wordless)
  select found.id, found.body,
         case_terms(case when 'csam' = any (found.categories) then '' else found.text end,
           case_marks(found.body, found.network, found.kind, found.author_id, found.clauses, found.categories)),
         'csam' = any (found.categories)
    from (
      select moderation_case.id, moderation_case.body, moderation_case.network, moderation_case.kind,
             moderation_case.clauses, item.author_id, item_version.text, array(
               select distinct category
                 from (select judgement from judgement where judgement.case_id = moderation_case.id
                        order by item_version desc, at desc limit 1) as latest,
                      jsonb_array_elements(latest.judgement -> 'clauses') as touched,
                      jsonb_array_elements_text(touched -> 'categories') as category) as categories
        from moderation_case
        join item on item.id = moderation_case.item_id
        join item_version on item_version.item_id = item.id and item_version.version = item.version) as found;
-- A search must never read a list of what is not yet in the index.
create index case_terms_terms on case_terms using gin (terms) with (fastupdate = off);

-- Words that are blanked, whoever does it, are found no more in the same statement.
create function forget_case_words() returns trigger
  language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  update public.case_terms
     set terms = array_to_tsvector(array(
       select mark from unnest(tsvector_to_array(case_terms.terms)) as mark where starts_with(mark, '=')))
    from public.moderation_case, public.item
   where moderation_case.item_id = new.item_id and case_terms.case_id = moderation_case.id
     and item.id = new.item_id and item.version = new.version;
  return null;
end $$;
create trigger forget_case_words after update of text on item_version
  for each row when (new.text = '' and old.text <> '') execute function forget_case_words();

-- What waits, in its order, with what it is most often narrowed by; what is decided has an order of its own.
drop index moderation_case_queue;
create index moderation_case_queue on moderation_case
  (body, priority, due_band, learned_rank, due_rank, written_at, id) include (network, kind, must_look) where state = 'open';
-- What waits, by deadline; and the little of it that must be looked at.
create index moderation_case_due on moderation_case (body, due_rank) where state = 'open';
create index moderation_case_look on moderation_case
  (body, priority, due_band, learned_rank, due_rank, written_at, id) where state = 'open' and must_look;
create index moderation_case_stuck on moderation_case (body, decided_at, id)
  where state = 'decided' and enforcement in ('failed', 'by-hand', 'unknown');
create index item_held on item (body, id) where visibility = 'held';

-- One page of a queue, in its order, of the body of the transaction. Full text is not leakproof: under row-level security its
-- index would lie idle, so this runs as the owner and names the body itself. The nearest cases are looked through first, few and
-- then more: what is common is found among them, and what is rare among them is asked of the index.
create function queue_page(asked jsonb, after jsonb, how_many integer) returns setof moderation_case
  language plpgsql stable security definer set search_path = pg_catalog, public set client_min_messages = error as $$
declare
  -- Of the cases looked through: one of a hundred.
  common constant integer := 10;
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
    elsif mark ~ '^=clause:' then
      filters := filters || format(' and %L = any (c.clauses)', substr(mark, strpos(mark, ':') + 1));
    end if;
    -- Of what is open there is little, and its columns say these; of what is decided much, and the index says it sooner.
    if not is_open or mark ~ '^=(category|author):' then
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
    -- What one of a hundred has is sooner met by going on than by reading all that the index knows of it.
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

-- How many cases there are of each kind that a counter may ask for; and, until they are added up, how many more or fewer since.
-- Nobody waits for another to count: changes are only ever added, each transaction its own.
create table queue_count (
  body text not null references body (slug),
  network text not null,
  kind text not null,
  state text not null,
  priority smallint not null,
  must_look boolean not null,
  stuck boolean not null,
  cases bigint not null,
  primary key (body, network, kind, state, priority, must_look, stuck)
);
alter table queue_count enable row level security;
create policy only_this_body on queue_count
  using (body = (select current_body())) with check (body = (select current_body()));

create table queue_change (
  id bigint generated by default as identity primary key,
  body text not null references body (slug),
  network text not null,
  kind text not null,
  state text not null,
  priority smallint not null,
  must_look boolean not null,
  stuck boolean not null,
  cases bigint not null
);
create index queue_change_body on queue_change (body);
alter table queue_change enable row level security;
create policy only_this_body on queue_change
  using (body = (select current_body())) with check (body = (select current_body()));

create function is_stuck(its_state text, its_enforcement text) returns boolean
  language sql immutable parallel safe
  return its_state = 'decided' and its_enforcement in ('failed', 'by-hand', 'unknown');

create function note_queue_change() returns trigger
  language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  if tg_op = 'INSERT' then
    insert into public.queue_change (body, network, kind, state, priority, must_look, stuck, cases)
      select body, network, kind, state, priority, must_look, public.is_stuck(state, enforcement), count(*)
        from came group by 1, 2, 3, 4, 5, 6, 7;
  elsif tg_op = 'DELETE' then
    insert into public.queue_change (body, network, kind, state, priority, must_look, stuck, cases)
      select body, network, kind, state, priority, must_look, public.is_stuck(state, enforcement), -count(*)
        from went group by 1, 2, 3, 4, 5, 6, 7;
  else
    insert into public.queue_change (body, network, kind, state, priority, must_look, stuck, cases)
      select body, network, kind, state, priority, must_look, stuck, sum(cases)
        from (select body, network, kind, state, priority, must_look, public.is_stuck(state, enforcement) as stuck,
                     1 as cases from came
              union all
              select body, network, kind, state, priority, must_look, public.is_stuck(state, enforcement), -1 from went
             ) as both_sides
       group by 1, 2, 3, 4, 5, 6, 7 having sum(cases) <> 0;
  end if;
  return null;
end $$;
create trigger queue_count_insert after insert on moderation_case
  referencing new table as came for each statement execute function note_queue_change();
create trigger queue_count_update after update on moderation_case
  referencing old table as went new table as came for each statement execute function note_queue_change();
create trigger queue_count_delete after delete on moderation_case
  referencing old table as went for each statement execute function note_queue_change();

insert into queue_count
  select body, network, kind, state, priority, must_look, is_stuck(state, enforcement), count(*)
    from moderation_case group by 1, 2, 3, 4, 5, 6, 7;

-- Adds up the changes of the body of the transaction; a second one at it finds nothing left. Returns how many there were.
create function fold_queue_changes() returns bigint
  language plpgsql security definer set search_path = pg_catalog, public as $$
declare
  of_body constant text := public.current_body();
  folded bigint;
begin
  with gone as (
    delete from public.queue_change
     where id in (select id from public.queue_change where body = of_body for update skip locked)
    returning *
  ), added as (
    insert into public.queue_count as known
      select body, network, kind, state, priority, must_look, stuck, sum(cases) from gone
       group by 1, 2, 3, 4, 5, 6, 7 order by 1, 2, 3, 4, 5, 6, 7
    on conflict (body, network, kind, state, priority, must_look, stuck)
      do update set cases = known.cases + excluded.cases
  )
  select count(*) into folded from gone;
  return folded;
end $$;

-- A way of looking at the queue that somebody keeps under a name, for themselves or, by the head of the desk, for all.
create table queue_view (
  id uuid primary key,
  body text not null references body (slug),
  person text not null references person (id),
  name text not null check (length(name) between 1 and 60),
  shared boolean not null,
  -- What the address of the queue says.
  search jsonb not null,
  at timestamptz not null
);
create index queue_view_body on queue_view (body, person);
alter table queue_view enable row level security;
create policy only_this_body on queue_view
  using (body = (select current_body())) with check (body = (select current_body()));
