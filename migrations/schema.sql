-- SPDX-License-Identifier: AGPL-3.0-or-later
-- The schema in which the migrations end, to be read: nothing runs this file. `portavoce schema` writes it from the
-- catalogue of a database just migrated; `npm run check` compares. The jobs' own tables belong to their library.

CREATE OR REPLACE FUNCTION public.account_on_network(on_network text, its_id text)
 RETURNS TABLE(body text, id uuid)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
BEGIN ATOMIC
 SELECT account.body,
     account.id
    FROM account
   WHERE ((account.network = account_on_network.on_network) AND (account.external_id = account_on_network.its_id));
END;
grant execute on function account_on_network(text,text) to public;
grant execute on function account_on_network(text,text) to portavoce_app;

CREATE OR REPLACE FUNCTION public.active_accounts()
 RETURNS TABLE(body text, id uuid, network text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
BEGIN ATOMIC
 SELECT account.body,
     account.id,
     account.network
    FROM account
   WHERE (account.state = 'active'::text);
END;
grant execute on function active_accounts() to public;
grant execute on function active_accounts() to portavoce_app;

CREATE OR REPLACE FUNCTION public.approved_draft_changed()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  raise exception 'an approved draft does not change' using errcode = 'check_violation';
end $function$;
grant execute on function approved_draft_changed() to public;
grant execute on function approved_draft_changed() to portavoce_app;

CREATE OR REPLACE FUNCTION public.approver_wrote_nothing()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if exists (select from policy_draft_revision where draft_id = new.id and written_by = new.approved_by) then
    raise exception 'who approves a draft wrote none of its texts' using errcode = 'check_violation';
  end if;
  return null;
end $function$;
grant execute on function approver_wrote_nothing() to public;
grant execute on function approver_wrote_nothing() to portavoce_app;

CREATE OR REPLACE FUNCTION public.author_of_case()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'public'
AS $function$
begin
  select item.author_id into new.author_id from public.item where item.id = new.item_id;
  return new;
end $function$;
grant execute on function author_of_case() to public;
grant execute on function author_of_case() to portavoce_app;

CREATE OR REPLACE FUNCTION public.author_of_item()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'public'
AS $function$
begin
  update public.moderation_case set author_id = new.author_id where item_id = new.id;
  return null;
end $function$;
grant execute on function author_of_item() to public;
grant execute on function author_of_item() to portavoce_app;

CREATE OR REPLACE FUNCTION public.body_of_account(its_id uuid)
 RETURNS text
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
RETURN (SELECT account.body FROM account WHERE (account.id = body_of_account.its_id));
grant execute on function body_of_account(uuid) to public;
grant execute on function body_of_account(uuid) to portavoce_app;

CREATE OR REPLACE FUNCTION public.body_of_invitation(its_digest text)
 RETURNS text
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
RETURN (SELECT invitation.body FROM invitation WHERE (invitation.digest = body_of_invitation.its_digest));
grant execute on function body_of_invitation(text) to public;
grant execute on function body_of_invitation(text) to portavoce_app;

CREATE OR REPLACE FUNCTION public.body_of_statement(its_digest text)
 RETURNS text
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
RETURN (SELECT statement.body FROM statement WHERE (statement.code_digest = body_of_statement.its_digest));
grant execute on function body_of_statement(text) to public;
grant execute on function body_of_statement(text) to portavoce_app;

CREATE OR REPLACE FUNCTION public.case_marks(its_body text, its_network text, its_kind text, its_author uuid, its_clauses text[], its_categories text[])
 RETURNS text[]
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN ((ARRAY[('=body:'::text || its_body), ('=network:'::text || its_network), ('=kind:'::text || its_kind), ('=author:'::text || its_author)] || ARRAY(SELECT ('=clause:'::text || clause.clause) FROM unnest(case_marks.its_clauses) clause(clause))) || ARRAY(SELECT ('=category:'::text || category.category) FROM unnest(case_marks.its_categories) category(category)));
grant execute on function case_marks(text,text,text,uuid,text[],text[]) to public;
grant execute on function case_marks(text,text,text,uuid,text[],text[]) to portavoce_app;

CREATE OR REPLACE FUNCTION public.case_terms(its_text text, its_marks text[])
 RETURNS tsvector
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN ((array_to_tsvector(ARRAY(SELECT DISTINCT mark.mark FROM unnest(case_terms.its_marks) mark(mark) WHERE (mark.mark IS NOT NULL))) || strip(to_tsvector('italian'::regconfig, searchable_text(its_text)))) || strip(to_tsvector('italian_whole'::regconfig, searchable_text(its_text))));
grant execute on function case_terms(text,text[]) to public;
grant execute on function case_terms(text,text[]) to portavoce_app;

CREATE OR REPLACE FUNCTION public.content_approver_wrote_nothing()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if exists (select from editorial_version where draft_id = new.draft_id and written_by = new.approved_by)
    or exists (select from editorial_draft where id = new.draft_id and new.approved_by in (created_by, proposed_by)) then
    raise exception 'who approves a content wrote none of its versions and did not propose it'
      using errcode = 'check_violation';
  end if;
  return null;
end $function$;
grant execute on function content_approver_wrote_nothing() to public;
grant execute on function content_approver_wrote_nothing() to portavoce_app;

CREATE OR REPLACE FUNCTION public.current_body()
 RETURNS text
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN NULLIF(current_setting('app.body'::text, true), ''::text);
grant execute on function current_body() to public;
grant execute on function current_body() to portavoce_app;

CREATE OR REPLACE FUNCTION public.current_person()
 RETURNS text
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN NULLIF(current_setting('app.person'::text, true), ''::text);
grant execute on function current_person() to public;
grant execute on function current_person() to portavoce_app;

CREATE OR REPLACE FUNCTION public.decided_under(its_clauses text[], besides uuid, since timestamp with time zone, how_many integer)
 RETURNS SETOF uuid
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
declare
  walk constant integer := 2000;
  -- Of those: one of fifty, which is sooner met by going on.
  common constant integer := 40;
  of_body constant text := public.current_body();
  walked integer;
  ids uuid[];
  clause text;
  touched tsquery;
begin
  if of_body is null or cardinality(its_clauses) = 0 then return; end if;
  select count(*), coalesce(array_agg(latest.id order by latest.decided_at desc) filter (where latest.fits), '{}')
    into walked, ids
    from (select c.id, c.decided_at, c.clauses && its_clauses and c.kind <> 'message' and c.id <> besides as fits
            from public.moderation_case c
           where c.body = of_body and c.state = 'decided' and c.decided_at >= since
           order by c.decided_at desc, c.id desc limit walk) as latest;
  if walked = walk and cardinality(ids) < how_many then
    if cardinality(ids) >= common then
      ids := array(select c.id from public.moderation_case c
                    where c.body = of_body and c.state = 'decided' and c.decided_at >= since
                      and c.clauses && its_clauses and c.kind <> 'message' and c.id <> besides
                    order by c.decided_at desc, c.id desc limit how_many);
    else
      foreach clause in array its_clauses loop
        touched := coalesce(touched || quote_literal('=clause:' || clause)::tsquery,
          quote_literal('=clause:' || clause)::tsquery);
      end loop;
      touched := quote_literal('=body:' || of_body)::tsquery && touched;
      ids := array(select c.id from public.case_terms t join public.moderation_case c on c.id = t.case_id
                    where t.terms @@ touched and c.body = of_body and c.state = 'decided' and c.decided_at >= since
                      and c.clauses && its_clauses and c.kind <> 'message' and c.id <> besides
                    order by c.decided_at desc, c.id desc limit how_many);
    end if;
  end if;
  return query select unnest(ids[1:how_many]);
end $function$;
grant execute on function decided_under(text[],uuid,timestamp with time zone,integer) to public;
grant execute on function decided_under(text[],uuid,timestamp with time zone,integer) to portavoce_app;

CREATE OR REPLACE FUNCTION public.end_push_devices()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'public'
AS $function$
begin
  delete from public.push_device
   where push_device.body = old.body and push_device.person = old.person
     and not exists (
       select from public.mandate
        where mandate.body = old.body and mandate.person = old.person and mandate.role <> 'auditor'
          and mandate.act is not null and (mandate.until is null or mandate.until > now()));
  return null;
end $function$;
grant execute on function end_push_devices() to public;
grant execute on function end_push_devices() to portavoce_app;

CREATE OR REPLACE FUNCTION public.expected_cases(terms tsquery)
 RETURNS double precision
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'public'
AS $function$
declare
  plan json;
begin
  execute format('explain (format json) select from public.case_terms t where t.terms @@ %L::tsquery', terms) into plan;
  return (plan -> 0 -> 'Plan' ->> 'Plan Rows')::float8;
end $function$;
grant execute on function expected_cases(tsquery) to portavoce_app;

CREATE OR REPLACE FUNCTION public.fold_queue_changes()
 RETURNS bigint
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
declare
  of_body constant text := public.current_body();
  folded bigint;
begin
  with gone as (
    delete from public.queue_change
     where id in (select id from public.queue_change where body = of_body for update skip locked)
    returning *
  ), added as (
    insert into public.queue_count as known
      select body, network, kind, state, priority, must_look, stuck, sum(cases) from gone
       group by 1, 2, 3, 4, 5, 6, 7 order by 1, 2, 3, 4, 5, 6, 7
    on conflict (body, network, kind, state, priority, must_look, stuck)
      do update set cases = known.cases + excluded.cases
  )
  select count(*) into folded from gone;
  return folded;
end $function$;
grant execute on function fold_queue_changes() to public;
grant execute on function fold_queue_changes() to portavoce_app;

CREATE OR REPLACE FUNCTION public.forget_case_words()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
begin
  update public.case_terms
     set terms = array_to_tsvector(array(
       select mark from unnest(tsvector_to_array(case_terms.terms)) as mark where starts_with(mark, '=')))
    from public.moderation_case, public.item
   where moderation_case.item_id = new.item_id and case_terms.case_id = moderation_case.id
     and item.id = new.item_id and item.version = new.version;
  return null;
end $function$;
grant execute on function forget_case_words() to public;
grant execute on function forget_case_words() to portavoce_app;

CREATE OR REPLACE FUNCTION public.forget_evidence_media()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  delete from public.evidence_media where decision_id = new.decision_id;
  return null;
end $function$;
grant execute on function forget_evidence_media() to public;
grant execute on function forget_evidence_media() to portavoce_app;

CREATE OR REPLACE FUNCTION public.forget_media()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  delete from public.media_copy where item_id = new.id;
  delete from public.media_asking where item_id = new.id;
  return null;
end $function$;
grant execute on function forget_media() to public;
grant execute on function forget_media() to portavoce_app;

CREATE OR REPLACE FUNCTION public.forget_unused_media(its_moment timestamp with time zone)
 RETURNS TABLE(kind text, id uuid, digest text)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
declare
  files uuid[];
  captions uuid[];
begin
  with recursive live as (
    select v.content from public.editorial_version v join public.editorial_draft d on d.id = v.draft_id
     where v.body = (select public.current_body())
       and (d.state <> 'discarded' or d.updated_at >= its_moment
            or exists (select from public.editorial_publication p where p.draft_id = d.id))
  ), kept (id) as (
    select m.id from public.editorial_media m
     where m.body = (select public.current_body())
       and (m.at >= its_moment or exists (
         select from live where live.content -> 'media' @> jsonb_build_array(jsonb_build_object('media', m.id))))
    union
    select unnest(array[m.made_of, m.first_of]) from public.editorial_media m join kept on kept.id = m.id
  )
  select array_agg(m.id) into files from public.editorial_media m
   where m.body = (select public.current_body()) and not exists (select from kept where kept.id = m.id);

  select array_agg(c.id) into captions from public.editorial_captions c
   where c.body = (select public.current_body()) and c.at < its_moment and not exists (
     select from public.editorial_version v join public.editorial_draft d on d.id = v.draft_id
      where v.body = c.body and v.content -> 'captions' @> jsonb_build_array(jsonb_build_object('captions', c.id))
        and (d.state <> 'discarded' or d.updated_at >= its_moment
             or exists (select from public.editorial_publication p where p.draft_id = d.id)));

  delete from public.editorial_shown s using public.editorial_rendition r
   where s.rendition_id = r.id and r.media_id = any (files);
  delete from public.editorial_rendition r where r.media_id = any (files);
  return query
    delete from public.editorial_media m where m.id = any (files) returning 'file'::text, m.id, m.digest;
  return query
    delete from public.editorial_captions c where c.id = any (captions) returning 'captions'::text, c.id, c.digest;
end $function$;
grant execute on function forget_unused_media(timestamp with time zone) to public;
grant execute on function forget_unused_media(timestamp with time zone) to portavoce_app;

CREATE OR REPLACE FUNCTION public.is_stuck(its_state text, its_enforcement text)
 RETURNS boolean
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN ((its_state = 'decided'::text) AND (its_enforcement = ANY (ARRAY['failed'::text, 'by-hand'::text, 'unknown'::text])));
grant execute on function is_stuck(text,text) to public;
grant execute on function is_stuck(text,text) to portavoce_app;

CREATE OR REPLACE FUNCTION public.keep_case_clauses()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
begin
  if tg_op = 'UPDATE' then
    delete from public.case_clause where case_id = new.id;
  end if;
  if new.state = 'decided' then
    insert into public.case_clause (body, clause, decided_at, case_id)
      select distinct new.body, clause, new.decided_at, new.id from unnest(new.clauses) as clause;
  end if;
  return null;
end $function$;
grant execute on function keep_case_clauses() to public;
grant execute on function keep_case_clauses() to portavoce_app;

CREATE OR REPLACE FUNCTION public.note_queue_change()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
begin
  if tg_op = 'INSERT' then
    insert into public.queue_change (body, network, kind, state, priority, must_look, stuck, cases)
      select body, network, kind, state, priority, must_look, public.is_stuck(state, enforcement), count(*)
        from came group by 1, 2, 3, 4, 5, 6, 7;
  elsif tg_op = 'DELETE' then
    insert into public.queue_change (body, network, kind, state, priority, must_look, stuck, cases)
      select body, network, kind, state, priority, must_look, public.is_stuck(state, enforcement), -count(*)
        from went group by 1, 2, 3, 4, 5, 6, 7;
  else
    insert into public.queue_change (body, network, kind, state, priority, must_look, stuck, cases)
      select body, network, kind, state, priority, must_look, stuck, sum(cases)
        from (select body, network, kind, state, priority, must_look, public.is_stuck(state, enforcement) as stuck,
                     1 as cases from came
              union all
              select body, network, kind, state, priority, must_look, public.is_stuck(state, enforcement), -1 from went
             ) as both_sides
       group by 1, 2, 3, 4, 5, 6, 7 having sum(cases) <> 0;
  end if;
  return null;
end $function$;
grant execute on function note_queue_change() to public;
grant execute on function note_queue_change() to portavoce_app;

CREATE OR REPLACE FUNCTION public.plan_approver_wrote_nothing()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if exists (select from editorial_plan_version where plan_id = new.plan_id and written_by = new.approved_by)
    or exists (select from editorial_plan where id = new.plan_id and new.approved_by in (created_by, proposed_by)) then
    raise exception 'who approves a plan wrote none of its versions and did not propose it'
      using errcode = 'check_violation';
  end if;
  return null;
end $function$;
grant execute on function plan_approver_wrote_nothing() to public;
grant execute on function plan_approver_wrote_nothing() to portavoce_app;

CREATE OR REPLACE FUNCTION public.publication_is_signed()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if new.kind = 'urgent' then
    if not exists (select from editorial_urgency where body = new.body and ended_at is null) then
      raise exception 'one person corrects alone only where an act of the body allows it' using errcode = 'check_violation';
    end if;
  elsif new.kind = 'undo' then
    if not exists (
      select from editorial_version now
        join editorial_version before on before.draft_id = now.draft_id and before.digest = now.digest
        join editorial_publication out on out.draft_id = before.draft_id and out.version = before.version
          and out.approval_id is not null
       where now.draft_id = new.draft_id and now.version = new.version) then
      raise exception 'what goes back goes back to what was approved' using errcode = 'check_violation';
    end if;
  elsif not exists (select from editorial_approval where id = new.approval_id and draft_id = new.draft_id
      and version = new.version and voided_at is null and until > new.at) then
    raise exception 'what goes out is what was approved, while the approval stands' using errcode = 'check_violation';
  end if;
  return null;
end $function$;
grant execute on function publication_is_signed() to public;
grant execute on function publication_is_signed() to portavoce_app;

CREATE OR REPLACE FUNCTION public.purge_evidence(its_decisions uuid[], its_moment timestamp with time zone)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
BEGIN ATOMIC
 UPDATE evidence SET sealed = '\x'::bytea, lasting = NULL::bytea, purged_at = purge_evidence.its_moment
    FROM decision,
     moderation_case,
     item
   WHERE ((evidence.body = ( SELECT current_body() AS current_body)) AND (evidence.decision_id = ANY (purge_evidence.its_decisions)) AND (evidence.purged_at IS NULL) AND (decision.id = evidence.decision_id) AND (moderation_case.id = decision.case_id) AND (item.id = moderation_case.item_id) AND (((evidence.kept_until <= purge_evidence.its_moment) AND (NOT (EXISTS ( SELECT
            FROM legal_hold
           WHERE ((legal_hold.case_id = decision.case_id) AND (legal_hold.lifted_at IS NULL)))))) OR (evidence.with_item AND (item.purged_at IS NOT NULL))));
END;
grant execute on function purge_evidence(uuid[],timestamp with time zone) to public;
grant execute on function purge_evidence(uuid[],timestamp with time zone) to portavoce_app;

CREATE OR REPLACE FUNCTION public.purge_item_words(its_items uuid[], its_versions integer[], its_digests text[], its_moment timestamp with time zone)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
BEGIN ATOMIC
 UPDATE item_version SET text = ''::text, digest = COALESCE(item_version.digest, gone.digest), purged_at = purge_item_words.its_moment
    FROM UNNEST(purge_item_words.its_items, purge_item_words.its_versions, purge_item_words.its_digests) gone(item, version, digest)
   WHERE ((item_version.body = ( SELECT current_body() AS current_body)) AND (item_version.item_id = gone.item) AND (item_version.version = gone.version) AND (item_version.purged_at IS NULL));
END;
grant execute on function purge_item_words(uuid[],integer[],text[],timestamp with time zone) to public;
grant execute on function purge_item_words(uuid[],integer[],text[],timestamp with time zone) to portavoce_app;

CREATE OR REPLACE FUNCTION public.purge_judgement_words(its_items uuid[])
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
BEGIN ATOMIC
 UPDATE judgement SET signals = ( SELECT COALESCE(jsonb_agg((noticed.signal || '{"spans": [], "reason": ""}'::jsonb) ORDER BY noticed.nth), '[]'::jsonb) AS "coalesce"
            FROM jsonb_array_elements(judgement.signals) WITH ORDINALITY noticed(signal, nth))
    FROM moderation_case,
     item_version
   WHERE ((judgement.body = ( SELECT current_body() AS current_body)) AND (moderation_case.id = judgement.case_id) AND (moderation_case.item_id = ANY (purge_judgement_words.its_items)) AND (item_version.item_id = moderation_case.item_id) AND (item_version.version = judgement.item_version) AND (item_version.purged_at IS NOT NULL));
END;
grant execute on function purge_judgement_words(uuid[]) to public;
grant execute on function purge_judgement_words(uuid[]) to portavoce_app;

CREATE OR REPLACE FUNCTION public.purge_originals(its_body text, its_moment timestamp with time zone, its_day text)
 RETURNS integer
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
BEGIN ATOMIC
 WITH gone AS (
          UPDATE evidence SET sealed = '\x'::bytea, original_purged_at = purge_originals.its_moment
            FROM decision
           WHERE ((evidence.body = ( SELECT current_body() AS current_body)) AND (evidence.body = purge_originals.its_body) AND (decision.id = evidence.decision_id) AND (evidence.original_until <= purge_originals.its_moment) AND (evidence.lasting IS NOT NULL) AND (evidence.original_purged_at IS NULL) AND (evidence.purged_at IS NULL) AND (NOT (EXISTS ( SELECT
                    FROM legal_hold
                   WHERE ((legal_hold.case_id = decision.case_id) AND (legal_hold.lifted_at IS NULL))))) AND (NOT (EXISTS ( SELECT
                    FROM authority_report
                   WHERE ((authority_report.case_id = decision.case_id) AND (authority_report.state = ANY (ARRAY['asked'::text, 'due'::text])))))) AND (NOT (EXISTS ( SELECT
                    FROM statement
                   WHERE ((statement.case_id = decision.case_id) AND (statement.withdrawn_at IS NULL) AND ((statement.ask_by >= purge_originals.its_day) OR ((statement.given_at IS NULL) AND (statement.ask_days IS NOT NULL) AND (statement.at > (purge_originals.its_moment - '365 days'::interval)))))))) AND (NOT (EXISTS ( SELECT
                    FROM (statement
                      JOIN review ON ((review.statement_id = statement.id)))
                   WHERE ((statement.case_id = decision.case_id) AND (review.state = ANY (ARRAY['unproved'::text, 'open'::text])))))))
           RETURNING 1 AS "?column?"
         )
  SELECT (count(*))::integer AS count
    FROM gone;
END;
grant execute on function purge_originals(text,timestamp with time zone,text) to public;
grant execute on function purge_originals(text,timestamp with time zone,text) to portavoce_app;

CREATE OR REPLACE FUNCTION public.purge_withheld(its_item uuid, its_moment timestamp with time zone)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
BEGIN ATOMIC
 UPDATE evidence SET sealed = '\x'::bytea, lasting = NULL::bytea, purged_at = purge_withheld.its_moment
    FROM decision,
     csam_concern
   WHERE ((evidence.body = ( SELECT current_body() AS current_body)) AND (decision.id = evidence.decision_id) AND (csam_concern.case_id = decision.case_id) AND (csam_concern.item_id = purge_withheld.its_item) AND (csam_concern.state = 'open'::text) AND (evidence.purged_at IS NULL));
END;
grant execute on function purge_withheld(uuid,timestamp with time zone) to public;
grant execute on function purge_withheld(uuid,timestamp with time zone) to portavoce_app;

CREATE OR REPLACE FUNCTION public.purge_young(its_case uuid, its_moment timestamp with time zone)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
BEGIN ATOMIC
 UPDATE evidence SET sealed = '\x'::bytea, lasting = NULL::bytea, purged_at = purge_young.its_moment
    FROM decision,
     young_case
   WHERE ((evidence.body = ( SELECT current_body() AS current_body)) AND (decision.id = evidence.decision_id) AND (decision.case_id = purge_young.its_case) AND (young_case.case_id = purge_young.its_case) AND (young_case.emptied_at IS NOT NULL) AND (evidence.purged_at IS NULL) AND (NOT (EXISTS ( SELECT
            FROM legal_hold
           WHERE ((legal_hold.case_id = purge_young.its_case) AND (legal_hold.lifted_at IS NULL))))) AND (NOT (EXISTS ( SELECT
            FROM authority_report
           WHERE ((authority_report.case_id = purge_young.its_case) AND (authority_report.state = ANY (ARRAY['asked'::text, 'due'::text, 'filed'::text])))))) AND (NOT (EXISTS ( SELECT
            FROM (statement
              JOIN review ON ((review.statement_id = statement.id)))
           WHERE ((statement.case_id = purge_young.its_case) AND (review.state = ANY (ARRAY['unproved'::text, 'open'::text])))))));
END;
grant execute on function purge_young(uuid,timestamp with time zone) to public;
grant execute on function purge_young(uuid,timestamp with time zone) to portavoce_app;

CREATE OR REPLACE FUNCTION public.queue_page(asked jsonb, after jsonb, how_many integer)
 RETURNS SETOF moderation_case
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
 SET client_min_messages TO 'error'
AS $function$
declare
  -- Of a thousand cases looked through.
  common constant integer := 5;
  first_look constant integer := 200;
  longest_look constant integer := 1200;
  shortest_look constant integer := 50;
  looked_enough constant integer := 1200;
  of_body constant text := public.current_body();
  is_open constant boolean := asked ->> 'state' = 'open';
  -- What of each case is needed to look further; of what is decided its place alone, which the index has, unless more is asked of it.
  what text := 'c.id, c.item_id, c.network, c.kind, c.clauses, c.categories, c.must_look, c.claimed_by, c.priority, c.due_band,
    c.learned_rank, c.due_rank, c.written_at, c.decided_at';
  -- Where cases come from, and what stands for their own columns there.
  source text := 'moderation_case c';
  decided_at text := 'c.decided_at';
  case_id text := 'c.id';
  in_order text;
  within text := ' c.body = $1 and ' || case asked ->> 'state'
    when 'open' then 'c.state = ''open'''
    when 'stuck' then 'c.state = ''decided'' and c.enforcement in (''failed'', ''by-hand'', ''unknown'')'
    else 'c.state = ''decided''' end;
  later text;
  filters text := '';
  by_terms text := '';
  -- All that is asked of the terms; the same but for the last word, which may be half typed; that word alone.
  terms tsquery;
  fixed tsquery;
  last_word tsquery;
  indexed tsquery;
  mark text;
  asked_for text;
  word text;
  nth integer := 0;
  place jsonb := after;
  walk integer := first_look;
  walked integer;
  all_walked integer := 0;
  hits integer;
  hits_last integer;
  all_hits integer := 0;
  all_hits_last integer := 0;
  is_whole boolean := false;
  -- How many cases there are of all bodies, and how many of them the planner expects to be found.
  all_cases float8;
  expected float8;
  is_rare boolean := false;
  -- Of open cases an index has it: the planner knows whether that or going on in order finds them sooner.
  is_indexed boolean := false;
  is_last_rare boolean := true;
  found uuid[];
  ids uuid[] := '{}';
begin
  if of_body is null then return; end if;
  for mark in select * from jsonb_array_elements_text(asked -> 'marks') loop
    asked_for := substr(mark, strpos(mark, ':') + 1);
    -- An index has what one author wrote, what was decided on one network or under one clause, in the order of the queue.
    if mark ~ '^=author:' then
      within := within || format(' and c.author_id = %L::uuid', asked_for);
      continue;
    elsif not is_open and mark ~ '^=network:' then
      within := within || format(' and c.network = %L', asked_for);
      continue;
    elsif not is_open and mark ~ '^=clause:' and source = 'moderation_case c' then
      source := 'case_clause k join moderation_case c on c.id = k.case_id';
      decided_at := 'k.decided_at';
      case_id := 'k.case_id';
      within := within || format(' and k.body = $1 and k.clause = %L', asked_for);
      continue;
    elsif mark ~ '^=(network|kind):' then
      filters := filters || format(' and c.%I = %L', substr(split_part(mark, ':', 1), 2), asked_for);
    elsif mark ~ '^=clause:' then
      is_indexed := is_open;
      filters := filters || format(' and c.clauses @> array[%L]', asked_for);
    elsif is_open and mark ~ '^=category:' then
      is_indexed := true;
      filters := filters || format(' and c.categories @> array[%L]', asked_for);
    end if;
    -- Of what is open there is little, and its columns say these; of what is decided much, and the index says it sooner.
    if not is_open then
      fixed := quote_literal(mark)::tsquery && coalesce(fixed, ''::tsquery);
    end if;
  end loop;
  in_order := case when is_open then 'c.priority, c.due_band, c.learned_rank, c.due_rank, c.written_at, c.id'
    else format('%s desc, %s desc', decided_at, case_id) end;
  later := case when is_open
    then ' and (c.priority, c.due_band, c.learned_rank, c.due_rank, c.written_at, c.id) >
             (($3 ->> ''priority'')::smallint, ($3 ->> ''due_band'')::integer, ($3 ->> ''learned_rank'')::smallint,
              ($3 ->> ''due_rank'')::timestamptz, ($3 ->> ''written_at'')::timestamptz, ($3 ->> ''id'')::uuid)'
    else format(' and (%s, %s) < (($3 ->> ''decided_at'')::timestamptz, ($3 ->> ''id'')::uuid)', decided_at, case_id) end;
  for word in select * from jsonb_array_elements_text(asked -> 'words') loop
    nth := nth + 1;
    if nth = jsonb_array_length(asked -> 'words') then
      last_word := to_tsquery('pg_catalog.italian', quote_literal(word)) || (quote_literal(word) || ':*')::tsquery;
    else
      -- Words that say nothing are left out.
      fixed := to_tsquery('pg_catalog.italian', quote_literal(word)) && coalesce(fixed, ''::tsquery);
    end if;
  end loop;
  if numnode(fixed) = 0 then fixed := null; end if;
  terms := coalesce(fixed && last_word, fixed, last_word);
  if terms is not null then
    by_terms := ' join case_terms t on t.case_id = c.id';
    all_cases := (select reltuples from pg_class where oid = 'public.case_terms'::regclass);
    expected := public.expected_cases(terms);
    is_rare := expected * 1000 < all_cases * common;
    if is_rare and fixed is not null and last_word is not null then
      is_last_rare := public.expected_cases(last_word) * 1000 < all_cases * common;
    end if;
    if all_cases > 0 and not is_rare then
      -- As far as a whole page of them should lie, and a little farther.
      walk := greatest(shortest_look, least(longest_look, ceil(how_many * 1.2 * all_cases / expected)::integer));
    end if;
  end if;
  if asked ? 'look' then filters := filters || ' and c.must_look'; end if;
  if asked ? 'held' then
    filters := filters || ' and c.item_id in (select item.id from item where item.body = $1 and item.visibility = ''held'')';
  end if;
  if asked ? 'claimedBy' then filters := filters || ' and c.claimed_by = $2 ->> ''claimedBy'''; end if;
  if asked ? 'unclaimed' then filters := filters || ' and c.claimed_by is null'; end if;
  if asked ? 'dueFrom' then filters := filters || ' and c.due_rank >= ($2 ->> ''dueFrom'')::timestamptz'; end if;
  if asked ? 'dueBefore' then filters := filters || ' and c.due_rank < ($2 ->> ''dueBefore'')::timestamptz'; end if;

  if filters = '' and not is_open then
    what := format('%s as id, %s as decided_at', case_id, decided_at);
  end if;
  if not is_rare and (filters <> '' and not is_indexed or terms is not null) then
    loop
      execute format(
        'with walked as materialized (select %7$s from %9$s where %1$s order by %2$s limit %3$s),
              noted as materialized (select c.*, %8$s from walked c %4$s),
              passed as (select c.id from noted c where c.whole %5$s order by %10$s limit %6$s)
         select (select count(*) from walked), array(select id from passed),
                (select count(*) from noted where whole), (select count(*) from noted where ending),
                (select to_jsonb(c) from walked c order by %11$s limit 1)',
        within || case when place is null then '' else later end, in_order, walk, by_terms, filters,
        how_many - cardinality(ids), what,
        case when terms is null then 'true as whole, true as ending'
             when fixed is null then 't.terms @@ $4 as whole, false as ending'
             else 't.terms @@ $4 as whole, t.terms @@ $5 as ending' end,
        source,
        case when is_open then in_order else 'c.decided_at desc, c.id desc' end,
        case when is_open
             then 'c.priority desc, c.due_band desc, c.learned_rank desc, c.due_rank desc, c.written_at desc, c.id desc'
             else 'c.decided_at, c.id' end)
        into walked, found, hits, hits_last, place using of_body, asked, place, terms, last_word;
      ids := ids || found;
      all_walked := all_walked + walked;
      all_hits := all_hits + hits;
      all_hits_last := all_hits_last + hits_last;
      is_whole := walked < walk or cardinality(ids) >= how_many;
      is_last_rare := all_hits_last * 1000 < common * all_walked;
      exit when is_whole or all_walked >= looked_enough;
      -- As far as what is missing should lie by what was found so far, and a little farther.
      walk := case when cardinality(ids) = 0 then longest_look
        else greatest(shortest_look, least(longest_look,
          ceil((how_many - cardinality(ids)) * 1.2 * all_walked / cardinality(ids))::integer)) end;
    end loop;
  end if;
  if not is_whole then
    -- What one of two hundred has is sooner met by going on than by reading all that the index knows of it.
    if terms is null or not is_rare and all_hits * 1000 >= common * all_walked then
      if terms is not null then filters := filters || ' and (t.terms @@ $4) is true'; end if;
    else
      -- A word that many begin with costs the index more than it spares.
      indexed := quote_literal('=body:' || of_body)::tsquery
        && case when fixed is not null and not is_last_rare then fixed else terms end;
    end if;
    -- What the index knows is few: all of it is fetched and then put in order. Walked in order until enough of it is met, the last page
    -- would walk to the end of the queue.
    execute format(
      case when indexed is null
        then 'select array(select c.id from %6$s %4$s where %1$s %5$s order by %2$s limit %3$s)'
        else 'with marked as materialized (
                select t.case_id from case_terms t where t.terms @@ $5 and (t.terms @@ $4) is true),
              kept as materialized (
                select %7$s from %6$s join marked on marked.case_id = c.id where %1$s %5$s)
              select array(select c.id from kept c order by %8$s limit %3$s)' end,
      within || case when place is null then '' else later end, in_order, how_many - cardinality(ids), by_terms, filters,
      source, what, case when is_open then in_order else 'c.decided_at desc, c.id desc' end)
      into found using of_body, asked, place, terms, indexed;
    ids := ids || found;
  end if;
  return query select c.* from unnest(ids) with ordinality as listed (id, nth)
    join public.moderation_case c on c.id = listed.id order by listed.nth;
end $function$;
grant execute on function queue_page(jsonb,jsonb,integer) to public;
grant execute on function queue_page(jsonb,jsonb,integer) to portavoce_app;

CREATE OR REPLACE FUNCTION public.reseal_evidence(its_decision uuid, its_sealed bytea, its_lasting bytea)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
BEGIN ATOMIC
 UPDATE evidence SET sealed = reseal_evidence.its_sealed, lasting = reseal_evidence.its_lasting
    FROM decision,
     moderation_case,
     item,
     csam_concern
   WHERE ((evidence.body = ( SELECT current_body() AS current_body)) AND (evidence.decision_id = reseal_evidence.its_decision) AND (evidence.purged_at IS NULL) AND (decision.id = evidence.decision_id) AND (moderation_case.id = decision.case_id) AND (item.id = moderation_case.item_id) AND (csam_concern.account_id = item.account_id) AND (csam_concern.state = 'open'::text) AND ((csam_concern.item_external_id = item.post_external_id) OR (csam_concern.item_external_id = item.parent_external_id)));
END;
grant execute on function reseal_evidence(uuid,bytea,bytea) to public;
grant execute on function reseal_evidence(uuid,bytea,bytea) to portavoce_app;

CREATE OR REPLACE FUNCTION public.restore_withheld(its_concern uuid, its_versions integer[], its_texts text[])
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
BEGIN ATOMIC
 UPDATE item_version SET text = back.text, purged_at = NULL::timestamp with time zone
    FROM UNNEST(restore_withheld.its_versions, restore_withheld.its_texts) back(version, text),
     csam_concern
   WHERE ((item_version.body = ( SELECT current_body() AS current_body)) AND (csam_concern.id = restore_withheld.its_concern) AND (csam_concern.body = item_version.body) AND (csam_concern.state = 'dismissed'::text) AND csam_concern.set_aside AND (csam_concern.destroyed_at IS NULL) AND (item_version.item_id = csam_concern.item_id) AND (item_version.version = back.version) AND (item_version.text = ''::text) AND (item_version.purged_at IS NOT NULL));
END;
grant execute on function restore_withheld(uuid,integer[],text[]) to public;
grant execute on function restore_withheld(uuid,integer[],text[]) to portavoce_app;

CREATE OR REPLACE FUNCTION public.searchable_text(its_text text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN translate(CASE WHEN (octet_length(its_text) = length(its_text)) THEN its_text ELSE regexp_replace(NORMALIZE(its_text, NFKD), '[\u0300-\u036f]+'::text, ''::text, 'g'::text) END, '''’‘@./_-:#&=+*?!<>'::text, '                  '::text);
grant execute on function searchable_text(text) to public;
grant execute on function searchable_text(text) to portavoce_app;

CREATE OR REPLACE FUNCTION public.sign_in_providers()
 RETURNS TABLE(body text, name text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
BEGIN ATOMIC
 SELECT provider.body,
     provider.name
    FROM sign_in_provider provider
   ORDER BY provider.name, provider.body;
END;
grant execute on function sign_in_providers() to public;
grant execute on function sign_in_providers() to portavoce_app;

CREATE OR REPLACE FUNCTION public.withhold_case()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
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
end $function$;
grant execute on function withhold_case() to public;
grant execute on function withhold_case() to portavoce_app;

CREATE OR REPLACE FUNCTION public.withhold_item()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
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
end $function$;
grant execute on function withhold_item() to public;
grant execute on function withhold_item() to portavoce_app;

CREATE OR REPLACE FUNCTION public.withhold_version()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if exists (select from public.csam_concern where item_id = new.item_id and state = 'open') then
    new.text := '';
    new.purged_at := coalesce(new.purged_at, now());
  end if;
  return new;
end $function$;
grant execute on function withhold_version() to public;
grant execute on function withhold_version() to portavoce_app;

create table account (
  id uuid not null,
  body text not null,
  network text not null,
  external_id text not null,
  handle text not null,
  name text not null,
  url text not null,
  act text not null,
  state text not null,
  created_at timestamp with time zone not null
);
alter table account add constraint account_pkey PRIMARY KEY (id);
alter table account add constraint account_network_external_id_key UNIQUE (network, external_id);
alter table account add constraint account_body_fkey FOREIGN KEY (body) REFERENCES body(slug);
alter table account add constraint account_state_check CHECK ((state = ANY (ARRAY['active'::text, 'suspended'::text, 'closed'::text])));
CREATE INDEX account_body ON public.account USING btree (body);
alter table account enable row level security;
create policy only_this_body on account for all to public using ((body = ( SELECT current_body() AS current_body))) with check ((body = ( SELECT current_body() AS current_body)));
grant delete, insert, select, update on account to portavoce_app;

create table account_allowance (
  body text not null,
  network text not null,
  day text not null,
  for_reads integer not null,
  for_writes integer not null
);
alter table account_allowance add constraint account_allowance_pkey PRIMARY KEY (body, network, day);
alter table account_allowance add constraint account_allowance_body_fkey FOREIGN KEY (body) REFERENCES body(slug);
alter table account_allowance enable row level security;
create policy only_this_body on account_allowance for all to public using ((body = ( SELECT current_body() AS current_body))) with check ((body = ( SELECT current_body() AS current_body)));
grant insert, select, update on account_allowance to portavoce_app;

create table account_application (
  body text not null,
  network text not null,
  base_url text not null,
  sealed_secrets bytea not null,
  updated_at timestamp with time zone not null
);
alter table account_application add constraint account_application_pkey PRIMARY KEY (body, network);
alter table account_application add constraint account_application_body_fkey FOREIGN KEY (body) REFERENCES body(slug);
alter table account_application enable row level security;
create policy only_this_body on account_application for all to public using ((body = ( SELECT current_body() AS current_body))) with check ((body = ( SELECT current_body() AS current_body)));
grant delete, insert, select, update on account_application to portavoce_app;

create table account_archive (
  account_id uuid not null,
  body text not null,
  content text not null,
  digest text not null,
  kept_at text not null,
  at timestamp with time zone not null
);
alter table account_archive add constraint account_archive_pkey PRIMARY KEY (account_id);
alter table account_archive add constraint account_archive_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id);
alter table account_archive add constraint account_archive_body_fkey FOREIGN KEY (body) REFERENCES body(slug);
CREATE INDEX account_archive_body ON public.account_archive USING btree (body);
alter table account_archive enable row level security;
create policy only_this_body on account_archive for all to public using ((body = ( SELECT current_body() AS current_body))) with check ((body = ( SELECT current_body() AS current_body)));
grant insert, select on account_archive to portavoce_app;

create table account_authorisation (
  state text not null,
  body text not null,
  network text not null,
  account_id uuid,
  person text not null,
  sealed_verifier bytea not null,
  redirect text not null,
  created_at timestamp with time zone not null,
  redeemed_at timestamp with time zone,
  sealed_choices bytea
);
alter table account_authorisation add constraint account_authorisation_pkey PRIMARY KEY (state);
alter table account_authorisation add constraint account_authorisation_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id);
alter table account_authorisation add constraint account_authorisation_body_fkey FOREIGN KEY (body) REFERENCES body(slug);
alter table account_authorisation add constraint account_authorisation_person_fkey FOREIGN KEY (person) REFERENCES person(id);
CREATE INDEX account_authorisation_body ON public.account_authorisation USING btree (body, created_at);
alter table account_authorisation enable row level security;
create policy only_this_body on account_authorisation for all to public using ((body = ( SELECT current_body() AS current_body))) with check ((body = ( SELECT current_body() AS current_body)));
grant delete, insert, select, update on account_authorisation to portavoce_app;

create table account_change (
  id uuid not null,
  body text not null,
  account_id uuid not null,
  state text not null,
  act text not null,
  reason text not null,
  person text not null,
  person_name text not null,
  at timestamp with time zone not null
);
alter table account_change add constraint account_change_pkey PRIMARY KEY (id);
alter table account_change add constraint account_change_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id);
alter table account_change add constraint account_change_body_fkey FOREIGN KEY (body) REFERENCES body(slug);
alter table account_change add constraint account_change_person_fkey FOREIGN KEY (person) REFERENCES person(id);
alter table account_change add constraint account_change_act_check CHECK ((length(act) > 0));
alter table account_change add constraint account_change_reason_check CHECK ((length(reason) > 0));
alter table account_change add constraint account_change_state_check CHECK ((state = ANY (ARRAY['active'::text, 'suspended'::text, 'closed'::text])));
CREATE INDEX account_change_of ON public.account_change USING btree (body, account_id, at);
alter table account_change enable row level security;
create policy only_this_body on account_change for all to public using ((body = ( SELECT current_body() AS current_body))) with check ((body = ( SELECT current_body() AS current_body)));
grant insert, select on account_change to portavoce_app;

create table account_check (
  id uuid not null,
  body text not null,
  account_id uuid not null,
  bio boolean not null,
  pinned boolean not null,
  links boolean not null,
  privacy boolean not null,
  texts_digest text not null,
  note text not null,
  person text not null,
  person_name text not null,
  at timestamp with time zone not null
);
alter table account_check add constraint account_check_pkey PRIMARY KEY (id);
alter table account_check add constraint account_check_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id);
alter table account_check add constraint account_check_body_fkey FOREIGN KEY (body) REFERENCES body(slug);
alter table account_check add constraint account_check_person_fkey FOREIGN KEY (person) REFERENCES person(id);
CREATE INDEX account_check_of ON public.account_check USING btree (body, account_id, at);
alter table account_check enable row level security;
create policy only_this_body on account_check for all to public using ((body = ( SELECT current_body() AS current_body))) with check ((body = ( SELECT current_body() AS current_body)));
grant insert, select on account_check to portavoce_app;

create table account_connection (
  account_id uuid not null,
  body text not null,
  base_url text not null,
  sealed_credentials bytea not null,
  updated_at timestamp with time zone not null,
  expiries jsonb not null default '[]'::jsonb,
  lacking text[] not null default '{}'::text[],
  quota jsonb,
  fault jsonb,
  fault_at timestamp with time zone,
  checked_at timestamp with time zone,
  check_after timestamp with time zone,
  renewed_at timestamp with time zone,
  renewing_until timestamp with time zone,
  figures_day text,
  figures_after timestamp with time zone,
  notices_address text,
  notices_until timestamp with time zone,
  notices_after timestamp with time zone,
  notices_error text,
  connected_by text
);
alter table account_connection add constraint account_connection_pkey PRIMARY KEY (account_id);
alter table account_connection add constraint account_connection_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id);
alter table account_connection add constraint account_connection_body_fkey FOREIGN KEY (body) REFERENCES body(slug);
alter table account_connection add constraint account_connection_connected_by_fkey FOREIGN KEY (connected_by) REFERENCES person(id);
alter table account_connection enable row level security;
create policy only_this_body on account_connection for all to public using ((body = ( SELECT current_body() AS current_body))) with check ((body = ( SELECT current_body() AS current_body)));
grant delete, insert, select, update on account_connection to portavoce_app;

create table account_cursor (
  account_id uuid not null,
  body text not null,
  cursor text,
  read_at timestamp with time zone,
  error text,
  failures integer not null default 0,
  written_at timestamp with time zone,
  told_at timestamp with time zone
);
alter table account_cursor add constraint account_cursor_pkey PRIMARY KEY (account_id);
alter table account_cursor add constraint account_cursor_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id);
alter table account_cursor add constraint account_cursor_body_fkey FOREIGN KEY (body) REFERENCES body(slug);
alter table account_cursor enable row level security;
create policy only_this_body on account_cursor for all to public using ((body = ( SELECT current_body() AS current_body))) with check ((body = ( SELECT current_body() AS current_body)));
grant delete, insert, select, update on account_cursor to portavoce_app;

create table account_declaration (
  id uuid not null,
  body text not null,
  network text not null,
  declared text not null,
  act text not null,
  person text,
  person_name text,
  at timestamp with time zone not null
);
alter table account_declaration add constraint account_declaration_pkey PRIMARY KEY (id);
alter table account_declaration add constraint account_declaration_body_fkey FOREIGN KEY (body) REFERENCES body(slug);
alter table account_declaration add constraint account_declaration_person_fkey FOREIGN KEY (person) REFERENCES person(id);
CREATE INDEX account_declaration_body ON public.account_declaration USING btree (body, network, at);
alter table account_declaration enable row level security;
create policy only_this_body on account_declaration for all to public using ((body = ( SELECT current_body() AS current_body))) with check ((body = ( SELECT current_body() AS current_body)));
grant insert, select on account_declaration to portavoce_app;

create table account_figure (
  id uuid not null,
  body text not null,
  account_id uuid not null,
  measure text not null,
  post text,
  day text not null,
  value bigint not null
);
alter table account_figure add constraint account_figure_pkey PRIMARY KEY (id);
alter table account_figure add constraint account_figure_account_id_measure_post_day_key UNIQUE NULLS NOT DISTINCT (account_id, measure, post, day);
alter table account_figure add constraint account_figure_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id);
alter table account_figure add constraint account_figure_body_fkey FOREIGN KEY (body) REFERENCES body(slug);
alter table account_figure enable row level security;
create policy only_this_body on account_figure for all to public using ((body = ( SELECT current_body() AS current_body))) with check ((body = ( SELECT current_body() AS current_body)));
grant insert, select, update on account_figure to portavoce_app;

create table account_impostor (
  id uuid not null,
  body text not null,
  network text not null,
  url text not null,
  name text not null,
  by_staff boolean not null,
  note text not null,
  clause text,
  policy_version text not null,
  state text not null,
  noticed_by text not null,
  noticed_by_name text not null,
  noticed_at timestamp with time zone not null,
  reference text,
  reported_by_name text,
  reported_at timestamp with time zone,
  settled_by_name text,
  settled_at timestamp with time zone,
  settled_note text
);
alter table account_impostor add constraint account_impostor_pkey PRIMARY KEY (id);
alter table account_impostor add constraint account_impostor_body_fkey FOREIGN KEY (body) REFERENCES body(slug);
alter table account_impostor add constraint account_impostor_noticed_by_fkey FOREIGN KEY (noticed_by) REFERENCES person(id);
alter table account_impostor add constraint account_impostor_check CHECK (((state <> 'reported'::text) OR (reported_at IS NOT NULL)));
alter table account_impostor add constraint account_impostor_state_check CHECK ((state = ANY (ARRAY['to-report'::text, 'reported'::text, 'gone'::text, 'mistaken'::text])));
CREATE INDEX account_impostor_body ON public.account_impostor USING btree (body, noticed_at, id);
alter table account_impostor enable row level security;
create policy only_this_body on account_impostor for all to public using ((body = ( SELECT current_body() AS current_body))) with check ((body = ( SELECT current_body() AS current_body)));
grant insert, select, update on account_impostor to portavoce_app;

create table account_keeper (
  id uuid not null,
  body text not null,
  account_id uuid not null,
  person text not null,
  person_name text not null,
  act text not null,
  since timestamp with time zone not null,
  given_by text,
  ended_at timestamp with time zone,
  ended_act text,
  ended_by text
);
alter table account_keeper add constraint account_keeper_pkey PRIMARY KEY (id);
alter table account_keeper add constraint account_keeper_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id);
alter table account_keeper add constraint account_keeper_body_fkey FOREIGN KEY (body) REFERENCES body(slug);
alter table account_keeper add constraint account_keeper_ended_by_fkey FOREIGN KEY (ended_by) REFERENCES person(id);
alter table account_keeper add constraint account_keeper_given_by_fkey FOREIGN KEY (given_by) REFERENCES person(id);
alter table account_keeper add constraint account_keeper_person_fkey FOREIGN KEY (person) REFERENCES person(id);
alter table account_keeper add constraint account_keeper_act_check CHECK ((length(act) > 0));
CREATE INDEX account_keeper_body ON public.account_keeper USING btree (body);
CREATE UNIQUE INDEX account_keeper_once ON public.account_keeper USING btree (account_id, person) WHERE (ended_at IS NULL);
alter table account_keeper enable row level security;
create policy only_this_body on account_keeper for all to public using ((body = ( SELECT current_body() AS current_body))) with check ((body = ( SELECT current_body() AS current_body)));
grant insert, select on account_keeper to portavoce_app;
grant update (ended_at, ended_act, ended_by) on account_keeper to portavoce_app;

create table account_request (
  id uuid not null,
  body text not null,
  network text not null,
  service text not null,
  sort text,
  answers jsonb not null,
  keeper text not null,
  keeper_name text not null,
  state text not null,
  policy_version text not null,
  asked_by text not null,
  asked_by_name text not null,
  asked_at timestamp with time zone not null,
  opinion text,
  opinion_office text,
  opinion_note text,
  opinion_by text,
  opinion_by_name text,
  opinion_at timestamp with time zone,
  authority text,
  act_number text,
  act_date text,
  settled_note text,
  settled_by text,
  settled_by_name text,
  settled_at timestamp with time zone,
  account_id uuid
);
alter table account_request add constraint account_request_pkey PRIMARY KEY (id);
alter table account_request add constraint account_request_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id);
alter table account_request add constraint account_request_asked_by_fkey FOREIGN KEY (asked_by) REFERENCES person(id);
alter table account_request add constraint account_request_body_fkey FOREIGN KEY (body) REFERENCES body(slug);
alter table account_request add constraint account_request_keeper_fkey FOREIGN KEY (keeper) REFERENCES person(id);
alter table account_request add constraint account_request_opinion_by_fkey FOREIGN KEY (opinion_by) REFERENCES person(id);
alter table account_request add constraint account_request_settled_by_fkey FOREIGN KEY (settled_by) REFERENCES person(id);
alter table account_request add constraint account_request_act_date_check CHECK ((act_date ~ '^\d{4}-\d{2}-\d{2}$'::text));
alter table account_request add constraint account_request_check CHECK (((state = 'opened'::text) = (account_id IS NOT NULL)));
alter table account_request add constraint account_request_check1 CHECK (((state <> ALL (ARRAY['authorised'::text, 'opened'::text])) OR ((authority IS NOT NULL) AND (act_number IS NOT NULL) AND (act_date IS NOT NULL))));
alter table account_request add constraint account_request_check2 CHECK (((settled_by IS NULL) OR (settled_by <> asked_by)));
alter table account_request add constraint account_request_opinion_check CHECK ((opinion = ANY (ARRAY['favourable'::text, 'contrary'::text])));
alter table account_request add constraint account_request_service_check CHECK (((length(service) >= 3) AND (length(service) <= 200)));
alter table account_request add constraint account_request_state_check CHECK ((state = ANY (ARRAY['asked'::text, 'opined'::text, 'authorised'::text, 'refused'::text, 'opened'::text])));
CREATE INDEX account_request_body ON public.account_request USING btree (body, asked_at, id);
alter table account_request enable row level security;
create policy only_this_body on account_request for all to public using ((body = ( SELECT current_body() AS current_body))) with check ((body = ( SELECT current_body() AS current_body)));
grant insert, select, update on account_request to portavoce_app;

create table account_warning (
  account_id uuid not null,
  body text not null,
  what text not null,
  until timestamp with time zone not null,
  days smallint not null,
  told_at timestamp with time zone not null
);
alter table account_warning add constraint account_warning_pkey PRIMARY KEY (account_id, what, until, days);
alter table account_warning add constraint account_warning_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id);
alter table account_warning add constraint account_warning_body_fkey FOREIGN KEY (body) REFERENCES body(slug);
alter table account_warning add constraint account_warning_days_check CHECK ((days = ANY (ARRAY[30, 14, 7, 2, 0])));
alter table account_warning add constraint account_warning_what_check CHECK ((what = ANY (ARRAY['access'::text, 'renewal'::text, 'permission'::text, 'connection'::text, 'role'::text, 'lacking'::text])));
alter table account_warning enable row level security;
create policy only_this_body on account_warning for all to public using ((body = ( SELECT current_body() AS current_body))) with check ((body = ( SELECT current_body() AS current_body)));
grant insert, select on account_warning to portavoce_app;

create table alarm (
  id uuid not null,
  body text not null,
  case_id uuid not null,
  item_version integer not null,
  state text not null,
  people text[] not null,
  calls_made integer not null,
  next_at timestamp with time zone,
  raised_at timestamp with time zone not null,
  taken_by text,
  taken_by_name text,
  taken_at timestamp with time zone,
  ended_at timestamp with time zone
);
alter table alarm add constraint alarm_pkey PRIMARY KEY (id);
alter table alarm add constraint alarm_body_fkey FOREIGN KEY (body) REFERENCES body(slug);
alter table alarm add constraint alarm_case_id_fkey FOREIGN KEY (case_id) REFERENCES moderation_case(id);
alter table alarm add constraint alarm_taken_by_fkey FOREIGN KEY (taken_by) REFERENCES person(id);
alter table alarm add constraint alarm_state_check CHECK ((state = ANY (ARRAY['ringing'::text, 'taken'::text, 'ended'::text])));
CREATE INDEX alarm_case ON public.alarm USING btree (case_id, item_version);
CREATE UNIQUE INDEX alarm_live ON public.alarm USING btree (case_id) WHERE (state <> 'ended'::text);
CREATE INDEX alarm_ringing ON public.alarm USING btree (body, next_at) WHERE (state = 'ringing'::text);
alter table alarm enable row level security;
create policy only_this_body on alarm for all to public using ((body = ( SELECT current_body() AS current_body))) with check ((body = ( SELECT current_body() AS current_body)));
grant insert, select, update on alarm to portavoce_app;

create table alarm_call (
  id uuid not null,
  body text not null,
  alarm_id uuid not null,
  called text not null,
  person text not null,
  person_name text not null,
  at timestamp with time zone not null,
  idempotency_key text not null,
  subject uuid,
  sealed bytea
);
alter table alarm_call add constraint alarm_call_pkey PRIMARY KEY (id);
alter table alarm_call add constraint alarm_call_body_idempotency_key_key UNIQUE (body, idempotency_key);
alter table alarm_call add constraint alarm_call_alarm_id_fkey FOREIGN KEY (alarm_id) REFERENCES alarm(id);
alter table alarm_call add constraint alarm_call_body_fkey FOREIGN KEY (body) REFERENCES body(slug);
alter table alarm_call add constraint alarm_call_person_fkey FOREIGN KEY (person) REFERENCES person(id);
alter table alarm_call add constraint alarm_call_called CHECK ((called = ANY (ARRAY['emergency'::text, 'ambulance'::text, 'police'::text, 'local-police'::text, 'social-services'::text, 'colleague'::text, 'other'::text])));
CREATE INDEX alarm_call_alarm ON public.alarm_call USING btree (alarm_id, at);
alter table alarm_call enable row level security;
create policy only_this_body on alarm_call for all to public using ((body = ( SELECT current_body() AS current_body))) with check ((body = ( SELECT current_body() AS current_body)));
grant insert, select on alarm_call to portavoce_app;

create table alarm_letter (
  id uuid not null,
  body text not null,
  alarm_id uuid not null,
  person text not null,
  person_name text not null,
  state text not null,
  at timestamp with time zone not null,
  settled_at timestamp with time zone,
  held_until timestamp with time zone
);
alter table alarm_letter add constraint alarm_letter_pkey PRIMARY KEY (id);
alter table alarm_letter add constraint alarm_letter_alarm_id_fkey FOREIGN KEY (alarm_id) REFERENCES alarm(id);
alter table alarm_letter add constraint alarm_letter_body_fkey FOREIGN KEY (body) REFERENCES body(slug);
alter table alarm_letter add constraint alarm_letter_person_fkey FOREIGN KEY (person) REFERENCES person(id);
alter table alarm_letter add constraint alarm_letter_state_check CHECK ((state = ANY (ARRAY['promised'::text, 'sent'::text, 'refused'::text, 'by-hand'::text, 'stopped'::text])));
CREATE INDEX alarm_letter_alarm ON public.alarm_letter USING btree (alarm_id, at);
CREATE INDEX alarm_letter_promised ON public.alarm_letter USING btree (body, at) WHERE (state = 'promised'::text);
CREATE INDEX alarm_letter_sent ON public.alarm_letter USING btree (body, person, settled_at) WHERE (state = 'sent'::text);
alter table alarm_letter enable row level security;
create policy only_this_body on alarm_letter for all to public using ((body = ( SELECT current_body() AS current_body))) with check ((body = ( SELECT current_body() AS current_body)));
grant insert, select on alarm_letter to portavoce_app;
grant update (state, settled_at, held_until) on alarm_letter to portavoce_app;

create table alarm_watch (
  case_id uuid not null,
  body text not null,
  revision integer not null
);
alter table alarm_watch add constraint alarm_watch_pkey PRIMARY KEY (case_id);
alter table alarm_watch add constraint alarm_watch_body_fkey FOREIGN KEY (body) REFERENCES body(slug);
alter table alarm_watch add constraint alarm_watch_case_id_fkey FOREIGN KEY (case_id) REFERENCES moderation_case(id);
alter table alarm_watch enable row level security;
create policy only_this_body on alarm_watch for all to public using ((body = ( SELECT current_body() AS current_body))) with check ((body = ( SELECT current_body() AS current_body)));
grant delete, insert, select, update on alarm_watch to portavoce_app;

create table api_token (
  id uuid not null,
  body text not null,
  person text not null,
  digest text not null,
  name text not null,
  scopes text[] not null,
  factor boolean not null,
  at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  last_used_at timestamp with time zone,
  ended_at timestamp with time zone,
  ended_by text,
  ended_by_name text
);
alter table api_token add constraint api_token_pkey PRIMARY KEY (id);
alter table api_token add constraint api_token_digest_key UNIQUE (digest);
alter table api_token add constraint api_token_body_fkey FOREIGN KEY (body) REFERENCES body(slug);
alter table api_token add constraint api_token_ended_by_fkey FOREIGN KEY (ended_by) REFERENCES person(id);
alter table api_token add constraint api_token_person_fkey FOREIGN KEY (person) REFERENCES person(id);
alter table api_token add constraint api_token_check CHECK ((expires_at <= (at + '366 days'::interval)));
alter table api_token add constraint api_token_check1 CHECK (((ended_by IS NULL) OR (ended_at IS NOT NULL)));
alter table api_token add constraint api_token_scopes_check CHECK (((cardinality(scopes) > 0) AND (scopes <@ ARRAY['read'::text, 'monitor'::text, 'drafts'::text])));
CREATE INDEX api_token_person ON public.api_token USING btree (body, person);
alter table api_token enable row level security;
create policy only_this_body on api_token for all to public using ((body = ( SELECT current_body() AS current_body))) with check ((body = ( SELECT current_body() AS current_body)));
grant insert, select on api_token to portavoce_app;
grant update (last_used_at, ended_at, ended_by, ended_by_name) on api_token to portavoce_app;

create table audit_entry (
  body text not null,
  seq bigint not null,
  at timestamp with time zone not null,
  kind text not null,
  subject text,
  content text not null,
  previous_hash text not null,
  hash text not null
);
alter table audit_entry add constraint audit_entry_pkey PRIMARY KEY (body, seq);
alter table audit_entry add constraint audit_entry_body_fkey FOREIGN KEY (body) REFERENCES body(slug);
CREATE INDEX audit_entry_subject ON public.audit_entry USING btree (body, subject, seq);
alter table audit_entry enable row level security;
create policy only_this_body on audit_entry for all to public using ((body = ( SELECT current_body() AS current_body))) with check ((body = ( SELECT current_body() AS current_body)));
grant insert, select on audit_entry to portavoce_app;

create table audit_head (
  body text not null,
  seq bigint not null,
  hash text not null
);
alter table audit_head add constraint audit_head_pkey PRIMARY KEY (body);
alter table audit_head add constraint audit_head_body_fkey FOREIGN KEY (body) REFERENCES body(slug);
alter table audit_head enable row level security;
create policy only_this_body on audit_head for all to public using ((body = ( SELECT current_body() AS current_body))) with check ((body = ( SELECT current_body() AS current_body)));
grant insert, select, update on audit_head to portavoce_app;

create table author (
  id uuid not null,
  body text not null,
  network text not null,
  external_id text not null,
  name text not null
);
alter table author add constraint author_pkey PRIMARY KEY (id);
alter table author add constraint author_body_network_external_id_key UNIQUE (body, network, external_id);
alter table author add constraint author_body_fkey FOREIGN KEY (body) REFERENCES body(slug);
alter table author enable row level security;
create policy only_this_body on author for all to public using ((body = ( SELECT current_body() AS current_body))) with check ((body = ( SELECT current_body() AS current_body)));
grant delete, insert, select, update on author to portavoce_app;

create table author_link (
  id uuid not null,
  body text not null,
  author_id uuid not null,
  other_id uuid not null,
  sealed bytea not null,
  person text not null,
  person_name text not null,
  at timestamp with time zone not null,
  ended_at timestamp with time zone,
  ended_by text
);
alter table author_link add constraint author_link_pkey PRIMARY KEY (id);
alter table author_link add constraint author_link_author_id_fkey FOREIGN KEY (author_id) REFERENCES author(id);
alter table author_link add constraint author_link_body_fkey FOREIGN KEY (body) REFERENCES body(slug);
alter table author_link add constraint author_link_ended_by_fkey FOREIGN KEY (ended_by) REFERENCES person(id);
alter table author_link add constraint author_link_other_id_fkey FOREIGN KEY (other_id) REFERENCES author(id);
alter table author_link add constraint author_link_person_fkey FOREIGN KEY (person) REFERENCES person(id);
alter table author_link add constraint author_link_check CHECK ((author_id < other_id));
CREATE INDEX author_link_other ON public.author_link USING btree (other_id) WHERE (ended_at IS NULL);
CREATE UNIQUE INDEX author_link_pair ON public.author_link USING btree (author_id, other_id) WHERE (ended_at IS NULL);
alter table author_link enable row level security;
create policy only_this_body on author_link for all to public using ((body = ( SELECT current_body() AS current_body))) with check ((body = ( SELECT current_body() AS current_body)));
grant insert, select on author_link to portavoce_app;
grant update (ended_at, ended_by) on author_link to portavoce_app;

create table author_measure (
  id uuid not null,
  body text not null,
  kind text not null,
  author_id uuid not null,
  item_id uuid not null,
  case_id uuid not null,
  clauses text[] not null,
  policy_version text not null,
  sealed bytea not null,
  told text not null,
  given_at timestamp with time zone,
  review_on text,
  review_called_at timestamp with time zone,
  ended_at timestamp with time zone,
  ends uuid,
  person text not null,
  person_name text not null,
  at timestamp with time zone not null,
  idempotency_key text not null
);
alter table author_measure add constraint author_measure_pkey PRIMARY KEY (id);
alter table author_measure add constraint author_measure_body_idempotency_key_key UNIQUE (body, idempotency_key);
alter table author_measure add constraint author_measure_author_id_fkey FOREIGN KEY (author_id) REFERENCES author(id);
alter table author_measure add constraint author_measure_body_fkey FOREIGN KEY (body) REFERENCES body(slug);
alter table author_measure add constraint author_measure_case_id_fkey FOREIGN KEY (case_id) REFERENCES moderation_case(id);
alter table author_measure add constraint author_measure_ends_fkey FOREIGN KEY (ends) REFERENCES author_measure(id);
alter table author_measure add constraint author_measure_item_id_fkey FOREIGN KEY (item_id) REFERENCES item(id);
alter table author_measure add constraint author_measure_person_fkey FOREIGN KEY (person) REFERENCES person(id);
alter table author_measure add constraint author_measure_check CHECK (((kind = 'ban'::text) = (review_on IS NOT NULL)));
alter table author_measure add constraint author_measure_kind_check CHECK ((kind = ANY (ARRAY['warn'::text, 'ban'::text, 'unban'::text])));
alter table author_measure add constraint author_measure_review_on_check CHECK ((review_on ~ '^\d{4}-\d{2}-\d{2}$'::text));
alter table author_measure add constraint author_measure_told_check CHECK ((told = ANY (ARRAY['private'::text, 'public'::text, 'by-hand'::text, 'none'::text])));
CREATE INDEX author_measure_author ON public.author_measure USING btree (author_id, at);
CREATE UNIQUE INDEX author_measure_banned ON public.author_measure USING btree (author_id) WHERE ((kind = 'ban'::text) AND (ended_at IS NULL));
CREATE INDEX author_measure_case ON public.author_measure USING btree (case_id);
CREATE UNIQUE INDEX author_measure_ends ON public.author_measure USING btree (ends) WHERE (ends IS NOT NULL);
CREATE INDEX author_measure_review ON public.author_measure USING btree (body, review_on) WHERE ((kind = 'ban'::text) AND (ended_at IS NULL));
alter table author_measure enable row level security;
create policy only_this_body on author_measure for all to public using ((body = ( SELECT current_body() AS current_body))) with check ((body = ( SELECT current_body() AS current_body)));
grant insert, select on author_measure to portavoce_app;
grant update (sealed, told, given_at, review_on, review_called_at, ended_at) on author_measure to portavoce_app;

create table author_note (
  id uuid not null,
  body text not null,
  author_id uuid not null,
  sealed bytea not null,
  person text not null,
  person_name text not null,
  at timestamp with time zone not null,
  kept_until timestamp with time zone not null
);
alter table author_note add constraint author_note_pkey PRIMARY KEY (id);
alter table author_note add constraint author_note_author_id_fkey FOREIGN KEY (author_id) REFERENCES author(id);
alter table author_note add constraint author_note_body_fkey FOREIGN KEY (body) REFERENCES body(slug);
alter table author_note add constraint author_note_person_fkey FOREIGN KEY (person) REFERENCES person(id);
CREATE INDEX author_note_author ON public.author_note USING btree (author_id, at);
CREATE INDEX author_note_kept ON public.author_note USING btree (body, kept_until);
alter table author_note enable row level security;
create policy only_this_body on author_note for all to public using ((body = ( SELECT current_body() AS current_body))) with check ((body = ( SELECT current_body() AS current_body)));
grant delete, insert, select, update on author_note to portavoce_app;

create table authority_report (
  id uuid not null,
  body text not null,
  case_id uuid not null,
  item_id uuid not null,
  decision_id uuid,
  categories text[] not null,
  policy_version text not null,
  state text not null,
  sealed bytea,
  course text,
  office text,
  known_on text,
  due_on text,
  answered_by text,
  answered_by_name text,
  answered_at timestamp with time zone,
  dossier_id uuid,
  authority text,
  protocol text,
  filed_on text,
  filed_by text,
  filed_by_name text,
  filed_at timestamp with time zone,
  at timestamp with time zone not null,
  police boolean not null default false
);
alter table authority_report add constraint authority_report_pkey PRIMARY KEY (id);
alter table authority_report add constraint authority_report_answered_by_fkey FOREIGN KEY (answered_by) REFERENCES person(id);
alter table authority_report add constraint authority_report_body_fkey FOREIGN KEY (body) REFERENCES body(slug);
alter table authority_report add constraint authority_report_case_id_fkey FOREIGN KEY (case_id) REFERENCES moderation_case(id);
alter table authority_report add constraint authority_report_decision_id_fkey FOREIGN KEY (decision_id) REFERENCES decision(id);
alter table authority_report add constraint authority_report_dossier_id_fkey FOREIGN KEY (dossier_id) REFERENCES dossier(id);
alter table authority_report add constraint authority_report_filed_by_fkey FOREIGN KEY (filed_by) REFERENCES person(id);
alter table authority_report add constraint authority_report_item_id_fkey FOREIGN KEY (item_id) REFERENCES item(id);
alter table authority_report add constraint authority_report_check CHECK (((state <> ALL (ARRAY['declined'::text, 'due'::text, 'filed'::text])) OR ((sealed IS NOT NULL) AND (answered_by IS NOT NULL))));
alter table authority_report add constraint authority_report_check1 CHECK (((state <> ALL (ARRAY['due'::text, 'filed'::text])) OR ((course IS NOT NULL) AND (office IS NOT NULL) AND (due_on IS NOT NULL))));
alter table authority_report add constraint authority_report_check2 CHECK (((state = 'filed'::text) = ((protocol IS NOT NULL) AND (filed_on IS NOT NULL))));
alter table authority_report add constraint authority_report_course_check CHECK ((course = ANY (ARRAY['ex-officio'::text, 'private-complaint'::text])));
alter table authority_report add constraint authority_report_due_on_check CHECK ((due_on ~ '^\d{4}-\d{2}-\d{2}$'::text));
alter table authority_report add constraint authority_report_filed_on_check CHECK ((filed_on ~ '^\d{4}-\d{2}-\d{2}$'::text));
alter table authority_report add constraint authority_report_known_on_check CHECK ((known_on ~ '^\d{4}-\d{2}-\d{2}$'::text));
alter table authority_report add constraint authority_report_state_check CHECK ((state = ANY (ARRAY['asked'::text, 'declined'::text, 'due'::text, 'filed'::text, 'void'::text])));
CREATE INDEX authority_report_case ON public.authority_report USING btree (case_id, at);
CREATE UNIQUE INDEX authority_report_live ON public.authority_report USING btree (case_id, police) WHERE (state = ANY (ARRAY['asked'::text, 'due'::text]));
CREATE INDEX authority_report_open ON public.authority_report USING btree (body, due_on) WHERE (state = ANY (ARRAY['asked'::text, 'due'::text]));
alter table authority_report enable row level security;
create policy only_this_body on authority_report for all to public using ((body = ( SELECT current_body() AS current_body))) with check ((body = ( SELECT current_body() AS current_body)));
grant insert, select, update on authority_report to portavoce_app;

create table body (
  slug text not null,
  name text not null,
  created_at timestamp with time zone not null
);
alter table body add constraint body_pkey PRIMARY KEY (slug);
alter table body add constraint body_slug_check CHECK ((slug ~ '^[a-z0-9-]{2,60}$'::text));
alter table body enable row level security;
create policy everyone_reads on body for select to public using (true);
create policy only_itself on body for insert to public with check ((slug = ( SELECT current_body() AS current_body)));
grant delete, insert, select, update on body to portavoce_app;

create table breach (
  decision_id uuid not null,
  body text not null,
  author_id uuid not null,
  item_id uuid not null,
  case_id uuid not null,
  clauses text[] not null,
  at timestamp with time zone not null,
  void_at timestamp with time zone
);
alter table breach add constraint breach_pkey PRIMARY KEY (decision_id);
alter table breach add constraint breach_author_id_fkey FOREIGN KEY (author_id) REFERENCES author(id);
alter table breach add constraint breach_body_fkey FOREIGN KEY (body) REFERENCES body(slug);
alter table breach add constraint breach_case_id_fkey FOREIGN KEY (case_id) REFERENCES moderation_case(id);
alter table breach add constraint breach_decision_id_fkey FOREIGN KEY (decision_id) REFERENCES decision(id);
alter table breach add constraint breach_item_id_fkey FOREIGN KEY (item_id) REFERENCES item(id);
alter table breach add constraint breach_clauses_check CHECK ((cardinality(clauses) > 0));
CREATE INDEX breach_author ON public.breach USING btree (author_id, at);
CREATE INDEX breach_case ON public.breach USING btree (case_id);
alter table breach enable row level security;
create policy only_this_body on breach for all to public using ((body = ( SELECT current_body() AS current_body))) with check ((body = ( SELECT current_body() AS current_body)));
grant insert, select on breach to portavoce_app;
grant update (void_at) on breach to portavoce_app;

create table bulk_decision (
  id uuid not null,
  body text not null,
  kind text not null,
  ground jsonb not null,
  reasons text not null,
  reply text,
  reported boolean not null,
  policy_version text not null,
  person text not null,
  person_name text not null,
  person_role text not null,
  at timestamp with time zone not null,
  idempotency_key text not null,
  digest text not null,
  undone_at timestamp with time zone,
  undone_by text,
  undone_by_name text,
  undone_reasons text
);
alter table bulk_decision add constraint bulk_decision_pkey PRIMARY KEY (id);
alter table bulk_decision add constraint bulk_decision_body_idempotency_key_key UNIQUE (body, idempotency_key);
alter table bulk_decision add constraint bulk_decision_body_fkey FOREIGN KEY (body) REFERENCES body(slug);
alter table bulk_decision add constraint bulk_decision_person_fkey FOREIGN KEY (person) REFERENCES person(id);
alter table bulk_decision add constraint bulk_decision_undone_by_fkey FOREIGN KEY (undone_by) REFERENCES person(id);
alter table bulk_decision add constraint bulk_decision_reasons_check CHECK ((length(reasons) > 0));
CREATE INDEX bulk_decision_body ON public.bulk_decision USING btree (body, at, id);
alter table bulk_decision enable row level security;
create policy only_this_body on bulk_decision for all to public using ((body = ( SELECT current_body() AS current_body))) with check ((body = ( SELECT current_body() AS current_body)));
grant insert, select on bulk_decision to portavoce_app;
grant update (undone_at, undone_by, undone_by_name, undone_reasons) on bulk_decision to portavoce_app;

create table bulk_decision_item (
  bulk_id uuid not null,
  body text not null,
  case_id uuid not null,
  nth integer not null,
  revision integer not null,
  outcome text not null,
  decision_id uuid,
  refusal jsonb,
  undone text,
  undo_refusal jsonb
);
alter table bulk_decision_item add constraint bulk_decision_item_pkey PRIMARY KEY (bulk_id, case_id);
alter table bulk_decision_item add constraint bulk_decision_item_body_fkey FOREIGN KEY (body) REFERENCES body(slug);
alter table bulk_decision_item add constraint bulk_decision_item_bulk_id_fkey FOREIGN KEY (bulk_id) REFERENCES bulk_decision(id);
alter table bulk_decision_item add constraint bulk_decision_item_case_id_fkey FOREIGN KEY (case_id) REFERENCES moderation_case(id);
alter table bulk_decision_item add constraint bulk_decision_item_decision_id_fkey FOREIGN KEY (decision_id) REFERENCES decision(id);
alter table bulk_decision_item add constraint bulk_decision_item_check CHECK (((outcome = 'decided'::text) = (decision_id IS NOT NULL)));
alter table bulk_decision_item add constraint bulk_decision_item_check1 CHECK (((outcome = 'refused'::text) = (refusal IS NOT NULL)));
alter table bulk_decision_item add constraint bulk_decision_item_outcome_check CHECK ((outcome = ANY (ARRAY['waiting'::text, 'decided'::text, 'refused'::text])));
alter table bulk_decision_item add constraint bulk_decision_item_undone_check CHECK ((undone = ANY (ARRAY['undone'::text, 'refused'::text])));
alter table bulk_decision_item enable row level security;
create policy only_this_body on bulk_decision_item for all to public using ((body = ( SELECT current_body() AS current_body))) with check ((body = ( SELECT current_body() AS current_body)));
grant insert, select on bulk_decision_item to portavoce_app;
grant update (outcome, decision_id, refusal, undone, undo_refusal) on bulk_decision_item to portavoce_app;

create table case_clause (
  body text not null,
  clause text not null,
  decided_at timestamp with time zone not null,
  case_id uuid not null
);
alter table case_clause add constraint case_clause_pkey PRIMARY KEY (body, clause, decided_at, case_id);
alter table case_clause add constraint case_clause_body_fkey FOREIGN KEY (body) REFERENCES body(slug);
alter table case_clause add constraint case_clause_case_id_fkey FOREIGN KEY (case_id) REFERENCES moderation_case(id) ON DELETE CASCADE;
CREATE INDEX case_clause_case ON public.case_clause USING btree (case_id);
alter table case_clause enable row level security;
create policy only_this_body on case_clause for all to public using ((body = ( SELECT current_body() AS current_body))) with check ((body = ( SELECT current_body() AS current_body)));
grant select on case_clause to portavoce_app;

create table case_handover (
  id uuid not null,
  body text not null,
  case_id uuid not null,
  subject text not null,
  sealed_note bytea not null,
  from_person text not null,
  from_name text not null,
  to_person text not null,
  to_name text not null,
  at timestamp with time zone not null,
  idempotency_key text not null
);
alter table case_handover add constraint case_handover_pkey PRIMARY KEY (id);
alter table case_handover add constraint case_handover_body_idempotency_key_key UNIQUE (body, idempotency_key);
alter table case_handover add constraint case_handover_body_fkey FOREIGN KEY (body) REFERENCES body(slug);
alter table case_handover add constraint case_handover_case_id_fkey FOREIGN KEY (case_id) REFERENCES moderation_case(id);
alter table case_handover add constraint case_handover_from_person_fkey FOREIGN KEY (from_person) REFERENCES person(id);
alter table case_handover add constraint case_handover_to_person_fkey FOREIGN KEY (to_person) REFERENCES person(id);
CREATE INDEX case_handover_case ON public.case_handover USING btree (case_id, at);
alter table case_handover enable row level security;
create policy only_this_body on case_handover for all to public using ((body = ( SELECT current_body() AS current_body))) with check ((body = ( SELECT current_body() AS current_body)));
grant insert, select on case_handover to portavoce_app;

create table case_number (
  body text not null,
  last bigint not null
);
alter table case_number add constraint case_number_pkey PRIMARY KEY (body);
alter table case_number add constraint case_number_body_fkey FOREIGN KEY (body) REFERENCES body(slug);
alter table case_number enable row level security;
create policy only_this_body on case_number for all to public using ((body = ( SELECT current_body() AS current_body))) with check ((body = ( SELECT current_body() AS current_body)));
grant delete, insert, select, update on case_number to portavoce_app;

create table case_office (
  case_id uuid not null,
  body text not null,
  role text not null,
  office text not null,
  clause text
);
alter table case_office add constraint case_office_pkey PRIMARY KEY (case_id, role, office);
alter table case_office add constraint case_office_body_fkey FOREIGN KEY (body) REFERENCES body(slug);
alter table case_office add constraint case_office_case_id_fkey FOREIGN KEY (case_id) REFERENCES moderation_case(id);
alter table case_office add constraint case_office_role_check CHECK ((role = ANY (ARRAY['owner'::text, 'route'::text])));
CREATE INDEX case_office_of ON public.case_office USING btree (body, office, role);
CREATE UNIQUE INDEX case_office_owner ON public.case_office USING btree (case_id) WHERE (role = 'owner'::text);
alter table case_office enable row level security;
create policy only_this_body on case_office for all to public using ((body = ( SELECT current_body() AS current_body))) with check ((body = ( SELECT current_body() AS current_body)));
grant delete, insert, select, update on case_office to portavoce_app;

create table case_presence (
  body text not null,
  person text not null,
  screen uuid not null,
  person_name text not null,
  case_id uuid not null,
  seen_at timestamp with time zone not null
);
alter table case_presence add constraint case_presence_pkey PRIMARY KEY (body, person, screen);
alter table case_presence add constraint case_presence_body_fkey FOREIGN KEY (body) REFERENCES body(slug);
alter table case_presence add constraint case_presence_case_id_fkey FOREIGN KEY (case_id) REFERENCES moderation_case(id);
alter table case_presence add constraint case_presence_person_fkey FOREIGN KEY (person) REFERENCES person(id);
CREATE INDEX case_presence_case ON public.case_presence USING btree (case_id);
alter table case_presence enable row level security;
create policy only_this_body on case_presence for all to public using ((body = ( SELECT current_body() AS current_body))) with check ((body = ( SELECT current_body() AS current_body)));
grant delete, insert, select, update on case_presence to portavoce_app;

create table case_terms (
  case_id uuid not null,
  body text not null,
  terms tsvector not null,
  wordless boolean not null default false
);
alter table case_terms add constraint case_terms_pkey PRIMARY KEY (case_id);
alter table case_terms add constraint case_terms_body_fkey FOREIGN KEY (body) REFERENCES body(slug);
alter table case_terms add constraint case_terms_case_id_fkey FOREIGN KEY (case_id) REFERENCES moderation_case(id);
CREATE INDEX case_terms_terms ON public.case_terms USING gin (terms) WITH (fastupdate=off);
alter table case_terms enable row level security;
create policy only_this_body on case_terms for all to public using ((body = ( SELECT current_body() AS current_body))) with check ((body = ( SELECT current_body() AS current_body)));
grant insert, select, update on case_terms to portavoce_app;

create table conduct_report (
  id uuid not null,
  body text not null,
  state text not null,
  clause text not null,
  policy_version text not null,
  sealed bytea,
  gravity text,
  office text,
  reference text,
  handed_on text,
  person text not null,
  person_name text not null,
  at timestamp with time zone not null,
  settled_by text,
  settled_at timestamp with time zone
);
alter table conduct_report add constraint conduct_report_pkey PRIMARY KEY (id);
alter table conduct_report add constraint conduct_report_body_fkey FOREIGN KEY (body) REFERENCES body(slug);
alter table conduct_report add constraint conduct_report_person_fkey FOREIGN KEY (person) REFERENCES person(id);
alter table conduct_report add constraint conduct_report_settled_by_fkey FOREIGN KEY (settled_by) REFERENCES person(id);
alter table conduct_report add constraint conduct_report_check CHECK (((state = ANY (ARRAY['reported'::text, 'confirmed'::text])) = (sealed IS NOT NULL)));
alter table conduct_report add constraint conduct_report_check1 CHECK (((state = ANY (ARRAY['reported'::text, 'dismissed'::text])) OR (gravity IS NOT NULL)));
alter table conduct_report add constraint conduct_report_check2 CHECK (((state = 'handed-over'::text) = ((office IS NOT NULL) AND (reference IS NOT NULL) AND (handed_on IS NOT NULL))));
alter table conduct_report add constraint conduct_report_gravity_check CHECK ((gravity = ANY (ARRAY['slight'::text, 'medium'::text, 'grave'::text])));
alter table conduct_report add constraint conduct_report_handed_on_check CHECK ((handed_on ~ '^\d{4}-\d{2}-\d{2}$'::text));
alter table conduct_report add constraint conduct_report_state_check CHECK ((state = ANY (ARRAY['reported'::text, 'confirmed'::text, 'handed-over'::text, 'dismissed'::text])));
CREATE INDEX conduct_report_body ON public.conduct_report USING btree (body, at);
alter table conduct_report enable row level security;
create policy only_this_body on conduct_report for all to public using ((body = ( SELECT current_body() AS current_body))) with check ((body = ( SELECT current_body() AS current_body)));
grant insert, select, update on conduct_report to portavoce_app;

create table confirmed_violation (
  id uuid not null,
  body text not null,
  case_id uuid not null,
  clauses text[] not null,
  policy_version text not null,
  person text not null,
  person_name text not null,
  at timestamp with time zone not null,
  withdrawn_at timestamp with time zone,
  withdrawn_by text
);
alter table confirmed_violation add constraint confirmed_violation_pkey PRIMARY KEY (id);
alter table confirmed_violation add constraint confirmed_violation_body_fkey FOREIGN KEY (body) REFERENCES body(slug);
alter table confirmed_violation add constraint confirmed_violation_case_id_fkey FOREIGN KEY (case_id) REFERENCES moderation_case(id);
alter table confirmed_violation add constraint confirmed_violation_person_fkey FOREIGN KEY (person) REFERENCES person(id);
alter table confirmed_violation add constraint confirmed_violation_withdrawn_by_fkey FOREIGN KEY (withdrawn_by) REFERENCES person(id);
alter table confirmed_violation add constraint confirmed_violation_clauses_check CHECK ((cardinality(clauses) > 0));
CREATE UNIQUE INDEX confirmed_violation_case ON public.confirmed_violation USING btree (case_id) WHERE (withdrawn_at IS NULL);
alter table confirmed_violation enable row level security;
create policy only_this_body on confirmed_violation for all to public using ((body = ( SELECT current_body() AS current_body))) with check ((body = ( SELECT current_body() AS current_body)));
grant insert, select on confirmed_violation to portavoce_app;
grant update (withdrawn_at, withdrawn_by) on confirmed_violation to portavoce_app;

create table consent (
  id uuid not null,
  body text not null,
  subject_id uuid not null,
  age text,
  covers text[] not null,
  purposes text[] not null,
  channels text[] not null,
  given_on text not null,
  valid_from text not null,
  valid_until text,
  form text not null,
  release text not null,
  basis text not null,
  one_parent_explained boolean not null,
  has_reference boolean not null,
  sealed bytea not null,
  written_by text not null,
  written_by_name text not null,
  at timestamp with time zone not null
);
alter table consent add constraint consent_pkey PRIMARY KEY (id);
alter table consent add constraint consent_body_fkey FOREIGN KEY (body) REFERENCES body(slug);
alter table consent add constraint consent_subject_id_body_fkey FOREIGN KEY (subject_id, body) REFERENCES consent_subject(id, body);
alter table consent add constraint consent_written_by_fkey FOREIGN KEY (written_by) REFERENCES person(id);
alter table consent add constraint consent_age_check CHECK ((age = ANY (ARRAY['adult'::text, 'minor'::text, 'deceased'::text])));
alter table consent add constraint consent_basis_check CHECK ((basis = ANY (ARRAY['consent'::text, 'law'::text, 'general-act'::text, 'public-event'::text, 'contract'::text, 'public-office'::text])));
alter table consent add constraint consent_check CHECK (((valid_until ~ '^\d{4}-\d\d-\d\d$'::text) AND (valid_until >= valid_from)));
alter table consent add constraint consent_covers_check CHECK (((covers <@ ARRAY['image'::text, 'voice'::text, 'name'::text, 'interview'::text, 'data'::text]) AND (covers <> '{}'::text[])));
alter table consent add constraint consent_form_check CHECK ((form = ANY (ARRAY['written'::text, 'explicit'::text, 'verbal'::text])));
alter table consent add constraint consent_given_on_check CHECK ((given_on ~ '^\d{4}-\d\d-\d\d$'::text));
alter table consent add constraint consent_purposes_check CHECK (((purposes <@ ARRAY['information'::text, 'events'::text, 'campaigns'::text]) AND (purposes <> '{}'::text[])));
alter table consent add constraint consent_release_check CHECK ((release = ANY (ARRAY['given'::text, 'not-needed'::text, 'missing'::text])));
alter table consent add constraint consent_valid_from_check CHECK ((valid_from ~ '^\d{4}-\d\d-\d\d$'::text));
CREATE INDEX consent_body ON public.consent USING btree (body, at DESC);
CREATE INDEX consent_subject_of ON public.consent USING btree (subject_id);
CREATE INDEX consent_until ON public.consent USING btree (body, valid_until) WHERE (valid_until IS NOT NULL);
alter table consent enable row level security;
create policy only_this_body on consent for all to public using ((body = ( SELECT current_body() AS current_body))) with check ((body = ( SELECT current_body() AS current_body)));
grant insert, select on consent to portavoce_app;

create table consent_choice (
  id uuid not null,
  body text not null,
  kind text not null,
  by text not null,
  by_name text not null,
  at timestamp with time zone not null
);
alter table consent_choice add constraint consent_choice_pkey PRIMARY KEY (id);
alter table consent_choice add constraint consent_choice_body_fkey FOREIGN KEY (body) REFERENCES body(slug);
alter table consent_choice add constraint consent_choice_by_fkey FOREIGN KEY (by) REFERENCES person(id);
alter table consent_choice add constraint consent_choice_kind_check CHECK ((kind = ANY (ARRAY['public'::text, 'private'::text])));
CREATE INDEX consent_choice_body ON public.consent_choice USING btree (body, id);
alter table consent_choice enable row level security;
create policy only_this_body on consent_choice for all to public using ((body = ( SELECT current_body() AS current_body))) with check ((body = ( SELECT current_body() AS current_body)));
grant insert, select on consent_choice to portavoce_app;

create table consent_document (
  consent_id uuid not null,
  body text not null,
  type text not null,
  bytes integer not null,
  sealed bytea not null,
  kept_by text not null,
  at timestamp with time zone not null
);
alter table consent_document add constraint consent_document_pkey PRIMARY KEY (consent_id);
alter table consent_document add constraint consent_document_body_fkey FOREIGN KEY (body) REFERENCES body(slug);
alter table consent_document add constraint consent_document_consent_id_fkey FOREIGN KEY (consent_id) REFERENCES consent(id);
alter table consent_document add constraint consent_document_kept_by_fkey FOREIGN KEY (kept_by) REFERENCES person(id);
alter table consent_document add constraint consent_document_bytes_check CHECK ((bytes > 0));
alter table consent_document add constraint consent_document_type_check CHECK ((type = ANY (ARRAY['application/pdf'::text, 'image/jpeg'::text, 'image/png'::text])));
alter table consent_document enable row level security;
create policy only_this_body on consent_document for all to public using ((body = ( SELECT current_body() AS current_body))) with check ((body = ( SELECT current_body() AS current_body)));
grant insert, select on consent_document to portavoce_app;

create table consent_signature (
  consent_id uuid not null,
  body text not null,
  nth smallint not null,
  by text not null,
  signed_on text not null,
  sealed bytea not null
);
alter table consent_signature add constraint consent_signature_pkey PRIMARY KEY (consent_id, nth);
alter table consent_signature add constraint consent_signature_body_fkey FOREIGN KEY (body) REFERENCES body(slug);
alter table consent_signature add constraint consent_signature_consent_id_fkey FOREIGN KEY (consent_id) REFERENCES consent(id);
alter table consent_signature add constraint consent_signature_by_check CHECK ((by = ANY (ARRAY['self'::text, 'parent'::text, 'guardian'::text, 'heir'::text, 'premises'::text])));
alter table consent_signature add constraint consent_signature_signed_on_check CHECK ((signed_on ~ '^\d{4}-\d\d-\d\d$'::text));
alter table consent_signature enable row level security;
create policy only_this_body on consent_signature for all to public using ((body = ( SELECT current_body() AS current_body))) with check ((body = ( SELECT current_body() AS current_body)));
grant insert, select on consent_signature to portavoce_app;

create table consent_subject (
  id uuid not null,
  body text not null,
  kind text not null,
  sealed_key bytea,
  sealed bytea not null,
  at timestamp with time zone not null,
  erased_at timestamp with time zone,
  erased_by text
);
alter table consent_subject add constraint consent_subject_pkey PRIMARY KEY (id);
alter table consent_subject add constraint consent_subject_id_body_key UNIQUE (id, body);
alter table consent_subject add constraint consent_subject_body_fkey FOREIGN KEY (body) REFERENCES body(slug);
alter table consent_subject add constraint consent_subject_erased_by_fkey FOREIGN KEY (erased_by) REFERENCES person(id);
alter table consent_subject add constraint consent_subject_check CHECK (((sealed_key IS NULL) = (erased_at IS NOT NULL)));
alter table consent_subject add constraint consent_subject_check1 CHECK (((erased_at IS NULL) = (erased_by IS NULL)));
alter table consent_subject add constraint consent_subject_kind_check CHECK ((kind = ANY (ARRAY['person'::text, 'premises'::text, 'event'::text])));
CREATE INDEX consent_subject_body ON public.consent_subject USING btree (body, at);
alter table consent_subject enable row level security;
create policy only_this_body on consent_subject for all to public using ((body = ( SELECT current_body() AS current_body))) with check ((body = ( SELECT current_body() AS current_body)));
grant insert, select on consent_subject to portavoce_app;
grant update (sealed_key, erased_at, erased_by) on consent_subject to portavoce_app;

create table consent_warning (
  consent_id uuid not null,
  body text not null,
  days integer not null,
  copies integer not null,
  at timestamp with time zone not null
);
alter table consent_warning add constraint consent_warning_pkey PRIMARY KEY (consent_id, days);
alter table consent_warning add constraint consent_warning_body_fkey FOREIGN KEY (body) REFERENCES body(slug);
alter table consent_warning add constraint consent_warning_consent_id_fkey FOREIGN KEY (consent_id) REFERENCES consent(id);
alter table consent_warning add constraint consent_warning_days_check CHECK ((days = ANY (ARRAY[30, 1])));
alter table consent_warning enable row level security;
create policy only_this_body on consent_warning for all to public using ((body = ( SELECT current_body() AS current_body))) with check ((body = ( SELECT current_body() AS current_body)));
grant insert, select on consent_warning to portavoce_app;

create table consent_withdrawal (
  consent_id uuid not null,
  body text not null,
  asked_on text not null,
  sealed bytea not null,
  copies integer not null,
  drafts integer not null,
  by text not null,
  by_name text not null,
  at timestamp with time zone not null
);
alter table consent_withdrawal add constraint consent_withdrawal_pkey PRIMARY KEY (consent_id);
alter table consent_withdrawal add constraint consent_withdrawal_body_fkey FOREIGN KEY (body) REFERENCES body(slug);
alter table consent_withdrawal add constraint consent_withdrawal_by_fkey FOREIGN KEY (by) REFERENCES person(id);
alter table consent_withdrawal add constraint consent_withdrawal_consent_id_fkey FOREIGN KEY (consent_id) REFERENCES consent(id);
alter table consent_withdrawal add constraint consent_withdrawal_asked_on_check CHECK ((asked_on ~ '^\d{4}-\d\d-\d\d$'::text));
alter table consent_withdrawal enable row level security;
create policy only_this_body on consent_withdrawal for all to public using ((body = ( SELECT current_body() AS current_body))) with check ((body = ( SELECT current_body() AS current_body)));
grant insert, select on consent_withdrawal to portavoce_app;

create table crisis (
  id uuid not null,
  body text not null,
  reason text not null,
  started_at timestamp with time zone not null,
  started_by text not null,
  started_by_name text not null,
  ended_at timestamp with time zone,
  ended_by text,
  ended_by_name text,
  ended_note text,
  report jsonb
);
alter table crisis add constraint crisis_pkey PRIMARY KEY (id);
alter table crisis add constraint crisis_body_fkey FOREIGN KEY (body) REFERENCES body(slug);
alter table crisis add constraint crisis_ended_by_fkey FOREIGN KEY (ended_by) REFERENCES person(id);
alter table crisis add constraint crisis_started_by_fkey FOREIGN KEY (started_by) REFERENCES person(id);
alter table crisis add constraint crisis_check CHECK (((ended_at IS NULL) = (report IS NULL)));
alter table crisis add constraint crisis_reason_check CHECK ((length(reason) > 0));
CREATE UNIQUE INDEX crisis_live ON public.crisis USING btree (body) WHERE (ended_at IS NULL);
alter table crisis enable row level security;
create policy only_this_body on crisis for all to public using ((body = ( SELECT current_body() AS current_body))) with check ((body = ( SELECT current_body() AS current_body)));
grant insert, select on crisis to portavoce_app;
grant update (ended_at, ended_by, ended_by_name, ended_note, report) on crisis to portavoce_app;

create table crisis_closed_thread (
  id uuid not null,
  body text not null,
  crisis_id uuid not null,
  account_id uuid not null,
  network text not null,
  post_external_id text not null,
  reason text not null,
  person text not null,
  person_name text not null,
  at timestamp with time zone not null,
  reopened_at timestamp with time zone,
  idempotency_key text not null
);
alter table crisis_closed_thread add constraint crisis_closed_thread_pkey PRIMARY KEY (id);
alter table crisis_closed_thread add constraint crisis_closed_thread_body_idempotency_key_key UNIQUE (body, idempotency_key);
alter table crisis_closed_thread add constraint crisis_closed_thread_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id);
alter table crisis_closed_thread add constraint crisis_closed_thread_body_fkey FOREIGN KEY (body) REFERENCES body(slug);
alter table crisis_closed_thread add constraint crisis_closed_thread_crisis_id_fkey FOREIGN KEY (crisis_id) REFERENCES crisis(id);
alter table crisis_closed_thread add constraint crisis_closed_thread_person_fkey FOREIGN KEY (person) REFERENCES person(id);
CREATE INDEX crisis_closed_thread_crisis ON public.crisis_closed_thread USING btree (crisis_id, at);
alter table crisis_closed_thread enable row level security;
create policy only_this_body on crisis_closed_thread for all to public using ((body = ( SELECT current_body() AS current_body))) with check ((body = ( SELECT current_body() AS current_body)));
grant insert, select on crisis_closed_thread to portavoce_app;
grant update (reopened_at) on crisis_closed_thread to portavoce_app;

create table crisis_stop (
  id uuid not null,
  body text not null,
  crisis_id uuid not null,
  stopped_at timestamp with time zone not null,
  stopped_by_name text not null,
  resumed_at timestamp with time zone,
  resumed_by_name text,
  waited integer
);
alter table crisis_stop add constraint crisis_stop_pkey PRIMARY KEY (id);
alter table crisis_stop add constraint crisis_stop_body_fkey FOREIGN KEY (body) REFERENCES body(slug);
alter table crisis_stop add constraint crisis_stop_crisis_id_fkey FOREIGN KEY (crisis_id) REFERENCES crisis(id);
CREATE INDEX crisis_stop_crisis ON public.crisis_stop USING btree (crisis_id, stopped_at);
alter table crisis_stop enable row level security;
create policy only_this_body on crisis_stop for all to public using ((body = ( SELECT current_body() AS current_body))) with check ((body = ( SELECT current_body() AS current_body)));
grant insert, select on crisis_stop to portavoce_app;
grant update (resumed_at, resumed_by_name, waited) on crisis_stop to portavoce_app;

create table crisis_text (
  id uuid not null,
  body text not null,
  title text not null,
  text text not null,
  approved_by text not null,
  approved_by_name text not null,
  approved_at timestamp with time zone not null,
  retired_at timestamp with time zone
);
alter table crisis_text add constraint crisis_text_pkey PRIMARY KEY (id);
alter table crisis_text add constraint crisis_text_approved_by_fkey FOREIGN KEY (approved_by) REFERENCES person(id);
alter table crisis_text add constraint crisis_text_body_fkey FOREIGN KEY (body) REFERENCES body(slug);
alter table crisis_text add constraint crisis_text_text_check CHECK ((length(text) > 0));
CREATE INDEX crisis_text_body ON public.crisis_text USING btree (body, approved_at) WHERE (retired_at IS NULL);
alter table crisis_text enable row level security;
create policy only_this_body on crisis_text for all to public using ((body = ( SELECT current_body() AS current_body))) with check ((body = ( SELECT current_body() AS current_body)));
grant insert, select on crisis_text to portavoce_app;
grant update (retired_at) on crisis_text to portavoce_app;

create table csam_concern (
  id uuid not null,
  body text not null,
  case_id uuid not null,
  item_id uuid not null,
  account_id uuid not null,
  item_external_id text not null,
  report_id uuid not null,
  clauses text[] not null,
  law text,
  policy_version text not null,
  state text not null,
  alert text not null,
  alerted_at timestamp with time zone,
  person text not null,
  person_name text not null,
  at timestamp with time zone not null,
  dismissed_by text,
  dismissed_by_name text,
  dismissed_sealed bytea,
  dismissed_at timestamp with time zone,
  person_role text not null default 'moderator'::text,
  set_aside boolean not null default false,
  withheld bytea,
  with_item boolean not null default false,
  destroyed_by text,
  destroyed_by_name text,
  destroyed_at timestamp with time zone
);
alter table csam_concern add constraint csam_concern_pkey PRIMARY KEY (id);
alter table csam_concern add constraint csam_concern_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id);
alter table csam_concern add constraint csam_concern_body_fkey FOREIGN KEY (body) REFERENCES body(slug);
alter table csam_concern add constraint csam_concern_case_id_fkey FOREIGN KEY (case_id) REFERENCES moderation_case(id);
alter table csam_concern add constraint csam_concern_destroyed_by_fkey FOREIGN KEY (destroyed_by) REFERENCES person(id);
alter table csam_concern add constraint csam_concern_dismissed_by_fkey FOREIGN KEY (dismissed_by) REFERENCES person(id);
alter table csam_concern add constraint csam_concern_item_id_fkey FOREIGN KEY (item_id) REFERENCES item(id);
alter table csam_concern add constraint csam_concern_person_fkey FOREIGN KEY (person) REFERENCES person(id);
alter table csam_concern add constraint csam_concern_report_id_fkey FOREIGN KEY (report_id) REFERENCES authority_report(id);
alter table csam_concern add constraint csam_concern_alert_check CHECK ((alert = ANY (ARRAY['promised'::text, 'sent'::text, 'by-hand'::text])));
alter table csam_concern add constraint csam_concern_check CHECK (((cardinality(clauses) > 0) OR (law IS NOT NULL)));
alter table csam_concern add constraint csam_concern_check1 CHECK (((state = 'dismissed'::text) = (dismissed_at IS NOT NULL)));
alter table csam_concern add constraint csam_concern_destroyed CHECK (((destroyed_at IS NULL) = (destroyed_by IS NULL)));
alter table csam_concern add constraint csam_concern_state_check CHECK ((state = ANY (ARRAY['open'::text, 'dismissed'::text])));
CREATE UNIQUE INDEX csam_concern_case ON public.csam_concern USING btree (case_id) WHERE (state = 'open'::text);
CREATE INDEX csam_concern_item ON public.csam_concern USING btree (item_id) WHERE (state = 'open'::text);
CREATE INDEX csam_concern_place ON public.csam_concern USING btree (account_id, item_external_id) WHERE (state = 'open'::text);
CREATE INDEX csam_concern_promised ON public.csam_concern USING btree (body, at) WHERE ((state = 'open'::text) AND (alert = 'promised'::text));
alter table csam_concern enable row level security;
create policy only_this_body on csam_concern for all to public using ((body = ( SELECT current_body() AS current_body))) with check ((body = ( SELECT current_body() AS current_body)));
grant insert, select, update on csam_concern to portavoce_app;

create table decision (
  id uuid not null,
  body text not null,
  case_id uuid not null,
  kind text not null,
  grounds jsonb not null,
  reasons text not null,
  reply text,
  reported boolean not null default false,
  policy_version text not null,
  item_version integer not null,
  person text not null,
  person_name text not null,
  person_role text not null,
  at timestamp with time zone not null,
  idempotency_key text not null,
  undone_at timestamp with time zone,
  undone_by text,
  undone_by_name text,
  undone_reasons text,
  superseded_by uuid
);
alter table decision add constraint decision_pkey PRIMARY KEY (id);
alter table decision add constraint decision_body_idempotency_key_key UNIQUE (body, idempotency_key);
alter table decision add constraint decision_body_fkey FOREIGN KEY (body) REFERENCES body(slug);
alter table decision add constraint decision_case_id_fkey FOREIGN KEY (case_id) REFERENCES moderation_case(id);
alter table decision add constraint decision_person_fkey FOREIGN KEY (person) REFERENCES person(id);
alter table decision add constraint decision_superseded_by_fkey FOREIGN KEY (superseded_by) REFERENCES decision(id);
alter table decision add constraint decision_undone_by_fkey FOREIGN KEY (undone_by) REFERENCES person(id);
alter table decision add constraint decision_grounds_check CHECK ((jsonb_array_length(grounds) > 0));
alter table decision add constraint decision_kind_check CHECK ((kind = ANY (ARRAY['publish'::text, 'hide'::text, 'remove'::text, 'reply'::text, 'route'::text, 'no-action'::text])));
alter table decision add constraint decision_reasons_check CHECK ((length(reasons) > 0));
CREATE INDEX decision_answers ON public.decision USING btree (body, at) WHERE ((kind = 'reply'::text) AND (undone_at IS NULL));
CREATE INDEX decision_body ON public.decision USING btree (body, at);
CREATE INDEX decision_case ON public.decision USING btree (case_id, at);
alter table decision enable row level security;
create policy only_this_body on decision for all to public using ((body = ( SELECT current_body() AS current_body))) with check ((body = ( SELECT current_body() AS current_body)));
grant insert, select on decision to portavoce_app;
grant update (undone_at, undone_by, undone_by_name, undone_reasons, superseded_by) on decision to portavoce_app;

create table delivery_command (
  id uuid not null,
  body text not null,
  account_id uuid not null,
  cause text not null,
  item_id uuid,
  type text not null,
  payload jsonb not null,
  state text not null,
  sendings integer not null default 0,
  readings integer not null default 0,
  leased_until timestamp with time zone,
  written_external_id text,
  proof jsonb,
  error jsonb,
  person text,
  withdrawn boolean not null default false,
  created_at timestamp with time zone not null,
  settled_at timestamp with time zone,
  progress text,
  permalink text,
  let_go_at timestamp with time zone,
  let_go_by text,
  place text,
  sealed_text bytea,
  sealed_proof bytea
);
alter table delivery_command add constraint delivery_command_pkey PRIMARY KEY (id);
alter table delivery_command add constraint delivery_command_body_cause_type_key UNIQUE (body, cause, type);
alter table delivery_command add constraint delivery_command_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id);
alter table delivery_command add constraint delivery_command_body_fkey FOREIGN KEY (body) REFERENCES body(slug);
alter table delivery_command add constraint delivery_command_item_id_fkey FOREIGN KEY (item_id) REFERENCES item(id);
alter table delivery_command add constraint delivery_command_let_go_by_fkey FOREIGN KEY (let_go_by) REFERENCES person(id);
alter table delivery_command add constraint delivery_command_state_check CHECK ((state = ANY (ARRAY['queued'::text, 'sent'::text, 'under-way'::text, 'confirmed'::text, 'unknown'::text, 'failed'::text, 'by-hand'::text, 'cancelled'::text])));
alter table delivery_command add constraint delivery_command_type_check CHECK ((type = ANY (ARRAY['hide'::text, 'unhide'::text, 'remove'::text, 'approve'::text, 'reply'::text, 'report'::text, 'ban'::text, 'unban'::text, 'answer-message'::text, 'publish'::text, 'edit-post'::text, 'remove-post'::text, 'close-comments'::text, 'open-comments'::text])));
CREATE INDEX delivery_command_cause ON public.delivery_command USING btree (body, cause);
CREATE INDEX delivery_command_created ON public.delivery_command USING btree (body, created_at);
CREATE INDEX delivery_command_in_clear ON public.delivery_command USING btree (body) WHERE ((sealed_text IS NULL) AND ((payload ->> 'text'::text) <> ''::text));
CREATE INDEX delivery_command_item ON public.delivery_command USING btree (item_id);
CREATE INDEX delivery_command_place ON public.delivery_command USING btree (body, account_id, place, id) WHERE (place IS NOT NULL);
CREATE INDEX delivery_command_waiting ON public.delivery_command USING btree (body, created_at) WHERE (state = ANY (ARRAY['queued'::text, 'sent'::text, 'under-way'::text, 'unknown'::text]));
CREATE INDEX delivery_command_worded ON public.delivery_command USING btree (body, settled_at) WHERE ((state = ANY (ARRAY['confirmed'::text, 'cancelled'::text])) AND (type = ANY (ARRAY['reply'::text, 'answer-message'::text, 'report'::text])) AND (person IS NOT NULL) AND ((sealed_text IS NOT NULL) OR ((payload ->> 'text'::text) <> ''::text)));
alter table delivery_command enable row level security;
create policy only_this_body on delivery_command for all to public using ((body = ( SELECT current_body() AS current_body))) with check ((body = ( SELECT current_body() AS current_body)));
grant insert, select, update on delivery_command to portavoce_app;

create table delivery_stop (
  body text not null,
  since timestamp with time zone not null,
  person text not null,
  person_name text not null,
  held_by text not null default 'crisis'::text
);
alter table delivery_stop add constraint delivery_stop_pkey PRIMARY KEY (body);
alter table delivery_stop add constraint delivery_stop_body_fkey FOREIGN KEY (body) REFERENCES body(slug);
alter table delivery_stop add constraint delivery_stop_person_fkey FOREIGN KEY (person) REFERENCES person(id);
alter table delivery_stop add constraint delivery_stop_held_by_check CHECK ((held_by = ANY (ARRAY['crisis'::text, 'desk'::text])));
alter table delivery_stop enable row level security;
create policy only_this_body on delivery_stop for all to public using ((body = ( SELECT current_body() AS current_body))) with check ((body = ( SELECT current_body() AS current_body)));
grant delete, insert, select, update on delivery_stop to portavoce_app;

create table departure (
  id uuid not null,
  body text not null,
  person text not null,
  person_name text not null,
  why text not null,
  reason text,
  at timestamp with time zone not null,
  done_by text,
  done_by_name text,
  closed jsonb not null
);
alter table departure add constraint departure_pkey PRIMARY KEY (id);
alter table departure add constraint departure_body_fkey FOREIGN KEY (body) REFERENCES body(slug);
alter table departure add constraint departure_done_by_fkey FOREIGN KEY (done_by) REFERENCES person(id);
alter table departure add constraint departure_person_fkey FOREIGN KEY (person) REFERENCES person(id);
alter table departure add constraint departure_check CHECK (((why = 'act'::text) = ((done_by IS NOT NULL) AND (reason IS NOT NULL))));
alter table departure add constraint departure_why_check CHECK ((why = ANY (ARRAY['act'::text, 'term'::text])));
CREATE INDEX departure_body ON public.departure USING btree (body, at);
CREATE INDEX departure_person ON public.departure USING btree (body, person, at);
alter table departure enable row level security;
create policy only_this_body on departure for all to public using ((body = ( SELECT current_body() AS current_body))) with check ((body = ( SELECT current_body() AS current_body)));
grant insert, select on departure to portavoce_app;

create table departure_task (
  id uuid not null,
  body text not null,
  departure_id uuid not null,
  kind text not null,
  network text not null,
  account_id uuid,
  words text not null,
  done_at timestamp with time zone,
  done_by text,
  done_by_name text
);
alter table departure_task add constraint departure_task_pkey PRIMARY KEY (id);
alter table departure_task add constraint departure_task_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id);
alter table departure_task add constraint departure_task_body_fkey FOREIGN KEY (body) REFERENCES body(slug);
alter table departure_task add constraint departure_task_departure_id_fkey FOREIGN KEY (departure_id) REFERENCES departure(id);
alter table departure_task add constraint departure_task_done_by_fkey FOREIGN KEY (done_by) REFERENCES person(id);
alter table departure_task add constraint departure_task_check CHECK (((done_at IS NULL) = (done_by IS NULL)));
alter table departure_task add constraint departure_task_kind_check CHECK ((kind = ANY (ARRAY['secrets'::text, 'role'::text])));
CREATE INDEX departure_task_departure ON public.departure_task USING btree (departure_id);
alter table departure_task enable row level security;
create policy only_this_body on departure_task for all to public using ((body = ( SELECT current_body() AS current_body))) with check ((body = ( SELECT current_body() AS current_body)));
grant insert, select on departure_task to portavoce_app;
grant update (done_at, done_by, done_by_name) on departure_task to portavoce_app;

create table dossier (
  id uuid not null,
  body text not null,
  case_id uuid not null,
  form text not null,
  purpose text not null,
  subject text not null,
  sealed bytea not null,
  bytes integer not null,
  sha256 text not null,
  kept_until timestamp with time zone not null,
  purged_at timestamp with time zone,
  on_clock boolean not null,
  person text not null,
  person_name text not null,
  at timestamp with time zone not null
);
alter table dossier add constraint dossier_pkey PRIMARY KEY (id);
alter table dossier add constraint dossier_body_fkey FOREIGN KEY (body) REFERENCES body(slug);
alter table dossier add constraint dossier_case_id_fkey FOREIGN KEY (case_id) REFERENCES moderation_case(id);
alter table dossier add constraint dossier_person_fkey FOREIGN KEY (person) REFERENCES person(id);
alter table dossier add constraint dossier_form_check CHECK ((form = ANY (ARRAY['whole'::text, 'masked'::text])));
alter table dossier add constraint dossier_purpose_check CHECK ((purpose = ANY (ARRAY['authorities'::text, 'records-request'::text])));
CREATE INDEX dossier_case ON public.dossier USING btree (case_id, at);
CREATE INDEX dossier_kept ON public.dossier USING btree (body, kept_until) WHERE (purged_at IS NULL);
alter table dossier enable row level security;
create policy only_this_body on dossier for all to public using ((body = ( SELECT current_body() AS current_body))) with check ((body = ( SELECT current_body() AS current_body)));
grant insert, select on dossier to portavoce_app;
grant update (sealed, purged_at) on dossier to portavoce_app;

create table editorial_approval (
  id uuid not null,
  body text not null,
  draft_id uuid not null,
  version integer not null,
  digest text not null,
  policy_version text not null,
  signed text not null,
  approved_by text not null,
  approved_by_name text not null,
  approved_by_role text not null,
  at timestamp with time zone not null,
  until timestamp with time zone not null,
  voided_at timestamp with time zone,
  voided_why text
);
alter table editorial_approval add constraint editorial_approval_pkey PRIMARY KEY (id);
alter table editorial_approval add constraint editorial_approval_approved_by_fkey FOREIGN KEY (approved_by) REFERENCES person(id);
alter table editorial_approval add constraint editorial_approval_body_fkey FOREIGN KEY (body) REFERENCES body(slug);
alter table editorial_approval add constraint editorial_approval_body_policy_version_fkey FOREIGN KEY (body, policy_version) REFERENCES policy_version(body, version);
alter table editorial_approval add constraint editorial_approval_draft_id_version_digest_fkey FOREIGN KEY (draft_id, version, digest) REFERENCES editorial_version(draft_id, version, digest);
alter table editorial_approval add constraint editorial_approval_check CHECK ((until > at));
alter table editorial_approval add constraint editorial_approval_check1 CHECK (((voided_at IS NULL) = (voided_why IS NULL)));
alter table editorial_approval add constraint editorial_approval_signed_check CHECK ((signed ~ '^[0-9a-f]{64}$'::text));
CREATE INDEX editorial_approval_draft ON public.editorial_approval USING btree (draft_id, at);
CREATE UNIQUE INDEX editorial_approval_standing ON public.editorial_approval USING btree (draft_id) WHERE (voided_at IS NULL);
CREATE TRIGGER four_eyes AFTER INSERT OR UPDATE OF approved_by ON public.editorial_approval FOR EACH ROW EXECUTE FUNCTION content_approver_wrote_nothing();
alter table editorial_approval enable row level security;
create policy only_this_body on editorial_approval for all to public using ((body = ( SELECT current_body() AS current_body))) with check ((body = ( SELECT current_body() AS current_body)));
grant insert, select on editorial_approval to portavoce_app;
grant update (voided_at, voided_why) on editorial_approval to portavoce_app;

create table editorial_captions (
  id uuid not null,
  body text not null,
  digest text not null,
  cues integer not null,
  seconds integer not null,
  content bytea not null,
  uploaded_by text not null,
  uploaded_by_name text not null,
  at timestamp with time zone not null
);
alter table editorial_captions add constraint editorial_captions_pkey PRIMARY KEY (id);
alter table editorial_captions add constraint editorial_captions_body_digest_key UNIQUE (body, digest);
alter table editorial_captions add constraint editorial_captions_body_fkey FOREIGN KEY (body) REFERENCES body(slug);
alter table editorial_captions add constraint editorial_captions_uploaded_by_fkey FOREIGN KEY (uploaded_by) REFERENCES person(id);
alter table editorial_captions add constraint editorial_captions_cues_check CHECK ((cues > 0));
alter table editorial_captions add constraint editorial_captions_digest_check CHECK ((digest ~ '^[0-9a-f]{64}$'::text));
alter table editorial_captions enable row level security;
create policy only_this_body on editorial_captions for all to public using ((body = ( SELECT current_body() AS current_body))) with check ((body = ( SELECT current_body() AS current_body)));
grant insert, select on editorial_captions to portavoce_app;

create table editorial_comment (
  id uuid not null,
  body text not null,
  draft_id uuid not null,
  version integer not null,
  text text not null,
  person text not null,
  person_name text not null,
  at timestamp with time zone not null
);
alter table editorial_comment add constraint editorial_comment_pkey PRIMARY KEY (id);
alter table editorial_comment add constraint editorial_comment_body_fkey FOREIGN KEY (body) REFERENCES body(slug);
alter table editorial_comment add constraint editorial_comment_draft_id_version_fkey FOREIGN KEY (draft_id, version) REFERENCES editorial_version(draft_id, version);
alter table editorial_comment add constraint editorial_comment_person_fkey FOREIGN KEY (person) REFERENCES person(id);
alter table editorial_comment add constraint editorial_comment_text_check CHECK ((length(text) > 0));
CREATE INDEX editorial_comment_draft ON public.editorial_comment USING btree (draft_id, id);
alter table editorial_comment enable row level security;
create policy only_this_body on editorial_comment for all to public using ((body = ( SELECT current_body() AS current_body))) with check ((body = ( SELECT current_body() AS current_body)));
grant insert, select on editorial_comment to portavoce_app;

create table editorial_draft (
  id uuid not null,
  body text not null,
  title text not null,
  state text not null,
  version integer not null,
  goes_at timestamp with time zone,
  goes text not null,
  corrects uuid,
  created_by text not null,
  created_by_name text not null,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  proposed_by text,
  proposed_by_name text
);
alter table editorial_draft add constraint editorial_draft_pkey PRIMARY KEY (id);
alter table editorial_draft add constraint editorial_draft_id_body_key UNIQUE (id, body);
alter table editorial_draft add constraint editorial_draft_body_fkey FOREIGN KEY (body) REFERENCES body(slug);
alter table editorial_draft add constraint editorial_draft_created_by_fkey FOREIGN KEY (created_by) REFERENCES person(id);
alter table editorial_draft add constraint editorial_draft_proposed_by_fkey FOREIGN KEY (proposed_by) REFERENCES person(id);
alter table editorial_draft add constraint editorial_draft_check CHECK (((state = ANY (ARRAY['proposed'::text, 'approved'::text])) <= (proposed_by IS NOT NULL)));
alter table editorial_draft add constraint editorial_draft_goes_check CHECK ((goes = ANY (ARRAY['fired'::text, 'at-its-time'::text])));
alter table editorial_draft add constraint editorial_draft_state_check CHECK ((state = ANY (ARRAY['open'::text, 'proposed'::text, 'approved'::text, 'out'::text, 'discarded'::text])));
CREATE INDEX editorial_draft_body ON public.editorial_draft USING btree (body, state, updated_at DESC);
CREATE INDEX editorial_draft_due ON public.editorial_draft USING btree (body, goes_at) WHERE (state = 'approved'::text);
alter table editorial_draft enable row level security;
create policy only_this_body on editorial_draft for all to public using ((body = ( SELECT current_body() AS current_body))) with check ((body = ( SELECT current_body() AS current_body)));
grant insert, select, update on editorial_draft to portavoce_app;

create table editorial_freshness (
  id uuid not null,
  body text not null,
  draft_id uuid,
  account_id uuid,
  what text not null,
  review_on text not null,
  set_by text not null,
  set_by_name text not null,
  set_at timestamp with time zone not null,
  due_at timestamp with time zone,
  done_at timestamp with time zone,
  done_by text,
  done_by_name text,
  outcome text
);
alter table editorial_freshness add constraint editorial_freshness_pkey PRIMARY KEY (id);
alter table editorial_freshness add constraint editorial_freshness_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id);
alter table editorial_freshness add constraint editorial_freshness_body_fkey FOREIGN KEY (body) REFERENCES body(slug);
alter table editorial_freshness add constraint editorial_freshness_done_by_fkey FOREIGN KEY (done_by) REFERENCES person(id);
alter table editorial_freshness add constraint editorial_freshness_draft_id_body_fkey FOREIGN KEY (draft_id, body) REFERENCES editorial_draft(id, body);
alter table editorial_freshness add constraint editorial_freshness_set_by_fkey FOREIGN KEY (set_by) REFERENCES person(id);
alter table editorial_freshness add constraint editorial_freshness_check CHECK (((draft_id IS NULL) <> (account_id IS NULL)));
alter table editorial_freshness add constraint editorial_freshness_check1 CHECK ((((done_at IS NULL) = (done_by IS NULL)) AND ((done_at IS NULL) = (outcome IS NULL))));
alter table editorial_freshness add constraint editorial_freshness_review_on_check CHECK ((review_on ~ '^\d{4}-\d\d-\d\d$'::text));
alter table editorial_freshness add constraint editorial_freshness_what_check CHECK ((length(what) > 0));
CREATE INDEX editorial_freshness_open ON public.editorial_freshness USING btree (body, review_on) WHERE (done_at IS NULL);
alter table editorial_freshness enable row level security;
create policy only_this_body on editorial_freshness for all to public using ((body = ( SELECT current_body() AS current_body))) with check ((body = ( SELECT current_body() AS current_body)));
grant insert, select on editorial_freshness to portavoce_app;
grant update (due_at, done_at, done_by, done_by_name, outcome) on editorial_freshness to portavoce_app;

create table editorial_media (
  id uuid not null,
  body text not null,
  digest text not null,
  kind text not null,
  type text not null,
  bytes integer not null,
  content bytea not null,
  uploaded_by text not null,
  uploaded_by_name text not null,
  at timestamp with time zone not null,
  width integer not null default 0,
  height integer not null default 0,
  frames integer not null default 1,
  seconds integer,
  carries text[] not null default '{}'::text[],
  made_of uuid,
  first_of uuid,
  marks jsonb
);
alter table editorial_media add constraint editorial_media_pkey PRIMARY KEY (id);
alter table editorial_media add constraint editorial_media_body_fkey FOREIGN KEY (body) REFERENCES body(slug);
alter table editorial_media add constraint editorial_media_first_of_fkey FOREIGN KEY (first_of) REFERENCES editorial_media(id);
alter table editorial_media add constraint editorial_media_made_of_fkey FOREIGN KEY (made_of) REFERENCES editorial_media(id);
alter table editorial_media add constraint editorial_media_uploaded_by_fkey FOREIGN KEY (uploaded_by) REFERENCES person(id);
alter table editorial_media add constraint editorial_media_bytes_check CHECK ((bytes > 0));
alter table editorial_media add constraint editorial_media_check CHECK ((((made_of IS NULL) = (marks IS NULL)) AND ((made_of IS NULL) = (first_of IS NULL))));
alter table editorial_media add constraint editorial_media_digest_check CHECK ((digest ~ '^[0-9a-f]{64}$'::text));
alter table editorial_media add constraint editorial_media_kind_check CHECK ((kind = ANY (ARRAY['image'::text, 'video'::text])));
CREATE INDEX editorial_media_at ON public.editorial_media USING btree (body, at);
CREATE INDEX editorial_media_first_of ON public.editorial_media USING btree (first_of) WHERE (first_of IS NOT NULL);
CREATE INDEX editorial_media_made_of ON public.editorial_media USING btree (made_of) WHERE (made_of IS NOT NULL);
alter table editorial_media enable row level security;
create policy only_this_body on editorial_media for all to public using ((body = ( SELECT current_body() AS current_body))) with check ((body = ( SELECT current_body() AS current_body)));
grant insert, select on editorial_media to portavoce_app;

create table editorial_outing (
  id uuid not null,
  body text not null,
  draft_id uuid not null,
  publication_id uuid,
  account_id uuid not null,
  network text not null,
  act text not null,
  about uuid,
  repeats uuid,
  clause text,
  state text not null,
  why text,
  person text,
  external_id text,
  permalink text,
  at timestamp with time zone not null,
  out_at timestamp with time zone
);
alter table editorial_outing add constraint editorial_outing_pkey PRIMARY KEY (id);
alter table editorial_outing add constraint editorial_outing_about_fkey FOREIGN KEY (about) REFERENCES editorial_outing(id);
alter table editorial_outing add constraint editorial_outing_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id);
alter table editorial_outing add constraint editorial_outing_body_fkey FOREIGN KEY (body) REFERENCES body(slug);
alter table editorial_outing add constraint editorial_outing_draft_id_body_fkey FOREIGN KEY (draft_id, body) REFERENCES editorial_draft(id, body);
alter table editorial_outing add constraint editorial_outing_person_fkey FOREIGN KEY (person) REFERENCES person(id);
alter table editorial_outing add constraint editorial_outing_publication_id_fkey FOREIGN KEY (publication_id) REFERENCES editorial_publication(id);
alter table editorial_outing add constraint editorial_outing_repeats_fkey FOREIGN KEY (repeats) REFERENCES editorial_outing(id);
alter table editorial_outing add constraint editorial_outing_act_check CHECK ((act = ANY (ARRAY['publish'::text, 'edit'::text, 'remove'::text, 'close'::text])));
alter table editorial_outing add constraint editorial_outing_check CHECK (((act = 'publish'::text) = (about IS NULL)));
alter table editorial_outing add constraint editorial_outing_check1 CHECK (((state = 'stopped'::text) <= (why IS NOT NULL)));
alter table editorial_outing add constraint editorial_outing_check2 CHECK (((repeats IS NULL) = (clause IS NULL)));
alter table editorial_outing add constraint editorial_outing_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'ordered'::text, 'out'::text, 'stopped'::text, 'withdrawn'::text, 'removed'::text])));
CREATE UNIQUE INDEX editorial_outing_closed_once ON public.editorial_outing USING btree (about) WHERE (act = 'close'::text);
CREATE INDEX editorial_outing_draft ON public.editorial_outing USING btree (draft_id, id);
CREATE UNIQUE INDEX editorial_outing_once ON public.editorial_outing USING btree (draft_id, account_id) WHERE (act = 'publish'::text);
CREATE INDEX editorial_outing_open ON public.editorial_outing USING btree (body, at) WHERE (state = ANY (ARRAY['waiting'::text, 'ordered'::text, 'stopped'::text]));
alter table editorial_outing enable row level security;
create policy only_this_body on editorial_outing for all to public using ((body = ( SELECT current_body() AS current_body))) with check ((body = ( SELECT current_body() AS current_body)));
grant insert, select on editorial_outing to portavoce_app;
grant update (state, why, external_id, permalink, out_at) on editorial_outing to portavoce_app;

create table editorial_plan (
  id uuid not null,
  body text not null,
  kind text not null,
  title text not null,
  from_day text not null,
  to_day text not null,
  state text not null,
  version integer not null,
  created_by text not null,
  created_by_name text not null,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  proposed_by text,
  proposed_by_name text
);
alter table editorial_plan add constraint editorial_plan_pkey PRIMARY KEY (id);
alter table editorial_plan add constraint editorial_plan_id_body_key UNIQUE (id, body);
alter table editorial_plan add constraint editorial_plan_body_fkey FOREIGN KEY (body) REFERENCES body(slug);
alter table editorial_plan add constraint editorial_plan_created_by_fkey FOREIGN KEY (created_by) REFERENCES person(id);
alter table editorial_plan add constraint editorial_plan_proposed_by_fkey FOREIGN KEY (proposed_by) REFERENCES person(id);
alter table editorial_plan add constraint editorial_plan_check CHECK (((to_day ~ '^\d{4}-\d\d-\d\d$'::text) AND (to_day >= from_day)));
alter table editorial_plan add constraint editorial_plan_check1 CHECK (((state = ANY (ARRAY['proposed'::text, 'approved'::text])) <= (proposed_by IS NOT NULL)));
alter table editorial_plan add constraint editorial_plan_from_day_check CHECK ((from_day ~ '^\d{4}-\d\d-\d\d$'::text));
alter table editorial_plan add constraint editorial_plan_kind_check CHECK ((kind = ANY (ARRAY['editorial'::text, 'work'::text])));
alter table editorial_plan add constraint editorial_plan_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'proposed'::text, 'approved'::text, 'superseded'::text, 'discarded'::text])));
CREATE INDEX editorial_plan_days ON public.editorial_plan USING btree (body, to_day);
alter table editorial_plan enable row level security;
create policy only_this_body on editorial_plan for all to public using ((body = ( SELECT current_body() AS current_body))) with check ((body = ( SELECT current_body() AS current_body)));
grant insert, select, update on editorial_plan to portavoce_app;

create table editorial_plan_approval (
  id uuid not null,
  body text not null,
  plan_id uuid not null,
  version integer not null,
  digest text not null,
  policy_version text not null,
  approved_by text not null,
  approved_by_name text not null,
  at timestamp with time zone not null,
  voided_at timestamp with time zone,
  voided_why text
);
alter table editorial_plan_approval add constraint editorial_plan_approval_pkey PRIMARY KEY (id);
alter table editorial_plan_approval add constraint editorial_plan_approval_approved_by_fkey FOREIGN KEY (approved_by) REFERENCES person(id);
alter table editorial_plan_approval add constraint editorial_plan_approval_body_fkey FOREIGN KEY (body) REFERENCES body(slug);
alter table editorial_plan_approval add constraint editorial_plan_approval_body_policy_version_fkey FOREIGN KEY (body, policy_version) REFERENCES policy_version(body, version);
alter table editorial_plan_approval add constraint editorial_plan_approval_plan_id_version_digest_fkey FOREIGN KEY (plan_id, version, digest) REFERENCES editorial_plan_version(plan_id, version, digest);
alter table editorial_plan_approval add constraint editorial_plan_approval_check CHECK (((voided_at IS NULL) = (voided_why IS NULL)));
CREATE UNIQUE INDEX editorial_plan_approval_standing ON public.editorial_plan_approval USING btree (plan_id) WHERE (voided_at IS NULL);
CREATE TRIGGER four_eyes AFTER INSERT OR UPDATE OF approved_by ON public.editorial_plan_approval FOR EACH ROW EXECUTE FUNCTION plan_approver_wrote_nothing();
alter table editorial_plan_approval enable row level security;
create policy only_this_body on editorial_plan_approval for all to public using ((body = ( SELECT current_body() AS current_body))) with check ((body = ( SELECT current_body() AS current_body)));
grant insert, select on editorial_plan_approval to portavoce_app;
grant update (voided_at, voided_why) on editorial_plan_approval to portavoce_app;

create table editorial_plan_choice (
  id uuid not null,
  body text not null,
  work_days integer,
  late_minutes integer,
  act text not null,
  person text not null,
  person_name text not null,
  at timestamp with time zone not null
);
alter table editorial_plan_choice add constraint editorial_plan_choice_pkey PRIMARY KEY (id);
alter table editorial_plan_choice add constraint editorial_plan_choice_body_fkey FOREIGN KEY (body) REFERENCES body(slug);
alter table editorial_plan_choice add constraint editorial_plan_choice_person_fkey FOREIGN KEY (person) REFERENCES person(id);
alter table editorial_plan_choice add constraint editorial_plan_choice_act_check CHECK ((length(act) > 0));
alter table editorial_plan_choice add constraint editorial_plan_choice_late_minutes_check CHECK (((late_minutes >= 1) AND (late_minutes <= 1440)));
alter table editorial_plan_choice add constraint editorial_plan_choice_work_days_check CHECK (((work_days >= 1) AND (work_days <= 366)));
CREATE INDEX editorial_plan_choice_body ON public.editorial_plan_choice USING btree (body, at DESC);
alter table editorial_plan_choice enable row level security;
create policy only_this_body on editorial_plan_choice for all to public using ((body = ( SELECT current_body() AS current_body))) with check ((body = ( SELECT current_body() AS current_body)));
grant insert, select on editorial_plan_choice to portavoce_app;

create table editorial_plan_feed (
  id uuid not null,
  body text not null,
  token_digest text not null,
  person text not null,
  person_name text not null,
  at timestamp with time zone not null,
  revoked_at timestamp with time zone,
  revoked_by_name text
);
alter table editorial_plan_feed add constraint editorial_plan_feed_pkey PRIMARY KEY (id);
alter table editorial_plan_feed add constraint editorial_plan_feed_token_digest_key UNIQUE (token_digest);
alter table editorial_plan_feed add constraint editorial_plan_feed_body_fkey FOREIGN KEY (body) REFERENCES body(slug);
alter table editorial_plan_feed add constraint editorial_plan_feed_person_fkey FOREIGN KEY (person) REFERENCES person(id);
alter table editorial_plan_feed add constraint editorial_plan_feed_check CHECK (((revoked_at IS NULL) = (revoked_by_name IS NULL)));
alter table editorial_plan_feed add constraint editorial_plan_feed_token_digest_check CHECK ((token_digest ~ '^[0-9a-f]{64}$'::text));
CREATE INDEX editorial_plan_feed_body ON public.editorial_plan_feed USING btree (body, at DESC);
alter table editorial_plan_feed enable row level security;
create policy only_this_body on editorial_plan_feed for all to public using ((body = ( SELECT current_body() AS current_body))) with check ((body = ( SELECT current_body() AS current_body)));
grant insert, select on editorial_plan_feed to portavoce_app;
grant update (revoked_at, revoked_by_name) on editorial_plan_feed to portavoce_app;

create table editorial_plan_reminder (
  id uuid not null,
  body text not null,
  plan_id uuid,
  since_day text not null,
  opened_at timestamp with time zone not null,
  closed_at timestamp with time zone
);
alter table editorial_plan_reminder add constraint editorial_plan_reminder_pkey PRIMARY KEY (id);
alter table editorial_plan_reminder add constraint editorial_plan_reminder_body_fkey FOREIGN KEY (body) REFERENCES body(slug);
alter table editorial_plan_reminder add constraint editorial_plan_reminder_plan_id_body_fkey FOREIGN KEY (plan_id, body) REFERENCES editorial_plan(id, body);
alter table editorial_plan_reminder add constraint editorial_plan_reminder_since_day_check CHECK ((since_day ~ '^\d{4}-\d\d-\d\d$'::text));
CREATE UNIQUE INDEX editorial_plan_reminder_open ON public.editorial_plan_reminder USING btree (body) WHERE (closed_at IS NULL);
alter table editorial_plan_reminder enable row level security;
create policy only_this_body on editorial_plan_reminder for all to public using ((body = ( SELECT current_body() AS current_body))) with check ((body = ( SELECT current_body() AS current_body)));
grant insert, select on editorial_plan_reminder to portavoce_app;
grant update (closed_at) on editorial_plan_reminder to portavoce_app;

create table editorial_plan_step (
  id uuid not null,
  body text not null,
  plan_id uuid not null,
  version integer not null,
  step text not null,
  reasons text,
  person text not null,
  person_name text not null,
  at timestamp with time zone not null
);
alter table editorial_plan_step add constraint editorial_plan_step_pkey PRIMARY KEY (id);
alter table editorial_plan_step add constraint editorial_plan_step_body_fkey FOREIGN KEY (body) REFERENCES body(slug);
alter table editorial_plan_step add constraint editorial_plan_step_person_fkey FOREIGN KEY (person) REFERENCES person(id);
alter table editorial_plan_step add constraint editorial_plan_step_plan_id_version_fkey FOREIGN KEY (plan_id, version) REFERENCES editorial_plan_version(plan_id, version);
alter table editorial_plan_step add constraint editorial_plan_step_check CHECK (((step <> ALL (ARRAY['returned'::text, 'voided'::text, 'superseded'::text, 'discarded'::text])) OR (length(reasons) > 0)));
alter table editorial_plan_step add constraint editorial_plan_step_step_check CHECK ((step = ANY (ARRAY['opened'::text, 'proposed'::text, 'returned'::text, 'approved'::text, 'voided'::text, 'superseded'::text, 'discarded'::text])));
CREATE INDEX editorial_plan_step_plan ON public.editorial_plan_step USING btree (plan_id, id);
alter table editorial_plan_step enable row level security;
create policy only_this_body on editorial_plan_step for all to public using ((body = ( SELECT current_body() AS current_body))) with check ((body = ( SELECT current_body() AS current_body)));
grant insert, select on editorial_plan_step to portavoce_app;

create table editorial_plan_version (
  plan_id uuid not null,
  body text not null,
  version integer not null,
  content jsonb not null,
  digest text not null,
  written_by text not null,
  written_by_name text not null,
  at timestamp with time zone not null
);
alter table editorial_plan_version add constraint editorial_plan_version_pkey PRIMARY KEY (plan_id, version);
alter table editorial_plan_version add constraint editorial_plan_version_plan_id_version_digest_key UNIQUE (plan_id, version, digest);
alter table editorial_plan_version add constraint editorial_plan_version_body_fkey FOREIGN KEY (body) REFERENCES body(slug);
alter table editorial_plan_version add constraint editorial_plan_version_plan_id_body_fkey FOREIGN KEY (plan_id, body) REFERENCES editorial_plan(id, body);
alter table editorial_plan_version add constraint editorial_plan_version_written_by_fkey FOREIGN KEY (written_by) REFERENCES person(id);
alter table editorial_plan_version add constraint editorial_plan_version_digest_check CHECK ((digest ~ '^[0-9a-f]{64}$'::text));
alter table editorial_plan_version enable row level security;
create policy only_this_body on editorial_plan_version for all to public using ((body = ( SELECT current_body() AS current_body))) with check ((body = ( SELECT current_body() AS current_body)));
grant insert, select on editorial_plan_version to portavoce_app;

create table editorial_publication (
  id uuid not null,
  body text not null,
  draft_id uuid not null,
  version integer not null,
  kind text not null,
  approval_id uuid,
  by_itself boolean not null,
  fired_by text,
  fired_by_name text,
  at timestamp with time zone not null
);
alter table editorial_publication add constraint editorial_publication_pkey PRIMARY KEY (id);
alter table editorial_publication add constraint editorial_publication_approval_id_key UNIQUE (approval_id);
alter table editorial_publication add constraint editorial_publication_approval_id_fkey FOREIGN KEY (approval_id) REFERENCES editorial_approval(id);
alter table editorial_publication add constraint editorial_publication_body_fkey FOREIGN KEY (body) REFERENCES body(slug);
alter table editorial_publication add constraint editorial_publication_draft_id_version_fkey FOREIGN KEY (draft_id, version) REFERENCES editorial_version(draft_id, version);
alter table editorial_publication add constraint editorial_publication_fired_by_fkey FOREIGN KEY (fired_by) REFERENCES person(id);
alter table editorial_publication add constraint editorial_publication_check CHECK ((by_itself = (fired_by IS NULL)));
alter table editorial_publication add constraint editorial_publication_kind_check CHECK ((kind = ANY (ARRAY['first'::text, 'correction'::text, 'urgent'::text, 'undo'::text])));
alter table editorial_publication add constraint editorial_publication_unsigned CHECK (((approval_id IS NULL) = (kind = ANY (ARRAY['urgent'::text, 'undo'::text]))));
alter table editorial_publication add constraint editorial_publication_urgent_by_hand CHECK (((kind = ANY (ARRAY['first'::text, 'correction'::text])) OR (NOT by_itself)));
CREATE UNIQUE INDEX editorial_publication_first ON public.editorial_publication USING btree (draft_id) WHERE (kind = 'first'::text);
CREATE TRIGGER signed AFTER INSERT ON public.editorial_publication FOR EACH ROW EXECUTE FUNCTION publication_is_signed();
alter table editorial_publication enable row level security;
create policy only_this_body on editorial_publication for all to public using ((body = ( SELECT current_body() AS current_body))) with check ((body = ( SELECT current_body() AS current_body)));
grant insert, select on editorial_publication to portavoce_app;

create table editorial_ratification (
  publication_id uuid not null,
  body text not null,
  draft_id uuid not null,
  account_id uuid not null,
  before_version integer not null,
  reasons text not null,
  corrected_by text not null,
  corrected_by_name text not null,
  at timestamp with time zone not null,
  due_at timestamp with time zone not null,
  reminded_at timestamp with time zone,
  state text not null,
  settled_by text,
  settled_by_name text,
  settled_at timestamp with time zone
);
alter table editorial_ratification add constraint editorial_ratification_pkey PRIMARY KEY (publication_id);
alter table editorial_ratification add constraint editorial_ratification_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id);
alter table editorial_ratification add constraint editorial_ratification_body_fkey FOREIGN KEY (body) REFERENCES body(slug);
alter table editorial_ratification add constraint editorial_ratification_corrected_by_fkey FOREIGN KEY (corrected_by) REFERENCES person(id);
alter table editorial_ratification add constraint editorial_ratification_draft_id_body_fkey FOREIGN KEY (draft_id, body) REFERENCES editorial_draft(id, body);
alter table editorial_ratification add constraint editorial_ratification_publication_id_fkey FOREIGN KEY (publication_id) REFERENCES editorial_publication(id);
alter table editorial_ratification add constraint editorial_ratification_settled_by_fkey FOREIGN KEY (settled_by) REFERENCES person(id);
alter table editorial_ratification add constraint editorial_ratification_check CHECK ((due_at > at));
alter table editorial_ratification add constraint editorial_ratification_check1 CHECK ((((state = 'pending'::text) = (settled_at IS NULL)) AND ((settled_at IS NULL) = (settled_by IS NULL))));
alter table editorial_ratification add constraint editorial_ratification_check2 CHECK (((state <> 'ratified'::text) OR (settled_by <> corrected_by)));
alter table editorial_ratification add constraint editorial_ratification_reasons_check CHECK ((length(reasons) > 0));
alter table editorial_ratification add constraint editorial_ratification_state_check CHECK ((state = ANY (ARRAY['pending'::text, 'ratified'::text, 'undone'::text])));
CREATE UNIQUE INDEX editorial_ratification_pending ON public.editorial_ratification USING btree (draft_id) WHERE (state = 'pending'::text);
alter table editorial_ratification enable row level security;
create policy only_this_body on editorial_ratification for all to public using ((body = ( SELECT current_body() AS current_body))) with check ((body = ( SELECT current_body() AS current_body)));
grant insert, select on editorial_ratification to portavoce_app;
grant update (reminded_at, state, settled_by, settled_by_name, settled_at) on editorial_ratification to portavoce_app;

create table editorial_rendition (
  id uuid not null,
  body text not null,
  media_id uuid not null,
  recipe text not null,
  digest text not null,
  type text not null,
  width integer not null,
  height integer not null,
  bytes integer not null,
  content bytea not null,
  token text not null,
  at timestamp with time zone not null
);
alter table editorial_rendition add constraint editorial_rendition_pkey PRIMARY KEY (id);
alter table editorial_rendition add constraint editorial_rendition_body_token_key UNIQUE (body, token);
alter table editorial_rendition add constraint editorial_rendition_media_id_recipe_key UNIQUE (media_id, recipe);
alter table editorial_rendition add constraint editorial_rendition_body_fkey FOREIGN KEY (body) REFERENCES body(slug);
alter table editorial_rendition add constraint editorial_rendition_media_id_fkey FOREIGN KEY (media_id) REFERENCES editorial_media(id);
alter table editorial_rendition add constraint editorial_rendition_bytes_check CHECK ((bytes > 0));
alter table editorial_rendition add constraint editorial_rendition_digest_check CHECK ((digest ~ '^[0-9a-f]{64}$'::text));
alter table editorial_rendition enable row level security;
create policy only_this_body on editorial_rendition for all to public using ((body = ( SELECT current_body() AS current_body))) with check ((body = ( SELECT current_body() AS current_body)));
grant insert, select on editorial_rendition to portavoce_app;

create table editorial_shown (
  body text not null,
  draft_id uuid not null,
  version integer not null,
  account_id uuid not null,
  rendition_id uuid not null
);
alter table editorial_shown add constraint editorial_shown_pkey PRIMARY KEY (draft_id, version, account_id, rendition_id);
alter table editorial_shown add constraint editorial_shown_body_fkey FOREIGN KEY (body) REFERENCES body(slug);
alter table editorial_shown add constraint editorial_shown_draft_id_version_fkey FOREIGN KEY (draft_id, version) REFERENCES editorial_version(draft_id, version);
alter table editorial_shown add constraint editorial_shown_rendition_id_fkey FOREIGN KEY (rendition_id) REFERENCES editorial_rendition(id);
CREATE INDEX editorial_shown_rendition ON public.editorial_shown USING btree (rendition_id);
alter table editorial_shown enable row level security;
create policy only_this_body on editorial_shown for all to public using ((body = ( SELECT current_body() AS current_body))) with check ((body = ( SELECT current_body() AS current_body)));
grant insert, select on editorial_shown to portavoce_app;

create table editorial_step (
  id uuid not null,
  body text not null,
  draft_id uuid not null,
  version integer not null,
  step text not null,
  reasons text,
  person text,
  person_name text,
  at timestamp with time zone not null
);
alter table editorial_step add constraint editorial_step_pkey PRIMARY KEY (id);
alter table editorial_step add constraint editorial_step_body_fkey FOREIGN KEY (body) REFERENCES body(slug);
alter table editorial_step add constraint editorial_step_draft_id_version_fkey FOREIGN KEY (draft_id, version) REFERENCES editorial_version(draft_id, version);
alter table editorial_step add constraint editorial_step_person_fkey FOREIGN KEY (person) REFERENCES person(id);
alter table editorial_step add constraint editorial_step_check CHECK (((step <> ALL (ARRAY['returned'::text, 'voided'::text, 'waits'::text, 'correcting'::text, 'removed'::text, 'discarded'::text])) OR (length(reasons) > 0)));
alter table editorial_step add constraint editorial_step_check1 CHECK (((person IS NULL) = (person_name IS NULL)));
alter table editorial_step add constraint editorial_step_step_check CHECK ((step = ANY (ARRAY['opened'::text, 'proposed'::text, 'returned'::text, 'approved'::text, 'voided'::text, 'fired'::text, 'waits'::text, 'correcting'::text, 'removed'::text, 'discarded'::text])));
CREATE INDEX editorial_step_draft ON public.editorial_step USING btree (draft_id, id);
alter table editorial_step enable row level security;
create policy only_this_body on editorial_step for all to public using ((body = ( SELECT current_body() AS current_body))) with check ((body = ( SELECT current_body() AS current_body)));
grant insert, select on editorial_step to portavoce_app;

create table editorial_stop (
  id uuid not null,
  body text not null,
  reasons text not null,
  stopped_at timestamp with time zone not null,
  stopped_by text not null,
  stopped_by_name text not null,
  lifted_at timestamp with time zone,
  lifted_by text,
  lifted_by_name text,
  lifted_reasons text
);
alter table editorial_stop add constraint editorial_stop_pkey PRIMARY KEY (id);
alter table editorial_stop add constraint editorial_stop_body_fkey FOREIGN KEY (body) REFERENCES body(slug);
alter table editorial_stop add constraint editorial_stop_lifted_by_fkey FOREIGN KEY (lifted_by) REFERENCES person(id);
alter table editorial_stop add constraint editorial_stop_stopped_by_fkey FOREIGN KEY (stopped_by) REFERENCES person(id);
alter table editorial_stop add constraint editorial_stop_check CHECK ((((lifted_at IS NULL) = (lifted_by IS NULL)) AND ((lifted_at IS NULL) = (lifted_by_name IS NULL))));
alter table editorial_stop add constraint editorial_stop_check1 CHECK (((lifted_at IS NULL) = (lifted_reasons IS NULL)));
alter table editorial_stop add constraint editorial_stop_reasons_check CHECK ((length(reasons) > 0));
CREATE UNIQUE INDEX editorial_stop_open ON public.editorial_stop USING btree (body) WHERE (lifted_at IS NULL);
alter table editorial_stop enable row level security;
create policy only_this_body on editorial_stop for all to public using ((body = ( SELECT current_body() AS current_body))) with check ((body = ( SELECT current_body() AS current_body)));
grant insert, select on editorial_stop to portavoce_app;
grant update (lifted_at, lifted_by, lifted_by_name, lifted_reasons) on editorial_stop to portavoce_app;

create table editorial_urgency (
  id uuid not null,
  body text not null,
  act text not null,
  hours integer not null,
  chosen_by text not null,
  chosen_by_name text not null,
  at timestamp with time zone not null,
  ended_at timestamp with time zone,
  ended_by text,
  ended_by_name text
);
alter table editorial_urgency add constraint editorial_urgency_pkey PRIMARY KEY (id);
alter table editorial_urgency add constraint editorial_urgency_body_fkey FOREIGN KEY (body) REFERENCES body(slug);
alter table editorial_urgency add constraint editorial_urgency_chosen_by_fkey FOREIGN KEY (chosen_by) REFERENCES person(id);
alter table editorial_urgency add constraint editorial_urgency_ended_by_fkey FOREIGN KEY (ended_by) REFERENCES person(id);
alter table editorial_urgency add constraint editorial_urgency_act_check CHECK ((length(act) > 0));
alter table editorial_urgency add constraint editorial_urgency_check CHECK ((((ended_at IS NULL) = (ended_by IS NULL)) AND ((ended_at IS NULL) = (ended_by_name IS NULL))));
alter table editorial_urgency add constraint editorial_urgency_hours_check CHECK (((hours >= 1) AND (hours <= 720)));
CREATE UNIQUE INDEX editorial_urgency_standing ON public.editorial_urgency USING btree (body) WHERE (ended_at IS NULL);
alter table editorial_urgency enable row level security;
create policy only_this_body on editorial_urgency for all to public using ((body = ( SELECT current_body() AS current_body))) with check ((body = ( SELECT current_body() AS current_body)));
grant insert, select on editorial_urgency to portavoce_app;
grant update (ended_at, ended_by, ended_by_name) on editorial_urgency to portavoce_app;

create table editorial_version (
  draft_id uuid not null,
  body text not null,
  version integer not null,
  content jsonb not null,
  digest text not null,
  written_by text not null,
  written_by_name text not null,
  at timestamp with time zone not null
);
alter table editorial_version add constraint editorial_version_pkey PRIMARY KEY (draft_id, version);
alter table editorial_version add constraint editorial_version_draft_id_version_digest_key UNIQUE (draft_id, version, digest);
alter table editorial_version add constraint editorial_version_body_fkey FOREIGN KEY (body) REFERENCES body(slug);
alter table editorial_version add constraint editorial_version_draft_id_body_fkey FOREIGN KEY (draft_id, body) REFERENCES editorial_draft(id, body);
alter table editorial_version add constraint editorial_version_written_by_fkey FOREIGN KEY (written_by) REFERENCES person(id);
alter table editorial_version add constraint editorial_version_digest_check CHECK ((digest ~ '^[0-9a-f]{64}$'::text));
CREATE INDEX editorial_version_digest ON public.editorial_version USING btree (body, digest);
CREATE INDEX editorial_version_files ON public.editorial_version USING gin (((content -> 'media'::text)) jsonb_path_ops, ((content -> 'captions'::text)) jsonb_path_ops);
CREATE INDEX editorial_version_slot ON public.editorial_version USING btree (body, ((content ->> 'slot'::text))) WHERE ((content ->> 'slot'::text) IS NOT NULL);
alter table editorial_version enable row level security;
create policy only_this_body on editorial_version for all to public using ((body = ( SELECT current_body() AS current_body))) with check ((body = ( SELECT current_body() AS current_body)));
grant insert, select on editorial_version to portavoce_app;

create table electoral_period (
  id uuid not null,
  body text not null,
  election text not null,
  decree text not null,
  called_on text not null,
  votes_on text not null,
  closes_at timestamp with time zone not null,
  recorded_by text not null,
  recorded_by_name text not null,
  at timestamp with time zone not null,
  withdrawn_at timestamp with time zone,
  withdrawn_by text,
  withdrawn_by_name text,
  withdrawn_why text
);
alter table electoral_period add constraint electoral_period_pkey PRIMARY KEY (id);
alter table electoral_period add constraint electoral_period_body_fkey FOREIGN KEY (body) REFERENCES body(slug);
alter table electoral_period add constraint electoral_period_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES person(id);
alter table electoral_period add constraint electoral_period_withdrawn_by_fkey FOREIGN KEY (withdrawn_by) REFERENCES person(id);
alter table electoral_period add constraint electoral_period_called_on_check CHECK ((called_on ~ '^\d{4}-\d\d-\d\d$'::text));
alter table electoral_period add constraint electoral_period_check CHECK ((called_on <= votes_on));
alter table electoral_period add constraint electoral_period_check1 CHECK ((((withdrawn_at IS NULL) = (withdrawn_by IS NULL)) AND ((withdrawn_at IS NULL) = (withdrawn_why IS NULL))));
alter table electoral_period add constraint electoral_period_votes_on_check CHECK ((votes_on ~ '^\d{4}-\d\d-\d\d$'::text));
CREATE INDEX electoral_period_body ON public.electoral_period USING btree (body, closes_at);
alter table electoral_period enable row level security;
create policy only_this_body on electoral_period for all to public using ((body = ( SELECT current_body() AS current_body))) with check ((body = ( SELECT current_body() AS current_body)));
grant insert, select on electoral_period to portavoce_app;
grant update (withdrawn_at, withdrawn_by, withdrawn_by_name, withdrawn_why) on electoral_period to portavoce_app;

create table equal_treatment_choice (
  id uuid not null,
  body text not null,
  smallest_group integer not null,
  act text not null,
  person text not null,
  person_name text not null,
  at timestamp with time zone not null
);
alter table equal_treatment_choice add constraint equal_treatment_choice_pkey PRIMARY KEY (id);
alter table equal_treatment_choice add constraint equal_treatment_choice_body_fkey FOREIGN KEY (body) REFERENCES body(slug);
alter table equal_treatment_choice add constraint equal_treatment_choice_person_fkey FOREIGN KEY (person) REFERENCES person(id);
alter table equal_treatment_choice add constraint equal_treatment_choice_smallest_group_check CHECK (((smallest_group >= 3) AND (smallest_group <= 1000)));
CREATE INDEX equal_treatment_choice_body ON public.equal_treatment_choice USING btree (body, at, id);
alter table equal_treatment_choice enable row level security;
create policy only_this_body on equal_treatment_choice for all to public using ((body = ( SELECT current_body() AS current_body))) with check ((body = ( SELECT current_body() AS current_body)));
grant insert, select on equal_treatment_choice to portavoce_app;

create table evidence (
  decision_id uuid not null,
  body text not null,
  subject text not null,
  sealed bytea not null,
  fingerprint text not null,
  at timestamp with time zone not null,
  basis uuid,
  kept_until timestamp with time zone,
  with_item boolean not null default false,
  purged_at timestamp with time zone,
  lasting bytea,
  original_until timestamp with time zone,
  original_purged_at timestamp with time zone
);
alter table evidence add constraint evidence_pkey PRIMARY KEY (decision_id);
alter table evidence add constraint evidence_basis_fkey FOREIGN KEY (basis) REFERENCES keeping_basis(id);
alter table evidence add constraint evidence_body_fkey FOREIGN KEY (body) REFERENCES body(slug);
alter table evidence add constraint evidence_decision_id_fkey FOREIGN KEY (decision_id) REFERENCES decision(id);
CREATE INDEX evidence_kept_until ON public.evidence USING btree (body, kept_until) WHERE ((purged_at IS NULL) AND (kept_until IS NOT NULL));
CREATE INDEX evidence_original_until ON public.evidence USING btree (body, original_until) WHERE ((original_until IS NOT NULL) AND (original_purged_at IS NULL) AND (purged_at IS NULL));
CREATE TRIGGER forget_evidence_media AFTER UPDATE ON public.evidence FOR EACH ROW WHEN ((((new.purged_at IS NOT NULL) AND (old.purged_at IS NULL)) OR ((new.original_purged_at IS NOT NULL) AND (old.original_purged_at IS NULL)))) EXECUTE FUNCTION forget_evidence_media();
alter table evidence enable row level security;
create policy only_this_body on evidence for all to public using ((body = ( SELECT current_body() AS current_body))) with check ((body = ( SELECT current_body() AS current_body)));
grant insert, select on evidence to portavoce_app;

create table evidence_media (
  decision_id uuid not null,
  media uuid not null,
  body text not null,
  nth smallint not null,
  kind text not null,
  type text not null,
  bytes integer not null,
  digest text not null,
  subject text not null,
  sealed bytea not null
);
alter table evidence_media add constraint evidence_media_pkey PRIMARY KEY (decision_id, media);
alter table evidence_media add constraint evidence_media_body_fkey FOREIGN KEY (body) REFERENCES body(slug);
alter table evidence_media add constraint evidence_media_decision_id_fkey FOREIGN KEY (decision_id) REFERENCES evidence(decision_id);
alter table evidence_media enable row level security;
create policy only_this_body on evidence_media for all to public using ((body = ( SELECT current_body() AS current_body))) with check ((body = ( SELECT current_body() AS current_body)));
grant insert, select on evidence_media to portavoce_app;

create table evidence_term (
  id uuid not null,
  body text not null,
  original_days integer not null,
  dossier_days integer not null,
  act text not null,
  person text not null,
  person_name text not null,
  at timestamp with time zone not null
);
alter table evidence_term add constraint evidence_term_pkey PRIMARY KEY (id);
alter table evidence_term add constraint evidence_term_body_fkey FOREIGN KEY (body) REFERENCES body(slug);
alter table evidence_term add constraint evidence_term_person_fkey FOREIGN KEY (person) REFERENCES person(id);
alter table evidence_term add constraint evidence_term_dossier_days_check CHECK (((dossier_days >= 1) AND (dossier_days <= 3650)));
alter table evidence_term add constraint evidence_term_original_days_check CHECK (((original_days >= 1) AND (original_days <= 3650)));
CREATE INDEX evidence_term_body ON public.evidence_term USING btree (body, at, id);
alter table evidence_term enable row level security;
create policy only_this_body on evidence_term for all to public using ((body = ( SELECT current_body() AS current_body))) with check ((body = ( SELECT current_body() AS current_body)));
grant insert, select on evidence_term to portavoce_app;

create table handover_sheet (
  id uuid not null,
  body text not null,
  closed_at timestamp with time zone not null,
  facts jsonb not null,
  at timestamp with time zone not null
);
alter table handover_sheet add constraint handover_sheet_pkey PRIMARY KEY (id);
alter table handover_sheet add constraint handover_sheet_body_closed_at_key UNIQUE (body, closed_at);
alter table handover_sheet add constraint handover_sheet_body_fkey FOREIGN KEY (body) REFERENCES body(slug);
alter table handover_sheet enable row level security;
create policy only_this_body on handover_sheet for all to public using ((body = ( SELECT current_body() AS current_body))) with check ((body = ( SELECT current_body() AS current_body)));
grant insert, select on handover_sheet to portavoce_app;

create table handover_sheet_reading (
  sheet_id uuid not null,
  body text not null,
  person text not null,
  person_name text not null,
  at timestamp with time zone not null
);
alter table handover_sheet_reading add constraint handover_sheet_reading_pkey PRIMARY KEY (sheet_id, person);
alter table handover_sheet_reading add constraint handover_sheet_reading_body_fkey FOREIGN KEY (body) REFERENCES body(slug);
alter table handover_sheet_reading add constraint handover_sheet_reading_person_fkey FOREIGN KEY (person) REFERENCES person(id);
alter table handover_sheet_reading add constraint handover_sheet_reading_sheet_id_fkey FOREIGN KEY (sheet_id) REFERENCES handover_sheet(id);
alter table handover_sheet_reading enable row level security;
create policy only_this_body on handover_sheet_reading for all to public using ((body = ( SELECT current_body() AS current_body))) with check ((body = ( SELECT current_body() AS current_body)));
grant insert, select on handover_sheet_reading to portavoce_app;

create table invitation (
  id uuid not null,
  body text not null,
  person text not null,
  digest text not null,
  sealed bytea,
  state text not null,
  expires_at timestamp with time zone not null,
  invited_by text,
  invited_by_name text,
  at timestamp with time zone not null,
  used_at timestamp with time zone
);
alter table invitation add constraint invitation_pkey PRIMARY KEY (id);
alter table invitation add constraint invitation_digest_key UNIQUE (digest);
alter table invitation add constraint invitation_body_fkey FOREIGN KEY (body) REFERENCES body(slug);
alter table invitation add constraint invitation_invited_by_fkey FOREIGN KEY (invited_by) REFERENCES person(id);
alter table invitation add constraint invitation_person_fkey FOREIGN KEY (person) REFERENCES person(id);
alter table invitation add constraint invitation_check CHECK (((state = 'promised'::text) = (sealed IS NOT NULL)));
alter table invitation add constraint invitation_check1 CHECK (((state = 'used'::text) = (used_at IS NOT NULL)));
alter table invitation add constraint invitation_state_check CHECK ((state = ANY (ARRAY['promised'::text, 'sent'::text, 'refused'::text, 'shown'::text, 'used'::text, 'void'::text])));
CREATE INDEX invitation_person ON public.invitation USING btree (body, person, at);
alter table invitation enable row level security;
create policy only_this_body on invitation for all to public using ((body = ( SELECT current_body() AS current_body))) with check ((body = ( SELECT current_body() AS current_body)));
grant insert, select, update on invitation to portavoce_app;

create table item (
  id uuid not null,
  body text not null,
  account_id uuid not null,
  network text not null,
  external_id text not null,
  kind text not null,
  author_id uuid,
  post_external_id text,
  post_text text,
  parent_external_id text,
  permalink text,
  own boolean not null,
  has_media boolean not null,
  version integer not null,
  visibility text not null,
  written_at timestamp with time zone not null,
  received_at timestamp with time zone not null,
  text_at timestamp with time zone not null,
  state_at timestamp with time zone not null,
  seen_at timestamp with time zone,
  conversation text,
  kept_since timestamp with time zone,
  purged_at timestamp with time zone
);
alter table item add constraint item_pkey PRIMARY KEY (id);
alter table item add constraint item_account_id_external_id_key UNIQUE (account_id, external_id);
alter table item add constraint item_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id);
alter table item add constraint item_author_id_fkey FOREIGN KEY (author_id) REFERENCES author(id);
alter table item add constraint item_body_fkey FOREIGN KEY (body) REFERENCES body(slug);
alter table item add constraint item_kind_check CHECK ((kind = ANY (ARRAY['comment'::text, 'visitor-post'::text, 'mention'::text, 'message'::text, 'reply'::text])));
alter table item add constraint item_visibility_check CHECK ((visibility = ANY (ARRAY['visible'::text, 'held'::text, 'hidden'::text, 'deleted'::text])));
CREATE INDEX item_author ON public.item USING btree (body, author_id);
CREATE INDEX item_author_time ON public.item USING btree (author_id, written_at);
CREATE INDEX item_gone ON public.item USING btree (body, network, state_at) WHERE ((kept_since IS NOT NULL) AND (visibility = 'deleted'::text));
CREATE INDEX item_held ON public.item USING btree (body, id) WHERE (visibility = 'held'::text);
CREATE INDEX item_kept ON public.item USING btree (body, network, kept_since) WHERE (kept_since IS NOT NULL);
CREATE INDEX item_parent ON public.item USING btree (account_id, parent_external_id) WHERE (parent_external_id IS NOT NULL);
CREATE INDEX item_post_time ON public.item USING btree (account_id, post_external_id, written_at);
CREATE INDEX item_received ON public.item USING btree (body, received_at, id);
CREATE TRIGGER author_of_item AFTER UPDATE OF author_id ON public.item FOR EACH ROW WHEN ((new.author_id IS DISTINCT FROM old.author_id)) EXECUTE FUNCTION author_of_item();
CREATE TRIGGER forget_media AFTER UPDATE ON public.item FOR EACH ROW WHEN (((new.purged_at IS NOT NULL) AND (old.purged_at IS NULL))) EXECUTE FUNCTION forget_media();
CREATE TRIGGER withhold_item BEFORE INSERT OR UPDATE ON public.item FOR EACH ROW EXECUTE FUNCTION withhold_item();
alter table item enable row level security;
create policy only_this_body on item for all to public using ((body = ( SELECT current_body() AS current_body))) with check ((body = ( SELECT current_body() AS current_body)));
grant insert, select, update on item to portavoce_app;

create table item_version (
  item_id uuid not null,
  body text not null,
  version integer not null,
  text text not null,
  at timestamp with time zone not null,
  digest text,
  kept_since timestamp with time zone not null default now(),
  purged_at timestamp with time zone
);
alter table item_version add constraint item_version_pkey PRIMARY KEY (item_id, version);
alter table item_version add constraint item_version_body_fkey FOREIGN KEY (body) REFERENCES body(slug);
alter table item_version add constraint item_version_item_id_fkey FOREIGN KEY (item_id) REFERENCES item(id);
CREATE TRIGGER forget_case_words AFTER UPDATE OF text ON public.item_version FOR EACH ROW WHEN (((new.text = ''::text) AND (old.text <> ''::text))) EXECUTE FUNCTION forget_case_words();
CREATE TRIGGER withhold_version BEFORE INSERT ON public.item_version FOR EACH ROW EXECUTE FUNCTION withhold_version();
alter table item_version enable row level security;
create policy only_this_body on item_version for all to public using ((body = ( SELECT current_body() AS current_body))) with check ((body = ( SELECT current_body() AS current_body)));
grant insert, select on item_version to portavoce_app;

create table judgement (
  case_id uuid not null,
  body text not null,
  item_version integer not null,
  policy_version text not null,
  signals jsonb not null,
  judgement jsonb not null,
  at timestamp with time zone not null,
  company smallint not null default 0
);
alter table judgement add constraint judgement_body_fkey FOREIGN KEY (body) REFERENCES body(slug);
alter table judgement add constraint judgement_case_id_fkey FOREIGN KEY (case_id) REFERENCES moderation_case(id);
CREATE UNIQUE INDEX judgement_made ON public.judgement USING btree (case_id, item_version, policy_version, (((judgement -> 'policy'::text) ->> 'digest'::text)), company) NULLS NOT DISTINCT;
alter table judgement enable row level security;
create policy only_this_body on judgement for all to public using ((body = ( SELECT current_body() AS current_body))) with check ((body = ( SELECT current_body() AS current_body)));
grant insert, select on judgement to portavoce_app;

create table keeping_basis (
  id uuid not null,
  body text not null,
  network text not null,
  basis text not null,
  act text not null,
  days integer not null,
  person text not null,
  person_name text not null,
  at timestamp with time zone not null
);
alter table keeping_basis add constraint keeping_basis_pkey PRIMARY KEY (id);
alter table keeping_basis add constraint keeping_basis_body_fkey FOREIGN KEY (body) REFERENCES body(slug);
alter table keeping_basis add constraint keeping_basis_person_fkey FOREIGN KEY (person) REFERENCES person(id);
alter table keeping_basis add constraint keeping_basis_act_check CHECK ((length(act) > 0));
alter table keeping_basis add constraint keeping_basis_basis_check CHECK ((length(basis) > 0));
alter table keeping_basis add constraint keeping_basis_days_check CHECK ((days > 0));
CREATE INDEX keeping_basis_body ON public.keeping_basis USING btree (body, network, at);
alter table keeping_basis enable row level security;
create policy only_this_body on keeping_basis for all to public using ((body = ( SELECT current_body() AS current_body))) with check ((body = ( SELECT current_body() AS current_body)));
grant insert, select on keeping_basis to portavoce_app;

create table ladder_choice (
  id uuid not null,
  body text not null,
  threshold integer,
  window_days integer,
  notes_days integer,
  act text not null,
  person text not null,
  person_name text not null,
  at timestamp with time zone not null
);
alter table ladder_choice add constraint ladder_choice_pkey PRIMARY KEY (id);
alter table ladder_choice add constraint ladder_choice_body_fkey FOREIGN KEY (body) REFERENCES body(slug);
alter table ladder_choice add constraint ladder_choice_person_fkey FOREIGN KEY (person) REFERENCES person(id);
alter table ladder_choice add constraint ladder_choice_notes_days_check CHECK (((notes_days >= 1) AND (notes_days <= 3650)));
alter table ladder_choice add constraint ladder_choice_threshold_check CHECK (((threshold >= 2) AND (threshold <= 100)));
alter table ladder_choice add constraint ladder_choice_window_days_check CHECK (((window_days >= 1) AND (window_days <= 3650)));
CREATE INDEX ladder_choice_body ON public.ladder_choice USING btree (body, at, id);
alter table ladder_choice enable row level security;
create policy only_this_body on ladder_choice for all to public using ((body = ( SELECT current_body() AS current_body))) with check ((body = ( SELECT current_body() AS current_body)));
grant insert, select on ladder_choice to portavoce_app;

create table learned_choice (
  id uuid not null,
  body text not null,
  choice text not null,
  note text not null,
  recorded_by text not null,
  recorded_by_name text not null,
  at timestamp with time zone not null
);
alter table learned_choice add constraint learned_choice_pkey PRIMARY KEY (id);
alter table learned_choice add constraint learned_choice_body_fkey FOREIGN KEY (body) REFERENCES body(slug);
alter table learned_choice add constraint learned_choice_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES person(id);
alter table learned_choice add constraint learned_choice_choice_check CHECK ((choice = ANY (ARRAY['ordering-on'::text, 'ordering-off'::text, 'own-decisions-on'::text, 'own-decisions-off'::text, 'reset'::text])));
CREATE INDEX learned_choice_body ON public.learned_choice USING btree (body, at, id);
alter table learned_choice enable row level security;
create policy only_this_body on learned_choice for all to public using ((body = ( SELECT current_body() AS current_body))) with check ((body = ( SELECT current_body() AS current_body)));
grant insert, select on learned_choice to portavoce_app;

create table learned_lines (
  body text not null,
  model text not null,
  decisions integer not null,
  sealed bytea not null,
  at timestamp with time zone not null
);
alter table learned_lines add constraint learned_lines_pkey PRIMARY KEY (body);
alter table learned_lines add constraint learned_lines_body_fkey FOREIGN KEY (body) REFERENCES body(slug);
alter table learned_lines enable row level security;
create policy only_this_body on learned_lines for all to public using ((body = ( SELECT current_body() AS current_body))) with check ((body = ( SELECT current_body() AS current_body)));
grant delete, insert, select, update on learned_lines to portavoce_app;

create table learned_reading (
  case_id uuid not null,
  body text not null,
  item_version integer not null,
  part text not null,
  scores jsonb not null,
  at timestamp with time zone not null
);
alter table learned_reading add constraint learned_reading_pkey PRIMARY KEY (case_id);
alter table learned_reading add constraint learned_reading_body_fkey FOREIGN KEY (body) REFERENCES body(slug);
alter table learned_reading add constraint learned_reading_case_id_fkey FOREIGN KEY (case_id) REFERENCES moderation_case(id);
CREATE INDEX learned_reading_body ON public.learned_reading USING btree (body);
alter table learned_reading enable row level security;
create policy only_this_body on learned_reading for all to public using ((body = ( SELECT current_body() AS current_body))) with check ((body = ( SELECT current_body() AS current_body)));
grant delete, insert, select, update on learned_reading to portavoce_app;

create table legal_hold (
  id uuid not null,
  body text not null,
  case_id uuid not null,
  act text not null,
  sealed bytea not null,
  person text not null,
  person_name text not null,
  at timestamp with time zone not null,
  lifted_act text,
  lifted_sealed bytea,
  lifted_by text,
  lifted_by_name text,
  lifted_at timestamp with time zone
);
alter table legal_hold add constraint legal_hold_pkey PRIMARY KEY (id);
alter table legal_hold add constraint legal_hold_body_fkey FOREIGN KEY (body) REFERENCES body(slug);
alter table legal_hold add constraint legal_hold_case_id_fkey FOREIGN KEY (case_id) REFERENCES moderation_case(id);
alter table legal_hold add constraint legal_hold_lifted_by_fkey FOREIGN KEY (lifted_by) REFERENCES person(id);
alter table legal_hold add constraint legal_hold_person_fkey FOREIGN KEY (person) REFERENCES person(id);
alter table legal_hold add constraint legal_hold_act_check CHECK ((length(act) > 0));
alter table legal_hold add constraint legal_hold_check CHECK (((lifted_at IS NULL) = (lifted_act IS NULL)));
CREATE INDEX legal_hold_body ON public.legal_hold USING btree (body, at);
CREATE UNIQUE INDEX legal_hold_case ON public.legal_hold USING btree (case_id) WHERE (lifted_at IS NULL);
alter table legal_hold enable row level security;
create policy only_this_body on legal_hold for all to public using ((body = ( SELECT current_body() AS current_body))) with check ((body = ( SELECT current_body() AS current_body)));
grant insert, select on legal_hold to portavoce_app;
grant update (lifted_act, lifted_sealed, lifted_by, lifted_by_name, lifted_at) on legal_hold to portavoce_app;

create table mandate (
  id uuid not null,
  body text not null,
  person text not null,
  role text not null,
  office text,
  act text,
  since timestamp with time zone not null,
  until timestamp with time zone,
  capacity text not null,
  engagement text not null default 'staff'::text,
  act_on text,
  authority text,
  networks text[],
  accounts uuid[],
  coordinates boolean not null default false,
  delegate boolean not null default false,
  given_by text,
  given_by_name text
);
alter table mandate add constraint mandate_pkey PRIMARY KEY (id);
alter table mandate add constraint mandate_once UNIQUE (body, person, capacity, since);
alter table mandate add constraint mandate_body_fkey FOREIGN KEY (body) REFERENCES body(slug);
alter table mandate add constraint mandate_given_by_fkey FOREIGN KEY (given_by) REFERENCES person(id);
alter table mandate add constraint mandate_person_fkey FOREIGN KEY (person) REFERENCES person(id);
alter table mandate add constraint delegate_directs CHECK (((NOT delegate) OR (capacity = 'director'::text)));
alter table mandate add constraint mandate_accounts_check CHECK ((cardinality(accounts) > 0));
alter table mandate add constraint mandate_act_on_check CHECK ((act_on ~ '^\d{4}-\d{2}-\d{2}$'::text));
alter table mandate add constraint mandate_capacity CHECK ((((role = 'moderator'::text) AND (capacity = ANY (ARRAY['communication'::text, 'working-group'::text, 'supplier'::text]))) OR ((role = 'head'::text) AND (capacity = ANY (ARRAY['head'::text, 'director'::text]))) OR ((role = 'auditor'::text) AND (capacity = ANY (ARRAY['auditor'::text, 'data-protection'::text])))));
alter table mandate add constraint mandate_engagement_check CHECK ((engagement = ANY (ARRAY['staff'::text, 'external'::text])));
alter table mandate add constraint mandate_networks_check CHECK ((cardinality(networks) > 0));
alter table mandate add constraint mandate_role_check CHECK ((role = ANY (ARRAY['moderator'::text, 'head'::text, 'auditor'::text])));
alter table mandate add constraint supplier_is_external CHECK (((capacity <> 'supplier'::text) OR (engagement = 'external'::text)));
CREATE INDEX mandate_person ON public.mandate USING btree (person);
CREATE UNIQUE INDEX mandate_without_end ON public.mandate USING btree (body, person, capacity) WHERE (until IS NULL);
CREATE TRIGGER end_push_devices AFTER DELETE OR UPDATE ON public.mandate FOR EACH ROW EXECUTE FUNCTION end_push_devices();
alter table mandate enable row level security;
create policy only_this_body on mandate for all to public using ((body = ( SELECT current_body() AS current_body))) with check ((body = ( SELECT current_body() AS current_body)));
create policy own_mandates on mandate for select to public using ((person = ( SELECT current_person() AS current_person)));
grant insert, select, update on mandate to portavoce_app;

create table media_asking (
  item_id uuid not null,
  item_version integer not null,
  body text not null,
  state text not null,
  at timestamp with time zone not null
);
alter table media_asking add constraint media_asking_pkey PRIMARY KEY (item_id, item_version);
alter table media_asking add constraint media_asking_body_fkey FOREIGN KEY (body) REFERENCES body(slug);
alter table media_asking add constraint media_asking_item_id_fkey FOREIGN KEY (item_id) REFERENCES item(id);
alter table media_asking add constraint media_asking_state_check CHECK ((state = ANY (ARRAY['told'::text, 'gone'::text, 'not-given'::text, 'failed'::text])));
alter table media_asking enable row level security;
create policy only_this_body on media_asking for all to public using ((body = ( SELECT current_body() AS current_body))) with check ((body = ( SELECT current_body() AS current_body)));
grant delete, insert, select, update on media_asking to portavoce_app;

create table media_copy (
  id uuid not null,
  body text not null,
  item_id uuid not null,
  item_version integer not null,
  "position" smallint not null,
  kind text not null,
  state text not null,
  subject text not null,
  type text,
  bytes integer,
  digest text,
  sealed bytea,
  sealed_alt bytea,
  at timestamp with time zone not null
);
alter table media_copy add constraint media_copy_pkey PRIMARY KEY (id);
alter table media_copy add constraint media_copy_item_id_item_version_position_key UNIQUE (item_id, item_version, "position");
alter table media_copy add constraint media_copy_body_fkey FOREIGN KEY (body) REFERENCES body(slug);
alter table media_copy add constraint media_copy_item_id_fkey FOREIGN KEY (item_id) REFERENCES item(id);
alter table media_copy add constraint media_copy_check CHECK (((state = 'copied'::text) = ((sealed IS NOT NULL) AND (type IS NOT NULL) AND (bytes IS NOT NULL) AND (digest IS NOT NULL))));
alter table media_copy add constraint media_copy_kind_check CHECK ((kind = ANY (ARRAY['image'::text, 'video'::text, 'audio'::text, 'other'::text])));
alter table media_copy add constraint media_copy_state_check CHECK ((state = ANY (ARRAY['copied'::text, 'gone'::text, 'too-large'::text, 'unknown-type'::text, 'not-given'::text, 'failed'::text])));
alter table media_copy enable row level security;
create policy only_this_body on media_copy for all to public using ((body = ( SELECT current_body() AS current_body))) with check ((body = ( SELECT current_body() AS current_body)));
grant delete, insert, select, update on media_copy to portavoce_app;

create table migration (
  name character varying(255) not null,
  "timestamp" character varying(255) not null
);
alter table migration add constraint migration_pkey PRIMARY KEY (name);

create table migration_lock (
  id character varying(255) not null,
  is_locked integer not null default 0
);
alter table migration_lock add constraint migration_lock_pkey PRIMARY KEY (id);

create table moderation_case (
  id uuid not null,
  body text not null,
  number bigint not null,
  item_id uuid not null,
  state text not null,
  priority smallint not null,
  due_rank timestamp with time zone not null,
  written_at timestamp with time zone not null,
  received_at timestamp with time zone not null,
  network text not null,
  kind text not null,
  author_name text,
  excerpt text not null,
  proposal text not null,
  clauses text[] not null,
  must_look boolean not null,
  edited boolean not null,
  deleted_by_author boolean not null,
  has_media boolean not null,
  decision text,
  decided_at timestamp with time zone,
  enforcement text not null,
  revision integer not null,
  due_band integer not null default 0,
  learned_rank smallint not null default 100,
  claimed_by text,
  claimed_by_name text,
  claimed_at timestamp with time zone,
  claimed_how text,
  author_id uuid,
  categories text[] not null default '{}'::text[]
);
alter table moderation_case add constraint moderation_case_pkey PRIMARY KEY (id);
alter table moderation_case add constraint moderation_case_body_number_key UNIQUE (body, number);
alter table moderation_case add constraint moderation_case_item_id_key UNIQUE (item_id);
alter table moderation_case add constraint moderation_case_author_id_fkey FOREIGN KEY (author_id) REFERENCES author(id);
alter table moderation_case add constraint moderation_case_body_fkey FOREIGN KEY (body) REFERENCES body(slug);
alter table moderation_case add constraint moderation_case_claimed_by_fkey FOREIGN KEY (claimed_by) REFERENCES person(id);
alter table moderation_case add constraint moderation_case_item_id_fkey FOREIGN KEY (item_id) REFERENCES item(id);
alter table moderation_case add constraint claimed_wholly CHECK ((((claimed_by IS NULL) = (claimed_at IS NULL)) AND ((claimed_by IS NULL) = (claimed_by_name IS NULL)) AND ((claimed_by IS NULL) = (claimed_how IS NULL))));
alter table moderation_case add constraint moderation_case_claimed_how_check CHECK ((claimed_how = ANY (ARRAY['by-hand'::text, 'form'::text, 'handed-over'::text, 'alarm'::text])));
alter table moderation_case add constraint moderation_case_learned_rank_check CHECK (((learned_rank >= 0) AND (learned_rank <= 100)));
alter table moderation_case add constraint moderation_case_priority_check CHECK (((priority >= 0) AND (priority <= 3)));
alter table moderation_case add constraint moderation_case_state_check CHECK ((state = ANY (ARRAY['open'::text, 'decided'::text])));
CREATE INDEX moderation_case_author ON public.moderation_case USING btree (body, author_id, decided_at, id) WHERE (author_id IS NOT NULL);
CREATE INDEX moderation_case_claimed ON public.moderation_case USING btree (body, claimed_by) WHERE (claimed_by IS NOT NULL);
CREATE INDEX moderation_case_decided ON public.moderation_case USING btree (body, decided_at, id) WHERE (state = 'decided'::text);
CREATE INDEX moderation_case_decided_network ON public.moderation_case USING btree (body, network, decided_at, id) WHERE (state = 'decided'::text);
CREATE INDEX moderation_case_due ON public.moderation_case USING btree (body, due_rank) WHERE (state = 'open'::text);
CREATE INDEX moderation_case_look ON public.moderation_case USING btree (body, priority, due_band, learned_rank, due_rank, written_at, id) WHERE ((state = 'open'::text) AND must_look);
CREATE INDEX moderation_case_open_marks ON public.moderation_case USING gin (clauses, categories) WITH (fastupdate=off) WHERE (state = 'open'::text);
CREATE INDEX moderation_case_queue ON public.moderation_case USING btree (body, priority, due_band, learned_rank, due_rank, written_at, id) INCLUDE (network, kind, must_look) WHERE (state = 'open'::text);
CREATE INDEX moderation_case_stuck ON public.moderation_case USING btree (body, decided_at, id) WHERE ((state = 'decided'::text) AND (enforcement = ANY (ARRAY['failed'::text, 'by-hand'::text, 'unknown'::text])));
CREATE TRIGGER author_of_case BEFORE INSERT ON public.moderation_case FOR EACH ROW EXECUTE FUNCTION author_of_case();
CREATE TRIGGER case_clauses_insert AFTER INSERT ON public.moderation_case FOR EACH ROW WHEN ((new.state = 'decided'::text)) EXECUTE FUNCTION keep_case_clauses();
CREATE TRIGGER case_clauses_update AFTER UPDATE ON public.moderation_case FOR EACH ROW WHEN (((((old.state IS DISTINCT FROM new.state) OR (old.decided_at IS DISTINCT FROM new.decided_at)) OR (old.clauses IS DISTINCT FROM new.clauses)) AND (('decided'::text = old.state) OR ('decided'::text = new.state)))) EXECUTE FUNCTION keep_case_clauses();
CREATE TRIGGER queue_count_delete AFTER DELETE ON public.moderation_case REFERENCING OLD TABLE AS went FOR EACH STATEMENT EXECUTE FUNCTION note_queue_change();
CREATE TRIGGER queue_count_insert AFTER INSERT ON public.moderation_case REFERENCING NEW TABLE AS came FOR EACH STATEMENT EXECUTE FUNCTION note_queue_change();
CREATE TRIGGER queue_count_update AFTER UPDATE ON public.moderation_case REFERENCING OLD TABLE AS went NEW TABLE AS came FOR EACH STATEMENT EXECUTE FUNCTION note_queue_change();
CREATE TRIGGER withhold_case BEFORE UPDATE ON public.moderation_case FOR EACH ROW EXECUTE FUNCTION withhold_case();
alter table moderation_case enable row level security;
create policy only_this_body on moderation_case for all to public using ((body = ( SELECT current_body() AS current_body))) with check ((body = ( SELECT current_body() AS current_body)));
grant insert, select, update on moderation_case to portavoce_app;

create table office (
  id uuid not null,
  body text not null,
  name text not null,
  kind text not null,
  email text,
  opening jsonb,
  substitutes text[] not null default '{}'::text[],
  also_named text[] not null default '{}'::text[],
  at timestamp with time zone not null,
  closed_at timestamp with time zone
);
alter table office add constraint office_pkey PRIMARY KEY (id);
alter table office add constraint office_body_fkey FOREIGN KEY (body) REFERENCES body(slug);
alter table office add constraint office_kind_check CHECK ((kind = ANY (ARRAY['urp'::text, 'secretariat'::text, 'press'::text, 'service'::text, 'disciplinary'::text, 'other'::text])));
alter table office add constraint office_name_check CHECK (((length(name) >= 2) AND (length(name) <= 120)));
CREATE UNIQUE INDEX office_name ON public.office USING btree (body, lower(name)) WHERE (closed_at IS NULL);
alter table office enable row level security;
create policy only_this_body on office for all to public using ((body = ( SELECT current_body() AS current_body))) with check ((body = ( SELECT current_body() AS current_body)));
grant insert, select, update on office to portavoce_app;

create table open_matter (
  id uuid not null,
  body text not null,
  title text not null,
  kind text not null,
  words text[] not null,
  revision integer not null default 1,
  settled_on text,
  adopted_on text,
  notified_on text,
  public_on text,
  ended_by_act text,
  recorded_by text not null,
  recorded_by_name text not null,
  at timestamp with time zone not null,
  updated_by text,
  updated_by_name text,
  updated_at timestamp with time zone
);
alter table open_matter add constraint open_matter_pkey PRIMARY KEY (id);
alter table open_matter add constraint open_matter_body_fkey FOREIGN KEY (body) REFERENCES body(slug);
alter table open_matter add constraint open_matter_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES person(id);
alter table open_matter add constraint open_matter_updated_by_fkey FOREIGN KEY (updated_by) REFERENCES person(id);
alter table open_matter add constraint open_matter_adopted_on_check CHECK ((adopted_on ~ '^\d{4}-\d\d-\d\d$'::text));
alter table open_matter add constraint open_matter_kind_check CHECK ((kind = ANY (ARRAY['litigation'::text, 'proceeding'::text, 'not-public'::text, 'reserved'::text])));
alter table open_matter add constraint open_matter_notified_on_check CHECK ((notified_on ~ '^\d{4}-\d\d-\d\d$'::text));
alter table open_matter add constraint open_matter_public_on_check CHECK ((public_on ~ '^\d{4}-\d\d-\d\d$'::text));
alter table open_matter add constraint open_matter_settled_on_check CHECK ((settled_on ~ '^\d{4}-\d\d-\d\d$'::text));
CREATE INDEX open_matter_body ON public.open_matter USING btree (body, at);
alter table open_matter enable row level security;
create policy only_this_body on open_matter for all to public using ((body = ( SELECT current_body() AS current_body))) with check ((body = ( SELECT current_body() AS current_body)));
grant insert, select, update on open_matter to portavoce_app;

create table person (
  id text not null,
  name text not null,
  email text not null,
  email_verified boolean not null default false,
  image text,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null
);
alter table person add constraint person_pkey PRIMARY KEY (id);
alter table person add constraint person_email_key UNIQUE (email);
grant delete, insert, select, update on person to portavoce_app;

create table plain_writing_choice (
  id uuid not null,
  body text not null,
  threshold smallint,
  act text not null,
  chosen_by text not null,
  chosen_by_name text not null,
  at timestamp with time zone not null
);
alter table plain_writing_choice add constraint plain_writing_choice_pkey PRIMARY KEY (id);
alter table plain_writing_choice add constraint plain_writing_choice_body_fkey FOREIGN KEY (body) REFERENCES body(slug);
alter table plain_writing_choice add constraint plain_writing_choice_chosen_by_fkey FOREIGN KEY (chosen_by) REFERENCES person(id);
alter table plain_writing_choice add constraint plain_writing_choice_threshold_check CHECK (((threshold >= 1) AND (threshold <= 100)));
CREATE INDEX plain_writing_choice_body ON public.plain_writing_choice USING btree (body, id DESC);
alter table plain_writing_choice enable row level security;
create policy only_this_body on plain_writing_choice for all to public using ((body = ( SELECT current_body() AS current_body))) with check ((body = ( SELECT current_body() AS current_body)));
grant insert, select on plain_writing_choice to portavoce_app;

create table platform_report (
  id uuid not null,
  body text not null,
  case_id uuid not null,
  item_id uuid not null,
  author_id uuid,
  decision_id uuid,
  clauses text[] not null,
  policy_version text not null,
  state text not null,
  sealed bytea,
  reference text,
  reported_on text,
  person text,
  person_name text,
  at timestamp with time zone not null,
  done_by text,
  done_by_name text,
  done_at timestamp with time zone
);
alter table platform_report add constraint platform_report_pkey PRIMARY KEY (id);
alter table platform_report add constraint platform_report_decision_id_key UNIQUE (decision_id);
alter table platform_report add constraint platform_report_author_id_fkey FOREIGN KEY (author_id) REFERENCES author(id);
alter table platform_report add constraint platform_report_body_fkey FOREIGN KEY (body) REFERENCES body(slug);
alter table platform_report add constraint platform_report_case_id_fkey FOREIGN KEY (case_id) REFERENCES moderation_case(id);
alter table platform_report add constraint platform_report_decision_id_fkey FOREIGN KEY (decision_id) REFERENCES decision(id);
alter table platform_report add constraint platform_report_done_by_fkey FOREIGN KEY (done_by) REFERENCES person(id);
alter table platform_report add constraint platform_report_item_id_fkey FOREIGN KEY (item_id) REFERENCES item(id);
alter table platform_report add constraint platform_report_person_fkey FOREIGN KEY (person) REFERENCES person(id);
alter table platform_report add constraint platform_report_check CHECK (((state = 'done'::text) = ((reference IS NOT NULL) AND (reported_on IS NOT NULL) AND (done_at IS NOT NULL))));
alter table platform_report add constraint platform_report_reported_on_check CHECK ((reported_on ~ '^\d{4}-\d{2}-\d{2}$'::text));
alter table platform_report add constraint platform_report_state_check CHECK ((state = ANY (ARRAY['due'::text, 'sent'::text, 'done'::text, 'void'::text])));
CREATE INDEX platform_report_author ON public.platform_report USING btree (author_id);
CREATE INDEX platform_report_case ON public.platform_report USING btree (case_id);
CREATE INDEX platform_report_open ON public.platform_report USING btree (body, at) WHERE (state = ANY (ARRAY['due'::text, 'sent'::text]));
alter table platform_report enable row level security;
create policy only_this_body on platform_report for all to public using ((body = ( SELECT current_body() AS current_body))) with check ((body = ( SELECT current_body() AS current_body)));
grant insert, select, update on platform_report to portavoce_app;

create table policy_act (
  id uuid not null,
  body text not null,
  clause text not null,
  version text not null,
  act_number text not null,
  act_date text not null,
  note text not null,
  recorded_by text not null,
  recorded_by_name text not null,
  at timestamp with time zone not null,
  ended_act_number text,
  ended_act_date text,
  ended_note text,
  ended_by text,
  ended_by_name text,
  ended_at timestamp with time zone
);
alter table policy_act add constraint policy_act_pkey PRIMARY KEY (id);
alter table policy_act add constraint policy_act_body_fkey FOREIGN KEY (body) REFERENCES body(slug);
alter table policy_act add constraint policy_act_body_version_fkey FOREIGN KEY (body, version) REFERENCES policy_version(body, version);
alter table policy_act add constraint policy_act_ended_by_fkey FOREIGN KEY (ended_by) REFERENCES person(id);
alter table policy_act add constraint policy_act_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES person(id);
alter table policy_act add constraint policy_act_act_date_check CHECK ((act_date ~ '^\d{4}-\d{2}-\d{2}$'::text));
alter table policy_act add constraint policy_act_check CHECK ((num_nulls(ended_act_number, ended_act_date, ended_note, ended_by, ended_by_name, ended_at) = ANY (ARRAY[0, 6])));
alter table policy_act add constraint policy_act_ended_act_date_check CHECK ((ended_act_date ~ '^\d{4}-\d{2}-\d{2}$'::text));
CREATE INDEX policy_act_body ON public.policy_act USING btree (body, at);
CREATE UNIQUE INDEX policy_act_standing ON public.policy_act USING btree (body, clause) WHERE (ended_at IS NULL);
alter table policy_act enable row level security;
create policy only_this_body on policy_act for all to public using ((body = ( SELECT current_body() AS current_body))) with check ((body = ( SELECT current_body() AS current_body)));
grant insert, select on policy_act to portavoce_app;
grant update (ended_act_number, ended_act_date, ended_note, ended_by, ended_by_name, ended_at) on policy_act to portavoce_app;

create table policy_adoption (
  body text not null,
  version text not null,
  draft_id uuid not null,
  proposed_by text not null,
  proposed_by_name text not null,
  approved_by text not null,
  approved_by_name text not null
);
alter table policy_adoption add constraint policy_adoption_pkey PRIMARY KEY (body, version);
alter table policy_adoption add constraint policy_adoption_approved_by_fkey FOREIGN KEY (approved_by) REFERENCES person(id);
alter table policy_adoption add constraint policy_adoption_body_fkey FOREIGN KEY (body) REFERENCES body(slug);
alter table policy_adoption add constraint policy_adoption_body_version_fkey FOREIGN KEY (body, version) REFERENCES policy_version(body, version);
alter table policy_adoption add constraint policy_adoption_draft_id_body_fkey FOREIGN KEY (draft_id, body) REFERENCES policy_draft(id, body);
alter table policy_adoption add constraint policy_adoption_proposed_by_fkey FOREIGN KEY (proposed_by) REFERENCES person(id);
alter table policy_adoption add constraint policy_adoption_check CHECK ((approved_by <> proposed_by));
alter table policy_adoption enable row level security;
create policy only_this_body on policy_adoption for all to public using ((body = ( SELECT current_body() AS current_body))) with check ((body = ( SELECT current_body() AS current_body)));
grant insert, select on policy_adoption to portavoce_app;

create table policy_cover (
  id uuid not null,
  body text not null,
  version text not null,
  cover jsonb not null,
  act_number text not null,
  act_date text not null,
  note text not null,
  recorded_by text not null,
  recorded_by_name text not null,
  at timestamp with time zone not null,
  ended_act_number text,
  ended_act_date text,
  ended_note text,
  ended_by text,
  ended_by_name text,
  ended_at timestamp with time zone
);
alter table policy_cover add constraint policy_cover_pkey PRIMARY KEY (id);
alter table policy_cover add constraint policy_cover_body_fkey FOREIGN KEY (body) REFERENCES body(slug);
alter table policy_cover add constraint policy_cover_body_version_fkey FOREIGN KEY (body, version) REFERENCES policy_version(body, version);
alter table policy_cover add constraint policy_cover_ended_by_fkey FOREIGN KEY (ended_by) REFERENCES person(id);
alter table policy_cover add constraint policy_cover_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES person(id);
alter table policy_cover add constraint policy_cover_act_date_check CHECK ((act_date ~ '^\d{4}-\d{2}-\d{2}$'::text));
alter table policy_cover add constraint policy_cover_check CHECK ((num_nulls(ended_act_number, ended_act_date, ended_note, ended_by, ended_by_name, ended_at) = ANY (ARRAY[0, 6])));
alter table policy_cover add constraint policy_cover_ended_act_date_check CHECK ((ended_act_date ~ '^\d{4}-\d{2}-\d{2}$'::text));
CREATE INDEX policy_cover_body ON public.policy_cover USING btree (body, at);
alter table policy_cover enable row level security;
create policy only_this_body on policy_cover for all to public using ((body = ( SELECT current_body() AS current_body))) with check ((body = ( SELECT current_body() AS current_body)));
grant insert, select on policy_cover to portavoce_app;
grant update (ended_act_number, ended_act_date, ended_note, ended_by, ended_by_name, ended_at) on policy_cover to portavoce_app;

create table policy_draft (
  id uuid not null,
  body text not null,
  name text not null,
  based_on text,
  source text not null,
  change_note text not null,
  revision integer not null,
  last_revision integer not null,
  state text not null,
  created_by text not null,
  created_by_name text not null,
  created_at timestamp with time zone not null,
  updated_by text not null,
  updated_by_name text not null,
  updated_at timestamp with time zone not null,
  proposed_by text,
  proposed_by_name text,
  approved_by text,
  version text
);
alter table policy_draft add constraint policy_draft_pkey PRIMARY KEY (id);
alter table policy_draft add constraint policy_draft_id_body_key UNIQUE (id, body);
alter table policy_draft add constraint policy_draft_approved_by_fkey FOREIGN KEY (approved_by) REFERENCES person(id);
alter table policy_draft add constraint policy_draft_body_based_on_fkey FOREIGN KEY (body, based_on) REFERENCES policy_version(body, version);
alter table policy_draft add constraint policy_draft_body_fkey FOREIGN KEY (body) REFERENCES body(slug);
alter table policy_draft add constraint policy_draft_body_version_fkey FOREIGN KEY (body, version) REFERENCES policy_version(body, version);
alter table policy_draft add constraint policy_draft_created_by_fkey FOREIGN KEY (created_by) REFERENCES person(id);
alter table policy_draft add constraint policy_draft_proposed_by_fkey FOREIGN KEY (proposed_by) REFERENCES person(id);
alter table policy_draft add constraint policy_draft_updated_by_fkey FOREIGN KEY (updated_by) REFERENCES person(id);
alter table policy_draft add constraint policy_draft_check CHECK (((state = ANY (ARRAY['proposed'::text, 'approved'::text])) = (proposed_by IS NOT NULL)));
alter table policy_draft add constraint policy_draft_check1 CHECK (((state = 'approved'::text) = ((approved_by IS NOT NULL) AND (version IS NOT NULL))));
alter table policy_draft add constraint policy_draft_check2 CHECK (((approved_by IS NULL) OR (((approved_by <> proposed_by) AND (approved_by <> created_by)) AND (approved_by <> updated_by))));
alter table policy_draft add constraint policy_draft_state_check CHECK ((state = ANY (ARRAY['open'::text, 'proposed'::text, 'approved'::text, 'discarded'::text])));
CREATE INDEX policy_draft_touched ON public.policy_draft USING btree (body, updated_at DESC);
CREATE TRIGGER approved_stands BEFORE UPDATE ON public.policy_draft FOR EACH ROW WHEN (((old.state = 'approved'::text) AND (((((((new.state IS DISTINCT FROM old.state) OR (new.source IS DISTINCT FROM old.source)) OR (new.revision IS DISTINCT FROM old.revision)) OR (new.change_note IS DISTINCT FROM old.change_note)) OR (new.proposed_by IS DISTINCT FROM old.proposed_by)) OR (new.approved_by IS DISTINCT FROM old.approved_by)) OR (new.version IS DISTINCT FROM old.version)))) EXECUTE FUNCTION approved_draft_changed();
CREATE TRIGGER four_eyes AFTER INSERT OR UPDATE ON public.policy_draft FOR EACH ROW WHEN ((new.approved_by IS NOT NULL)) EXECUTE FUNCTION approver_wrote_nothing();
alter table policy_draft enable row level security;
create policy only_this_body on policy_draft for all to public using ((body = ( SELECT current_body() AS current_body))) with check ((body = ( SELECT current_body() AS current_body)));
grant insert, select on policy_draft to portavoce_app;
grant update (name, source, change_note, revision, last_revision, state, updated_by, updated_by_name, updated_at, proposed_by, proposed_by_name, approved_by, version) on policy_draft to portavoce_app;

create table policy_draft_revision (
  draft_id uuid not null,
  body text not null,
  revision integer not null,
  name text not null,
  source text not null,
  change_note text not null,
  digest text not null,
  aside boolean not null,
  written_on integer,
  written_by text not null,
  written_by_name text not null,
  at timestamp with time zone not null
);
alter table policy_draft_revision add constraint policy_draft_revision_pkey PRIMARY KEY (draft_id, revision);
alter table policy_draft_revision add constraint policy_draft_revision_body_fkey FOREIGN KEY (body) REFERENCES body(slug);
alter table policy_draft_revision add constraint policy_draft_revision_draft_id_body_fkey FOREIGN KEY (draft_id, body) REFERENCES policy_draft(id, body);
alter table policy_draft_revision add constraint policy_draft_revision_written_by_fkey FOREIGN KEY (written_by) REFERENCES person(id);
alter table policy_draft_revision add constraint policy_draft_revision_digest_check CHECK ((digest ~ '^[0-9a-f]{64}$'::text));
alter table policy_draft_revision enable row level security;
create policy only_this_body on policy_draft_revision for all to public using ((body = ( SELECT current_body() AS current_body))) with check ((body = ( SELECT current_body() AS current_body)));
grant insert, select on policy_draft_revision to portavoce_app;

create table policy_draft_step (
  id uuid not null,
  draft_id uuid not null,
  body text not null,
  step text not null,
  revision integer not null,
  reasons text,
  person text not null,
  person_name text not null,
  at timestamp with time zone not null
);
alter table policy_draft_step add constraint policy_draft_step_pkey PRIMARY KEY (id);
alter table policy_draft_step add constraint policy_draft_step_body_fkey FOREIGN KEY (body) REFERENCES body(slug);
alter table policy_draft_step add constraint policy_draft_step_draft_id_body_fkey FOREIGN KEY (draft_id, body) REFERENCES policy_draft(id, body);
alter table policy_draft_step add constraint policy_draft_step_person_fkey FOREIGN KEY (person) REFERENCES person(id);
alter table policy_draft_step add constraint policy_draft_step_check CHECK (((step <> 'returned'::text) OR (length(reasons) > 0)));
alter table policy_draft_step add constraint policy_draft_step_step_check CHECK ((step = ANY (ARRAY['opened'::text, 'proposed'::text, 'withdrawn'::text, 'returned'::text, 'approved'::text, 'discarded'::text, 'reopened'::text])));
CREATE INDEX policy_draft_step_draft ON public.policy_draft_step USING btree (draft_id, id);
alter table policy_draft_step enable row level security;
create policy only_this_body on policy_draft_step for all to public using ((body = ( SELECT current_body() AS current_body))) with check ((body = ( SELECT current_body() AS current_body)));
grant insert, select on policy_draft_step to portavoce_app;

create table policy_entry_into_force (
  body text not null,
  version text not null,
  at timestamp with time zone not null
);
alter table policy_entry_into_force add constraint policy_entry_into_force_pkey PRIMARY KEY (body, version);
alter table policy_entry_into_force add constraint policy_entry_into_force_body_fkey FOREIGN KEY (body) REFERENCES body(slug);
alter table policy_entry_into_force add constraint policy_entry_into_force_body_version_fkey FOREIGN KEY (body, version) REFERENCES policy_version(body, version);
alter table policy_entry_into_force enable row level security;
create policy only_this_body on policy_entry_into_force for all to public using ((body = ( SELECT current_body() AS current_body))) with check ((body = ( SELECT current_body() AS current_body)));
grant insert, select on policy_entry_into_force to portavoce_app;

create table policy_hours_choice (
  id uuid not null,
  body text not null,
  version text not null,
  hours jsonb,
  basis text not null,
  act_number text not null,
  act_date text not null,
  note text not null,
  recorded_by text not null,
  recorded_by_name text not null,
  at timestamp with time zone not null
);
alter table policy_hours_choice add constraint policy_hours_choice_pkey PRIMARY KEY (id);
alter table policy_hours_choice add constraint policy_hours_choice_body_fkey FOREIGN KEY (body) REFERENCES body(slug);
alter table policy_hours_choice add constraint policy_hours_choice_body_version_fkey FOREIGN KEY (body, version) REFERENCES policy_version(body, version);
alter table policy_hours_choice add constraint policy_hours_choice_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES person(id);
alter table policy_hours_choice add constraint policy_hours_choice_act_date_check CHECK ((act_date ~ '^\d{4}-\d{2}-\d{2}$'::text));
alter table policy_hours_choice add constraint policy_hours_choice_basis_check CHECK ((basis = ANY (ARRAY['act'::text, 'decision'::text])));
CREATE INDEX policy_hours_choice_body ON public.policy_hours_choice USING btree (body, at);
alter table policy_hours_choice enable row level security;
create policy only_this_body on policy_hours_choice for all to public using ((body = ( SELECT current_body() AS current_body))) with check ((body = ( SELECT current_body() AS current_body)));
grant insert, select on policy_hours_choice to portavoce_app;

create table policy_patron_choice (
  id uuid not null,
  body text not null,
  version text not null,
  patron jsonb,
  act_number text not null,
  act_date text not null,
  note text not null,
  recorded_by text not null,
  recorded_by_name text not null,
  at timestamp with time zone not null
);
alter table policy_patron_choice add constraint policy_patron_choice_pkey PRIMARY KEY (id);
alter table policy_patron_choice add constraint policy_patron_choice_body_fkey FOREIGN KEY (body) REFERENCES body(slug);
alter table policy_patron_choice add constraint policy_patron_choice_body_version_fkey FOREIGN KEY (body, version) REFERENCES policy_version(body, version);
alter table policy_patron_choice add constraint policy_patron_choice_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES person(id);
alter table policy_patron_choice add constraint policy_patron_choice_act_date_check CHECK ((act_date ~ '^\d{4}-\d{2}-\d{2}$'::text));
CREATE INDEX policy_patron_choice_body ON public.policy_patron_choice USING btree (body, at);
alter table policy_patron_choice enable row level security;
create policy only_this_body on policy_patron_choice for all to public using ((body = ( SELECT current_body() AS current_body))) with check ((body = ( SELECT current_body() AS current_body)));
grant insert, select on policy_patron_choice to portavoce_app;

create table policy_version (
  body text not null,
  version text not null,
  title text not null,
  source text not null,
  digest text not null,
  choices jsonb not null default '{}'::jsonb,
  act text not null,
  adopted_at timestamp with time zone not null,
  in_force_since timestamp with time zone not null,
  act_date text,
  change_note text
);
alter table policy_version add constraint policy_version_pkey PRIMARY KEY (body, version);
alter table policy_version add constraint policy_version_body_fkey FOREIGN KEY (body) REFERENCES body(slug);
alter table policy_version add constraint policy_version_act_date_check CHECK ((act_date ~ '^\d{4}-\d{2}-\d{2}$'::text));
alter table policy_version add constraint policy_version_change_note_check CHECK ((length(change_note) > 0));
alter table policy_version add constraint policy_version_digest_check CHECK ((digest ~ '^[0-9a-f]{64}$'::text));
CREATE INDEX policy_version_in_force ON public.policy_version USING btree (body, in_force_since DESC);
alter table policy_version enable row level security;
create policy everyone_reads on policy_version for select to public using (true);
create policy only_this_body on policy_version for insert to public with check ((body = ( SELECT current_body() AS current_body)));
grant insert, select on policy_version to portavoce_app;

create table portal_choice (
  id uuid not null,
  body text not null,
  clause text not null,
  address text not null,
  act text not null,
  chosen_by text not null,
  chosen_by_name text not null,
  at timestamp with time zone not null
);
alter table portal_choice add constraint portal_choice_pkey PRIMARY KEY (id);
alter table portal_choice add constraint portal_choice_body_fkey FOREIGN KEY (body) REFERENCES body(slug);
alter table portal_choice add constraint portal_choice_chosen_by_fkey FOREIGN KEY (chosen_by) REFERENCES person(id);
CREATE INDEX portal_choice_body ON public.portal_choice USING btree (body, clause, id DESC);
alter table portal_choice enable row level security;
create policy only_this_body on portal_choice for all to public using ((body = ( SELECT current_body() AS current_body))) with check ((body = ( SELECT current_body() AS current_body)));
grant insert, select on portal_choice to portavoce_app;

create table push_call (
  id uuid not null,
  body text not null,
  device_id uuid,
  person text not null,
  letter_id uuid,
  concern_id uuid,
  state text not null,
  at timestamp with time zone not null,
  held_until timestamp with time zone,
  settled_at timestamp with time zone
);
alter table push_call add constraint push_call_pkey PRIMARY KEY (id);
alter table push_call add constraint push_call_body_fkey FOREIGN KEY (body) REFERENCES body(slug);
alter table push_call add constraint push_call_concern_id_fkey FOREIGN KEY (concern_id) REFERENCES csam_concern(id);
alter table push_call add constraint push_call_device_id_fkey FOREIGN KEY (device_id) REFERENCES push_device(id) ON DELETE SET NULL;
alter table push_call add constraint push_call_letter_id_fkey FOREIGN KEY (letter_id) REFERENCES alarm_letter(id);
alter table push_call add constraint push_call_person_fkey FOREIGN KEY (person) REFERENCES person(id);
alter table push_call add constraint push_call_check CHECK (((letter_id IS NULL) <> (concern_id IS NULL)));
alter table push_call add constraint push_call_state_check CHECK ((state = ANY (ARRAY['promised'::text, 'sent'::text, 'refused'::text, 'gone'::text, 'late'::text, 'stopped'::text])));
CREATE INDEX push_call_concern ON public.push_call USING btree (concern_id) WHERE (concern_id IS NOT NULL);
CREATE INDEX push_call_device ON public.push_call USING btree (device_id, at);
CREATE INDEX push_call_letter ON public.push_call USING btree (letter_id) WHERE (letter_id IS NOT NULL);
CREATE INDEX push_call_promised ON public.push_call USING btree (body, at) WHERE (state = 'promised'::text);
alter table push_call enable row level security;
create policy only_this_body on push_call for all to public using ((body = ( SELECT current_body() AS current_body))) with check ((body = ( SELECT current_body() AS current_body)));
grant insert, select on push_call to portavoce_app;
grant update (state, held_until, settled_at) on push_call to portavoce_app;

create table push_device (
  id uuid not null,
  body text not null,
  person text not null,
  name text not null,
  carrier text not null,
  address_digest text not null,
  sealed bytea,
  state text not null,
  why text,
  since timestamp with time zone not null,
  ended_at timestamp with time zone,
  reached_at timestamp with time zone,
  trouble text,
  trouble_since timestamp with time zone,
  trial_at timestamp with time zone
);
alter table push_device add constraint push_device_pkey PRIMARY KEY (id);
alter table push_device add constraint push_device_body_fkey FOREIGN KEY (body) REFERENCES body(slug);
alter table push_device add constraint push_device_person_fkey FOREIGN KEY (person) REFERENCES person(id) ON DELETE CASCADE;
alter table push_device add constraint push_device_check CHECK (((state = 'on'::text) = (sealed IS NOT NULL)));
alter table push_device add constraint push_device_check1 CHECK (((state = 'gone'::text) = ((ended_at IS NOT NULL) AND (why IS NOT NULL))));
alter table push_device add constraint push_device_check2 CHECK (((trouble IS NULL) = (trouble_since IS NULL)));
alter table push_device add constraint push_device_state_check CHECK ((state = ANY (ARRAY['on'::text, 'gone'::text])));
alter table push_device add constraint push_device_trouble_check CHECK ((trouble = ANY (ARRAY['unreachable'::text, 'busy'::text, 'refused'::text])));
alter table push_device add constraint push_device_why_check CHECK ((why = ANY (ARRAY['gone'::text, 'displaced'::text])));
CREATE UNIQUE INDEX push_device_address ON public.push_device USING btree (body, address_digest) WHERE (state = 'on'::text);
CREATE INDEX push_device_person ON public.push_device USING btree (body, person);
alter table push_device enable row level security;
create policy only_this_body on push_device for all to public using ((body = ( SELECT current_body() AS current_body))) with check ((body = ( SELECT current_body() AS current_body)));
grant delete, insert, select, update on push_device to portavoce_app;

create table queue_change (
  id bigint not null generated by default as identity,
  body text not null,
  network text not null,
  kind text not null,
  state text not null,
  priority smallint not null,
  must_look boolean not null,
  stuck boolean not null,
  cases bigint not null
);
alter table queue_change add constraint queue_change_pkey PRIMARY KEY (id);
alter table queue_change add constraint queue_change_body_fkey FOREIGN KEY (body) REFERENCES body(slug);
CREATE INDEX queue_change_body ON public.queue_change USING btree (body);
alter table queue_change enable row level security;
create policy only_this_body on queue_change for all to public using ((body = ( SELECT current_body() AS current_body))) with check ((body = ( SELECT current_body() AS current_body)));
grant select on queue_change to portavoce_app;

create table queue_count (
  body text not null,
  network text not null,
  kind text not null,
  state text not null,
  priority smallint not null,
  must_look boolean not null,
  stuck boolean not null,
  cases bigint not null
);
alter table queue_count add constraint queue_count_pkey PRIMARY KEY (body, network, kind, state, priority, must_look, stuck);
alter table queue_count add constraint queue_count_body_fkey FOREIGN KEY (body) REFERENCES body(slug);
alter table queue_count enable row level security;
create policy only_this_body on queue_count for all to public using ((body = ( SELECT current_body() AS current_body))) with check ((body = ( SELECT current_body() AS current_body)));
grant select on queue_count to portavoce_app;

create table queue_view (
  id uuid not null,
  body text not null,
  person text not null,
  name text not null,
  shared boolean not null,
  search jsonb not null,
  at timestamp with time zone not null
);
alter table queue_view add constraint queue_view_pkey PRIMARY KEY (id);
alter table queue_view add constraint queue_view_body_fkey FOREIGN KEY (body) REFERENCES body(slug);
alter table queue_view add constraint queue_view_person_fkey FOREIGN KEY (person) REFERENCES person(id);
alter table queue_view add constraint queue_view_name_check CHECK (((length(name) >= 1) AND (length(name) <= 60)));
CREATE INDEX queue_view_body ON public.queue_view USING btree (body, person);
alter table queue_view enable row level security;
create policy only_this_body on queue_view for all to public using ((body = ( SELECT current_body() AS current_body))) with check ((body = ( SELECT current_body() AS current_body)));
grant delete, insert, select, update on queue_view to portavoce_app;

create table recovery_code (
  digest text not null,
  person text not null,
  at timestamp with time zone not null,
  used_at timestamp with time zone
);
alter table recovery_code add constraint recovery_code_pkey PRIMARY KEY (digest);
alter table recovery_code add constraint recovery_code_person_fkey FOREIGN KEY (person) REFERENCES person(id) ON DELETE CASCADE;
CREATE INDEX recovery_code_person ON public.recovery_code USING btree (person);
grant delete, insert, select, update on recovery_code to portavoce_app;

create table referral (
  id uuid not null,
  body text not null,
  case_id uuid not null,
  item_id uuid not null,
  decision_id uuid not null,
  item_version integer not null,
  office_id uuid not null,
  office_name text not null,
  clauses text[] not null,
  policy_version text not null,
  state text not null,
  words boolean not null,
  sealed bytea not null,
  subject uuid not null,
  link_number integer not null default 1,
  link_until timestamp with time zone not null,
  link_revoked_at timestamp with time zone,
  look_at timestamp with time zone,
  reminded_at timestamp with time zone,
  escalated_at timestamp with time zone,
  fault text,
  person text not null,
  person_name text not null,
  at timestamp with time zone not null,
  sent_at timestamp with time zone,
  taken_at timestamp with time zone,
  answered_at timestamp with time zone,
  withdrawn_at timestamp with time zone,
  link_by_hand boolean not null default false
);
alter table referral add constraint referral_pkey PRIMARY KEY (id);
alter table referral add constraint referral_decision_id_key UNIQUE (decision_id);
alter table referral add constraint referral_body_fkey FOREIGN KEY (body) REFERENCES body(slug);
alter table referral add constraint referral_case_id_fkey FOREIGN KEY (case_id) REFERENCES moderation_case(id);
alter table referral add constraint referral_decision_id_fkey FOREIGN KEY (decision_id) REFERENCES decision(id);
alter table referral add constraint referral_item_id_fkey FOREIGN KEY (item_id) REFERENCES item(id);
alter table referral add constraint referral_office_id_fkey FOREIGN KEY (office_id) REFERENCES office(id);
alter table referral add constraint referral_person_fkey FOREIGN KEY (person) REFERENCES person(id);
alter table referral add constraint referral_state_check CHECK ((state = ANY (ARRAY['queued'::text, 'by-hand'::text, 'sent'::text, 'taken'::text, 'answered'::text, 'withdrawn'::text])));
CREATE INDEX referral_case ON public.referral USING btree (case_id, at);
CREATE INDEX referral_look ON public.referral USING btree (look_at) WHERE (look_at IS NOT NULL);
CREATE INDEX referral_waiting ON public.referral USING btree (body, at) WHERE (state <> ALL (ARRAY['answered'::text, 'withdrawn'::text]));
alter table referral enable row level security;
create policy only_this_body on referral for all to public using ((body = ( SELECT current_body() AS current_body))) with check ((body = ( SELECT current_body() AS current_body)));
grant insert, select, update on referral to portavoce_app;

create table referral_answer (
  id uuid not null,
  body text not null,
  referral_id uuid not null,
  sealed bytea not null,
  subject uuid not null,
  person text,
  person_name text,
  at timestamp with time zone not null
);
alter table referral_answer add constraint referral_answer_pkey PRIMARY KEY (id);
alter table referral_answer add constraint referral_answer_body_fkey FOREIGN KEY (body) REFERENCES body(slug);
alter table referral_answer add constraint referral_answer_person_fkey FOREIGN KEY (person) REFERENCES person(id);
alter table referral_answer add constraint referral_answer_referral_id_fkey FOREIGN KEY (referral_id) REFERENCES referral(id);
CREATE INDEX referral_answer_of ON public.referral_answer USING btree (referral_id, at);
alter table referral_answer enable row level security;
create policy only_this_body on referral_answer for all to public using ((body = ( SELECT current_body() AS current_body))) with check ((body = ( SELECT current_body() AS current_body)));
grant insert, select on referral_answer to portavoce_app;

create table referral_choice (
  id uuid not null,
  body text not null,
  remind_minutes integer not null,
  escalate_minutes integer not null,
  link_days integer not null,
  act text not null,
  person text not null,
  person_name text not null,
  at timestamp with time zone not null
);
alter table referral_choice add constraint referral_choice_pkey PRIMARY KEY (id);
alter table referral_choice add constraint referral_choice_body_fkey FOREIGN KEY (body) REFERENCES body(slug);
alter table referral_choice add constraint referral_choice_person_fkey FOREIGN KEY (person) REFERENCES person(id);
alter table referral_choice add constraint referral_choice_act_check CHECK ((length(act) > 0));
alter table referral_choice add constraint referral_choice_escalate_minutes_check CHECK (((escalate_minutes >= 15) AND (escalate_minutes <= 100000)));
alter table referral_choice add constraint referral_choice_link_days_check CHECK (((link_days >= 1) AND (link_days <= 365)));
alter table referral_choice add constraint referral_choice_remind_minutes_check CHECK (((remind_minutes >= 15) AND (remind_minutes <= 100000)));
CREATE INDEX referral_choice_body ON public.referral_choice USING btree (body, at, id);
alter table referral_choice enable row level security;
create policy only_this_body on referral_choice for all to public using ((body = ( SELECT current_body() AS current_body))) with check ((body = ( SELECT current_body() AS current_body)));
grant insert, select on referral_choice to portavoce_app;

create table register_choice (
  id uuid not null,
  body text not null,
  asks text[] not null,
  check_days integer,
  silence_days integer,
  act text not null,
  person text not null,
  person_name text not null,
  at timestamp with time zone not null
);
alter table register_choice add constraint register_choice_pkey PRIMARY KEY (id);
alter table register_choice add constraint register_choice_body_fkey FOREIGN KEY (body) REFERENCES body(slug);
alter table register_choice add constraint register_choice_person_fkey FOREIGN KEY (person) REFERENCES person(id);
alter table register_choice add constraint register_choice_act_check CHECK ((length(act) > 0));
alter table register_choice add constraint register_choice_check_days_check CHECK (((check_days >= 1) AND (check_days <= 730)));
alter table register_choice add constraint register_choice_silence_days_check CHECK (((silence_days >= 1) AND (silence_days <= 730)));
CREATE INDEX register_choice_body ON public.register_choice USING btree (body, at, id);
alter table register_choice enable row level security;
create policy only_this_body on register_choice for all to public using ((body = ( SELECT current_body() AS current_body))) with check ((body = ( SELECT current_body() AS current_body)));
grant insert, select on register_choice to portavoce_app;

create table reply_automatic (
  id uuid not null,
  body text not null,
  account_id uuid not null,
  conversation text not null,
  period text not null,
  item_id uuid not null,
  clause text not null,
  policy_version text not null,
  at timestamp with time zone not null
);
alter table reply_automatic add constraint reply_automatic_pkey PRIMARY KEY (id);
alter table reply_automatic add constraint reply_automatic_account_id_conversation_period_key UNIQUE (account_id, conversation, period);
alter table reply_automatic add constraint reply_automatic_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id);
alter table reply_automatic add constraint reply_automatic_body_fkey FOREIGN KEY (body) REFERENCES body(slug);
alter table reply_automatic add constraint reply_automatic_item_id_fkey FOREIGN KEY (item_id) REFERENCES item(id);
CREATE INDEX reply_automatic_item ON public.reply_automatic USING btree (item_id);
alter table reply_automatic enable row level security;
create policy only_this_body on reply_automatic for all to public using ((body = ( SELECT current_body() AS current_body))) with check ((body = ( SELECT current_body() AS current_body)));
grant insert, select on reply_automatic to portavoce_app;

create table reply_choice (
  id uuid not null,
  body text not null,
  approval boolean not null,
  automatic boolean not null,
  night_from integer,
  night_to integer,
  act text not null,
  person text not null,
  person_name text not null,
  at timestamp with time zone not null
);
alter table reply_choice add constraint reply_choice_pkey PRIMARY KEY (id);
alter table reply_choice add constraint reply_choice_body_fkey FOREIGN KEY (body) REFERENCES body(slug);
alter table reply_choice add constraint reply_choice_person_fkey FOREIGN KEY (person) REFERENCES person(id);
alter table reply_choice add constraint reply_choice_act_check CHECK ((length(act) > 0));
alter table reply_choice add constraint reply_choice_check CHECK (((night_from IS NULL) = (night_to IS NULL)));
alter table reply_choice add constraint reply_choice_check1 CHECK ((night_from <> night_to));
alter table reply_choice add constraint reply_choice_night_from_check CHECK (((night_from >= 0) AND (night_from <= 1439)));
alter table reply_choice add constraint reply_choice_night_to_check CHECK (((night_to >= 0) AND (night_to <= 1439)));
CREATE INDEX reply_choice_body ON public.reply_choice USING btree (body, at, id);
alter table reply_choice enable row level security;
create policy only_this_body on reply_choice for all to public using ((body = ( SELECT current_body() AS current_body))) with check ((body = ( SELECT current_body() AS current_body)));
grant insert, select on reply_choice to portavoce_app;

create table reply_draft (
  id uuid not null,
  body text not null,
  case_id uuid not null,
  sealed bytea not null,
  grounds jsonb not null,
  fingerprint text not null,
  state text not null,
  person text not null,
  person_name text not null,
  at timestamp with time zone not null,
  settled_by text,
  settled_by_name text,
  settled_at timestamp with time zone,
  sealed_note bytea,
  decision_id uuid
);
alter table reply_draft add constraint reply_draft_pkey PRIMARY KEY (id);
alter table reply_draft add constraint reply_draft_body_fkey FOREIGN KEY (body) REFERENCES body(slug);
alter table reply_draft add constraint reply_draft_case_id_fkey FOREIGN KEY (case_id) REFERENCES moderation_case(id);
alter table reply_draft add constraint reply_draft_decision_id_fkey FOREIGN KEY (decision_id) REFERENCES decision(id);
alter table reply_draft add constraint reply_draft_person_fkey FOREIGN KEY (person) REFERENCES person(id);
alter table reply_draft add constraint reply_draft_settled_by_fkey FOREIGN KEY (settled_by) REFERENCES person(id);
alter table reply_draft add constraint reply_draft_check CHECK (((state = 'waiting'::text) = (settled_at IS NULL)));
alter table reply_draft add constraint reply_draft_check1 CHECK (((state <> 'approved'::text) OR ((decision_id IS NOT NULL) AND (settled_by <> person))));
alter table reply_draft add constraint reply_draft_grounds_check CHECK ((jsonb_array_length(grounds) > 0));
alter table reply_draft add constraint reply_draft_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'returned'::text, 'approved'::text, 'replaced'::text])));
CREATE INDEX reply_draft_case ON public.reply_draft USING btree (case_id, at);
CREATE INDEX reply_draft_open ON public.reply_draft USING btree (body, at) WHERE (state = 'waiting'::text);
CREATE UNIQUE INDEX reply_draft_waiting ON public.reply_draft USING btree (case_id) WHERE (state = 'waiting'::text);
alter table reply_draft enable row level security;
create policy only_this_body on reply_draft for all to public using ((body = ( SELECT current_body() AS current_body))) with check ((body = ( SELECT current_body() AS current_body)));
grant insert, select on reply_draft to portavoce_app;
grant update (state, settled_by, settled_by_name, settled_at, sealed_note, decision_id) on reply_draft to portavoce_app;

create table reply_justification (
  id uuid not null,
  body text not null,
  case_id uuid not null,
  finding text not null,
  fingerprint text not null,
  clause text,
  sealed bytea not null,
  person text not null,
  person_name text not null,
  at timestamp with time zone not null
);
alter table reply_justification add constraint reply_justification_pkey PRIMARY KEY (id);
alter table reply_justification add constraint reply_justification_case_id_finding_fingerprint_key UNIQUE (case_id, finding, fingerprint);
alter table reply_justification add constraint reply_justification_body_fkey FOREIGN KEY (body) REFERENCES body(slug);
alter table reply_justification add constraint reply_justification_case_id_fkey FOREIGN KEY (case_id) REFERENCES moderation_case(id);
alter table reply_justification add constraint reply_justification_person_fkey FOREIGN KEY (person) REFERENCES person(id);
alter table reply_justification enable row level security;
create policy only_this_body on reply_justification for all to public using ((body = ( SELECT current_body() AS current_body))) with check ((body = ( SELECT current_body() AS current_body)));
grant insert, select on reply_justification to portavoce_app;

create table reply_template (
  id uuid not null,
  version integer not null,
  body text not null,
  title text not null,
  text text not null,
  office text,
  clauses text[] not null,
  categories text[] not null,
  channels text[] not null,
  person text not null,
  person_name text not null,
  at timestamp with time zone not null,
  approved_by text,
  approved_by_name text,
  approved_at timestamp with time zone,
  retired_at timestamp with time zone
);
alter table reply_template add constraint reply_template_pkey PRIMARY KEY (id, version);
alter table reply_template add constraint reply_template_approved_by_fkey FOREIGN KEY (approved_by) REFERENCES person(id);
alter table reply_template add constraint reply_template_body_fkey FOREIGN KEY (body) REFERENCES body(slug);
alter table reply_template add constraint reply_template_person_fkey FOREIGN KEY (person) REFERENCES person(id);
alter table reply_template add constraint reply_template_check CHECK (((approved_at IS NULL) = (approved_by IS NULL)));
alter table reply_template add constraint reply_template_text_check CHECK ((length(text) > 0));
alter table reply_template add constraint reply_template_title_check CHECK ((length(title) > 0));
alter table reply_template add constraint reply_template_version_check CHECK ((version > 0));
CREATE INDEX reply_template_body ON public.reply_template USING btree (body) WHERE (retired_at IS NULL);
alter table reply_template enable row level security;
create policy only_this_body on reply_template for all to public using ((body = ( SELECT current_body() AS current_body))) with check ((body = ( SELECT current_body() AS current_body)));
grant insert, select on reply_template to portavoce_app;
grant update (approved_by, approved_by_name, approved_at, retired_at) on reply_template to portavoce_app;

create table reply_topic (
  id uuid not null,
  version integer not null,
  body text not null,
  title text not null,
  words text[] not null,
  links jsonb not null,
  valid_until text,
  person text not null,
  person_name text not null,
  at timestamp with time zone not null,
  retired_at timestamp with time zone
);
alter table reply_topic add constraint reply_topic_pkey PRIMARY KEY (id, version);
alter table reply_topic add constraint reply_topic_body_fkey FOREIGN KEY (body) REFERENCES body(slug);
alter table reply_topic add constraint reply_topic_person_fkey FOREIGN KEY (person) REFERENCES person(id);
alter table reply_topic add constraint reply_topic_links_check CHECK ((jsonb_array_length(links) > 0));
alter table reply_topic add constraint reply_topic_title_check CHECK ((length(title) > 0));
alter table reply_topic add constraint reply_topic_valid_until_check CHECK ((valid_until ~ '^\d{4}-\d{2}-\d{2}$'::text));
alter table reply_topic add constraint reply_topic_version_check CHECK ((version > 0));
alter table reply_topic add constraint reply_topic_words_check CHECK ((cardinality(words) > 0));
CREATE INDEX reply_topic_body ON public.reply_topic USING btree (body) WHERE (retired_at IS NULL);
alter table reply_topic enable row level security;
create policy only_this_body on reply_topic for all to public using ((body = ( SELECT current_body() AS current_body))) with check ((body = ( SELECT current_body() AS current_body)));
grant insert, select on reply_topic to portavoce_app;
grant update (retired_at) on reply_topic to portavoce_app;

create table request_outcome (
  id uuid not null,
  body text not null,
  case_id uuid not null,
  decision_id uuid,
  outcome text not null,
  office_name text,
  person text not null,
  person_name text not null,
  at timestamp with time zone not null,
  void_at timestamp with time zone,
  subject uuid,
  sealed bytea,
  item_version integer
);
alter table request_outcome add constraint request_outcome_pkey PRIMARY KEY (id);
alter table request_outcome add constraint request_outcome_decision_id_key UNIQUE (decision_id);
alter table request_outcome add constraint request_outcome_body_fkey FOREIGN KEY (body) REFERENCES body(slug);
alter table request_outcome add constraint request_outcome_case_id_fkey FOREIGN KEY (case_id) REFERENCES moderation_case(id);
alter table request_outcome add constraint request_outcome_decision_id_fkey FOREIGN KEY (decision_id) REFERENCES decision(id);
alter table request_outcome add constraint request_outcome_person_fkey FOREIGN KEY (person) REFERENCES person(id);
alter table request_outcome add constraint request_outcome_check CHECK (((outcome = 'routed'::text) = (office_name IS NOT NULL)));
alter table request_outcome add constraint request_outcome_outcome_check CHECK ((outcome = ANY (ARRAY['answered'::text, 'link-provided'::text, 'routed'::text, 'answered-elsewhere'::text, 'no-request'::text])));
alter table request_outcome add constraint request_outcome_told CHECK (((decision_id IS NOT NULL) OR (sealed IS NOT NULL))) NOT VALID;
CREATE INDEX request_outcome_case ON public.request_outcome USING btree (case_id, at);
alter table request_outcome enable row level security;
create policy only_this_body on request_outcome for all to public using ((body = ( SELECT current_body() AS current_body))) with check ((body = ( SELECT current_body() AS current_body)));
grant insert, select on request_outcome to portavoce_app;
grant update (void_at) on request_outcome to portavoce_app;

create table review (
  id uuid not null,
  body text not null,
  statement_id uuid not null,
  state text not null,
  via text not null,
  item_id uuid,
  word_digest text,
  sealed bytea,
  asked_from text,
  asked_at timestamp with time zone not null,
  opened_at timestamp with time zone,
  answer_by text,
  decided_at timestamp with time zone,
  person text,
  person_name text,
  outcome bytea,
  restored text,
  told text,
  given_at timestamp with time zone
);
alter table review add constraint review_pkey PRIMARY KEY (id);
alter table review add constraint review_word_digest_key UNIQUE (word_digest);
alter table review add constraint review_body_fkey FOREIGN KEY (body) REFERENCES body(slug);
alter table review add constraint review_item_id_fkey FOREIGN KEY (item_id) REFERENCES item(id);
alter table review add constraint review_person_fkey FOREIGN KEY (person) REFERENCES person(id);
alter table review add constraint review_statement_id_fkey FOREIGN KEY (statement_id) REFERENCES statement(id);
alter table review add constraint review_answer_by_check CHECK ((answer_by ~ '^\d{4}-\d{2}-\d{2}$'::text));
alter table review add constraint review_check CHECK (((state = ANY (ARRAY['confirmed'::text, 'overturned'::text, 'corrected'::text])) = (decided_at IS NOT NULL)));
alter table review add constraint review_restored_check CHECK ((restored = ANY (ARRAY['restoring'::text, 'nothing-to-restore'::text, 'impossible'::text])));
alter table review add constraint review_state_check CHECK ((state = ANY (ARRAY['unproved'::text, 'lapsed'::text, 'open'::text, 'recorded'::text, 'confirmed'::text, 'overturned'::text, 'corrected'::text])));
alter table review add constraint review_told_check CHECK ((told = ANY (ARRAY['private'::text, 'public'::text, 'by-hand'::text, 'none'::text])));
alter table review add constraint review_via_check CHECK ((via = ANY (ARRAY['channel'::text, 'page'::text, 'by-hand'::text, 'own-motion'::text])));
CREATE INDEX review_item ON public.review USING btree (item_id) WHERE (item_id IS NOT NULL);
CREATE UNIQUE INDEX review_once ON public.review USING btree (statement_id, ((via = 'by-hand'::text))) WHERE (state = ANY (ARRAY['open'::text, 'recorded'::text, 'confirmed'::text, 'overturned'::text, 'corrected'::text]));
CREATE INDEX review_open ON public.review USING btree (body, answer_by, opened_at) WHERE (state = 'open'::text);
CREATE INDEX review_statement ON public.review USING btree (statement_id, asked_at);
CREATE INDEX review_unproved ON public.review USING btree (body, asked_at) WHERE (state = 'unproved'::text);
alter table review enable row level security;
create policy only_this_body on review for all to public using ((body = ( SELECT current_body() AS current_body))) with check ((body = ( SELECT current_body() AS current_body)));
grant insert, select, update on review to portavoce_app;

create table second_factor (
  person text not null,
  sealed_key bytea not null,
  state text not null,
  last_step integer not null default 0,
  at timestamp with time zone not null,
  on_at timestamp with time zone
);
alter table second_factor add constraint second_factor_pkey PRIMARY KEY (person);
alter table second_factor add constraint second_factor_person_fkey FOREIGN KEY (person) REFERENCES person(id) ON DELETE CASCADE;
alter table second_factor add constraint second_factor_check CHECK (((state = 'on'::text) = (on_at IS NOT NULL)));
alter table second_factor add constraint second_factor_state_check CHECK ((state = ANY (ARRAY['offered'::text, 'on'::text])));
grant delete, insert, select, update on second_factor to portavoce_app;

create table second_factor_rule (
  id uuid not null,
  body text not null,
  role text not null,
  since timestamp with time zone,
  chosen_by text not null,
  chosen_by_name text not null,
  at timestamp with time zone not null
);
alter table second_factor_rule add constraint second_factor_rule_pkey PRIMARY KEY (id);
alter table second_factor_rule add constraint second_factor_rule_body_fkey FOREIGN KEY (body) REFERENCES body(slug);
alter table second_factor_rule add constraint second_factor_rule_chosen_by_fkey FOREIGN KEY (chosen_by) REFERENCES person(id);
alter table second_factor_rule add constraint second_factor_rule_role_check CHECK ((role = ANY (ARRAY['moderator'::text, 'head'::text, 'auditor'::text])));
CREATE INDEX second_factor_rule_role ON public.second_factor_rule USING btree (body, role, at DESC);
alter table second_factor_rule enable row level security;
create policy everyone_reads on second_factor_rule for select to public using (true);
create policy only_this_body on second_factor_rule for all to public using ((body = ( SELECT current_body() AS current_body))) with check ((body = ( SELECT current_body() AS current_body)));
grant insert, select on second_factor_rule to portavoce_app;

create table sign_in_attempts (
  address_digest text not null,
  failures integer not null,
  last_at timestamp with time zone not null,
  wait_until timestamp with time zone not null
);
alter table sign_in_attempts add constraint sign_in_attempts_pkey PRIMARY KEY (address_digest);
CREATE INDEX sign_in_attempts_last ON public.sign_in_attempts USING btree (last_at);
grant delete, insert, select, update on sign_in_attempts to portavoce_app;

create table sign_in_credential (
  id text not null,
  user_id text not null,
  account_id text not null,
  provider_id text not null,
  password text,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamp with time zone,
  refresh_token_expires_at timestamp with time zone,
  scope text,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null
);
alter table sign_in_credential add constraint sign_in_credential_pkey PRIMARY KEY (id);
alter table sign_in_credential add constraint sign_in_credential_user_id_fkey FOREIGN KEY (user_id) REFERENCES person(id) ON DELETE CASCADE;
CREATE INDEX sign_in_credential_person ON public.sign_in_credential USING btree (user_id);
grant delete, insert, select, update on sign_in_credential to portavoce_app;

create table sign_in_flow (
  digest text not null,
  body text not null,
  sealed bytea not null,
  expires_at timestamp with time zone not null
);
alter table sign_in_flow add constraint sign_in_flow_pkey PRIMARY KEY (digest);
alter table sign_in_flow add constraint sign_in_flow_body_fkey FOREIGN KEY (body) REFERENCES body(slug);
CREATE INDEX sign_in_flow_expires ON public.sign_in_flow USING btree (body, expires_at);
alter table sign_in_flow enable row level security;
create policy only_this_body on sign_in_flow for all to public using ((body = ( SELECT current_body() AS current_body))) with check ((body = ( SELECT current_body() AS current_body)));
grant delete, insert, select, update on sign_in_flow to portavoce_app;

create table sign_in_identity (
  id uuid not null,
  body text not null,
  person text not null,
  issuer text not null,
  subject text not null,
  how text not null,
  at timestamp with time zone not null,
  ended_at timestamp with time zone
);
alter table sign_in_identity add constraint sign_in_identity_pkey PRIMARY KEY (id);
alter table sign_in_identity add constraint sign_in_identity_body_fkey FOREIGN KEY (body) REFERENCES body(slug);
alter table sign_in_identity add constraint sign_in_identity_person_fkey FOREIGN KEY (person) REFERENCES person(id);
alter table sign_in_identity add constraint sign_in_identity_how_check CHECK ((how = ANY (ARRAY['invitation'::text, 'email'::text])));
CREATE UNIQUE INDEX sign_in_identity_person ON public.sign_in_identity USING btree (body, person) WHERE (ended_at IS NULL);
CREATE UNIQUE INDEX sign_in_identity_subject ON public.sign_in_identity USING btree (body, issuer, subject) WHERE (ended_at IS NULL);
alter table sign_in_identity enable row level security;
create policy only_this_body on sign_in_identity for all to public using ((body = ( SELECT current_body() AS current_body))) with check ((body = ( SELECT current_body() AS current_body)));
grant insert, select on sign_in_identity to portavoce_app;
grant update (ended_at) on sign_in_identity to portavoce_app;

create table sign_in_provider (
  body text not null,
  name text not null,
  issuer text not null,
  client_id text not null,
  sealed_secret bytea not null,
  acr_values text[] not null,
  amr_values text[] not null,
  by_email boolean not null default false,
  at timestamp with time zone not null
);
alter table sign_in_provider add constraint sign_in_provider_pkey PRIMARY KEY (body);
alter table sign_in_provider add constraint sign_in_provider_body_fkey FOREIGN KEY (body) REFERENCES body(slug);
alter table sign_in_provider add constraint sign_in_provider_check CHECK (((cardinality(acr_values) + cardinality(amr_values)) > 0));
alter table sign_in_provider enable row level security;
create policy only_this_body on sign_in_provider for all to public using ((body = ( SELECT current_body() AS current_body))) with check ((body = ( SELECT current_body() AS current_body)));
grant delete, insert, select, update on sign_in_provider to portavoce_app;

create table sign_in_session (
  id text not null,
  token text not null,
  user_id text not null,
  expires_at timestamp with time zone not null,
  ip_address text,
  user_agent text,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  awaits_factor boolean not null default false,
  factor boolean not null default false,
  only_body text,
  sealed_hint bytea
);
alter table sign_in_session add constraint sign_in_session_pkey PRIMARY KEY (id);
alter table sign_in_session add constraint sign_in_session_token_key UNIQUE (token);
alter table sign_in_session add constraint sign_in_session_only_body_fkey FOREIGN KEY (only_body) REFERENCES body(slug);
alter table sign_in_session add constraint sign_in_session_user_id_fkey FOREIGN KEY (user_id) REFERENCES person(id) ON DELETE CASCADE;
CREATE INDEX sign_in_session_person ON public.sign_in_session USING btree (user_id);
grant delete, insert, select, update on sign_in_session to portavoce_app;

create table sign_in_verification (
  id text not null,
  identifier text not null,
  value text not null,
  expires_at timestamp with time zone not null,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null
);
alter table sign_in_verification add constraint sign_in_verification_pkey PRIMARY KEY (id);
CREATE INDEX sign_in_verification_identifier ON public.sign_in_verification USING btree (identifier);
grant delete, insert, select, update on sign_in_verification to portavoce_app;

create table statement (
  id uuid not null,
  body text not null,
  cause uuid not null,
  case_id uuid not null,
  item_id uuid not null,
  author_id uuid,
  measure text not null,
  clauses text[] not null,
  policy_version text not null,
  code_digest text not null,
  sealed bytea not null,
  told text not null,
  given_at timestamp with time zone,
  decisions text not null,
  ask_by text,
  person text not null,
  person_name text not null,
  person_role text not null,
  at timestamp with time zone not null,
  withdrawn_at timestamp with time zone,
  promised_at timestamp with time zone,
  ask_days integer,
  ask_working boolean
);
alter table statement add constraint statement_pkey PRIMARY KEY (id);
alter table statement add constraint statement_cause_key UNIQUE (cause);
alter table statement add constraint statement_code_digest_key UNIQUE (code_digest);
alter table statement add constraint statement_author_id_fkey FOREIGN KEY (author_id) REFERENCES author(id);
alter table statement add constraint statement_body_fkey FOREIGN KEY (body) REFERENCES body(slug);
alter table statement add constraint statement_case_id_fkey FOREIGN KEY (case_id) REFERENCES moderation_case(id);
alter table statement add constraint statement_item_id_fkey FOREIGN KEY (item_id) REFERENCES item(id);
alter table statement add constraint statement_person_fkey FOREIGN KEY (person) REFERENCES person(id);
alter table statement add constraint statement_ask_by_check CHECK ((ask_by ~ '^\d{4}-\d{2}-\d{2}$'::text));
alter table statement add constraint statement_ask_days_check CHECK ((ask_days > 0));
alter table statement add constraint statement_ask_term CHECK (((ask_days IS NULL) = (ask_working IS NULL)));
alter table statement add constraint statement_decisions_check CHECK ((decisions = ANY (ARRAY['open'::text, 'final'::text])));
alter table statement add constraint statement_measure_check CHECK ((measure = ANY (ARRAY['hide'::text, 'remove'::text, 'not-published'::text, 'warn'::text, 'ban'::text])));
alter table statement add constraint statement_told_check CHECK ((told = ANY (ARRAY['private'::text, 'public'::text, 'by-hand'::text, 'with-measure'::text])));
CREATE INDEX statement_body ON public.statement USING btree (body, at);
CREATE INDEX statement_case ON public.statement USING btree (case_id, at);
CREATE INDEX statement_to_give ON public.statement USING btree (body, promised_at) WHERE ((given_at IS NULL) AND (withdrawn_at IS NULL) AND (promised_at IS NOT NULL));
alter table statement enable row level security;
create policy only_this_body on statement for all to public using ((body = ( SELECT current_body() AS current_body))) with check ((body = ( SELECT current_body() AS current_body)));
grant insert, select on statement to portavoce_app;
grant update (told, given_at, ask_by, withdrawn_at, promised_at) on statement to portavoce_app;

create table statement_choice (
  id uuid not null,
  body text not null,
  ask_days integer,
  answer_days integer,
  public_notice boolean not null,
  act text not null,
  person text not null,
  person_name text not null,
  at timestamp with time zone not null
);
alter table statement_choice add constraint statement_choice_pkey PRIMARY KEY (id);
alter table statement_choice add constraint statement_choice_body_fkey FOREIGN KEY (body) REFERENCES body(slug);
alter table statement_choice add constraint statement_choice_person_fkey FOREIGN KEY (person) REFERENCES person(id);
alter table statement_choice add constraint statement_choice_answer_days_check CHECK (((answer_days >= 1) AND (answer_days <= 365)));
alter table statement_choice add constraint statement_choice_ask_days_check CHECK (((ask_days >= 1) AND (ask_days <= 365)));
CREATE INDEX statement_choice_body ON public.statement_choice USING btree (body, at, id);
alter table statement_choice enable row level security;
create policy only_this_body on statement_choice for all to public using ((body = ( SELECT current_body() AS current_body))) with check ((body = ( SELECT current_body() AS current_body)));
grant insert, select on statement_choice to portavoce_app;

create table subject_key (
  body text not null,
  subject text not null,
  sealed_key bytea not null
);
alter table subject_key add constraint subject_key_pkey PRIMARY KEY (body, subject);
alter table subject_key add constraint subject_key_body_fkey FOREIGN KEY (body) REFERENCES body(slug);
alter table subject_key enable row level security;
create policy only_this_body on subject_key for all to public using ((body = ( SELECT current_body() AS current_body))) with check ((body = ( SELECT current_body() AS current_body)));
grant delete, insert, select, update on subject_key to portavoce_app;

create table training (
  id uuid not null,
  body text not null,
  person text not null,
  what text not null,
  held_on text not null,
  document text not null,
  noted_by text,
  noted_by_name text,
  at timestamp with time zone not null
);
alter table training add constraint training_pkey PRIMARY KEY (id);
alter table training add constraint training_body_fkey FOREIGN KEY (body) REFERENCES body(slug);
alter table training add constraint training_noted_by_fkey FOREIGN KEY (noted_by) REFERENCES person(id);
alter table training add constraint training_person_fkey FOREIGN KEY (person) REFERENCES person(id);
alter table training add constraint training_held_on_check CHECK ((held_on ~ '^\d{4}-\d{2}-\d{2}$'::text));
CREATE INDEX training_person ON public.training USING btree (body, person);
alter table training enable row level security;
create policy only_this_body on training for all to public using ((body = ( SELECT current_body() AS current_body))) with check ((body = ( SELECT current_body() AS current_body)));
grant insert, select on training to portavoce_app;

create table turn_plan (
  body text not null,
  revision integer not null,
  plan jsonb not null,
  person text not null,
  person_name text not null,
  at timestamp with time zone not null
);
alter table turn_plan add constraint turn_plan_pkey PRIMARY KEY (body, revision);
alter table turn_plan add constraint turn_plan_body_fkey FOREIGN KEY (body) REFERENCES body(slug);
alter table turn_plan add constraint turn_plan_person_fkey FOREIGN KEY (person) REFERENCES person(id);
alter table turn_plan add constraint turn_plan_revision_check CHECK ((revision > 0));
alter table turn_plan enable row level security;
create policy only_this_body on turn_plan for all to public using ((body = ( SELECT current_body() AS current_body))) with check ((body = ( SELECT current_body() AS current_body)));
grant insert, select on turn_plan to portavoce_app;

create table young_account (
  id uuid not null,
  body text not null,
  account_id uuid not null,
  project text not null,
  consent_by text not null,
  document text not null,
  clause text not null,
  policy_version text not null,
  person text not null,
  person_name text not null,
  at timestamp with time zone not null,
  ended_at timestamp with time zone
);
alter table young_account add constraint young_account_pkey PRIMARY KEY (id);
alter table young_account add constraint young_account_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id);
alter table young_account add constraint young_account_body_fkey FOREIGN KEY (body) REFERENCES body(slug);
alter table young_account add constraint young_account_person_fkey FOREIGN KEY (person) REFERENCES person(id);
alter table young_account add constraint young_account_consent_by_check CHECK ((consent_by = ANY (ARRAY['parents'::text, 'institution'::text])));
alter table young_account add constraint young_account_document_check CHECK ((length(document) > 0));
alter table young_account add constraint young_account_project_check CHECK ((length(project) > 0));
CREATE UNIQUE INDEX young_account_live ON public.young_account USING btree (account_id) WHERE (ended_at IS NULL);
alter table young_account enable row level security;
create policy only_this_body on young_account for all to public using ((body = ( SELECT current_body() AS current_body))) with check ((body = ( SELECT current_body() AS current_body)));
grant insert, select on young_account to portavoce_app;
grant update (ended_at) on young_account to portavoce_app;

create table young_case (
  case_id uuid not null,
  body text not null,
  at timestamp with time zone not null,
  emptied_at timestamp with time zone,
  asked_by text,
  asked_by_name text,
  asked_at timestamp with time zone
);
alter table young_case add constraint young_case_pkey PRIMARY KEY (case_id);
alter table young_case add constraint young_case_asked_by_fkey FOREIGN KEY (asked_by) REFERENCES person(id);
alter table young_case add constraint young_case_body_fkey FOREIGN KEY (body) REFERENCES body(slug);
alter table young_case add constraint young_case_case_id_fkey FOREIGN KEY (case_id) REFERENCES moderation_case(id);
alter table young_case add constraint young_case_asked CHECK ((((asked_at IS NULL) = (asked_by IS NULL)) AND ((asked_at IS NULL) = (asked_by_name IS NULL))));
CREATE INDEX young_case_asked ON public.young_case USING btree (body, asked_at) WHERE ((asked_at IS NOT NULL) AND (emptied_at IS NULL));
alter table young_case enable row level security;
create policy only_this_body on young_case for all to public using ((body = ( SELECT current_body() AS current_body))) with check ((body = ( SELECT current_body() AS current_body)));
grant insert, select on young_case to portavoce_app;
grant update (emptied_at, asked_by, asked_by_name, asked_at) on young_case to portavoce_app;

-- also there: sequence queue_change_id_seq
