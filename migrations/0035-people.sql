-- SPDX-License-Identifier: AGPL-3.0-or-later
-- People as the policies name them: in which capacity a mandate is held, whose act gave it, on which channels it is good;
-- the one-use links by which people enter, the courses they attended, and how they leave.

alter table mandate
  -- Which of the policies' parts the person plays; the role, what they may do, follows from it.
  add column capacity text,
  add column engagement text not null default 'staff' check (engagement in ('staff', 'external')),
  -- Of the act: its day, and who gave it in the policy's own words. Null: not known.
  add column act_on text check (act_on ~ '^\d{4}-\d{2}-\d{2}$'),
  add column authority text,
  -- Where it is good; both null: on every channel.
  add column networks text[] check (cardinality(networks) > 0),
  add column accounts uuid[] check (cardinality(accounts) > 0),
  add column coordinates boolean not null default false,
  -- Directs by delegation, not by office.
  add column delegate boolean not null default false,
  -- Null: whoever installed.
  add column given_by text references person (id),
  add column given_by_name text;
update mandate set capacity = case role when 'moderator' then 'communication' else role end;
alter table mandate
  alter column capacity set not null,
  -- INVARIANT: without an act nobody is designated, and nobody holds anything.
  alter column act drop not null,
  add constraint mandate_capacity check (
    (role = 'moderator' and capacity in ('communication', 'working-group', 'supplier'))
    or (role = 'head' and capacity in ('head', 'director'))
    or (role = 'auditor' and capacity in ('auditor', 'data-protection'))
  ),
  add constraint supplier_is_external check (capacity <> 'supplier' or engagement = 'external'),
  add constraint delegate_directs check (not delegate or capacity = 'director'),
  drop constraint mandate_body_person_role_since_key,
  add constraint mandate_once unique (body, person, capacity, since);
drop index mandate_without_end;
create unique index mandate_without_end on mandate (body, person, capacity) where until is null;

-- A course that a person attended, as a policy may ask of whoever watches the channels.
create table training (
  id uuid primary key,
  body text not null references body (slug),
  person text not null references person (id),
  what text not null,
  held_on text not null check (held_on ~ '^\d{4}-\d{2}-\d{2}$'),
  document text not null,
  -- Null: whoever installed.
  noted_by text references person (id),
  noted_by_name text,
  at timestamptz not null
);
create index training_person on training (body, person);
alter table training enable row level security;
create policy only_this_body on training
  using (body = (select current_body())) with check (body = (select current_body()));

-- A link by which one person sets their own password, once. The link itself is not kept: its digest is.
create table invitation (
  id uuid primary key,
  body text not null references body (slug),
  person text not null references person (id),
  digest text not null unique,
  -- Until it is sent, sealed for the letter alone.
  sealed bytea,
  -- `shown`: there is no mail server, and whoever invited carries it.
  state text not null check (state in ('promised', 'sent', 'refused', 'shown', 'used', 'void')),
  expires_at timestamptz not null,
  -- Null: whoever installed.
  invited_by text references person (id),
  invited_by_name text,
  at timestamptz not null,
  used_at timestamptz,
  check ((state = 'promised') = (sealed is not null)),
  check ((state = 'used') = (used_at is not null))
);
create index invitation_person on invitation (body, person, at);
alter table invitation enable row level security;
create policy only_this_body on invitation
  using (body = (select current_body())) with check (body = (select current_body()));

-- Whoever holds a link names no body: it is found by the digest alone. The slug only.
create function body_of_invitation(its_digest text) returns text
  language sql stable security definer set search_path = pg_catalog, public
  return (select invitation.body from public.invitation where digest = its_digest);

-- Somebody left: by an act of the head, or because the term of their last mandate passed.
create table departure (
  id uuid primary key,
  body text not null references body (slug),
  person text not null references person (id),
  person_name text not null,
  why text not null check (why in ('act', 'term')),
  reason text,
  at timestamptz not null,
  done_by text references person (id),
  done_by_name text,
  -- How much was closed at once, counted by kind.
  closed jsonb not null,
  check ((why = 'act') = (done_by is not null and reason is not null))
);
create index departure_body on departure (body, at);
create index departure_person on departure (body, person, at);
alter table departure enable row level security;
create policy only_this_body on departure
  using (body = (select current_body())) with check (body = (select current_body()));

-- What no program can close: secrets that the person brought, roles that they hold on a network by name.
create table departure_task (
  id uuid primary key,
  body text not null references body (slug),
  departure_id uuid not null references departure (id),
  kind text not null check (kind in ('secrets', 'role')),
  network text not null,
  account_id uuid references account (id),
  -- What is to be done, in Italian.
  words text not null,
  done_at timestamptz,
  done_by text references person (id),
  done_by_name text,
  check ((done_at is null) = (done_by is null))
);
create index departure_task_departure on departure_task (departure_id);
alter table departure_task enable row level security;
create policy only_this_body on departure_task
  using (body = (select current_body())) with check (body = (select current_body()));

-- Who made each connection; null where it was made by whoever installed, or before this was kept.
alter table account_connection add column connected_by text references person (id);

-- INVARIANT: whoever may decide no more has no devices: they go in the act that ends the mandate, whoever writes it.
create or replace function end_push_devices() returns trigger
  language plpgsql set search_path = pg_catalog, public as $$
begin
  delete from public.push_device
   where push_device.body = old.body and push_device.person = old.person
     and not exists (
       select from public.mandate
        where mandate.body = old.body and mandate.person = old.person and mandate.role <> 'auditor'
          and mandate.act is not null and (mandate.until is null or mandate.until > now()));
  return null;
end $$;
