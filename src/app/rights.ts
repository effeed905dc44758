// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Rights } from '#platform';

const ADD_ONLY = ['select', 'insert'] as const;
const NEVER_REMOVED = ['select', 'insert', 'update'] as const;

/** Tables whose rows the server's role may not treat as it likes; the reason is what each is a witness of. */
export const RIGHTS: Rights = {
  // The record and the end of its chains.
  audit_entry: ADD_ONLY,
  audit_head: NEVER_REMOVED,
  // What was adopted, written, judged and sealed: a later state is another row.
  policy_version: ADD_ONLY,
  item_version: ADD_ONLY,
  judgement: ADD_ONLY,
  evidence: ADD_ONLY,
  // A decision may be undone, never rewritten.
  decision: [...ADD_ONLY, 'update (undone_at, undone_by, undone_by_name, undone_reasons)'],
  item: NEVER_REMOVED,
  moderation_case: NEVER_REMOVED,
  delivery_command: NEVER_REMOVED,
  // The migrations' own.
  migration: [],
  migration_lock: [],
};
