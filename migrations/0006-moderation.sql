-- SPDX-License-Identifier: AGPL-3.0-or-later
-- Cases, what the policy said of them, what people decided, and the evidence sealed before acting.

create table moderation_case (
  id uuid primary key,
  body text not null references body (slug),
  number bigint not null,
  item_id uuid not null unique references item (id),
  state text not null check (state in ('open', 'decided')),
  -- The queue's order, all ascending: most urgent, then nearest deadline, then oldest.
  priority smallint not null check (priority between 0 and 3),
  due_rank timestamptz not null,
  written_at timestamptz not null,
  received_at timestamptz not null,
  network text not null,
  kind text not null,
  author_name text,
  excerpt text not null,
  proposal text not null,
  clauses text[] not null,
  must_look boolean not null,
  edited boolean not null,
  deleted_by_author boolean not null,
  has_media boolean not null,
  decision text,
  decided_at timestamptz,
  enforcement text not null,
  revision integer not null,
  unique (body, number)
);
create index moderation_case_queue on moderation_case (body, state, priority, due_rank, written_at, id);
create index moderation_case_decided on moderation_case (body, decided_at, id) where state = 'decided';
alter table moderation_case enable row level security;
create policy only_this_body on moderation_case
  using (body = (select current_body())) with check (body = (select current_body()));

create table case_number (
  body text primary key references body (slug),
  last bigint not null
);
alter table case_number enable row level security;
create policy only_this_body on case_number
  using (body = (select current_body())) with check (body = (select current_body()));

create table judgement (
  case_id uuid not null references moderation_case (id),
  body text not null references body (slug),
  item_version integer not null,
  policy_version text not null,
  signals jsonb not null,
  judgement jsonb not null,
  at timestamptz not null,
  primary key (case_id, item_version, policy_version)
);
alter table judgement enable row level security;
create policy only_this_body on judgement
  using (body = (select current_body())) with check (body = (select current_body()));

create table decision (
  id uuid primary key,
  body text not null references body (slug),
  case_id uuid not null references moderation_case (id),
  kind text not null check (kind in ('publish', 'hide', 'remove', 'reply', 'no-action')),
  grounds jsonb not null check (jsonb_array_length(grounds) > 0),
  reasons text not null check (length(reasons) > 0),
  reply text,
  -- Whether the person also had it reported to the platform.
  reported boolean not null default false,
  policy_version text not null,
  item_version integer not null,
  person text not null references person (id),
  person_name text not null,
  person_role text not null,
  at timestamptz not null,
  -- Sent twice (the answer was lost), decided once.
  idempotency_key text not null,
  undone_at timestamptz,
  undone_by text references person (id),
  undone_by_name text,
  undone_reasons text,
  unique (body, idempotency_key)
);
create index decision_case on decision (case_id, at);
alter table decision enable row level security;
create policy only_this_body on decision
  using (body = (select current_body())) with check (body = (select current_body()));

-- What was written, as it stood when the decision was taken, sealed under its author's key.
create table evidence (
  decision_id uuid primary key references decision (id),
  body text not null references body (slug),
  subject text not null,
  sealed bytea not null,
  fingerprint text not null,
  at timestamptz not null
);
alter table evidence enable row level security;
create policy only_this_body on evidence
  using (body = (select current_body())) with check (body = (select current_body()));

-- One key a subject: destroying it erases what is sealed under it, and leaves the chain whole.
create table subject_key (
  body text not null references body (slug),
  subject text not null,
  sealed_key bytea not null,
  primary key (body, subject)
);
alter table subject_key enable row level security;
create policy only_this_body on subject_key
  using (body = (select current_body())) with check (body = (select current_body()));
