-- SPDX-License-Identifier: AGPL-3.0-or-later
-- What a person says of an intervention of somebody too young, and what of it may be taken away.

-- Of these cases a person said that the rule on minors is about them: nothing is counted against whoever wrote there. No name, no
-- age and no account stands here; after the data are taken away nothing leads from the case to a person.
create table young_case (
  case_id uuid primary key references moderation_case (id),
  body text not null references body (slug),
  at timestamptz not null,
  -- When words, name and copies were taken away; null: they were not.
  emptied_at timestamptz
);
alter table young_case enable row level security;
create policy only_this_body on young_case
  using (body = (select current_body())) with check (body = (select current_body()));

-- The server may only add evidence. Here it may blank what was sealed of such a case, of its own body, unless it has to be kept: for
-- a hold, for the authorities, for a review that was asked.
create function purge_young(its_case uuid, its_moment timestamptz) returns void
  language sql volatile security definer set search_path = pg_catalog, public
  begin atomic
    update public.evidence
       set sealed = '', lasting = null, purged_at = its_moment
      from public.decision, public.young_case
     where evidence.body = (select public.current_body())
       and decision.id = evidence.decision_id and decision.case_id = its_case
       and young_case.case_id = its_case and young_case.emptied_at is not null
       and evidence.purged_at is null
       and not exists (select from public.legal_hold
                        where legal_hold.case_id = its_case and legal_hold.lifted_at is null)
       and not exists (select from public.authority_report
                        where authority_report.case_id = its_case
                          and authority_report.state in ('asked', 'due', 'filed'))
       and not exists (select from public.statement join public.review on review.statement_id = statement.id
                        where statement.case_id = its_case and review.state in ('unproved', 'open'));
  end;
