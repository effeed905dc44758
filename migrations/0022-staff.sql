-- SPDX-License-Identifier: AGPL-3.0-or-later
-- Breaches of the internal rules, on their way to the disciplinary office. The desk sets no sanction and keeps no words of them
-- once they are handed over.

create table conduct_report (
  id uuid primary key,
  body text not null references body (slug),
  state text not null check (state in ('reported', 'confirmed', 'handed-over', 'dismissed')),
  -- The clause that sends breaches to a disciplinary procedure.
  clause text not null,
  policy_version text not null,
  -- What happened; gone when it is handed over or dismissed.
  sealed bytea,
  gravity text check (gravity in ('slight', 'medium', 'grave')),
  -- Of the hand-over: to which office, on which day, under which number.
  office text,
  reference text,
  handed_on text check (handed_on ~ '^\d{4}-\d{2}-\d{2}$'),
  person text not null references person (id),
  person_name text not null,
  at timestamptz not null,
  settled_by text references person (id),
  settled_at timestamptz,
  check ((state in ('reported', 'confirmed')) = (sealed is not null)),
  check (state in ('reported', 'dismissed') or gravity is not null),
  check ((state = 'handed-over') = (office is not null and reference is not null and handed_on is not null))
);
create index conduct_report_body on conduct_report (body, at);
alter table conduct_report enable row level security;
create policy only_this_body on conduct_report
  using (body = (select current_body())) with check (body = (select current_body()));
