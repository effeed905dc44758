-- SPDX-License-Identifier: AGPL-3.0-or-later
-- What writes to the networks say waits sealed; nobody alone takes away what the desk holds of somebody too young.

-- Under the installation's key. Rows that were there keep their words in the payload until the desk seals them.
alter table delivery_command
  add column sealed_text bytea,
  add column sealed_proof bytea;

-- Texts of writes that came to their end, still to be blanked.
drop index delivery_command_worded;
create index delivery_command_worded on delivery_command (body, settled_at)
  where state in ('confirmed', 'cancelled') and type in ('reply', 'answer-message', 'report') and person is not null
    and (sealed_text is not null or payload ->> 'text' <> '');

-- Texts that stand in clear: none, once the desk has been there.
create index delivery_command_in_clear on delivery_command (body)
  where sealed_text is null and payload ->> 'text' <> '';

-- Who asked that the data go, and waits for somebody else to say so too.
alter table young_case
  add column asked_by text references person (id),
  add column asked_by_name text,
  add column asked_at timestamptz,
  add constraint young_case_asked check ((asked_at is null) = (asked_by is null) and (asked_at is null) = (asked_by_name is null));
create index young_case_asked on young_case (body, asked_at) where asked_at is not null and emptied_at is null;
