-- SPDX-License-Identifier: AGPL-3.0-or-later
-- The ladder of measures: breaches counted by author, what was done to authors, and what a body chose where its policy is
-- silent. Words of people are sealed under the author's key; no opinion and no health is counted.

-- The last one counts.
create table ladder_choice (
  id uuid primary key,
  body text not null references body (slug),
  threshold integer check (threshold between 2 and 100),
  window_days integer check (window_days between 1 and 3650),
  -- For how long notes about authors are kept; without it none can be written.
  notes_days integer check (notes_days between 1 and 3650),
  act text not null,
  person text not null references person (id),
  person_name text not null,
  at timestamptz not null
);
create index ladder_choice_body on ladder_choice (body, at, id);
alter table ladder_choice enable row level security;
create policy only_this_body on ladder_choice
  using (body = (select current_body())) with check (body = (select current_body()));

-- A projection of decisions: one that was taken back counts no more.
create table breach (
  decision_id uuid primary key references decision (id),
  body text not null references body (slug),
  author_id uuid not null references author (id),
  item_id uuid not null references item (id),
  case_id uuid not null references moderation_case (id),
  clauses text[] not null check (cardinality(clauses) > 0),
  at timestamptz not null,
  void_at timestamptz
);
create index breach_author on breach (author_id, at);
create index breach_case on breach (case_id);
alter table breach enable row level security;
create policy only_this_body on breach
  using (body = (select current_body())) with check (body = (select current_body()));

-- A person says that an item breaks a clause, before or without taking it down.
create table confirmed_violation (
  id uuid primary key,
  body text not null references body (slug),
  case_id uuid not null references moderation_case (id),
  clauses text[] not null check (cardinality(clauses) > 0),
  policy_version text not null,
  person text not null references person (id),
  person_name text not null,
  at timestamptz not null,
  withdrawn_at timestamptz,
  withdrawn_by text references person (id)
);
create unique index confirmed_violation_case on confirmed_violation (case_id) where withdrawn_at is null;
alter table confirmed_violation enable row level security;
create policy only_this_body on confirmed_violation
  using (body = (select current_body())) with check (body = (select current_body()));

create table author_measure (
  id uuid primary key,
  body text not null references body (slug),
  kind text not null check (kind in ('warn', 'ban', 'unban')),
  author_id uuid not null references author (id),
  item_id uuid not null references item (id),
  case_id uuid not null references moderation_case (id),
  clauses text[] not null,
  policy_version text not null,
  -- Reasons and texts.
  sealed bytea not null,
  -- How the author is told.
  told text not null check (told in ('private', 'public', 'by-hand', 'none')),
  -- Given by hand, off the network.
  given_at timestamptz,
  -- Of a ban: when a person looks at it again, when the desk last called for it, and when it ended.
  review_on text check (review_on ~ '^\d{4}-\d{2}-\d{2}$'),
  review_called_at timestamptz,
  ended_at timestamptz,
  -- Of an unban: the ban that it ends.
  ends uuid references author_measure (id),
  person text not null references person (id),
  person_name text not null,
  at timestamptz not null,
  idempotency_key text not null,
  unique (body, idempotency_key),
  check ((kind = 'ban') = (review_on is not null))
);
create index author_measure_author on author_measure (author_id, at);
create index author_measure_case on author_measure (case_id);
create index author_measure_review on author_measure (body, review_on) where kind = 'ban' and ended_at is null;
create unique index author_measure_ends on author_measure (ends) where ends is not null;
create unique index author_measure_banned on author_measure (author_id) where kind = 'ban' and ended_at is null;
alter table author_measure enable row level security;
create policy only_this_body on author_measure
  using (body = (select current_body())) with check (body = (select current_body()));

create table platform_report (
  id uuid primary key,
  body text not null references body (slug),
  case_id uuid not null references moderation_case (id),
  item_id uuid not null references item (id),
  author_id uuid references author (id),
  -- The decision that made it a duty; null: a person's own choice.
  decision_id uuid unique references decision (id),
  clauses text[] not null,
  policy_version text not null,
  state text not null check (state in ('due', 'sent', 'done', 'void')),
  -- The notice; null until it is written.
  sealed bytea,
  reference text,
  reported_on text check (reported_on ~ '^\d{4}-\d{2}-\d{2}$'),
  person text references person (id),
  person_name text,
  at timestamptz not null,
  done_by text references person (id),
  done_by_name text,
  done_at timestamptz,
  check ((state = 'done') = (reference is not null and reported_on is not null and done_at is not null))
);
create index platform_report_case on platform_report (case_id);
create index platform_report_author on platform_report (author_id);
create index platform_report_open on platform_report (body, at) where state in ('due', 'sent');
alter table platform_report enable row level security;
create policy only_this_body on platform_report
  using (body = (select current_body())) with check (body = (select current_body()));

create table author_note (
  id uuid primary key,
  body text not null references body (slug),
  author_id uuid not null references author (id),
  sealed bytea not null,
  person text not null references person (id),
  person_name text not null,
  at timestamptz not null,
  kept_until timestamptz not null
);
create index author_note_author on author_note (author_id, at);
create index author_note_kept on author_note (body, kept_until);
alter table author_note enable row level security;
create policy only_this_body on author_note
  using (body = (select current_body())) with check (body = (select current_body()));

-- Two authors that a person proved to be one. The pair is stored once, the smaller id first.
create table author_link (
  id uuid primary key,
  body text not null references body (slug),
  author_id uuid not null references author (id),
  other_id uuid not null references author (id),
  sealed bytea not null,
  person text not null references person (id),
  person_name text not null,
  at timestamptz not null,
  ended_at timestamptz,
  ended_by text references person (id),
  check (author_id < other_id)
);
create unique index author_link_pair on author_link (author_id, other_id) where ended_at is null;
create index author_link_other on author_link (other_id) where ended_at is null;
alter table author_link enable row level security;
create policy only_this_body on author_link
  using (body = (select current_body())) with check (body = (select current_body()));

-- An account made for the young, under the authorisation that its project has. Nothing is kept of any child.
create table young_account (
  id uuid primary key,
  body text not null references body (slug),
  account_id uuid not null references account (id),
  project text not null check (length(project) > 0),
  consent_by text not null check (consent_by in ('parents', 'institution')),
  -- Where the signed authorisation is kept; never the document itself.
  document text not null check (length(document) > 0),
  clause text not null,
  policy_version text not null,
  person text not null references person (id),
  person_name text not null,
  at timestamptz not null,
  ended_at timestamptz
);
create unique index young_account_live on young_account (account_id) where ended_at is null;
alter table young_account enable row level security;
create policy only_this_body on young_account
  using (body = (select current_body())) with check (body = (select current_body()));
