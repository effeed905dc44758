-- SPDX-License-Identifier: AGPL-3.0-or-later
-- Requests handed to the offices of a body, what comes back from them, and how each request ended. What people wrote stays with
-- its item; what staff write about it is sealed under the author's key.

alter table decision drop constraint decision_kind_check;
alter table decision add constraint decision_kind_check
  check (kind in ('publish', 'hide', 'remove', 'reply', 'route', 'no-action'));

create table office (
  id uuid primary key,
  body text not null references body (slug),
  name text not null check (length(name) between 2 and 120),
  kind text not null check (kind in ('urp', 'secretariat', 'press', 'service', 'disciplinary', 'other')),
  -- Null: letters to it are carried by a person.
  email text,
  -- Days, ranges and holidays, where they are not those of the desk.
  opening jsonb,
  -- Addresses that are reminded too.
  substitutes text[] not null default '{}',
  -- How the policy names it, where it does so otherwise.
  also_named text[] not null default '{}',
  at timestamptz not null,
  closed_at timestamptz
);
create unique index office_name on office (body, lower(name)) where closed_at is null;
alter table office enable row level security;
create policy only_this_body on office
  using (body = (select current_body())) with check (body = (select current_body()));

-- Which office has a case (`owner`), and to which its clauses send it (`route`). Names as the policy writes them; a null clause:
-- the policy names nobody, the desk itself has it.
create table case_office (
  case_id uuid not null references moderation_case (id),
  body text not null references body (slug),
  role text not null check (role in ('owner', 'route')),
  office text not null,
  clause text,
  primary key (case_id, role, office)
);
create unique index case_office_owner on case_office (case_id) where role = 'owner';
create index case_office_of on case_office (body, office, role);
alter table case_office enable row level security;
create policy only_this_body on case_office
  using (body = (select current_body())) with check (body = (select current_body()));
insert into case_office (case_id, body, role, office, clause)
  select id, body, 'owner', 'Banco social', null from moderation_case;

-- The last one counts.
create table referral_choice (
  id uuid primary key,
  body text not null references body (slug),
  -- Working time without an answer: until the office is reminded, then until the head is told.
  remind_minutes integer not null check (remind_minutes between 15 and 100000),
  escalate_minutes integer not null check (escalate_minutes between 15 and 100000),
  -- For how long a link opens.
  link_days integer not null check (link_days between 1 and 365),
  act text not null check (length(act) > 0),
  person text not null references person (id),
  person_name text not null,
  at timestamptz not null
);
create index referral_choice_body on referral_choice (body, at, id);
alter table referral_choice enable row level security;
create policy only_this_body on referral_choice
  using (body = (select current_body())) with check (body = (select current_body()));

create table referral (
  id uuid primary key,
  body text not null references body (slug),
  case_id uuid not null references moderation_case (id),
  item_id uuid not null references item (id),
  decision_id uuid not null unique references decision (id),
  item_version integer not null,
  office_id uuid not null references office (id),
  -- As it was called then.
  office_name text not null,
  clauses text[] not null,
  policy_version text not null,
  state text not null check (state in ('queued', 'by-hand', 'sent', 'taken', 'answered', 'withdrawn')),
  -- Whether the letter itself may carry words, or only the link.
  words boolean not null,
  -- What the office is asked, under the key of `subject`.
  sealed bytea not null,
  subject uuid not null,
  -- Counts up when a link is given anew: the earlier ones open nothing.
  link_number integer not null default 1,
  link_until timestamptz not null,
  link_revoked_at timestamptz,
  -- When the desk looks again; null: nothing more to remind of, or no time chosen.
  look_at timestamptz,
  reminded_at timestamptz,
  escalated_at timestamptz,
  -- Why the letter did not leave.
  fault text,
  person text not null references person (id),
  person_name text not null,
  at timestamptz not null,
  sent_at timestamptz,
  taken_at timestamptz,
  answered_at timestamptz,
  withdrawn_at timestamptz
);
create index referral_case on referral (case_id, at);
create index referral_look on referral (look_at) where look_at is not null;
create index referral_waiting on referral (body, at) where state not in ('answered', 'withdrawn');
alter table referral enable row level security;
create policy only_this_body on referral
  using (body = (select current_body())) with check (body = (select current_body()));

create table referral_answer (
  id uuid primary key,
  body text not null references body (slug),
  referral_id uuid not null references referral (id),
  -- The words, and the name that whoever answered by link may have put under them.
  sealed bytea not null,
  subject uuid not null,
  -- Null: by link, from the office.
  person text references person (id),
  person_name text,
  at timestamptz not null
);
create index referral_answer_of on referral_answer (referral_id, at);
alter table referral_answer enable row level security;
create policy only_this_body on referral_answer
  using (body = (select current_body())) with check (body = (select current_body()));

-- How a request ended: by a decision, or as a person says.
create table request_outcome (
  id uuid primary key,
  body text not null references body (slug),
  case_id uuid not null references moderation_case (id),
  decision_id uuid unique references decision (id),
  outcome text not null check (outcome in ('answered', 'link-provided', 'routed', 'answered-elsewhere', 'no-request')),
  office_name text,
  note text,
  person text not null references person (id),
  person_name text not null,
  at timestamptz not null,
  void_at timestamptz,
  check ((outcome = 'routed') = (office_name is not null)),
  check (decision_id is not null or length(note) > 0)
);
create index request_outcome_case on request_outcome (case_id, at);
alter table request_outcome enable row level security;
create policy only_this_body on request_outcome
  using (body = (select current_body())) with check (body = (select current_body()));
