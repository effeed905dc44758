-- SPDX-License-Identifier: AGPL-3.0-or-later
-- A statement is told once its measure stands on the network, and the term for asking a review runs from when it was given.

alter table statement
  -- Since when its author is to be told: the measure stands, or told with it. Null: the measure is on its way.
  add column promised_at timestamptz,
  -- The term for asking, from the day on which it is given; null: none is set.
  add column ask_days integer check (ask_days > 0),
  add column ask_working boolean,
  add constraint statement_ask_term check ((ask_days is null) = (ask_working is null));

update statement set promised_at = at;
-- With a measure told in public, or not told, nothing said where the reasons are.
update statement set told = 'by-hand'
  from author_measure
 where author_measure.id = statement.cause and statement.told = 'with-measure' and author_measure.told <> 'private';
update statement set given_at = (
  select max(settled_at) from delivery_command
   where delivery_command.state = 'confirmed' and delivery_command.type in ('reply', 'answer-message')
     and (delivery_command.cause = statement.id::text
          or (statement.told = 'with-measure' and delivery_command.cause = statement.cause::text)))
 where given_at is null;
update statement set given_at = author_measure.given_at
  from author_measure
 where author_measure.id = statement.cause and statement.given_at is null and author_measure.told = 'by-hand';
update statement set ask_by = null where given_at is null;

create index statement_to_give on statement (body, promised_at)
  where given_at is null and withdrawn_at is null and promised_at is not null;

-- One that somebody brought to the desk does not use up the author's own.
drop index review_once;
create unique index review_once on review (statement_id, (via = 'by-hand'))
  where state in ('open', 'recorded', 'confirmed', 'overturned', 'corrected');

-- As before; while a statement was not given its term has not begun: for a year at most.
create or replace function purge_originals(its_body text, its_moment timestamptz, its_day text) returns integer
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
                            and (statement.ask_by >= its_day
                                 or (statement.given_at is null and statement.ask_days is not null
                                     and statement.at > its_moment - interval '365 days')))
         and not exists (select from public.statement join public.review on review.statement_id = statement.id
                          where statement.case_id = decision.case_id and review.state in ('unproved', 'open'))
      returning 1)
    select count(*)::integer from gone;
  end;
