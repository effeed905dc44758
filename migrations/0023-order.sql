-- SPDX-License-Identifier: AGPL-3.0-or-later
-- What comes after what: a decision carried further by another, and the writes on one thing in the order of their asking.

-- The removal that followed a hiding, while it stands. The hiding was not wrong: its breach is the same one.
alter table decision add column superseded_by uuid references decision (id);

-- What a write changes the look of; null for what only adds something: an answer, a report, a post.
alter table delivery_command add column place text;
update delivery_command set place = case
    when type in ('hide', 'unhide', 'remove', 'approve') then 'item ' || (payload ->> 'target')
    when type in ('ban', 'unban') then 'author ' || (payload ->> 'target')
    when type in ('close-comments', 'open-comments') then 'comments ' || (payload ->> 'target')
    when type in ('edit-post', 'remove-post') then 'post ' || (payload ->> 'target')
  end;
create index delivery_command_place on delivery_command (body, account_id, place, id) where place is not null;

-- Looked through every minute: all that is still on its way.
drop index delivery_command_waiting;
create index delivery_command_waiting on delivery_command (body, created_at)
  where state in ('queued', 'sent', 'under-way', 'unknown');
-- How writes of a stretch of time ended.
create index delivery_command_created on delivery_command (body, created_at);
