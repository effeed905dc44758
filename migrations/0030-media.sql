-- SPDX-License-Identifier: AGPL-3.0-or-later
-- What came with an item besides words: how its network was last asked for it, the sealed copies that the desk shows, and those
-- that stay as evidence.

-- `not-given`: the network's interface gives no files; `failed`: asked again later.
create table media_asking (
  item_id uuid not null references item (id),
  item_version integer not null,
  body text not null references body (slug),
  state text not null check (state in ('told', 'gone', 'not-given', 'failed')),
  at timestamptz not null,
  primary key (item_id, item_version)
);
alter table media_asking enable row level security;
create policy only_this_body on media_asking
  using (body = (select current_body())) with check (body = (select current_body()));

-- Bytes and alternative text are sealed under the key of who wrote the item. The type is read from the first bytes.
create table media_copy (
  id uuid primary key,
  body text not null references body (slug),
  item_id uuid not null references item (id),
  item_version integer not null,
  position smallint not null,
  kind text not null check (kind in ('image', 'video', 'audio', 'other')),
  state text not null
    check (state in ('copied', 'gone', 'too-large', 'unknown-type', 'not-given', 'failed')),
  subject text not null,
  type text,
  bytes integer,
  digest text,
  sealed bytea,
  sealed_alt bytea,
  at timestamptz not null,
  unique (item_id, item_version, position),
  check ((state = 'copied') = (sealed is not null and type is not null and bytes is not null and digest is not null))
);
alter table media_copy enable row level security;
create policy only_this_body on media_copy
  using (body = (select current_body())) with check (body = (select current_body()));

-- Sealed before acting: it goes with the original of its evidence, for no picture can be masked.
create table evidence_media (
  decision_id uuid not null references evidence (decision_id),
  media uuid not null,
  body text not null references body (slug),
  nth smallint not null,
  kind text not null,
  type text not null,
  bytes integer not null,
  digest text not null,
  subject text not null,
  sealed bytea not null,
  primary key (decision_id, media)
);
alter table evidence_media enable row level security;
create policy only_this_body on evidence_media
  using (body = (select current_body())) with check (body = (select current_body()));

-- INVARIANT: whichever way the words of an item go, what came with them goes too.
create function forget_media() returns trigger language plpgsql as $$
begin
  delete from public.media_copy where item_id = new.id;
  delete from public.media_asking where item_id = new.id;
  return null;
end $$;
create trigger forget_media after update on item for each row
  when (new.purged_at is not null and old.purged_at is null) execute function forget_media();

-- By the tables' owner, as what is sealed beside it.
create function forget_evidence_media() returns trigger language plpgsql as $$
begin
  delete from public.evidence_media where decision_id = new.decision_id;
  return null;
end $$;
create trigger forget_evidence_media after update on evidence for each row
  when ((new.purged_at is not null and old.purged_at is null)
        or (new.original_purged_at is not null and old.original_purged_at is null))
  execute function forget_evidence_media();
