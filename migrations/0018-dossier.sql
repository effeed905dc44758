-- SPDX-License-Identifier: AGPL-3.0-or-later
-- What is kept in evidence and for how long, what is handed over of it, what waits for the authorities, and what is never kept.

alter table evidence
  -- The same with the personal data of others masked: it stays when the original goes.
  add column lasting bytea,
  -- When the original may go; null: it goes only with the rest.
  add column original_until timestamptz,
  add column original_purged_at timestamptz;
create index evidence_original_until on evidence (body, original_until)
  where original_until is not null and original_purged_at is null and purged_at is null;

-- For how many days originals and files handed over are kept; the last one counts.
create table evidence_term (
  id uuid primary key,
  body text not null references body (slug),
  original_days integer not null check (original_days between 1 and 3650),
  dossier_days integer not null check (dossier_days between 1 and 3650),
  act text not null,
  person text not null references person (id),
  person_name text not null,
  at timestamptz not null
);
create index evidence_term_body on evidence_term (body, at, id);
alter table evidence_term enable row level security;
create policy only_this_body on evidence_term
  using (body = (select current_body())) with check (body = (select current_body()));

create table legal_hold (
  id uuid primary key,
  body text not null references body (slug),
  case_id uuid not null references moderation_case (id),
  act text not null check (length(act) > 0),
  -- Why, under the author's key; after lifting, why that too.
  sealed bytea not null,
  person text not null references person (id),
  person_name text not null,
  at timestamptz not null,
  lifted_act text,
  lifted_sealed bytea,
  lifted_by text references person (id),
  lifted_by_name text,
  lifted_at timestamptz,
  check ((lifted_at is null) = (lifted_act is null))
);
create unique index legal_hold_case on legal_hold (case_id) where lifted_at is null;
create index legal_hold_body on legal_hold (body, at);
alter table legal_hold enable row level security;
create policy only_this_body on legal_hold
  using (body = (select current_body())) with check (body = (select current_body()));

create table dossier (
  id uuid primary key,
  body text not null references body (slug),
  case_id uuid not null references moderation_case (id),
  form text not null check (form in ('whole', 'masked')),
  purpose text not null check (purpose in ('authorities', 'records-request')),
  -- Whose key seals it.
  subject text not null,
  -- The file; empty where it had to go.
  sealed bytea not null,
  bytes integer not null,
  sha256 text not null,
  kept_until timestamptz not null,
  purged_at timestamptz,
  -- Of contents on a network's clock: no hold keeps it longer.
  on_clock boolean not null,
  person text not null references person (id),
  person_name text not null,
  at timestamptz not null
);
create index dossier_case on dossier (case_id, at);
create index dossier_kept on dossier (body, kept_until) where purged_at is null;
alter table dossier enable row level security;
create policy only_this_body on dossier
  using (body = (select current_body())) with check (body = (select current_body()));

-- Whether to tell the authorities: asked, answered with reasons, and carried out by the office that signs.
create table authority_report (
  id uuid primary key,
  body text not null references body (slug),
  case_id uuid not null references moderation_case (id),
  item_id uuid not null references item (id),
  -- What asked for it: a decision, or a person.
  decision_id uuid references decision (id),
  categories text[] not null,
  policy_version text not null,
  state text not null check (state in ('asked', 'declined', 'due', 'filed', 'void')),
  -- The answer's reasons, under the author's key.
  sealed bytea,
  course text check (course in ('ex-officio', 'private-complaint')),
  office text,
  known_on text check (known_on ~ '^\d{4}-\d{2}-\d{2}$'),
  due_on text check (due_on ~ '^\d{4}-\d{2}-\d{2}$'),
  answered_by text references person (id),
  answered_by_name text,
  answered_at timestamptz,
  dossier_id uuid references dossier (id),
  authority text,
  protocol text,
  filed_on text check (filed_on ~ '^\d{4}-\d{2}-\d{2}$'),
  filed_by text references person (id),
  filed_by_name text,
  filed_at timestamptz,
  at timestamptz not null,
  check (state not in ('declined', 'due', 'filed') or (sealed is not null and answered_by is not null)),
  check (state not in ('due', 'filed') or (course is not null and office is not null and due_on is not null)),
  check ((state = 'filed') = (protocol is not null and filed_on is not null))
);
create unique index authority_report_live on authority_report (case_id) where state in ('asked', 'due');
create index authority_report_case on authority_report (case_id, at);
create index authority_report_open on authority_report (body, due_on) where state in ('asked', 'due');
alter table authority_report enable row level security;
create policy only_this_body on authority_report
  using (body = (select current_body())) with check (body = (select current_body()));

-- A person said that an item may be child-abuse content: ids only, and nothing of it is ever stored again.
create table csam_concern (
  id uuid primary key,
  body text not null references body (slug),
  case_id uuid not null references moderation_case (id),
  item_id uuid not null references item (id),
  account_id uuid not null references account (id),
  item_external_id text not null,
  report_id uuid not null references authority_report (id),
  clauses text[] not null,
  law text,
  policy_version text not null,
  state text not null check (state in ('open', 'dismissed')),
  -- Letters to the people in charge: sent, or to be told by voice.
  alert text not null check (alert in ('promised', 'sent', 'by-hand')),
  alerted_at timestamptz,
  person text not null references person (id),
  person_name text not null,
  at timestamptz not null,
  dismissed_by text references person (id),
  dismissed_by_name text,
  dismissed_sealed bytea,
  dismissed_at timestamptz,
  check (cardinality(clauses) > 0 or law is not null),
  check ((state = 'dismissed') = (dismissed_at is not null))
);
create unique index csam_concern_case on csam_concern (case_id) where state = 'open';
create index csam_concern_item on csam_concern (item_id) where state = 'open';
create index csam_concern_place on csam_concern (account_id, item_external_id) where state = 'open';
alter table csam_concern enable row level security;
create policy only_this_body on csam_concern
  using (body = (select current_body())) with check (body = (select current_body()));

-- INVARIANT: whoever writes, and however often the network tells it, nothing of what such an item says is stored.
create function withhold_version() returns trigger language plpgsql as $$
begin
  if exists (select from public.csam_concern where item_id = new.item_id and state = 'open') then
    new.text := '';
    new.purged_at := coalesce(new.purged_at, now());
  end if;
  return new;
end $$;
create trigger withhold_version before insert on item_version for each row execute function withhold_version();

-- Nor as the post above others.
create function withhold_item() returns trigger language plpgsql as $$
begin
  if exists (select from public.csam_concern where item_id = new.id and state = 'open') then
    new.post_text := null;
    new.kept_since := null;
    new.purged_at := coalesce(new.purged_at, now());
  end if;
  if new.post_text is not null and exists (
      select from public.csam_concern
       where account_id = new.account_id and item_external_id = new.post_external_id and state = 'open') then
    new.post_text := null;
  end if;
  return new;
end $$;
create trigger withhold_item before insert or update on item for each row execute function withhold_item();

-- Nor as the first words of its case.
create function withhold_case() returns trigger language plpgsql as $$
begin
  if exists (select from public.csam_concern where case_id = new.id and state = 'open') then
    new.excerpt := '';
    new.priority := 0;
    new.must_look := true;
    -- Nobody is told to go and look.
    new.has_media := false;
    -- Before everything else that is grave.
    new.due_band := 0;
    new.due_rank := least(new.due_rank, new.received_at);
  end if;
  return new;
end $$;
create trigger withhold_case before update on moderation_case for each row execute function withhold_case();

-- The server may only add evidence. Here it may blank what was sealed before anybody knew, of its own body.
create function purge_withheld(its_item uuid, its_moment timestamptz) returns void
  language sql volatile security definer set search_path = pg_catalog, public
  begin atomic
    update public.evidence
       set sealed = '', lasting = null, purged_at = its_moment
      from public.decision, public.csam_concern
     where evidence.body = (select public.current_body())
       and decision.id = evidence.decision_id and csam_concern.case_id = decision.case_id
       and csam_concern.item_id = its_item and csam_concern.state = 'open' and evidence.purged_at is null;
  end;

-- Originals whose term has passed: not under a hold, nor while somebody may still ask for a review or one is open, nor while the
-- authorities are to be told. The masked copy stays.
create function purge_originals(its_body text, its_moment timestamptz, its_day text) returns integer
  language sql volatile security definer set search_path = pg_catalog, public
  begin atomic
    with gone as (
      update public.evidence
         set sealed = '', original_purged_at = its_moment
        from public.decision
       where evidence.body = (select public.current_body()) and evidence.body = its_body
         and decision.id = evidence.decision_id
         and evidence.original_until <= its_moment and evidence.lasting is not null
         and evidence.original_purged_at is null and evidence.purged_at is null
         and not exists (select from public.legal_hold
                          where legal_hold.case_id = decision.case_id and legal_hold.lifted_at is null)
         and not exists (select from public.authority_report
                          where authority_report.case_id = decision.case_id
                            and authority_report.state in ('asked', 'due'))
         and not exists (select from public.statement
                          where statement.case_id = decision.case_id and statement.withdrawn_at is null
                            and statement.ask_by >= its_day)
         and not exists (select from public.statement join public.review on review.statement_id = statement.id
                          where statement.case_id = decision.case_id and review.state in ('unproved', 'open'))
      returning 1)
    select count(*)::integer from gone;
  end;

-- What a network's contract makes go: a hold keeps only what stands on a basis that the body recorded.
create or replace function purge_evidence(its_decisions uuid[], its_moment timestamptz) returns void
  language sql volatile security definer set search_path = pg_catalog, public
  begin atomic
    update public.evidence
       set sealed = '', lasting = null, purged_at = its_moment
      from public.decision, public.moderation_case, public.item
     where evidence.body = (select public.current_body())
       and evidence.decision_id = any (its_decisions) and evidence.purged_at is null
       and decision.id = evidence.decision_id and moderation_case.id = decision.case_id
       and item.id = moderation_case.item_id
       and ((evidence.kept_until <= its_moment
             and not exists (select from public.legal_hold
                              where legal_hold.case_id = decision.case_id and legal_hold.lifted_at is null))
            or (evidence.with_item and item.purged_at is not null));
  end;
