-- SPDX-License-Identifier: AGPL-3.0-or-later
-- Adopted policies, word for word, with the act and the moment from which each is in force.

create table policy_version (
  body text not null references body (slug),
  version text not null,
  title text not null,
  source text not null,
  digest text not null check (digest ~ '^[0-9a-f]{64}$'),
  choices jsonb not null default '{}',
  act text not null,
  adopted_at timestamptz not null,
  in_force_since timestamptz not null,
  primary key (body, version)
);
create index policy_version_in_force on policy_version (body, in_force_since desc);
alter table policy_version enable row level security;
-- What is in force is public; adopting is the body's own act. Nothing updates or deletes a version.
create policy everyone_reads on policy_version for select using (true);
create policy only_this_body on policy_version for insert with check (body = (select current_body()));
