-- SPDX-License-Identifier: AGPL-3.0-or-later
-- Answers: texts and topics that a body keeps ready, what it chose about answering, drafts that wait for another person, what a
-- person gave reasons for, and what the program answered by itself. Words about a case are sealed under its author's key.

-- Each change is another version; the last approved one is used, until all are put away.
create table reply_template (
  id uuid not null,
  version integer not null check (version > 0),
  body text not null references body (slug),
  title text not null check (length(title) > 0),
  text text not null check (length(text) > 0),
  office text,
  clauses text[] not null,
  categories text[] not null,
  channels text[] not null,
  person text not null references person (id),
  person_name text not null,
  at timestamptz not null,
  approved_by text references person (id),
  approved_by_name text,
  approved_at timestamptz,
  retired_at timestamptz,
  primary key (id, version),
  check ((approved_at is null) = (approved_by is null))
);
create index reply_template_body on reply_template (body) where retired_at is null;
alter table reply_template enable row level security;
create policy only_this_body on reply_template
  using (body = (select current_body())) with check (body = (select current_body()));

-- The last version counts, until all are put away.
create table reply_topic (
  id uuid not null,
  version integer not null check (version > 0),
  body text not null references body (slug),
  title text not null check (length(title) > 0),
  words text[] not null check (cardinality(words) > 0),
  links jsonb not null check (jsonb_array_length(links) > 0),
  valid_until text check (valid_until ~ '^\d{4}-\d{2}-\d{2}$'),
  person text not null references person (id),
  person_name text not null,
  at timestamptz not null,
  retired_at timestamptz,
  primary key (id, version)
);
create index reply_topic_body on reply_topic (body) where retired_at is null;
alter table reply_topic enable row level security;
create policy only_this_body on reply_topic
  using (body = (select current_body())) with check (body = (select current_body()));

-- The last one counts. Minutes from midnight; a night may go over it.
create table reply_choice (
  id uuid primary key,
  body text not null references body (slug),
  approval boolean not null,
  automatic boolean not null,
  night_from integer check (night_from between 0 and 1439),
  night_to integer check (night_to between 0 and 1439),
  act text not null check (length(act) > 0),
  person text not null references person (id),
  person_name text not null,
  at timestamptz not null,
  check ((night_from is null) = (night_to is null)),
  check (night_from <> night_to)
);
create index reply_choice_body on reply_choice (body, at, id);
alter table reply_choice enable row level security;
create policy only_this_body on reply_choice
  using (body = (select current_body())) with check (body = (select current_body()));

-- Of one text exactly: other words ask for other reasons.
create table reply_justification (
  id uuid primary key,
  body text not null references body (slug),
  case_id uuid not null references moderation_case (id),
  finding text not null,
  fingerprint text not null,
  clause text,
  sealed bytea not null,
  person text not null references person (id),
  person_name text not null,
  at timestamptz not null,
  unique (case_id, finding, fingerprint)
);
alter table reply_justification enable row level security;
create policy only_this_body on reply_justification
  using (body = (select current_body())) with check (body = (select current_body()));

create table reply_draft (
  id uuid primary key,
  body text not null references body (slug),
  case_id uuid not null references moderation_case (id),
  -- The answer, and the reasons for it.
  sealed bytea not null,
  grounds jsonb not null check (jsonb_array_length(grounds) > 0),
  fingerprint text not null,
  state text not null check (state in ('waiting', 'returned', 'approved', 'replaced')),
  person text not null references person (id),
  person_name text not null,
  at timestamptz not null,
  settled_by text references person (id),
  settled_by_name text,
  settled_at timestamptz,
  -- Why it was sent back.
  sealed_note bytea,
  -- The decision that sent it.
  decision_id uuid references decision (id),
  check ((state = 'waiting') = (settled_at is null)),
  check (state <> 'approved' or (decision_id is not null and settled_by <> person))
);
create index reply_draft_case on reply_draft (case_id, at);
create unique index reply_draft_waiting on reply_draft (case_id) where state = 'waiting';
create index reply_draft_open on reply_draft (body, at) where state = 'waiting';
alter table reply_draft enable row level security;
create policy only_this_body on reply_draft
  using (body = (select current_body())) with check (body = (select current_body()));

-- Once a conversation and night, or close of the office.
create table reply_automatic (
  id uuid primary key,
  body text not null references body (slug),
  account_id uuid not null references account (id),
  conversation text not null,
  period text not null,
  item_id uuid not null references item (id),
  clause text not null,
  policy_version text not null,
  at timestamptz not null,
  unique (account_id, conversation, period)
);
create index reply_automatic_item on reply_automatic (item_id);
alter table reply_automatic enable row level security;
create policy only_this_body on reply_automatic
  using (body = (select current_body())) with check (body = (select current_body()));

-- What colleagues answered lately, and how often under one post.
create index decision_answers on decision (body, at) where kind = 'reply' and undone_at is null;
