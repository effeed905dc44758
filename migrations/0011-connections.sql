-- SPDX-License-Identifier: AGPL-3.0-or-later
-- The life of a connection: the body's application on each network, what it declared, people sent there and back, until when
-- secrets hold, units spent, warnings given once, figures read once a day.

create table account_application (
  body text not null references body (slug),
  network text not null,
  base_url text not null,
  sealed_secrets bytea not null,
  updated_at timestamptz not null,
  primary key (body, network)
);
alter table account_application enable row level security;
create policy only_this_body on account_application
  using (body = (select current_body())) with check (body = (select current_body()));

-- What the body declared so that a network may be used at all, as it was shown; never rewritten.
create table account_declaration (
  id uuid primary key,
  body text not null references body (slug),
  network text not null,
  declared text not null,
  act text not null,
  person text references person (id),
  person_name text,
  at timestamptz not null
);
create index account_declaration_body on account_declaration (body, network, at);
alter table account_declaration enable row level security;
create policy only_this_body on account_declaration
  using (body = (select current_body())) with check (body = (select current_body()));

-- A person on the way to the network and back. The state itself goes with them; its digest stays here.
create table account_authorisation (
  state text primary key,
  body text not null references body (slug),
  network text not null,
  -- Reconnected; null: whichever the person chooses.
  account_id uuid references account (id),
  person text not null references person (id),
  sealed_verifier bytea not null,
  redirect text not null,
  created_at timestamptz not null,
  redeemed_at timestamptz,
  sealed_choices bytea
);
create index account_authorisation_body on account_authorisation (body, created_at);
alter table account_authorisation enable row level security;
create policy only_this_body on account_authorisation
  using (body = (select current_body())) with check (body = (select current_body()));

alter table account_connection
  add column expiries jsonb not null default '[]',
  add column lacking text[] not null default '{}',
  add column quota jsonb,
  -- Why a person has to connect it again; null: it holds.
  add column fault jsonb,
  add column fault_at timestamptz,
  add column checked_at timestamptz,
  add column check_after timestamptz,
  add column renewed_at timestamptz,
  -- Who renews holds this: a renewal token used twice would log the body out.
  add column renewing_until timestamptz,
  -- The last day, in Rome, whose figures were read.
  add column figures_day text,
  add column figures_after timestamptz;

alter table account_cursor
  add column written_at timestamptz,
  -- When the network last told something by itself.
  add column told_at timestamptz;

-- Units of the day that a network grants, by what they went for; days are the network's own.
create table account_allowance (
  body text not null references body (slug),
  network text not null,
  day text not null,
  for_reads integer not null,
  for_writes integer not null,
  primary key (body, network, day)
);
alter table account_allowance enable row level security;
create policy only_this_body on account_allowance
  using (body = (select current_body())) with check (body = (select current_body()));

-- Each warning is given once.
create table account_warning (
  account_id uuid not null references account (id),
  body text not null references body (slug),
  what text not null check (what in ('access', 'renewal', 'permission', 'connection', 'role', 'lacking')),
  until timestamptz not null,
  days smallint not null check (days in (30, 14, 7, 2, 0)),
  told_at timestamptz not null,
  primary key (account_id, what, until, days)
);
alter table account_warning enable row level security;
create policy only_this_body on account_warning
  using (body = (select current_body())) with check (body = (select current_body()));

create table account_figure (
  id uuid primary key,
  body text not null references body (slug),
  account_id uuid not null references account (id),
  measure text not null,
  -- Null: of the whole account.
  post text,
  -- The last day that it covers or, where it counts from the beginning, the day when it was read.
  day text not null,
  value bigint not null,
  unique nulls not distinct (account_id, measure, post, day)
);
alter table account_figure enable row level security;
create policy only_this_body on account_figure
  using (body = (select current_body())) with check (body = (select current_body()));
