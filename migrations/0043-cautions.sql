-- SPDX-License-Identifier: AGPL-3.0-or-later
-- What a body has to be careful about when it publishes: electoral periods, matters that are not open to the public yet, and how
-- plainly it means to write, and where its contents lead.

-- From the day on which the vote is called to the moment at which it closes (art. 9 L. 28/2000).
create table electoral_period (
  id uuid primary key,
  body text not null references body (slug),
  election text not null,
  -- The act that calls the vote, and its day.
  decree text not null,
  called_on text not null check (called_on ~ '^\d{4}-\d\d-\d\d$'),
  votes_on text not null check (votes_on ~ '^\d{4}-\d\d-\d\d$'),
  closes_at timestamptz not null,
  recorded_by text not null references person (id),
  recorded_by_name text not null,
  at timestamptz not null,
  withdrawn_at timestamptz,
  withdrawn_by text references person (id),
  withdrawn_by_name text,
  withdrawn_why text,
  check (called_on <= votes_on),
  check ((withdrawn_at is null) = (withdrawn_by is null) and (withdrawn_at is null) = (withdrawn_why is null))
);
create index electoral_period_body on electoral_period (body, closes_at);
alter table electoral_period enable row level security;
create policy only_this_body on electoral_period
  using (body = (select current_body())) with check (body = (select current_body()));

-- A matter of which nothing goes out until it has come to its end. The words by which a draft is seen to name it are the body's own.
create table open_matter (
  id uuid primary key,
  body text not null references body (slug),
  title text not null,
  kind text not null check (kind in ('litigation', 'proceeding', 'not-public', 'reserved')),
  words text[] not null,
  revision integer not null default 1,
  settled_on text check (settled_on ~ '^\d{4}-\d\d-\d\d$'),
  adopted_on text check (adopted_on ~ '^\d{4}-\d\d-\d\d$'),
  notified_on text check (notified_on ~ '^\d{4}-\d\d-\d\d$'),
  public_on text check (public_on ~ '^\d{4}-\d\d-\d\d$'),
  -- By which act it came to its end.
  ended_by_act text,
  recorded_by text not null references person (id),
  recorded_by_name text not null,
  at timestamptz not null,
  updated_by text references person (id),
  updated_by_name text,
  updated_at timestamptz
);
create index open_matter_body on open_matter (body, at);
alter table open_matter enable row level security;
create policy only_this_body on open_matter
  using (body = (select current_body())) with check (body = (select current_body()));

-- Below which Gulpease index a draft is advised to be written more plainly; null: no advice. The last choice holds.
create table plain_writing_choice (
  id uuid primary key,
  body text not null references body (slug),
  threshold smallint check (threshold between 1 and 100),
  act text not null,
  chosen_by text not null references person (id),
  chosen_by_name text not null,
  at timestamptz not null
);
create index plain_writing_choice_body on plain_writing_choice (body, id desc);
alter table plain_writing_choice enable row level security;
create policy only_this_body on plain_writing_choice
  using (body = (select current_body())) with check (body = (select current_body()));

-- Where contents have to lead, where a clause asks for it and does not say the address. The last choice for a clause holds.
create table portal_choice (
  id uuid primary key,
  body text not null references body (slug),
  clause text not null,
  address text not null,
  act text not null,
  chosen_by text not null references person (id),
  chosen_by_name text not null,
  at timestamptz not null
);
create index portal_choice_body on portal_choice (body, clause, id desc);
alter table portal_choice enable row level security;
create policy only_this_body on portal_choice
  using (body = (select current_body())) with check (body = (select current_body()));
