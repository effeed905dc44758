-- SPDX-License-Identifier: AGPL-3.0-or-later
-- How people prove who they are: a second factor of their own, the provider of their body, and tokens for machines.

-- What the making of a session showed.
alter table sign_in_session
  -- The password was right, the second factor is still to come: opens nothing.
  add column awaits_factor boolean not null default false,
  add column factor boolean not null default false,
  -- INVARIANT: a body's provider says who somebody is for that body alone.
  add column only_body text references body (slug),
  -- What ends the session at the provider too, sealed.
  add column sealed_hint bytea;

create table second_factor (
  person text primary key references person (id) on delete cascade,
  sealed_key bytea not null,
  state text not null check (state in ('offered', 'on')),
  -- The last step of time whose code was used: no code is good twice.
  last_step integer not null default 0,
  at timestamptz not null,
  on_at timestamptz,
  check ((state = 'on') = (on_at is not null))
);

-- Keyed digests alone.
create table recovery_code (
  digest text primary key,
  person text not null references person (id) on delete cascade,
  at timestamptz not null,
  used_at timestamptz
);
create index recovery_code_person on recovery_code (person);

-- Of which roles a body wants a second factor, from when on; the latest of each role counts, and null takes it back.
create table second_factor_rule (
  id uuid primary key,
  body text not null references body (slug),
  role text not null check (role in ('moderator', 'head', 'auditor')),
  since timestamptz,
  chosen_by text not null references person (id),
  chosen_by_name text not null,
  at timestamptz not null
);
create index second_factor_rule_role on second_factor_rule (body, role, at desc);
alter table second_factor_rule enable row level security;
-- No secret: whoever signs in is told what their bodies want of them.
create policy everyone_reads on second_factor_rule for select using (true);
create policy only_this_body on second_factor_rule
  using (body = (select current_body())) with check (body = (select current_body()));

-- Where the people of a body prove who they are; entered by whoever runs the machine, never from a page.
create table sign_in_provider (
  body text primary key references body (slug),
  name text not null,
  issuer text not null,
  client_id text not null,
  sealed_secret bytea not null,
  -- Any of these in `acr`, and any of those in `amr`, shows the second factor.
  acr_values text[] not null,
  amr_values text[] not null,
  -- Whether an address that the provider vouches for is enough to know somebody by, the first time.
  by_email boolean not null default false,
  at timestamptz not null,
  check (cardinality(acr_values) + cardinality(amr_values) > 0)
);
alter table sign_in_provider enable row level security;
create policy only_this_body on sign_in_provider
  using (body = (select current_body())) with check (body = (select current_body()));

-- What the sign-in page offers to whoever has not entered yet: names alone.
create function sign_in_providers() returns table (body text, name text)
  language sql stable security definer set search_path = pg_catalog, public
  begin atomic
    select provider.body, provider.name from public.sign_in_provider provider order by provider.name, provider.body;
  end;

-- Who somebody is at the provider of a body.
create table sign_in_identity (
  id uuid primary key,
  body text not null references body (slug),
  person text not null references person (id),
  issuer text not null,
  subject text not null,
  how text not null check (how in ('invitation', 'email')),
  at timestamptz not null,
  ended_at timestamptz
);
create unique index sign_in_identity_subject on sign_in_identity (body, issuer, subject) where ended_at is null;
create unique index sign_in_identity_person on sign_in_identity (body, person) where ended_at is null;
alter table sign_in_identity enable row level security;
create policy only_this_body on sign_in_identity
  using (body = (select current_body())) with check (body = (select current_body()));

-- Somebody who is at the provider just now: known by what their browser holds, good once.
create table sign_in_flow (
  digest text primary key,
  body text not null references body (slug),
  sealed bytea not null,
  expires_at timestamptz not null
);
create index sign_in_flow_expires on sign_in_flow (body, expires_at);
alter table sign_in_flow enable row level security;
create policy only_this_body on sign_in_flow
  using (body = (select current_body())) with check (body = (select current_body()));

-- By which a machine reads in a person's name. The token itself is not kept: its digest is.
create table api_token (
  id uuid primary key,
  body text not null references body (slug),
  person text not null references person (id),
  digest text not null unique,
  name text not null,
  scopes text[] not null check (cardinality(scopes) > 0 and scopes <@ array['read', 'monitor', 'drafts']),
  -- Whether whoever made it had shown a second factor.
  factor boolean not null,
  at timestamptz not null,
  expires_at timestamptz not null check (expires_at <= at + interval '366 days'),
  last_used_at timestamptz,
  ended_at timestamptz,
  ended_by text references person (id),
  ended_by_name text,
  check (ended_by is null or ended_at is not null)
);
create index api_token_person on api_token (body, person);
alter table api_token enable row level security;
create policy only_this_body on api_token
  using (body = (select current_body())) with check (body = (select current_body()));
