-- SPDX-License-Identifier: AGPL-3.0-or-later
-- Bodies, people and their mandates; sign-in (tables in the shape better-auth expects, under our names).

create schema if not exists jobs;

-- The body whose rows a transaction may see. A function owned by the tables' owner, so that every policy reads alike.
create function current_body() returns text language sql stable parallel safe
  return nullif(current_setting('app.body', true), '');
create function current_person() returns text language sql stable parallel safe
  return nullif(current_setting('app.person', true), '');

create table body (
  slug text primary key check (slug ~ '^[a-z0-9-]{2,60}$'),
  name text not null,
  created_at timestamptz not null
);
alter table body enable row level security;
-- The directory of bodies is public: their policies are pages for everyone.
create policy everyone_reads on body for select using (true);
create policy only_itself on body for insert with check (slug = (select current_body()));

create table person (
  id text primary key,
  name text not null,
  email text not null unique,
  email_verified boolean not null default false,
  image text,
  created_at timestamptz not null,
  updated_at timestamptz not null
);

create table sign_in_session (
  id text primary key,
  token text not null unique,
  user_id text not null references person (id) on delete cascade,
  expires_at timestamptz not null,
  ip_address text,
  user_agent text,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create index sign_in_session_person on sign_in_session (user_id);

create table sign_in_credential (
  id text primary key,
  user_id text not null references person (id) on delete cascade,
  account_id text not null,
  provider_id text not null,
  password text,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamptz,
  refresh_token_expires_at timestamptz,
  scope text,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create index sign_in_credential_person on sign_in_credential (user_id);

create table sign_in_verification (
  id text primary key,
  identifier text not null,
  value text not null,
  expires_at timestamptz not null,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create index sign_in_verification_identifier on sign_in_verification (identifier);

-- Attempts by e-mail address, counted for all processes alike. The address itself is not kept: a keyed digest of it is, also
-- of addresses that belong to nobody.
create table sign_in_attempts (
  address_digest text primary key,
  failures integer not null,
  last_at timestamptz not null,
  wait_until timestamptz not null
);
create index sign_in_attempts_last on sign_in_attempts (last_at);

create table mandate (
  id uuid primary key,
  body text not null references body (slug),
  person text not null references person (id),
  role text not null check (role in ('moderator', 'head', 'auditor')),
  office text,
  act text not null,
  since timestamptz not null,
  until timestamptz,
  -- One that ended may be given again, from another moment.
  unique (body, person, role, since)
);
create unique index mandate_without_end on mandate (body, person, role) where until is null;
create index mandate_person on mandate (person);
alter table mandate enable row level security;
create policy only_this_body on mandate
  using (body = (select current_body())) with check (body = (select current_body()));
create policy own_mandates on mandate for select using (person = (select current_person()));
