// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Rights } from '#platform';

const ADD_ONLY = ['select', 'insert'] as const;
const NEVER_REMOVED = ['select', 'insert', 'update'] as const;

const DRAFT_TEXT = 'name, source, change_note, revision, last_revision, updated_by, updated_by_name, updated_at';
const DRAFT_STATE = `${DRAFT_TEXT}, state, proposed_by, proposed_by_name, approved_by, version`;

/** Tables whose rows the server's role may not treat as it likes; the reason is what each is a witness of. */
export const RIGHTS: Rights = {
  // The record and the end of its chains.
  audit_entry: ADD_ONLY,
  audit_head: NEVER_REMOVED,
  // What was adopted, written, judged and sealed: a later state is another row.
  policy_version: ADD_ONLY,
  policy_adoption: ADD_ONLY,
  policy_entry_into_force: ADD_ONLY,
  policy_hours_choice: ADD_ONLY,
  // Who began a draft and on what is never rewritten; its texts are all in its revisions.
  policy_draft: [...ADD_ONLY, `update (${DRAFT_STATE})`],
  policy_draft_revision: ADD_ONLY,
  policy_draft_step: ADD_ONLY,
  item_version: ADD_ONLY,
  judgement: ADD_ONLY,
  evidence: ADD_ONLY,
  keeping_basis: ADD_ONLY,
  // What a body chose, and when it had all forgotten.
  learned_choice: ADD_ONLY,
  // A decision may be undone, never rewritten.
  decision: [...ADD_ONLY, 'update (undone_at, undone_by, undone_by_name, undone_reasons)'],
  // An act is ended by another, never rewritten.
  policy_act: [...ADD_ONLY, 'update (ended_act_number, ended_act_date, ended_note, ended_by, ended_by_name, ended_at)'],
  item: NEVER_REMOVED,
  moderation_case: NEVER_REMOVED,
  delivery_command: NEVER_REMOVED,
  // What a body declared to use a network, and the warnings it was given; units spent are not unspent.
  account_declaration: ADD_ONLY,
  account_warning: ADD_ONLY,
  account_allowance: NEVER_REMOVED,
  account_figure: NEVER_REMOVED,
  // The migrations' own.
  migration: [],
  migration_lock: [],
};
