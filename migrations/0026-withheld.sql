-- SPDX-License-Identifier: AGPL-3.0-or-later
-- What may be child-abuse content: where a hold or a duty to report stands, what was kept is set aside for a second person, who
-- alone has it destroyed; what others' evidence quotes of it goes. What staff write of a citizen is sealed.

alter table csam_concern
  add column person_role text not null default 'moderator',
  -- Somebody else than who raised it says whether what was kept goes.
  add column set_aside boolean not null default false,
  -- The words, under the author's key; null: there were none, or they are gone.
  add column withheld bytea,
  -- They go when the item has been gone from its network for as long as the contract says.
  add column with_item boolean not null default false,
  add column destroyed_by text references person (id),
  add column destroyed_by_name text,
  add column destroyed_at timestamptz,
  add constraint csam_concern_destroyed check ((destroyed_at is null) = (destroyed_by is null));

-- The police step of a concern waits beside what the case already owes.
alter table authority_report add column police boolean not null default false;
update authority_report set police = true from csam_concern where csam_concern.report_id = authority_report.id;
drop index authority_report_live;
create unique index authority_report_live on authority_report (case_id, police) where state in ('asked', 'due');

create index item_parent on item (account_id, parent_external_id) where parent_external_id is not null;

-- A false alarm: the words that were set aside come back to where they stood.
create function restore_withheld(its_concern uuid, its_versions integer[], its_texts text[]) returns void
  language sql volatile security definer set search_path = pg_catalog, public
  begin atomic
    update public.item_version
       set text = back.text, purged_at = null
      from unnest(its_versions, its_texts) as back (version, text), public.csam_concern
     where item_version.body = (select public.current_body())
       and csam_concern.id = its_concern and csam_concern.body = item_version.body
       and csam_concern.state = 'dismissed' and csam_concern.set_aside and csam_concern.destroyed_at is null
       and item_version.item_id = csam_concern.item_id and item_version.version = back.version
       and item_version.text = '' and item_version.purged_at is not null;
  end;

-- Evidence of what was written under such an item, sealed again without what it quoted of it.
create function reseal_evidence(its_decision uuid, its_sealed bytea, its_lasting bytea) returns void
  language sql volatile security definer set search_path = pg_catalog, public
  begin atomic
    update public.evidence
       set sealed = its_sealed, lasting = its_lasting
      from public.decision, public.moderation_case, public.item, public.csam_concern
     where evidence.body = (select public.current_body()) and evidence.decision_id = its_decision
       and evidence.purged_at is null
       and decision.id = evidence.decision_id and moderation_case.id = decision.case_id
       and item.id = moderation_case.item_id
       and csam_concern.account_id = item.account_id and csam_concern.state = 'open'
       and csam_concern.item_external_id in (item.post_external_id, item.parent_external_id);
  end;

-- How a request ended, as who noted it says: under the author's key.
alter table request_outcome drop column note;
alter table request_outcome
  add column subject uuid,
  add column sealed bytea,
  add constraint request_outcome_told check (decision_id is not null or sealed is not null) not valid;

-- Whom a person telephoned is one of a list; a name that they add is under the author's key.
update alarm_call set called = 'other';
alter table alarm_call
  add constraint alarm_call_called
    check (called in ('emergency', 'ambulance', 'police', 'local-police', 'social-services', 'colleague', 'other')),
  add column subject uuid,
  add column sealed bytea;

-- Texts of writes that came to their end, still to be blanked.
create index delivery_command_worded on delivery_command (body, settled_at)
  where state in ('confirmed', 'cancelled') and type in ('reply', 'answer-message', 'report') and person is not null
    and payload ->> 'text' <> '';
