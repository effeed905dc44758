-- SPDX-License-Identifier: AGPL-3.0-or-later
-- Who has a case in hand, who is on duty, and the alarm for what cannot wait for the morning.

-- Null: nobody has it in hand. Not part of the case's revision: who decides is told by name, not by a conflict.
alter table moderation_case
  add column claimed_by text references person (id),
  add column claimed_by_name text,
  add column claimed_at timestamptz,
  add column claimed_how text check (claimed_how in ('by-hand', 'form', 'handed-over', 'alarm')),
  add constraint claimed_wholly check (
    (claimed_by is null) = (claimed_at is null)
    and (claimed_by is null) = (claimed_by_name is null)
    and (claimed_by is null) = (claimed_how is null)
  );
create index moderation_case_claimed on moderation_case (body, claimed_by) where claimed_by is not null;

-- A case given to another person; the note is sealed under the author's key.
create table case_handover (
  id uuid primary key,
  body text not null references body (slug),
  case_id uuid not null references moderation_case (id),
  subject text not null,
  sealed_note bytea not null,
  from_person text not null references person (id),
  from_name text not null,
  to_person text not null references person (id),
  to_name text not null,
  at timestamptz not null,
  idempotency_key text not null,
  unique (body, idempotency_key)
);
create index case_handover_case on case_handover (case_id, at);
alter table case_handover enable row level security;
create policy only_this_body on case_handover
  using (body = (select current_body())) with check (body = (select current_body()));

-- Who has a case open on the screen. Renewed while they look, forgotten minutes after.
create table case_presence (
  body text not null references body (slug),
  person text not null references person (id),
  screen uuid not null,
  person_name text not null,
  case_id uuid not null references moderation_case (id),
  seen_at timestamptz not null,
  primary key (body, person, screen)
);
create index case_presence_case on case_presence (case_id);
alter table case_presence enable row level security;
create policy only_this_body on case_presence
  using (body = (select current_body())) with check (body = (select current_body()));

-- Turns, absences and the rota, whole: the last revision counts.
create table turn_plan (
  body text not null references body (slug),
  revision integer not null check (revision > 0),
  plan jsonb not null,
  person text not null references person (id),
  person_name text not null,
  at timestamptz not null,
  primary key (body, revision)
);
alter table turn_plan enable row level security;
create policy only_this_body on turn_plan
  using (body = (select current_body())) with check (body = (select current_body()));

-- What a turn leaves to the next: facts and numbers, no citizen's words.
create table handover_sheet (
  id uuid primary key,
  body text not null references body (slug),
  closed_at timestamptz not null,
  facts jsonb not null,
  at timestamptz not null,
  unique (body, closed_at)
);
alter table handover_sheet enable row level security;
create policy only_this_body on handover_sheet
  using (body = (select current_body())) with check (body = (select current_body()));

create table handover_sheet_reading (
  sheet_id uuid not null references handover_sheet (id),
  body text not null references body (slug),
  person text not null references person (id),
  person_name text not null,
  at timestamptz not null,
  primary key (sheet_id, person)
);
alter table handover_sheet_reading enable row level security;
create policy only_this_body on handover_sheet_reading
  using (body = (select current_body())) with check (body = (select current_body()));

-- Which state of an open case was looked at for its gravity: each once.
create table alarm_watch (
  case_id uuid primary key references moderation_case (id),
  body text not null references body (slug),
  revision integer not null
);
alter table alarm_watch enable row level security;
create policy only_this_body on alarm_watch
  using (body = (select current_body())) with check (body = (select current_body()));

create table alarm (
  id uuid primary key,
  body text not null references body (slug),
  case_id uuid not null references moderation_case (id),
  item_version integer not null,
  state text not null check (state in ('ringing', 'taken', 'ended')),
  -- Whom it calls, in order; each once more from the first, when nobody answers.
  people text[] not null,
  calls_made integer not null,
  -- When the next is called; null: nobody else is.
  next_at timestamptz,
  raised_at timestamptz not null,
  taken_by text references person (id),
  taken_by_name text,
  taken_at timestamptz,
  ended_at timestamptz
);
create unique index alarm_live on alarm (case_id) where state <> 'ended';
create index alarm_ringing on alarm (body, next_at) where state = 'ringing';
create index alarm_case on alarm (case_id, item_version);
alter table alarm enable row level security;
create policy only_this_body on alarm
  using (body = (select current_body())) with check (body = (select current_body()));

-- A letter of an alarm to one person.
create table alarm_letter (
  id uuid primary key,
  body text not null references body (slug),
  alarm_id uuid not null references alarm (id),
  person text not null references person (id),
  person_name text not null,
  -- `by-hand`: the desk writes no letters, somebody has to telephone.
  state text not null check (state in ('promised', 'sent', 'refused', 'by-hand', 'stopped')),
  at timestamptz not null,
  settled_at timestamptz
);
create index alarm_letter_alarm on alarm_letter (alarm_id, at);
alter table alarm_letter enable row level security;
create policy only_this_body on alarm_letter
  using (body = (select current_body())) with check (body = (select current_body()));

-- A telephone call that a person made because of an alarm: to whom, never what was said.
create table alarm_call (
  id uuid primary key,
  body text not null references body (slug),
  alarm_id uuid not null references alarm (id),
  called text not null,
  person text not null references person (id),
  person_name text not null,
  at timestamptz not null,
  idempotency_key text not null,
  unique (body, idempotency_key)
);
create index alarm_call_alarm on alarm_call (alarm_id, at);
alter table alarm_call enable row level security;
create policy only_this_body on alarm_call
  using (body = (select current_body())) with check (body = (select current_body()));

-- What was decided on a day.
create index decision_body on decision (body, at);
