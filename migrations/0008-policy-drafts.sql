-- SPDX-License-Identifier: AGPL-3.0-or-later
-- How a policy comes to be adopted: drafts and every text of theirs, proposal and approval by different people, and what a
-- body records where its policy waits for an act or is silent. Days are kept as they are written, `2026-01-13`.

alter table policy_version
  add column act_date text check (act_date ~ '^\d{4}-\d{2}-\d{2}$'),
  add column change_note text check (length(change_note) > 0);

create table policy_draft (
  id uuid primary key,
  body text not null references body (slug),
  name text not null,
  -- The version it started from.
  based_on text,
  source text not null,
  change_note text not null,
  -- The number of the revision that stands: a text put aside takes a number of its own and leaves this one.
  revision integer not null,
  last_revision integer not null,
  state text not null check (state in ('open', 'proposed', 'approved', 'discarded')),
  created_by text not null references person (id),
  created_by_name text not null,
  created_at timestamptz not null,
  updated_by text not null references person (id),
  updated_by_name text not null,
  updated_at timestamptz not null,
  proposed_by text references person (id),
  proposed_by_name text,
  approved_by text references person (id),
  -- The version it became.
  version text,
  unique (id, body),
  foreign key (body, based_on) references policy_version (body, version),
  foreign key (body, version) references policy_version (body, version),
  check ((state in ('proposed', 'approved')) = (proposed_by is not null)),
  check ((state = 'approved') = (approved_by is not null and version is not null)),
  -- Four eyes; that the approver wrote no revision either is seen to by a trigger.
  check (approved_by is null or approved_by not in (proposed_by, created_by, updated_by))
);
create index policy_draft_touched on policy_draft (body, updated_at desc);
alter table policy_draft enable row level security;
create policy only_this_body on policy_draft
  using (body = (select current_body())) with check (body = (select current_body()));

-- Every text ever saved, also the one that came too late and stands beside the others.
create table policy_draft_revision (
  draft_id uuid not null,
  body text not null references body (slug),
  revision integer not null,
  name text not null,
  source text not null,
  change_note text not null,
  digest text not null check (digest ~ '^[0-9a-f]{64}$'),
  aside boolean not null,
  -- The revision the writer had before them.
  written_on integer,
  written_by text not null references person (id),
  written_by_name text not null,
  at timestamptz not null,
  primary key (draft_id, revision),
  foreign key (draft_id, body) references policy_draft (id, body)
);
alter table policy_draft_revision enable row level security;
create policy only_this_body on policy_draft_revision
  using (body = (select current_body())) with check (body = (select current_body()));

-- What people did with a draft besides writing it.
create table policy_draft_step (
  id uuid primary key,
  draft_id uuid not null,
  body text not null references body (slug),
  step text not null check (step in ('opened', 'proposed', 'withdrawn', 'returned', 'approved', 'discarded', 'reopened')),
  revision integer not null,
  reasons text,
  person text not null references person (id),
  person_name text not null,
  at timestamptz not null,
  foreign key (draft_id, body) references policy_draft (id, body),
  check (step <> 'returned' or length(reasons) > 0)
);
create index policy_draft_step_draft on policy_draft_step (draft_id, id);
alter table policy_draft_step enable row level security;
create policy only_this_body on policy_draft_step
  using (body = (select current_body())) with check (body = (select current_body()));

create function approver_wrote_nothing() returns trigger language plpgsql as $$
begin
  if exists (select from policy_draft_revision where draft_id = new.id and written_by = new.approved_by) then
    raise exception 'who approves a draft wrote none of its texts' using errcode = 'check_violation';
  end if;
  return null;
end $$;
create trigger four_eyes after insert or update on policy_draft
  for each row when (new.approved_by is not null) execute function approver_wrote_nothing();

-- What was approved stays as it was approved; a text that comes later is put aside.
create function approved_draft_changed() returns trigger language plpgsql as $$
begin
  raise exception 'an approved draft does not change' using errcode = 'check_violation';
end $$;
create trigger approved_stands before update on policy_draft
  for each row when (old.state = 'approved'
    and (new.state, new.source, new.revision, new.change_note, new.proposed_by, new.approved_by, new.version)
      is distinct from (old.state, old.source, old.revision, old.change_note, old.proposed_by, old.approved_by, old.version))
  execute function approved_draft_changed();

-- Who brought a version to adoption. Apart from the version, which everybody may read.
create table policy_adoption (
  body text not null references body (slug),
  version text not null,
  draft_id uuid not null,
  proposed_by text not null references person (id),
  proposed_by_name text not null,
  approved_by text not null references person (id),
  approved_by_name text not null,
  primary key (body, version),
  foreign key (body, version) references policy_version (body, version),
  foreign key (draft_id, body) references policy_draft (id, body),
  check (approved_by <> proposed_by)
);
alter table policy_adoption enable row level security;
create policy only_this_body on policy_adoption
  using (body = (select current_body())) with check (body = (select current_body()));

-- Versions whose coming into force was told to those who judge by them.
create table policy_entry_into_force (
  body text not null references body (slug),
  version text not null,
  at timestamptz not null,
  primary key (body, version),
  foreign key (body, version) references policy_version (body, version)
);
alter table policy_entry_into_force enable row level security;
create policy only_this_body on policy_entry_into_force
  using (body = (select current_body())) with check (body = (select current_body()));
insert into policy_entry_into_force
  select body, version, in_force_since from policy_version where in_force_since <= now();

-- Acts that wake a clause, or open the comments that it keeps closed, until another act ends them.
create table policy_act (
  id uuid primary key,
  body text not null references body (slug),
  clause text not null,
  version text not null,
  act_number text not null,
  act_date text not null check (act_date ~ '^\d{4}-\d{2}-\d{2}$'),
  note text not null,
  recorded_by text not null references person (id),
  recorded_by_name text not null,
  at timestamptz not null,
  ended_act_number text,
  ended_act_date text check (ended_act_date ~ '^\d{4}-\d{2}-\d{2}$'),
  ended_note text,
  ended_by text references person (id),
  ended_by_name text,
  ended_at timestamptz,
  foreign key (body, version) references policy_version (body, version),
  check (num_nulls(ended_act_number, ended_act_date, ended_note, ended_by, ended_by_name, ended_at) in (0, 6))
);
create unique index policy_act_standing on policy_act (body, clause) where ended_at is null;
create index policy_act_body on policy_act (body, at);
alter table policy_act enable row level security;
create policy only_this_body on policy_act
  using (body = (select current_body())) with check (body = (select current_body()));

-- Hours of moderation that a body chose where its policy gives none; the last one counts, and null takes the choice back.
create table policy_hours_choice (
  id uuid primary key,
  body text not null references body (slug),
  version text not null,
  hours jsonb,
  basis text not null check (basis in ('act', 'decision')),
  act_number text not null,
  act_date text not null check (act_date ~ '^\d{4}-\d{2}-\d{2}$'),
  note text not null,
  recorded_by text not null references person (id),
  recorded_by_name text not null,
  at timestamptz not null,
  foreign key (body, version) references policy_version (body, version)
);
create index policy_hours_choice_body on policy_hours_choice (body, at);
alter table policy_hours_choice enable row level security;
create policy only_this_body on policy_hours_choice
  using (body = (select current_body())) with check (body = (select current_body()));

-- What judged is the text together with what was recorded beside it: the same version judges anew when that changes.
alter table judgement drop constraint judgement_pkey;
create unique index judgement_made on judgement
  (case_id, item_version, policy_version, (judgement -> 'policy' ->> 'digest')) nulls not distinct;
