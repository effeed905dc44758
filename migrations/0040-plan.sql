-- SPDX-License-Identifier: AGPL-3.0-or-later
-- What the body means to say and when: plans with every version ever saved, approvals that sign one of them, the reminders that a work
-- plan is not kept, what on the pages has to be looked at again, and the addresses under which calendars follow a plan.

create table editorial_plan (
  id uuid primary key,
  body text not null references body (slug),
  kind text not null check (kind in ('editorial', 'work')),
  -- As the standing version says.
  title text not null,
  from_day text not null check (from_day ~ '^\d{4}-\d\d-\d\d$'),
  to_day text not null check (to_day ~ '^\d{4}-\d\d-\d\d$' and to_day >= from_day),
  state text not null check (state in ('draft', 'proposed', 'approved', 'superseded', 'discarded')),
  version integer not null,
  created_by text not null references person (id),
  created_by_name text not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  proposed_by text references person (id),
  proposed_by_name text,
  unique (id, body),
  check ((state in ('proposed', 'approved')) <= (proposed_by is not null))
);
create index editorial_plan_days on editorial_plan (body, to_day);
alter table editorial_plan enable row level security;
create policy only_this_body on editorial_plan
  using (body = (select current_body())) with check (body = (select current_body()));

create table editorial_plan_version (
  plan_id uuid not null,
  body text not null references body (slug),
  version integer not null,
  content jsonb not null,
  digest text not null check (digest ~ '^[0-9a-f]{64}$'),
  written_by text not null references person (id),
  written_by_name text not null,
  at timestamptz not null,
  primary key (plan_id, version),
  unique (plan_id, version, digest),
  foreign key (plan_id, body) references editorial_plan (id, body)
);
alter table editorial_plan_version enable row level security;
create policy only_this_body on editorial_plan_version
  using (body = (select current_body())) with check (body = (select current_body()));

create table editorial_plan_step (
  id uuid primary key,
  body text not null references body (slug),
  plan_id uuid not null,
  version integer not null,
  step text not null check (step in ('opened', 'proposed', 'returned', 'approved', 'voided', 'superseded', 'discarded')),
  reasons text,
  person text not null references person (id),
  person_name text not null,
  at timestamptz not null,
  foreign key (plan_id, version) references editorial_plan_version (plan_id, version),
  check (step not in ('returned', 'voided', 'superseded', 'discarded') or length(reasons) > 0)
);
create index editorial_plan_step_plan on editorial_plan_step (plan_id, id);
alter table editorial_plan_step enable row level security;
create policy only_this_body on editorial_plan_step
  using (body = (select current_body())) with check (body = (select current_body()));

create table editorial_plan_approval (
  id uuid primary key,
  body text not null references body (slug),
  plan_id uuid not null,
  version integer not null,
  digest text not null,
  policy_version text not null,
  approved_by text not null references person (id),
  approved_by_name text not null,
  at timestamptz not null,
  voided_at timestamptz,
  voided_why text,
  foreign key (plan_id, version, digest) references editorial_plan_version (plan_id, version, digest),
  foreign key (body, policy_version) references policy_version (body, version),
  check ((voided_at is null) = (voided_why is null))
);
create unique index editorial_plan_approval_standing on editorial_plan_approval (plan_id) where voided_at is null;
alter table editorial_plan_approval enable row level security;
create policy only_this_body on editorial_plan_approval
  using (body = (select current_body())) with check (body = (select current_body()));

-- Four eyes: no later verb can forget them.
create function plan_approver_wrote_nothing() returns trigger language plpgsql as $$
begin
  if exists (select from editorial_plan_version where plan_id = new.plan_id and written_by = new.approved_by)
    or exists (select from editorial_plan where id = new.plan_id and new.approved_by in (created_by, proposed_by)) then
    raise exception 'who approves a plan wrote none of its versions and did not propose it'
      using errcode = 'check_violation';
  end if;
  return null;
end $$;
create trigger four_eyes after insert or update of approved_by on editorial_plan_approval
  for each row execute function plan_approver_wrote_nothing();

-- What the body chose where its policy does not say it; the last one holds.
create table editorial_plan_choice (
  id uuid primary key,
  body text not null references body (slug),
  -- Days within which a work plan has to be kept up to date; null: not chosen.
  work_days integer check (work_days between 1 and 366),
  -- Minutes after which a post is late; null: late from the day after.
  late_minutes integer check (late_minutes between 1 and 1440),
  act text not null check (length(act) > 0),
  person text not null references person (id),
  person_name text not null,
  at timestamptz not null
);
create index editorial_plan_choice_body on editorial_plan_choice (body, at desc);
alter table editorial_plan_choice enable row level security;
create policy only_this_body on editorial_plan_choice
  using (body = (select current_body())) with check (body = (select current_body()));

-- A work plan that was not kept up to date, or that is not there at all.
create table editorial_plan_reminder (
  id uuid primary key,
  body text not null references body (slug),
  plan_id uuid,
  since_day text not null check (since_day ~ '^\d{4}-\d\d-\d\d$'),
  opened_at timestamptz not null,
  closed_at timestamptz,
  foreign key (plan_id, body) references editorial_plan (id, body)
);
create unique index editorial_plan_reminder_open on editorial_plan_reminder (body) where closed_at is null;
alter table editorial_plan_reminder enable row level security;
create policy only_this_body on editorial_plan_reminder
  using (body = (select current_body())) with check (body = (select current_body()));

-- What is shown on the pages and has to be looked at again by a day: a content that is out, or the texts of a profile.
create table editorial_freshness (
  id uuid primary key,
  body text not null references body (slug),
  draft_id uuid,
  account_id uuid references account (id),
  what text not null check (length(what) > 0),
  review_on text not null check (review_on ~ '^\d{4}-\d\d-\d\d$'),
  set_by text not null references person (id),
  set_by_name text not null,
  set_at timestamptz not null,
  -- When the day had come and the task was opened.
  due_at timestamptz,
  done_at timestamptz,
  done_by text references person (id),
  done_by_name text,
  outcome text,
  foreign key (draft_id, body) references editorial_draft (id, body),
  check ((draft_id is null) <> (account_id is null)),
  check ((done_at is null) = (done_by is null) and (done_at is null) = (outcome is null))
);
create index editorial_freshness_open on editorial_freshness (body, review_on) where done_at is null;
alter table editorial_freshness enable row level security;
create policy only_this_body on editorial_freshness
  using (body = (select current_body())) with check (body = (select current_body()));

-- Addresses that nobody guesses; the address itself is shown once and not kept.
create table editorial_plan_feed (
  id uuid primary key,
  body text not null references body (slug),
  token_digest text not null unique check (token_digest ~ '^[0-9a-f]{64}$'),
  person text not null references person (id),
  person_name text not null,
  at timestamptz not null,
  revoked_at timestamptz,
  revoked_by_name text,
  check ((revoked_at is null) = (revoked_by_name is null))
);
create index editorial_plan_feed_body on editorial_plan_feed (body, at desc);
alter table editorial_plan_feed enable row level security;
create policy only_this_body on editorial_plan_feed
  using (body = (select current_body())) with check (body = (select current_body()));

-- Contents by their place in a plan.
create index editorial_version_slot on editorial_version (body, (content ->> 'slot')) where content ->> 'slot' is not null;
create index editorial_version_digest on editorial_version (body, digest);
