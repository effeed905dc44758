-- SPDX-License-Identifier: AGPL-3.0-or-later
-- Everything that came from outside, each state of its text kept as a version.

create table author (
  id uuid primary key,
  body text not null references body (slug),
  network text not null,
  external_id text not null,
  name text not null,
  unique (body, network, external_id)
);
alter table author enable row level security;
create policy only_this_body on author
  using (body = (select current_body())) with check (body = (select current_body()));

create table item (
  id uuid primary key,
  body text not null references body (slug),
  account_id uuid not null references account (id),
  network text not null,
  external_id text not null,
  kind text not null check (kind in ('comment', 'visitor-post', 'mention', 'message', 'reply')),
  author_id uuid references author (id),
  post_external_id text,
  post_text text,
  parent_external_id text,
  permalink text,
  own boolean not null,
  has_media boolean not null,
  version integer not null,
  visibility text not null check (visibility in ('visible', 'hidden', 'deleted')),
  written_at timestamptz not null,
  received_at timestamptz not null,
  -- Moments of the network, against which what is told late is compared: of the text kept last, of the visibility kept
  -- last, and of the last reading that showed the item.
  text_at timestamptz not null,
  state_at timestamptz not null,
  seen_at timestamptz,
  -- INVARIANT: what makes receiving idempotent, by webhook and by polling alike.
  unique (account_id, external_id)
);
create index item_author on item (body, author_id);
alter table item enable row level security;
create policy only_this_body on item
  using (body = (select current_body())) with check (body = (select current_body()));

create table item_version (
  item_id uuid not null references item (id),
  body text not null references body (slug),
  version integer not null,
  text text not null,
  at timestamptz not null,
  primary key (item_id, version)
);
alter table item_version enable row level security;
create policy only_this_body on item_version
  using (body = (select current_body())) with check (body = (select current_body()));
