-- SPDX-License-Identifier: AGPL-3.0-or-later
-- All that the body is about to say, stopped in one act and let go in another; comments closed under what comes out; one text
-- corrected at once by one person, and ratified by another.

-- A stop of a crisis ends with it; one of the desk is lifted by the desk alone, with a reason.
alter table delivery_stop
  add column held_by text not null default 'crisis' check (held_by in ('crisis', 'desk'));

create table editorial_stop (
  id uuid primary key,
  body text not null references body (slug),
  reasons text not null check (length(reasons) > 0),
  stopped_at timestamptz not null,
  stopped_by text not null references person (id),
  stopped_by_name text not null,
  lifted_at timestamptz,
  lifted_by text references person (id),
  lifted_by_name text,
  lifted_reasons text,
  check ((lifted_at is null) = (lifted_by is null) and (lifted_at is null) = (lifted_by_name is null)),
  check ((lifted_at is null) = (lifted_reasons is null))
);
create unique index editorial_stop_open on editorial_stop (body) where lifted_at is null;
alter table editorial_stop enable row level security;
create policy only_this_body on editorial_stop
  using (body = (select current_body())) with check (body = (select current_body()));

-- `close`: that nobody may comment any more on a copy that is out.
alter table editorial_outing drop constraint editorial_outing_act_check;
alter table editorial_outing add constraint editorial_outing_act_check
  check (act in ('publish', 'edit', 'remove', 'close'));
create unique index editorial_outing_closed_once on editorial_outing (about) where act = 'close';

-- By which act one person alone may correct what is out, and within how many hours somebody else has to look at it.
create table editorial_urgency (
  id uuid primary key,
  body text not null references body (slug),
  act text not null check (length(act) > 0),
  hours integer not null check (hours between 1 and 720),
  chosen_by text not null references person (id),
  chosen_by_name text not null,
  at timestamptz not null,
  ended_at timestamptz,
  ended_by text references person (id),
  ended_by_name text,
  check ((ended_at is null) = (ended_by is null) and (ended_at is null) = (ended_by_name is null))
);
create unique index editorial_urgency_standing on editorial_urgency (body) where ended_at is null;
alter table editorial_urgency enable row level security;
create policy only_this_body on editorial_urgency
  using (body = (select current_body())) with check (body = (select current_body()));

-- `urgent`: one text corrected by one person, before anybody approved it; `undo`: back to what was approved before.
alter table editorial_publication drop constraint editorial_publication_kind_check;
alter table editorial_publication add constraint editorial_publication_kind_check
  check (kind in ('first', 'correction', 'urgent', 'undo'));
alter table editorial_publication alter column approval_id drop not null;
alter table editorial_publication add constraint editorial_publication_unsigned
  check ((approval_id is null) = (kind in ('urgent', 'undo')));
alter table editorial_publication add constraint editorial_publication_urgent_by_hand
  check (kind in ('first', 'correction') or not by_itself);

create or replace function publication_is_signed() returns trigger language plpgsql as $$
begin
  if new.kind = 'urgent' then
    if not exists (select from editorial_urgency where body = new.body and ended_at is null) then
      raise exception 'one person corrects alone only where an act of the body allows it' using errcode = 'check_violation';
    end if;
  elsif new.kind = 'undo' then
    if not exists (
      select from editorial_version now
        join editorial_version before on before.draft_id = now.draft_id and before.digest = now.digest
        join editorial_publication out on out.draft_id = before.draft_id and out.version = before.version
          and out.approval_id is not null
       where now.draft_id = new.draft_id and now.version = new.version) then
      raise exception 'what goes back goes back to what was approved' using errcode = 'check_violation';
    end if;
  elsif not exists (select from editorial_approval where id = new.approval_id and draft_id = new.draft_id
      and version = new.version and voided_at is null and until > new.at) then
    raise exception 'what goes out is what was approved, while the approval stands' using errcode = 'check_violation';
  end if;
  return null;
end $$;

-- What one person corrected alone, until another ratifies it or it is undone.
create table editorial_ratification (
  publication_id uuid primary key references editorial_publication (id),
  body text not null references body (slug),
  draft_id uuid not null,
  account_id uuid not null references account (id),
  -- The version that was out before.
  before_version integer not null,
  reasons text not null check (length(reasons) > 0),
  corrected_by text not null references person (id),
  corrected_by_name text not null,
  at timestamptz not null,
  due_at timestamptz not null check (due_at > at),
  reminded_at timestamptz,
  state text not null check (state in ('pending', 'ratified', 'undone')),
  settled_by text references person (id),
  settled_by_name text,
  settled_at timestamptz,
  foreign key (draft_id, body) references editorial_draft (id, body),
  check ((state = 'pending') = (settled_at is null) and (settled_at is null) = (settled_by is null)),
  check (state <> 'ratified' or settled_by <> corrected_by)
);
create unique index editorial_ratification_pending on editorial_ratification (draft_id) where state = 'pending';
alter table editorial_ratification enable row level security;
create policy only_this_body on editorial_ratification
  using (body = (select current_body())) with check (body = (select current_body()));
