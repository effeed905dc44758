-- SPDX-License-Identifier: AGPL-3.0-or-later
-- Writes to the networks: promised with the decision, sent once, read back.

create table delivery_command (
  id uuid primary key,
  body text not null references body (slug),
  account_id uuid not null references account (id),
  -- What asked for it, and which of its effects this is.
  cause text not null,
  item_id uuid not null references item (id),
  type text not null check (type in ('hide', 'unhide', 'remove', 'reply', 'report')),
  payload jsonb not null,
  state text not null check (state in ('queued', 'sent', 'confirmed', 'unknown', 'failed', 'by-hand', 'cancelled')),
  sendings integer not null default 0,
  readings integer not null default 0,
  -- While one process is at it, no other touches it; also how long a write in flight may still take effect.
  leased_until timestamptz,
  written_external_id text,
  proof jsonb,
  error jsonb,
  person text,
  -- Taken back while it was on its way: never sent again, only looked for, and undone if it landed.
  withdrawn boolean not null default false,
  created_at timestamptz not null,
  settled_at timestamptz,
  unique (body, cause, type)
);
create index delivery_command_cause on delivery_command (body, cause);
create index delivery_command_item on delivery_command (item_id);
alter table delivery_command enable row level security;
create policy only_this_body on delivery_command
  using (body = (select current_body())) with check (body = (select current_body()));
