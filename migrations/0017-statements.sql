-- SPDX-License-Identifier: AGPL-3.0-or-later
-- Statements of reasons, and the reviews that their authors ask for. Words are sealed under the author's key; codes are kept as
-- keyed digests, so that nobody reads one out of the database.

-- What a body chose where its policy is silent; the last one counts.
create table statement_choice (
  id uuid primary key,
  body text not null references body (slug),
  -- In working days.
  ask_days integer check (ask_days between 1 and 365),
  answer_days integer check (answer_days between 1 and 365),
  -- Whether a generic public notice may tell the author where the reasons are.
  public_notice boolean not null,
  act text not null,
  person text not null references person (id),
  person_name text not null,
  at timestamptz not null
);
create index statement_choice_body on statement_choice (body, at, id);
alter table statement_choice enable row level security;
create policy only_this_body on statement_choice
  using (body = (select current_body())) with check (body = (select current_body()));

create table statement (
  id uuid primary key,
  body text not null references body (slug),
  -- The decision or the measure that it gives the reasons of.
  cause uuid not null unique,
  case_id uuid not null references moderation_case (id),
  item_id uuid not null references item (id),
  author_id uuid references author (id),
  measure text not null check (measure in ('hide', 'remove', 'not-published', 'warn', 'ban')),
  clauses text[] not null,
  policy_version text not null,
  code_digest text not null unique,
  -- The code, the text as it was sent, and the same in the register's words.
  sealed bytea not null,
  told text not null check (told in ('private', 'public', 'by-hand', 'with-measure')),
  -- Given by hand, off the network.
  given_at timestamptz,
  decisions text not null check (decisions in ('open', 'final')),
  -- The last day for asking a review; null: none is set.
  ask_by text check (ask_by ~ '^\d{4}-\d{2}-\d{2}$'),
  -- Who decided: another person looks again.
  person text not null references person (id),
  person_name text not null,
  person_role text not null,
  at timestamptz not null,
  -- What it gives the reasons of was taken back.
  withdrawn_at timestamptz
);
create index statement_case on statement (case_id, at);
create index statement_body on statement (body, at);
alter table statement enable row level security;
create policy only_this_body on statement
  using (body = (select current_body())) with check (body = (select current_body()));

-- Whoever has a code names no body: the page finds it by the digest alone. The slug only.
create function body_of_statement(its_digest text) returns text
  language sql stable security definer set search_path = pg_catalog, public
  return (select statement.body from public.statement where code_digest = its_digest);

create table review (
  id uuid primary key,
  body text not null references body (slug),
  statement_id uuid not null references statement (id),
  -- unproved: asked on the page, the account has not spoken yet; recorded: an objection to what is final.
  state text not null check (state in ('unproved', 'lapsed', 'open', 'recorded', 'confirmed', 'overturned', 'corrected')),
  via text not null check (via in ('channel', 'page', 'by-hand', 'own-motion')),
  -- What the author wrote from the account.
  item_id uuid references item (id),
  word_digest text unique,
  -- The author's words where they are not an item's.
  sealed bytea,
  -- Keyed digest of the address that asked, for a day.
  asked_from text,
  asked_at timestamptz not null,
  opened_at timestamptz,
  -- The last day for deciding; null: none is set.
  answer_by text check (answer_by ~ '^\d{4}-\d{2}-\d{2}$'),
  decided_at timestamptz,
  person text references person (id),
  person_name text,
  -- Reasons, and what the author is told.
  outcome bytea,
  restored text check (restored in ('restoring', 'nothing-to-restore', 'impossible')),
  told text check (told in ('private', 'public', 'by-hand', 'none')),
  given_at timestamptz,
  check ((state in ('confirmed', 'overturned', 'corrected')) = (decided_at is not null))
);
create unique index review_once on review (statement_id) where state in ('open', 'recorded', 'confirmed', 'overturned', 'corrected');
create index review_statement on review (statement_id, asked_at);
create index review_open on review (body, answer_by, opened_at) where state = 'open';
create index review_unproved on review (body, asked_at) where state = 'unproved';
create index review_item on review (item_id) where item_id is not null;
alter table review enable row level security;
create policy only_this_body on review
  using (body = (select current_body())) with check (body = (select current_body()));
