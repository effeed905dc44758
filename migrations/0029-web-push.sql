-- SPDX-License-Identifier: AGPL-3.0-or-later
-- The devices that people on the rota turned notices on for, and what was sent to them beside the letters of an alarm.

create table push_device (
  id uuid primary key,
  body text not null references body (slug),
  person text not null references person (id) on delete cascade,
  -- As the person calls it.
  name text not null,
  -- Whose service carries what is sent to it.
  carrier text not null,
  -- Of its address, which nobody can guess.
  address_digest text not null,
  -- Its address and its keys; there only while it is on.
  sealed bytea,
  state text not null check (state in ('on', 'gone')),
  -- `displaced`: another person turned notices on in the same browser.
  why text check (why in ('gone', 'displaced')),
  since timestamptz not null,
  ended_at timestamptz,
  -- When its carrier last took something for it, and since when it does not.
  reached_at timestamptz,
  trouble text check (trouble in ('unreachable', 'busy', 'refused')),
  trouble_since timestamptz,
  trial_at timestamptz,
  check ((state = 'on') = (sealed is not null)),
  check ((state = 'gone') = (ended_at is not null and why is not null)),
  check ((trouble is null) = (trouble_since is null))
);
create unique index push_device_address on push_device (body, address_digest) where state = 'on';
create index push_device_person on push_device (body, person);
alter table push_device enable row level security;
create policy only_this_body on push_device
  using (body = (select current_body())) with check (body = (select current_body()));

-- Something sent to one device, beside a letter of an alarm or because of what may be child-abuse content.
create table push_call (
  id uuid primary key,
  body text not null references body (slug),
  device_id uuid references push_device (id) on delete set null,
  person text not null references person (id),
  letter_id uuid references alarm_letter (id),
  concern_id uuid references csam_concern (id),
  -- `late`: not taken within the minutes after which it helps nobody.
  state text not null check (state in ('promised', 'sent', 'refused', 'gone', 'late', 'stopped')),
  at timestamptz not null,
  held_until timestamptz,
  settled_at timestamptz,
  check ((letter_id is null) <> (concern_id is null))
);
create index push_call_letter on push_call (letter_id) where letter_id is not null;
create index push_call_concern on push_call (concern_id) where concern_id is not null;
create index push_call_device on push_call (device_id, at);
create index push_call_promised on push_call (body, at) where state = 'promised';
alter table push_call enable row level security;
create policy only_this_body on push_call
  using (body = (select current_body())) with check (body = (select current_body()));

-- INVARIANT: whoever may decide no more has no devices: they go in the act that ends the mandate, whoever writes it.
create function end_push_devices() returns trigger
  language plpgsql set search_path = pg_catalog, public as $$
begin
  delete from public.push_device
   where push_device.body = old.body and push_device.person = old.person
     and not exists (
       select from public.mandate
        where mandate.body = old.body and mandate.person = old.person and mandate.role <> 'auditor'
          and (mandate.until is null or mandate.until > now()));
  return null;
end $$;
create trigger end_push_devices after update or delete on mandate
  for each row execute function end_push_devices();

-- A letter that a server of mail does not take in time is told by voice; looked for every minute.
create index csam_concern_promised on csam_concern (body, at) where state = 'open' and alert = 'promised';
