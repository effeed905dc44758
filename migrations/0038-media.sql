-- SPDX-License-Identifier: AGPL-3.0-or-later
-- What goes out of a file is made from it and kept beside it: the original never leaves the desk.

-- What a file was found to be when it was brought. Networks no longer fetch originals: their addresses go.
alter table editorial_media
  drop column token,
  add column width integer not null default 0,
  add column height integer not null default 0,
  -- More than one: it moves.
  add column frames integer not null default 1,
  -- Of a video.
  add column seconds integer,
  -- What it tells besides what is seen, in kinds: the values are not kept.
  add column carries text[] not null default '{}',
  -- Of a picture with something blurred: the file it was made from, the one that was brought, and what was marked on it.
  add column made_of uuid references editorial_media (id),
  add column first_of uuid references editorial_media (id),
  add column marks jsonb,
  add check ((made_of is null) = (marks is null) and (made_of is null) = (first_of is null));
create index editorial_media_made_of on editorial_media (made_of) where made_of is not null;
create index editorial_media_first_of on editorial_media (first_of) where first_of is not null;
create index editorial_media_at on editorial_media (body, at);

-- A file as it goes out. The token is the address under which networks fetch it.
create table editorial_rendition (
  id uuid primary key,
  body text not null references body (slug),
  media_id uuid not null references editorial_media (id),
  -- How it was made, to the letter: one recipe gives one rendition of a file.
  recipe text not null,
  digest text not null check (digest ~ '^[0-9a-f]{64}$'),
  type text not null,
  width integer not null,
  height integer not null,
  bytes integer not null check (bytes > 0),
  content bytea not null,
  token text not null,
  at timestamptz not null,
  unique (media_id, recipe),
  unique (body, token)
);
alter table editorial_rendition enable row level security;
create policy only_this_body on editorial_rendition
  using (body = (select current_body())) with check (body = (select current_body()));

-- What each version would show on each account: networks are given that of what was published, and nothing else.
create table editorial_shown (
  body text not null references body (slug),
  draft_id uuid not null,
  version integer not null,
  account_id uuid not null,
  rendition_id uuid not null references editorial_rendition (id),
  primary key (draft_id, version, account_id, rendition_id),
  foreign key (draft_id, version) references editorial_version (draft_id, version)
);
create index editorial_shown_rendition on editorial_shown (rendition_id);
alter table editorial_shown enable row level security;
create policy only_this_body on editorial_shown
  using (body = (select current_body())) with check (body = (select current_body()));

-- What is said in a video, written for those who do not hear it; as the desk wrote it down after reading the file that was brought.
create table editorial_captions (
  id uuid primary key,
  body text not null references body (slug),
  digest text not null check (digest ~ '^[0-9a-f]{64}$'),
  cues integer not null check (cues > 0),
  seconds integer not null,
  content bytea not null,
  uploaded_by text not null references person (id),
  uploaded_by_name text not null,
  at timestamptz not null,
  unique (body, digest)
);
alter table editorial_captions enable row level security;
create policy only_this_body on editorial_captions
  using (body = (select current_body())) with check (body = (select current_body()));

create index editorial_version_files on editorial_version
  using gin ((content -> 'media') jsonb_path_ops, (content -> 'captions') jsonb_path_ops);

-- The server may only add files. Here it may take away, of its own body, those brought before a moment that no content uses: neither
-- one that is being written, nor one given up since then, nor one that ever went out. What a used one was made from stays with it.
create function forget_unused_media(its_moment timestamptz) returns table (kind text, id uuid, digest text)
  language plpgsql volatile security definer set search_path = pg_catalog, public as $$
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
end $$;
