-- SPDX-License-Identifier: AGPL-3.0-or-later
-- The record: one hash chain a body. `content` is the exact text that was hashed; the columns are there to search by.

create table audit_entry (
  body text not null references body (slug),
  seq bigint not null,
  at timestamptz not null,
  kind text not null,
  subject text,
  content text not null,
  previous_hash text not null,
  hash text not null,
  primary key (body, seq)
);
create index audit_entry_subject on audit_entry (body, subject, seq);
alter table audit_entry enable row level security;
create policy only_this_body on audit_entry
  using (body = (select current_body())) with check (body = (select current_body()));

-- The end of each chain: locked by who adds the next entry, and the witness that the last ones were not cut off.
create table audit_head (
  body text primary key references body (slug),
  seq bigint not null,
  hash text not null
);
alter table audit_head enable row level security;
create policy only_this_body on audit_head
  using (body = (select current_body())) with check (body = (select current_body()));
