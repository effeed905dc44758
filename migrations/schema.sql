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

CREATE OR REPLACE FUNCTION public.body_of_account(its_id uuid)
 RETURNS text
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
RETURN (SELECT account.body FROM account WHERE (account.id = body_of_account.its_id));
grant execute on function body_of_account(uuid) to public;
grant execute on function body_of_account(uuid) to portavoce_app;

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

CREATE OR REPLACE FUNCTION public.purge_evidence(its_decisions uuid[], its_moment timestamp with time zone)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
BEGIN ATOMIC
 UPDATE evidence SET sealed = '\x'::bytea, purged_at = purge_evidence.its_moment
    FROM decision,
     moderation_case,
     item
   WHERE ((evidence.body = ( SELECT current_body() AS current_body)) AND (evidence.decision_id = ANY (purge_evidence.its_decisions)) AND (evidence.purged_at IS NULL) AND (decision.id = evidence.decision_id) AND (moderation_case.id = decision.case_id) AND (item.id = moderation_case.item_id) AND ((evidence.kept_until <= purge_evidence.its_moment) OR (evidence.with_item AND (item.purged_at IS NOT NULL))));
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
  notices_error text
);
alter table account_connection add constraint account_connection_pkey PRIMARY KEY (account_id);
alter table account_connection add constraint account_connection_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id);
alter table account_connection add constraint account_connection_body_fkey FOREIGN KEY (body) REFERENCES body(slug);
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

create table case_number (
  body text not null,
  last bigint not null
);
alter table case_number add constraint case_number_pkey PRIMARY KEY (body);
alter table case_number add constraint case_number_body_fkey FOREIGN KEY (body) REFERENCES body(slug);
alter table case_number enable row level security;
create policy only_this_body on case_number for all to public using ((body = ( SELECT current_body() AS current_body))) with check ((body = ( SELECT current_body() AS current_body)));
grant delete, insert, select, update on case_number to portavoce_app;

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
  undone_reasons text
);
alter table decision add constraint decision_pkey PRIMARY KEY (id);
alter table decision add constraint decision_body_idempotency_key_key UNIQUE (body, idempotency_key);
alter table decision add constraint decision_body_fkey FOREIGN KEY (body) REFERENCES body(slug);
alter table decision add constraint decision_case_id_fkey FOREIGN KEY (case_id) REFERENCES moderation_case(id);
alter table decision add constraint decision_person_fkey FOREIGN KEY (person) REFERENCES person(id);
alter table decision add constraint decision_undone_by_fkey FOREIGN KEY (undone_by) REFERENCES person(id);
alter table decision add constraint decision_grounds_check CHECK ((jsonb_array_length(grounds) > 0));
alter table decision add constraint decision_kind_check CHECK ((kind = ANY (ARRAY['publish'::text, 'hide'::text, 'remove'::text, 'reply'::text, 'no-action'::text])));
alter table decision add constraint decision_reasons_check CHECK ((length(reasons) > 0));
CREATE INDEX decision_case ON public.decision USING btree (case_id, at);
alter table decision enable row level security;
create policy only_this_body on decision for all to public using ((body = ( SELECT current_body() AS current_body))) with check ((body = ( SELECT current_body() AS current_body)));
grant insert, select on decision to portavoce_app;
grant update (undone_at, undone_by, undone_by_name, undone_reasons) on decision to portavoce_app;

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
  permalink text
);
alter table delivery_command add constraint delivery_command_pkey PRIMARY KEY (id);
alter table delivery_command add constraint delivery_command_body_cause_type_key UNIQUE (body, cause, type);
alter table delivery_command add constraint delivery_command_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id);
alter table delivery_command add constraint delivery_command_body_fkey FOREIGN KEY (body) REFERENCES body(slug);
alter table delivery_command add constraint delivery_command_item_id_fkey FOREIGN KEY (item_id) REFERENCES item(id);
alter table delivery_command add constraint delivery_command_state_check CHECK ((state = ANY (ARRAY['queued'::text, 'sent'::text, 'under-way'::text, 'confirmed'::text, 'unknown'::text, 'failed'::text, 'by-hand'::text, 'cancelled'::text])));
alter table delivery_command add constraint delivery_command_type_check CHECK ((type = ANY (ARRAY['hide'::text, 'unhide'::text, 'remove'::text, 'approve'::text, 'reply'::text, 'report'::text, 'ban'::text, 'unban'::text, 'answer-message'::text, 'publish'::text, 'edit-post'::text, 'remove-post'::text, 'close-comments'::text, 'open-comments'::text])));
CREATE INDEX delivery_command_cause ON public.delivery_command USING btree (body, cause);
CREATE INDEX delivery_command_item ON public.delivery_command USING btree (item_id);
alter table delivery_command enable row level security;
create policy only_this_body on delivery_command for all to public using ((body = ( SELECT current_body() AS current_body))) with check ((body = ( SELECT current_body() AS current_body)));
grant insert, select, update on delivery_command to portavoce_app;

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
  purged_at timestamp with time zone
);
alter table evidence add constraint evidence_pkey PRIMARY KEY (decision_id);
alter table evidence add constraint evidence_basis_fkey FOREIGN KEY (basis) REFERENCES keeping_basis(id);
alter table evidence add constraint evidence_body_fkey FOREIGN KEY (body) REFERENCES body(slug);
alter table evidence add constraint evidence_decision_id_fkey FOREIGN KEY (decision_id) REFERENCES decision(id);
CREATE INDEX evidence_kept_until ON public.evidence USING btree (body, kept_until) WHERE ((purged_at IS NULL) AND (kept_until IS NOT NULL));
alter table evidence enable row level security;
create policy only_this_body on evidence for all to public using ((body = ( SELECT current_body() AS current_body))) with check ((body = ( SELECT current_body() AS current_body)));
grant insert, select on evidence to portavoce_app;

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
CREATE INDEX item_gone ON public.item USING btree (body, network, state_at) WHERE ((kept_since IS NOT NULL) AND (visibility = 'deleted'::text));
CREATE INDEX item_kept ON public.item USING btree (body, network, kept_since) WHERE (kept_since IS NOT NULL);
CREATE INDEX item_received ON public.item USING btree (body, received_at, id);
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
  at timestamp with time zone not null
);
alter table judgement add constraint judgement_body_fkey FOREIGN KEY (body) REFERENCES body(slug);
alter table judgement add constraint judgement_case_id_fkey FOREIGN KEY (case_id) REFERENCES moderation_case(id);
CREATE UNIQUE INDEX judgement_made ON public.judgement USING btree (case_id, item_version, policy_version, (((judgement -> 'policy'::text) ->> 'digest'::text))) NULLS NOT DISTINCT;
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

create table mandate (
  id uuid not null,
  body text not null,
  person text not null,
  role text not null,
  office text,
  act text not null,
  since timestamp with time zone not null,
  until timestamp with time zone
);
alter table mandate add constraint mandate_pkey PRIMARY KEY (id);
alter table mandate add constraint mandate_body_person_role_since_key UNIQUE (body, person, role, since);
alter table mandate add constraint mandate_body_fkey FOREIGN KEY (body) REFERENCES body(slug);
alter table mandate add constraint mandate_person_fkey FOREIGN KEY (person) REFERENCES person(id);
alter table mandate add constraint mandate_role_check CHECK ((role = ANY (ARRAY['moderator'::text, 'head'::text, 'auditor'::text])));
CREATE INDEX mandate_person ON public.mandate USING btree (person);
CREATE UNIQUE INDEX mandate_without_end ON public.mandate USING btree (body, person, role) WHERE (until IS NULL);
alter table mandate enable row level security;
create policy only_this_body on mandate for all to public using ((body = ( SELECT current_body() AS current_body))) with check ((body = ( SELECT current_body() AS current_body)));
create policy own_mandates on mandate for select to public using ((person = ( SELECT current_person() AS current_person)));
grant delete, insert, select, update on mandate to portavoce_app;

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
  learned_rank smallint not null default 100
);
alter table moderation_case add constraint moderation_case_pkey PRIMARY KEY (id);
alter table moderation_case add constraint moderation_case_body_number_key UNIQUE (body, number);
alter table moderation_case add constraint moderation_case_item_id_key UNIQUE (item_id);
alter table moderation_case add constraint moderation_case_body_fkey FOREIGN KEY (body) REFERENCES body(slug);
alter table moderation_case add constraint moderation_case_item_id_fkey FOREIGN KEY (item_id) REFERENCES item(id);
alter table moderation_case add constraint moderation_case_learned_rank_check CHECK (((learned_rank >= 0) AND (learned_rank <= 100)));
alter table moderation_case add constraint moderation_case_priority_check CHECK (((priority >= 0) AND (priority <= 3)));
alter table moderation_case add constraint moderation_case_state_check CHECK ((state = ANY (ARRAY['open'::text, 'decided'::text])));
CREATE INDEX moderation_case_decided ON public.moderation_case USING btree (body, decided_at, id) WHERE (state = 'decided'::text);
CREATE INDEX moderation_case_queue ON public.moderation_case USING btree (body, state, priority, due_band, learned_rank, due_rank, written_at, id);
alter table moderation_case enable row level security;
create policy only_this_body on moderation_case for all to public using ((body = ( SELECT current_body() AS current_body))) with check ((body = ( SELECT current_body() AS current_body)));
grant insert, select, update on moderation_case to portavoce_app;

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

create table sign_in_session (
  id text not null,
  token text not null,
  user_id text not null,
  expires_at timestamp with time zone not null,
  ip_address text,
  user_agent text,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null
);
alter table sign_in_session add constraint sign_in_session_pkey PRIMARY KEY (id);
alter table sign_in_session add constraint sign_in_session_token_key UNIQUE (token);
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

