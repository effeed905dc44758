-- SPDX-License-Identifier: AGPL-3.0-or-later
-- On which ground somebody, or a place, is shown: releases and consents, withdrawn as easily as they were given. Days are days of
-- the calendar in Rome, `2026-03-01`.

-- Whoever is shown, a place that is, or an occasion. The key seals every word about them; without it they are erased.
create table consent_subject (
  id uuid primary key,
  body text not null references body (slug),
  kind text not null check (kind in ('person', 'premises', 'event')),
  sealed_key bytea,
  -- What they are called.
  sealed bytea not null,
  at timestamptz not null,
  erased_at timestamptz,
  erased_by text references person (id),
  unique (id, body),
  check ((sealed_key is null) = (erased_at is not null)),
  check ((erased_at is null) = (erased_by is null))
);
create index consent_subject_body on consent_subject (body, at);
alter table consent_subject enable row level security;
create policy only_this_body on consent_subject
  using (body = (select current_body())) with check (body = (select current_body()));

create table consent (
  id uuid primary key,
  body text not null references body (slug),
  subject_id uuid not null,
  age text check (age in ('adult', 'minor', 'deceased')),
  covers text[] not null check (covers <@ array['image', 'voice', 'name', 'interview', 'data'] and covers <> '{}'),
  purposes text[] not null check (purposes <@ array['information', 'events', 'campaigns'] and purposes <> '{}'),
  -- Networks, or accounts by their id; none: it covers nothing.
  channels text[] not null,
  given_on text not null check (given_on ~ '^\d{4}-\d\d-\d\d$'),
  valid_from text not null check (valid_from ~ '^\d{4}-\d\d-\d\d$'),
  valid_until text check (valid_until ~ '^\d{4}-\d\d-\d\d$' and valid_until >= valid_from),
  form text not null check (form in ('written', 'explicit', 'verbal')),
  -- Of the image, which is apart from the data.
  release text not null check (release in ('given', 'not-needed', 'missing')),
  basis text not null check (basis in ('consent', 'law', 'general-act', 'public-event', 'contract', 'public-office')),
  one_parent_explained boolean not null,
  has_reference boolean not null,
  -- The reasons, the acts, the data to the letter, where the paper is.
  sealed bytea not null,
  written_by text not null references person (id),
  written_by_name text not null,
  at timestamptz not null,
  foreign key (subject_id, body) references consent_subject (id, body)
);
create index consent_body on consent (body, at desc);
create index consent_subject_of on consent (subject_id);
create index consent_until on consent (body, valid_until) where valid_until is not null;
alter table consent enable row level security;
create policy only_this_body on consent
  using (body = (select current_body())) with check (body = (select current_body()));

-- Who signed: both parents, one, a guardian, the person.
create table consent_signature (
  consent_id uuid not null references consent (id),
  body text not null references body (slug),
  nth smallint not null,
  by text not null check (by in ('self', 'parent', 'guardian', 'heir', 'premises')),
  signed_on text not null check (signed_on ~ '^\d{4}-\d\d-\d\d$'),
  sealed bytea not null,
  primary key (consent_id, nth)
);
alter table consent_signature enable row level security;
create policy only_this_body on consent_signature
  using (body = (select current_body())) with check (body = (select current_body()));

create table consent_document (
  consent_id uuid primary key references consent (id),
  body text not null references body (slug),
  type text not null check (type in ('application/pdf', 'image/jpeg', 'image/png')),
  bytes integer not null check (bytes > 0),
  sealed bytea not null,
  kept_by text not null references person (id),
  at timestamptz not null
);
alter table consent_document enable row level security;
create policy only_this_body on consent_document
  using (body = (select current_body())) with check (body = (select current_body()));

create table consent_withdrawal (
  consent_id uuid primary key references consent (id),
  body text not null references body (slug),
  asked_on text not null check (asked_on ~ '^\d{4}-\d\d-\d\d$'),
  -- Who asked, and how.
  sealed bytea not null,
  copies integer not null,
  drafts integer not null,
  by text not null references person (id),
  by_name text not null,
  at timestamptz not null
);
alter table consent_withdrawal enable row level security;
create policy only_this_body on consent_withdrawal
  using (body = (select current_body())) with check (body = (select current_body()));

-- Said once thirty days before and once on the eve, of what is still out.
create table consent_warning (
  consent_id uuid not null references consent (id),
  body text not null references body (slug),
  days integer not null check (days in (30, 1)),
  copies integer not null,
  at timestamptz not null,
  primary key (consent_id, days)
);
alter table consent_warning enable row level security;
create policy only_this_body on consent_warning
  using (body = (select current_body())) with check (body = (select current_body()));

-- Whether a body is a public one, for which consent is rarely a ground: no policy file says it.
create table consent_choice (
  id uuid primary key,
  body text not null references body (slug),
  kind text not null check (kind in ('public', 'private')),
  by text not null references person (id),
  by_name text not null,
  at timestamptz not null
);
create index consent_choice_body on consent_choice (body, id);
alter table consent_choice enable row level security;
create policy only_this_body on consent_choice
  using (body = (select current_body())) with check (body = (select current_body()));
