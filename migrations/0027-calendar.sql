-- SPDX-License-Identifier: AGPL-3.0-or-later
-- What a body records of its own calendar: its patron saint, and days with hours beyond the usual ones. Besides, what the rooms
-- of a desk with a million items need to be asked quickly.

-- `{"name", "day": "12-07"}`; the last one counts, and null takes the choice back.
create table policy_patron_choice (
  id uuid primary key,
  body text not null references body (slug),
  version text not null,
  patron jsonb,
  act_number text not null,
  act_date text not null check (act_date ~ '^\d{4}-\d{2}-\d{2}$'),
  note text not null,
  recorded_by text not null references person (id),
  recorded_by_name text not null,
  at timestamptz not null,
  foreign key (body, version) references policy_version (body, version)
);
create index policy_patron_choice_body on policy_patron_choice (body, at);
alter table policy_patron_choice enable row level security;
create policy only_this_body on policy_patron_choice
  using (body = (select current_body())) with check (body = (select current_body()));

-- `{"from": "2026-11-24", "to": "2026-11-26", "ranges": [{"from", "to"}], "channels"?}`, until another act ends it.
create table policy_cover (
  id uuid primary key,
  body text not null references body (slug),
  version text not null,
  cover jsonb not null,
  act_number text not null,
  act_date text not null check (act_date ~ '^\d{4}-\d{2}-\d{2}$'),
  note text not null,
  recorded_by text not null references person (id),
  recorded_by_name text not null,
  at timestamptz not null,
  ended_act_number text,
  ended_act_date text check (ended_act_date ~ '^\d{4}-\d{2}-\d{2}$'),
  ended_note text,
  ended_by text references person (id),
  ended_by_name text,
  ended_at timestamptz,
  foreign key (body, version) references policy_version (body, version),
  check (num_nulls(ended_act_number, ended_act_date, ended_note, ended_by, ended_by_name, ended_at) in (0, 6))
);
create index policy_cover_body on policy_cover (body, at);
alter table policy_cover enable row level security;
create policy only_this_body on policy_cover
  using (body = (select current_body())) with check (body = (select current_body()));

-- Of an office without e-mail a person carries each new link, also once the request was taken in charge.
alter table referral add column link_by_hand boolean not null default false;
update referral set link_by_hand = true where state = 'by-hand';

-- Which words a request came to its end with: an edit may ask something else.
alter table request_outcome add column item_version integer;
update request_outcome o set item_version = d.item_version from decision d where d.id = o.decision_id;

-- A letter of an alarm that waits to go together with others, or is being sent; null: it goes at once.
alter table alarm_letter add column held_until timestamptz;
create index alarm_letter_promised on alarm_letter (body, at) where state = 'promised';
create index alarm_letter_sent on alarm_letter (body, person, settled_at) where state = 'sent';

-- Cases decided under a clause, the latest first, of the body of the transaction: a common one is soon met among the latest, a
-- rare one is asked of the index of terms, which under row-level security would lie idle.
create function decided_under(its_clauses text[], besides uuid, since timestamptz, how_many integer) returns setof uuid
  language plpgsql stable security definer set search_path = pg_catalog, public as $$
declare
  walk constant integer := 2000;
  -- Of those: one of fifty, which is sooner met by going on.
  common constant integer := 40;
  of_body constant text := public.current_body();
  walked integer;
  ids uuid[];
  clause text;
  touched tsquery;
begin
  if of_body is null or cardinality(its_clauses) = 0 then return; end if;
  select count(*), coalesce(array_agg(latest.id order by latest.decided_at desc) filter (where latest.fits), '{}')
    into walked, ids
    from (select c.id, c.decided_at, c.clauses && its_clauses and c.kind <> 'message' and c.id <> besides as fits
            from public.moderation_case c
           where c.body = of_body and c.state = 'decided' and c.decided_at >= since
           order by c.decided_at desc, c.id desc limit walk) as latest;
  if walked = walk and cardinality(ids) < how_many then
    if cardinality(ids) >= common then
      ids := array(select c.id from public.moderation_case c
                    where c.body = of_body and c.state = 'decided' and c.decided_at >= since
                      and c.clauses && its_clauses and c.kind <> 'message' and c.id <> besides
                    order by c.decided_at desc, c.id desc limit how_many);
    else
      foreach clause in array its_clauses loop
        touched := coalesce(touched || quote_literal('=clause:' || clause)::tsquery,
          quote_literal('=clause:' || clause)::tsquery);
      end loop;
      touched := quote_literal('=body:' || of_body)::tsquery && touched;
      ids := array(select c.id from public.case_terms t join public.moderation_case c on c.id = t.case_id
                    where t.terms @@ touched and c.body = of_body and c.state = 'decided' and c.decided_at >= since
                      and c.clauses && its_clauses and c.kind <> 'message' and c.id <> besides
                    order by c.decided_at desc, c.id desc limit how_many);
    end if;
  end if;
  return query select unnest(ids[1:how_many]);
end $$;
