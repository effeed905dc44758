-- SPDX-License-Identifier: AGPL-3.0-or-later
-- What the body itself says: drafts with every version ever saved, approvals that sign one version and no other, and what went
-- out, account by account.

-- Files as they were brought, told apart by their bytes. The token is the address under which networks fetch them.
create table editorial_media (
  id uuid primary key,
  body text not null references body (slug),
  digest text not null check (digest ~ '^[0-9a-f]{64}$'),
  kind text not null check (kind in ('image', 'video')),
  type text not null,
  bytes integer not null check (bytes > 0),
  content bytea not null,
  token text not null,
  uploaded_by text not null references person (id),
  uploaded_by_name text not null,
  at timestamptz not null,
  unique (body, token)
);
alter table editorial_media enable row level security;
create policy only_this_body on editorial_media
  using (body = (select current_body())) with check (body = (select current_body()));

create table editorial_draft (
  id uuid primary key,
  body text not null references body (slug),
  title text not null,
  state text not null check (state in ('open', 'proposed', 'approved', 'out', 'discarded')),
  -- The version that stands.
  version integer not null,
  -- When it is to go out, and whether a person fires it; as the standing version says.
  goes_at timestamptz,
  goes text not null check (goes in ('fired', 'at-its-time')),
  -- The publication whose copies are being corrected.
  corrects uuid,
  created_by text not null references person (id),
  created_by_name text not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  proposed_by text references person (id),
  proposed_by_name text,
  unique (id, body),
  check ((state in ('proposed', 'approved')) <= (proposed_by is not null))
);
create index editorial_draft_body on editorial_draft (body, state, updated_at desc);
create index editorial_draft_due on editorial_draft (body, goes_at) where state = 'approved';
alter table editorial_draft enable row level security;
create policy only_this_body on editorial_draft
  using (body = (select current_body())) with check (body = (select current_body()));

-- Every content ever saved. The digest covers all that would go out.
create table editorial_version (
  draft_id uuid not null,
  body text not null references body (slug),
  version integer not null,
  content jsonb not null,
  digest text not null check (digest ~ '^[0-9a-f]{64}$'),
  written_by text not null references person (id),
  written_by_name text not null,
  at timestamptz not null,
  primary key (draft_id, version),
  unique (draft_id, version, digest),
  foreign key (draft_id, body) references editorial_draft (id, body)
);
alter table editorial_version enable row level security;
create policy only_this_body on editorial_version
  using (body = (select current_body())) with check (body = (select current_body()));

create table editorial_comment (
  id uuid primary key,
  body text not null references body (slug),
  draft_id uuid not null,
  version integer not null,
  text text not null check (length(text) > 0),
  person text not null references person (id),
  person_name text not null,
  at timestamptz not null,
  foreign key (draft_id, version) references editorial_version (draft_id, version)
);
create index editorial_comment_draft on editorial_comment (draft_id, id);
alter table editorial_comment enable row level security;
create policy only_this_body on editorial_comment
  using (body = (select current_body())) with check (body = (select current_body()));

-- What was done with a draft besides writing it; no person: the program.
create table editorial_step (
  id uuid primary key,
  body text not null references body (slug),
  draft_id uuid not null,
  version integer not null,
  step text not null check (step in
    ('opened', 'proposed', 'returned', 'approved', 'voided', 'fired', 'waits', 'correcting', 'removed', 'discarded')),
  reasons text,
  person text references person (id),
  person_name text,
  at timestamptz not null,
  foreign key (draft_id, version) references editorial_version (draft_id, version),
  check (step not in ('returned', 'voided', 'waits', 'correcting', 'removed', 'discarded') or length(reasons) > 0),
  check ((person is null) = (person_name is null))
);
create index editorial_step_draft on editorial_step (draft_id, id);
alter table editorial_step enable row level security;
create policy only_this_body on editorial_step
  using (body = (select current_body())) with check (body = (select current_body()));

-- Signs one version, to the letter, under one version of the policy, until a moment.
create table editorial_approval (
  id uuid primary key,
  body text not null references body (slug),
  draft_id uuid not null,
  version integer not null,
  digest text not null,
  policy_version text not null,
  -- Of the version's digest and the policy's together.
  signed text not null check (signed ~ '^[0-9a-f]{64}$'),
  approved_by text not null references person (id),
  approved_by_name text not null,
  approved_by_role text not null,
  at timestamptz not null,
  until timestamptz not null check (until > at),
  voided_at timestamptz,
  voided_why text,
  foreign key (draft_id, version, digest) references editorial_version (draft_id, version, digest),
  foreign key (body, policy_version) references policy_version (body, version),
  check ((voided_at is null) = (voided_why is null))
);
create unique index editorial_approval_standing on editorial_approval (draft_id) where voided_at is null;
create index editorial_approval_draft on editorial_approval (draft_id, at);
alter table editorial_approval enable row level security;
create policy only_this_body on editorial_approval
  using (body = (select current_body())) with check (body = (select current_body()));

-- Four eyes: no later verb can forget them.
create function content_approver_wrote_nothing() returns trigger language plpgsql as $$
begin
  if exists (select from editorial_version where draft_id = new.draft_id and written_by = new.approved_by)
    or exists (select from editorial_draft where id = new.draft_id and new.approved_by in (created_by, proposed_by)) then
    raise exception 'who approves a content wrote none of its versions and did not propose it'
      using errcode = 'check_violation';
  end if;
  return null;
end $$;
create trigger four_eyes after insert or update of approved_by on editorial_approval
  for each row execute function content_approver_wrote_nothing();

-- One approval is carried out once.
create table editorial_publication (
  id uuid primary key,
  body text not null references body (slug),
  draft_id uuid not null,
  version integer not null,
  kind text not null check (kind in ('first', 'correction')),
  approval_id uuid not null unique references editorial_approval (id),
  by_itself boolean not null,
  fired_by text references person (id),
  fired_by_name text,
  at timestamptz not null,
  foreign key (draft_id, version) references editorial_version (draft_id, version),
  check (by_itself = (fired_by is null))
);
create unique index editorial_publication_first on editorial_publication (draft_id) where kind = 'first';
alter table editorial_publication enable row level security;
create policy only_this_body on editorial_publication
  using (body = (select current_body())) with check (body = (select current_body()));

create function publication_is_signed() returns trigger language plpgsql as $$
begin
  if not exists (select from editorial_approval where id = new.approval_id and draft_id = new.draft_id
      and version = new.version and voided_at is null and until > new.at) then
    raise exception 'what goes out is what was approved, while the approval stands' using errcode = 'check_violation';
  end if;
  return null;
end $$;
create trigger signed after insert on editorial_publication
  for each row execute function publication_is_signed();

-- One write on one account; its id is the cause of the write that delivery carries out.
create table editorial_outing (
  id uuid primary key,
  body text not null references body (slug),
  draft_id uuid not null,
  publication_id uuid references editorial_publication (id),
  account_id uuid not null references account (id),
  network text not null,
  act text not null check (act in ('publish', 'edit', 'remove')),
  -- Of an edit or a removal: the copy.
  about uuid references editorial_outing (id),
  -- Of a copy that repeats another: the original, and the clause by which.
  repeats uuid references editorial_outing (id),
  clause text,
  -- `waiting`: for its original; `ordered`: delivery is at it; `stopped`: refused at the moment of going out.
  state text not null check (state in ('waiting', 'ordered', 'out', 'stopped', 'withdrawn', 'removed')),
  why text,
  person text references person (id),
  external_id text,
  permalink text,
  at timestamptz not null,
  out_at timestamptz,
  foreign key (draft_id, body) references editorial_draft (id, body),
  check ((act = 'publish') = (about is null)),
  check ((state = 'stopped') <= (why is not null)),
  check ((repeats is null) = (clause is null))
);
create unique index editorial_outing_once on editorial_outing (draft_id, account_id) where act = 'publish';
create index editorial_outing_draft on editorial_outing (draft_id, id);
create index editorial_outing_open on editorial_outing (body, at) where state in ('waiting', 'ordered', 'stopped');
alter table editorial_outing enable row level security;
create policy only_this_body on editorial_outing
  using (body = (select current_body())) with check (body = (select current_body()));
