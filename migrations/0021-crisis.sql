-- SPDX-License-Identifier: AGPL-3.0-or-later
-- What many write alike is seen as one thing: other texts beside an item, decisions of many at once, the days on which everything
-- comes at once, and alike things decided alike.

-- The author's other texts, and the post's others, around an item.
create index item_author_time on item (author_id, written_at);
create index item_post_time on item (account_id, post_external_id, written_at);

-- The same words may be judged again beside others that came later.
alter table judgement add column company smallint not null default 0;
drop index judgement_made;
create unique index judgement_made on judgement
  (case_id, item_version, policy_version, (judgement -> 'policy' ->> 'digest'), company) nulls not distinct;

-- Many cases under one ground and one reason. What came of each is told case by case.
create table bulk_decision (
  id uuid primary key,
  body text not null references body (slug),
  kind text not null,
  ground jsonb not null,
  reasons text not null check (length(reasons) > 0),
  reply text,
  reported boolean not null,
  policy_version text not null,
  person text not null references person (id),
  person_name text not null,
  person_role text not null,
  at timestamptz not null,
  idempotency_key text not null,
  -- Of the request: the same key for another one is refused.
  digest text not null,
  undone_at timestamptz,
  undone_by text references person (id),
  undone_by_name text,
  undone_reasons text,
  unique (body, idempotency_key)
);
create index bulk_decision_body on bulk_decision (body, at, id);
alter table bulk_decision enable row level security;
create policy only_this_body on bulk_decision
  using (body = (select current_body())) with check (body = (select current_body()));

create table bulk_decision_item (
  bulk_id uuid not null references bulk_decision (id),
  body text not null references body (slug),
  case_id uuid not null references moderation_case (id),
  nth integer not null,
  revision integer not null,
  -- `waiting` until it was tried.
  outcome text not null check (outcome in ('waiting', 'decided', 'refused')),
  decision_id uuid references decision (id),
  refusal jsonb,
  undone text check (undone in ('undone', 'refused')),
  undo_refusal jsonb,
  primary key (bulk_id, case_id),
  check ((outcome = 'decided') = (decision_id is not null)),
  check ((outcome = 'refused') = (refusal is not null))
);
alter table bulk_decision_item enable row level security;
create policy only_this_body on bulk_decision_item
  using (body = (select current_body())) with check (body = (select current_body()));

-- While it stands nothing is sent to the body's networks but what a person let go.
create table delivery_stop (
  body text primary key references body (slug),
  since timestamptz not null,
  person text not null references person (id),
  person_name text not null
);
alter table delivery_stop enable row level security;
create policy only_this_body on delivery_stop
  using (body = (select current_body())) with check (body = (select current_body()));
alter table delivery_command
  add column let_go_at timestamptz,
  add column let_go_by text references person (id);
create index delivery_command_waiting on delivery_command (body, created_at)
  where state in ('queued', 'under-way');

create table crisis (
  id uuid primary key,
  body text not null references body (slug),
  reason text not null check (length(reason) > 0),
  started_at timestamptz not null,
  started_by text not null references person (id),
  started_by_name text not null,
  ended_at timestamptz,
  ended_by text references person (id),
  ended_by_name text,
  ended_note text,
  -- What was held, sent and answered: numbers only.
  report jsonb,
  check ((ended_at is null) = (report is null))
);
create unique index crisis_live on crisis (body) where ended_at is null;
alter table crisis enable row level security;
create policy only_this_body on crisis
  using (body = (select current_body())) with check (body = (select current_body()));

-- When sending was stopped and let go again, within a crisis.
create table crisis_stop (
  id uuid primary key,
  body text not null references body (slug),
  crisis_id uuid not null references crisis (id),
  stopped_at timestamptz not null,
  stopped_by_name text not null,
  resumed_at timestamptz,
  resumed_by_name text,
  -- How many writes were still waiting then.
  waited integer
);
create index crisis_stop_crisis on crisis_stop (crisis_id, stopped_at);
alter table crisis_stop enable row level security;
create policy only_this_body on crisis_stop
  using (body = (select current_body())) with check (body = (select current_body()));

-- Texts for an emergency, approved beforehand by the head.
create table crisis_text (
  id uuid primary key,
  body text not null references body (slug),
  title text not null,
  text text not null check (length(text) > 0),
  approved_by text not null references person (id),
  approved_by_name text not null,
  approved_at timestamptz not null,
  retired_at timestamptz
);
create index crisis_text_body on crisis_text (body, approved_at) where retired_at is null;
alter table crisis_text enable row level security;
create policy only_this_body on crisis_text
  using (body = (select current_body())) with check (body = (select current_body()));

-- Comments under a post closed, or asked to be closed by hand, in a crisis.
create table crisis_closed_thread (
  id uuid primary key,
  body text not null references body (slug),
  crisis_id uuid not null references crisis (id),
  account_id uuid not null references account (id),
  network text not null,
  post_external_id text not null,
  reason text not null,
  person text not null references person (id),
  person_name text not null,
  at timestamptz not null,
  reopened_at timestamptz,
  idempotency_key text not null,
  unique (body, idempotency_key)
);
create index crisis_closed_thread_crisis on crisis_closed_thread (crisis_id, at);
alter table crisis_closed_thread enable row level security;
create policy only_this_body on crisis_closed_thread
  using (body = (select current_body())) with check (body = (select current_body()));

-- From how many decisions on the head is shown what was decided differently: fewer could name somebody. The last one counts.
create table equal_treatment_choice (
  id uuid primary key,
  body text not null references body (slug),
  smallest_group integer not null check (smallest_group between 3 and 1000),
  act text not null,
  person text not null references person (id),
  person_name text not null,
  at timestamptz not null
);
create index equal_treatment_choice_body on equal_treatment_choice (body, at, id);
alter table equal_treatment_choice enable row level security;
create policy only_this_body on equal_treatment_choice
  using (body = (select current_body())) with check (body = (select current_body()));
