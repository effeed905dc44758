-- SPDX-License-Identifier: AGPL-3.0-or-later
-- Networks that are asked, account by account, to tell of changes.

alter table account_connection
  -- Where the network was last asked to tell; null: it was not.
  add column notices_address text,
  -- How long what was asked stands; null: until somebody takes it back, or nothing was asked.
  add column notices_until timestamptz,
  -- When to ask again; null: at once.
  add column notices_after timestamptz,
  -- Why the network does not tell, in Italian; null: it does, or was not asked yet.
  add column notices_error text;
