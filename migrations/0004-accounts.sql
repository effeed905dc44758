-- SPDX-License-Identifier: AGPL-3.0-or-later
-- The official accounts, their connections (secrets sealed) and how far each was read.

create table account (
  id uuid primary key,
  body text not null references body (slug),
  network text not null,
  external_id text not null,
  handle text not null,
  name text not null,
  url text not null,
  act text not null,
  state text not null check (state in ('active', 'suspended', 'closed')),
  created_at timestamptz not null,
  unique (network, external_id)
);
create index account_body on account (body);
alter table account enable row level security;
create policy only_this_body on account
  using (body = (select current_body())) with check (body = (select current_body()));

create table account_connection (
  account_id uuid primary key references account (id),
  body text not null references body (slug),
  base_url text not null,
  sealed_credentials bytea not null,
  updated_at timestamptz not null
);
alter table account_connection enable row level security;
create policy only_this_body on account_connection
  using (body = (select current_body())) with check (body = (select current_body()));

create table account_cursor (
  account_id uuid primary key references account (id),
  body text not null references body (slug),
  cursor text,
  read_at timestamptz,
  error text,
  failures integer not null default 0
);
alter table account_cursor enable row level security;
create policy only_this_body on account_cursor
  using (body = (select current_body())) with check (body = (select current_body()));

-- A webhook names an account before any body is known; the poller asks which accounts there are. Ids only.
create function body_of_account(its_id uuid) returns text
  language sql stable security definer set search_path = pg_catalog, public
  return (select account.body from public.account where account.id = its_id);
create function account_on_network(on_network text, its_id text) returns table (body text, id uuid)
  language sql stable security definer set search_path = pg_catalog, public
  begin atomic
    select account.body, account.id from public.account where network = on_network and external_id = its_id;
  end;
create function active_accounts() returns table (body text, id uuid, network text)
  language sql stable security definer set search_path = pg_catalog, public
  begin atomic select account.body, account.id, account.network from public.account where state = 'active'; end;
