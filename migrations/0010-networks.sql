-- SPDX-License-Identifier: AGPL-3.0-or-later
-- Every call of the networks: posts, bans and private messages besides comments, in one step or in several; what a network
-- holds for approval; contents that a network's contract makes us forget.

alter table delivery_command drop constraint delivery_command_type_check;
alter table delivery_command add constraint delivery_command_type_check check (type in (
  'hide', 'unhide', 'remove', 'approve', 'reply', 'report', 'ban', 'unban', 'answer-message',
  'publish', 'edit-post', 'remove-post', 'close-comments', 'open-comments'));
-- A post has no item: it is ours.
alter table delivery_command alter column item_id drop not null;
alter table delivery_command drop constraint delivery_command_state_check;
alter table delivery_command add constraint delivery_command_state_check check (state in (
  'queued', 'sent', 'under-way', 'confirmed', 'unknown', 'failed', 'by-hand', 'cancelled'));
-- How far a publication in several steps has come, in its network's own terms.
alter table delivery_command add column progress text;
alter table delivery_command add column permalink text;

alter table item drop constraint item_visibility_check;
alter table item add constraint item_visibility_check check (visibility in ('visible', 'held', 'hidden', 'deleted'));
-- Of a private message: the conversation that an answer names.
alter table item add column conversation text;
