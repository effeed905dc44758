-- SPDX-License-Identifier: AGPL-3.0-or-later
-- The learned part, which only orders cases that are otherwise equal: what a body chose about it, what its decisions taught it,
-- and what it said of each open case. No words of a citizen are kept here.

alter table moderation_case
  -- Cases of one band are equally pressing: the hour of the deadline, or without one the day of writing, after all the others.
  add column due_band integer not null default 0,
  -- Within a band: 0 to be looked at first, 100 where nothing was learned or the body did not ask.
  add column learned_rank smallint not null default 100 check (learned_rank between 0 and 100);
update moderation_case set due_band = case
  when due_rank < '9999-12-31T00:00:00Z' then floor(extract(epoch from due_rank) / 3600)
  else 70389504 + floor(extract(epoch from written_at) / 86400) end;
drop index moderation_case_queue;
create index moderation_case_queue on moderation_case
  (body, state, priority, due_band, learned_rank, due_rank, written_at, id);

-- The last choice of each kind counts; without any, all is off. What was decided before a reset is not learned from.
create table learned_choice (
  id uuid primary key,
  body text not null references body (slug),
  choice text not null
    check (choice in ('ordering-on', 'ordering-off', 'own-decisions-on', 'own-decisions-off', 'reset')),
  note text not null,
  recorded_by text not null references person (id),
  recorded_by_name text not null,
  at timestamptz not null
);
create index learned_choice_body on learned_choice (body, at, id);
alter table learned_choice enable row level security;
create policy only_this_body on learned_choice
  using (body = (select current_body())) with check (body = (select current_body()));

-- Weights alone, sealed; always made anew from the decisions that stand.
create table learned_lines (
  body text primary key references body (slug),
  -- The digest of the model that they correct.
  model text not null,
  decisions integer not null,
  sealed bytea not null,
  at timestamptz not null
);
alter table learned_lines enable row level security;
create policy only_this_body on learned_lines
  using (body = (select current_body())) with check (body = (select current_body()));

create table learned_reading (
  case_id uuid primary key references moderation_case (id),
  body text not null references body (slug),
  item_version integer not null,
  -- Which part read it: the model of the desk, the same with the body's decisions, or a local one by its name.
  part text not null,
  scores jsonb not null,
  at timestamptz not null
);
create index learned_reading_body on learned_reading (body);
alter table learned_reading enable row level security;
create policy only_this_body on learned_reading
  using (body = (select current_body())) with check (body = (select current_body()));
