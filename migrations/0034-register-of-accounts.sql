-- SPDX-License-Identifier: AGPL-3.0-or-later
-- The life of an official account: asked for by a service, with an opinion, authorised by an act, run by named people, looked at
-- now and then, suspended, closed with what is kept of it; and accounts found that are not the body's own.

create table account_request (
  id uuid primary key,
  body text not null references body (slug),
  network text not null,
  service text not null check (length(service) between 3 and 200),
  -- As the policy sorts accounts; null: it does not.
  sort text,
  -- What it says, each with its label, the clause that asks for it, and whether the source does.
  answers jsonb not null,
  -- Who will run it.
  keeper text not null references person (id),
  keeper_name text not null,
  state text not null check (state in ('asked', 'opined', 'authorised', 'refused', 'opened')),
  policy_version text not null,
  asked_by text not null references person (id),
  asked_by_name text not null,
  asked_at timestamptz not null,
  opinion text check (opinion in ('favourable', 'contrary')),
  opinion_office text,
  opinion_note text,
  opinion_by text references person (id),
  opinion_by_name text,
  opinion_at timestamptz,
  -- Who signed the act, its number and its day; of a refusal the reasons.
  authority text,
  act_number text,
  act_date text check (act_date ~ '^\d{4}-\d{2}-\d{2}$'),
  settled_note text,
  settled_by text references person (id),
  settled_by_name text,
  settled_at timestamptz,
  account_id uuid references account (id),
  check ((state = 'opened') = (account_id is not null)),
  check (state not in ('authorised', 'opened') or (authority is not null and act_number is not null and act_date is not null)),
  check (settled_by is null or settled_by <> asked_by)
);
create index account_request_body on account_request (body, asked_at, id);
alter table account_request enable row level security;
create policy only_this_body on account_request
  using (body = (select current_body())) with check (body = (select current_body()));

-- Who runs an account, by name; never an office or a shared mailbox.
create table account_keeper (
  id uuid primary key,
  body text not null references body (slug),
  account_id uuid not null references account (id),
  person text not null references person (id),
  person_name text not null,
  act text not null check (length(act) > 0),
  since timestamptz not null,
  given_by text references person (id),
  ended_at timestamptz,
  ended_act text,
  ended_by text references person (id)
);
create unique index account_keeper_once on account_keeper (account_id, person) where ended_at is null;
create index account_keeper_body on account_keeper (body);
alter table account_keeper enable row level security;
create policy only_this_body on account_keeper
  using (body = (select current_body())) with check (body = (select current_body()));

-- Suspended, active again, closed: each by an act.
create table account_change (
  id uuid primary key,
  body text not null references body (slug),
  account_id uuid not null references account (id),
  state text not null check (state in ('active', 'suspended', 'closed')),
  act text not null check (length(act) > 0),
  reason text not null check (length(reason) > 0),
  person text not null references person (id),
  person_name text not null,
  at timestamptz not null
);
create index account_change_of on account_change (body, account_id, at);
alter table account_change enable row level security;
create policy only_this_body on account_change
  using (body = (select current_body())) with check (body = (select current_body()));

-- What was left of an account when it was closed.
create table account_archive (
  account_id uuid primary key references account (id),
  body text not null references body (slug),
  -- The exact text that is handed out, and its SHA-256, hexadecimal.
  content text not null,
  digest text not null,
  -- Where the copy of what was published lies, as whoever closed it says.
  kept_at text not null,
  at timestamptz not null
);
create index account_archive_body on account_archive (body);
alter table account_archive enable row level security;
create policy only_this_body on account_archive
  using (body = (select current_body())) with check (body = (select current_body()));

-- A person looked at the profile: what stood there, and which texts it should have had.
create table account_check (
  id uuid primary key,
  body text not null references body (slug),
  account_id uuid not null references account (id),
  bio boolean not null,
  pinned boolean not null,
  links boolean not null,
  privacy boolean not null,
  texts_digest text not null,
  note text not null,
  person text not null references person (id),
  person_name text not null,
  at timestamptz not null
);
create index account_check_of on account_check (body, account_id, at);
alter table account_check enable row level security;
create policy only_this_body on account_check
  using (body = (select current_body())) with check (body = (select current_body()));

-- Accounts that pass for the body's own, or speak in its name without leave.
create table account_impostor (
  id uuid primary key,
  body text not null references body (slug),
  network text not null,
  url text not null,
  name text not null,
  -- Whether somebody of the staff is thought to be behind it.
  by_staff boolean not null,
  note text not null,
  clause text,
  policy_version text not null,
  state text not null check (state in ('to-report', 'reported', 'gone', 'mistaken')),
  noticed_by text not null references person (id),
  noticed_by_name text not null,
  noticed_at timestamptz not null,
  reference text,
  reported_by_name text,
  reported_at timestamptz,
  settled_by_name text,
  settled_at timestamptz,
  settled_note text,
  check (state <> 'reported' or reported_at is not null)
);
create index account_impostor_body on account_impostor (body, noticed_at, id);
alter table account_impostor enable row level security;
create policy only_this_body on account_impostor
  using (body = (select current_body())) with check (body = (select current_body()));

-- What the body chose where its policy is silent; the last one counts.
create table register_choice (
  id uuid primary key,
  body text not null references body (slug),
  -- What a request has to say besides what the policy asks.
  asks text[] not null,
  -- Days between two checks, and without anything written; null: not chosen.
  check_days integer check (check_days between 1 and 730),
  silence_days integer check (silence_days between 1 and 730),
  act text not null check (length(act) > 0),
  person text not null references person (id),
  person_name text not null,
  at timestamptz not null
);
create index register_choice_body on register_choice (body, at, id);
alter table register_choice enable row level security;
create policy only_this_body on register_choice
  using (body = (select current_body())) with check (body = (select current_body()));
