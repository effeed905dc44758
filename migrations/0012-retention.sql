-- SPDX-License-Identifier: AGPL-3.0-or-later
-- Contents of others on their networks' clocks, apart from what people here decided of them: words are blanked, ids, keyed
-- digests, decisions and the record stay.

alter table item
  -- Since when the oldest words still held of it were here; null: none are held.
  add column kept_since timestamptz,
  -- When the words of its latest version were blanked; null: they are here.
  add column purged_at timestamptz;
update item set kept_since = received_at;
create index item_kept on item (body, network, kept_since) where kept_since is not null;
create index item_gone on item (body, network, state_at) where kept_since is not null and visibility = 'deleted';
-- The sweep that looks for what was never judged walks along it.
create index item_received on item (body, received_at, id);

alter table item_version
  -- Keyed: what was written can be recognised, not read. Absent from what came before this column, until it is blanked.
  add column digest text,
  add column kept_since timestamptz,
  add column purged_at timestamptz;
update item_version set kept_since = greatest(item_version.at, item.received_at) from item where item.id = item_id;
alter table item_version alter column kept_since set default now(), alter column kept_since set not null;

-- Why a body may keep, sealed, what a network's contract would have it forget; never rewritten, a later row takes its place.
create table keeping_basis (
  id uuid primary key,
  body text not null references body (slug),
  network text not null,
  -- The rule of law, in the body's words, and the act by which it took it on itself.
  basis text not null check (length(basis) > 0),
  act text not null check (length(act) > 0),
  -- For how long evidence is kept on it.
  days integer not null check (days > 0),
  person text not null references person (id),
  person_name text not null,
  at timestamptz not null
);
create index keeping_basis_body on keeping_basis (body, network, at);
alter table keeping_basis enable row level security;
create policy only_this_body on keeping_basis
  using (body = (select current_body())) with check (body = (select current_body()));

alter table evidence
  -- The basis on which words are kept although the network's contract forbids it, and until when.
  add column basis uuid references keeping_basis (id),
  add column kept_until timestamptz,
  -- Goes with the words of the item, when the network's contract makes them go.
  add column with_item boolean not null default false,
  add column purged_at timestamptz;
create index evidence_kept_until on evidence (body, kept_until) where purged_at is null and kept_until is not null;

-- The server may only add to these tables. Here it may blank what has to go, of its own body, and change nothing else.
create function purge_item_words(its_items uuid[], its_versions integer[], its_digests text[], its_moment timestamptz)
  returns void
  language sql volatile security definer set search_path = pg_catalog, public
  begin atomic
    update public.item_version
       set text = '', digest = coalesce(item_version.digest, gone.digest), purged_at = its_moment
      from unnest(its_items, its_versions, its_digests) as gone (item, version, digest)
     where item_version.body = (select public.current_body())
       and item_version.item_id = gone.item and item_version.version = gone.version
       and item_version.purged_at is null;
  end;

-- What triage noticed stays; the words it quoted and where they stood go, where the words themselves are gone.
create function purge_judgement_words(its_items uuid[]) returns void
  language sql volatile security definer set search_path = pg_catalog, public
  begin atomic
    update public.judgement
       set signals = (
         select coalesce(jsonb_agg(signal || '{"reason": "", "spans": []}' order by nth), '[]')
           from jsonb_array_elements(judgement.signals) with ordinality as noticed (signal, nth))
      from public.moderation_case, public.item_version
     where judgement.body = (select public.current_body())
       and moderation_case.id = judgement.case_id and moderation_case.item_id = any (its_items)
       and item_version.item_id = moderation_case.item_id and item_version.version = judgement.item_version
       and item_version.purged_at is not null;
  end;

create function purge_evidence(its_decisions uuid[], its_moment timestamptz) returns void
  language sql volatile security definer set search_path = pg_catalog, public
  begin atomic
    update public.evidence
       set sealed = '', purged_at = its_moment
      from public.decision, public.moderation_case, public.item
     where evidence.body = (select public.current_body())
       and evidence.decision_id = any (its_decisions) and evidence.purged_at is null
       and decision.id = evidence.decision_id and moderation_case.id = decision.case_id
       and item.id = moderation_case.item_id
       and (evidence.kept_until <= its_moment or (evidence.with_item and item.purged_at is not null));
  end;
