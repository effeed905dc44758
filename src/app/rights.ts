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
  evidence_media: ADD_ONLY,
  keeping_basis: ADD_ONLY,
  // What a body chose, and when it had all forgotten.
  learned_choice: ADD_ONLY,
  // A decision may be undone or followed by another, never rewritten.
  decision: [...ADD_ONLY, 'update (undone_at, undone_by, undone_by_name, undone_reasons, superseded_by)'],
  // An act is ended by another, never rewritten.
  policy_act: [...ADD_ONLY, 'update (ended_act_number, ended_act_date, ended_note, ended_by, ended_by_name, ended_at)'],
  policy_patron_choice: ADD_ONLY,
  policy_cover: [
    ...ADD_ONLY,
    'update (ended_act_number, ended_act_date, ended_note, ended_by, ended_by_name, ended_at)',
  ],
  // What a body chose; a breach may fall, a violation be withdrawn, a ban be looked at again or end, a link be broken.
  ladder_choice: ADD_ONLY,
  breach: [...ADD_ONLY, 'update (void_at)'],
  confirmed_violation: [...ADD_ONLY, 'update (withdrawn_at, withdrawn_by)'],
  author_measure: [...ADD_ONLY, 'update (told, sealed, given_at, review_on, review_called_at, ended_at)'],
  platform_report: NEVER_REMOVED,
  author_link: [...ADD_ONLY, 'update (ended_at, ended_by)'],
  young_account: [...ADD_ONLY, 'update (ended_at)'],
  young_case: [...ADD_ONLY, 'update (emptied_at, asked_by, asked_by_name, asked_at)'],
  // What went to an office and what came back; an office is closed, never lost.
  office: NEVER_REMOVED,
  referral_choice: ADD_ONLY,
  referral: NEVER_REMOVED,
  referral_answer: ADD_ONLY,
  request_outcome: [...ADD_ONLY, 'update (void_at)'],
  // A statement says what it said; a review moves on, and neither is removed.
  statement_choice: ADD_ONLY,
  statement: [...ADD_ONLY, 'update (told, promised_at, given_at, ask_by, withdrawn_at)'],
  review: NEVER_REMOVED,
  // Who gave a case to whom, who was on duty, what a turn left behind and who read it; an alarm is answered, never removed.
  case_handover: ADD_ONLY,
  turn_plan: ADD_ONLY,
  handover_sheet: ADD_ONLY,
  handover_sheet_reading: ADD_ONLY,
  alarm: NEVER_REMOVED,
  alarm_letter: [...ADD_ONLY, 'update (state, settled_at, held_until)'],
  alarm_call: ADD_ONLY,
  push_call: [...ADD_ONLY, 'update (state, settled_at, held_until)'],
  // What a body keeps ready is approved and put away, never rewritten; what was chosen, reasoned or sent stays.
  reply_template: [...ADD_ONLY, 'update (approved_by, approved_by_name, approved_at, retired_at)'],
  reply_topic: [...ADD_ONLY, 'update (retired_at)'],
  reply_choice: ADD_ONLY,
  reply_justification: ADD_ONLY,
  reply_draft: [...ADD_ONLY, 'update (state, settled_by, settled_by_name, settled_at, sealed_note, decision_id)'],
  reply_automatic: ADD_ONLY,
  conduct_report: NEVER_REMOVED,
  // One word of a person over many cases: taken back, never rewritten; and what crises and precedents rest on.
  bulk_decision: [...ADD_ONLY, 'update (undone_at, undone_by, undone_by_name, undone_reasons)'],
  bulk_decision_item: [...ADD_ONLY, 'update (outcome, decision_id, refusal, undone, undo_refusal)'],
  crisis: [...ADD_ONLY, 'update (ended_at, ended_by, ended_by_name, ended_note, report)'],
  crisis_stop: [...ADD_ONLY, 'update (resumed_at, resumed_by_name, waited)'],
  crisis_text: [...ADD_ONLY, 'update (retired_at)'],
  crisis_closed_thread: [...ADD_ONLY, 'update (reopened_at)'],
  equal_treatment_choice: ADD_ONLY,
  // What cases are found and counted by: kept with them by the database.
  case_terms: NEVER_REMOVED,
  case_clause: ['select'],
  queue_count: ['select'],
  queue_change: ['select'],
  // What a body chose; a hold is lifted, a file handed over may go, a step is carried out: none is rewritten or removed.
  evidence_term: ADD_ONLY,
  legal_hold: [...ADD_ONLY, 'update (lifted_act, lifted_sealed, lifted_by, lifted_by_name, lifted_at)'],
  dossier: [...ADD_ONLY, 'update (sealed, purged_at)'],
  authority_report: NEVER_REMOVED,
  csam_concern: NEVER_REMOVED,
  // What was written, signed and let out: an approval falls, an outing moves on, and none is rewritten or removed.
  editorial_media: ADD_ONLY,
  editorial_rendition: ADD_ONLY,
  editorial_shown: ADD_ONLY,
  editorial_captions: ADD_ONLY,
  editorial_draft: NEVER_REMOVED,
  editorial_version: ADD_ONLY,
  editorial_comment: ADD_ONLY,
  editorial_step: ADD_ONLY,
  editorial_approval: [...ADD_ONLY, 'update (voided_at, voided_why)'],
  editorial_publication: ADD_ONLY,
  editorial_outing: [...ADD_ONLY, 'update (state, why, external_id, permalink, out_at)'],
  editorial_stop: [...ADD_ONLY, 'update (lifted_at, lifted_by, lifted_by_name, lifted_reasons)'],
  editorial_urgency: [...ADD_ONLY, 'update (ended_at, ended_by, ended_by_name)'],
  editorial_ratification: [...ADD_ONLY, 'update (reminded_at, state, settled_by, settled_by_name, settled_at)'],
  // What somebody agreed to and took back: an entry is ended by another row, and erased by destroying its subject's key.
  consent_subject: [...ADD_ONLY, 'update (sealed_key, erased_at, erased_by)'],
  consent: ADD_ONLY,
  consent_signature: ADD_ONLY,
  consent_document: ADD_ONLY,
  consent_withdrawal: ADD_ONLY,
  consent_warning: ADD_ONLY,
  consent_choice: ADD_ONLY,
  // What was planned and signed, what the body chose, what was to be looked at again, and who followed the plans from elsewhere.
  editorial_plan: NEVER_REMOVED,
  editorial_plan_version: ADD_ONLY,
  editorial_plan_step: ADD_ONLY,
  editorial_plan_approval: [...ADD_ONLY, 'update (voided_at, voided_why)'],
  editorial_plan_choice: ADD_ONLY,
  editorial_plan_reminder: [...ADD_ONLY, 'update (closed_at)'],
  editorial_freshness: [...ADD_ONLY, 'update (due_at, done_at, done_by, done_by_name, outcome)'],
  editorial_plan_feed: [...ADD_ONLY, 'update (revoked_at, revoked_by_name)'],
  // What a body was careful about and until when: a period is withdrawn, a matter ends, a choice is followed by another.
  electoral_period: [...ADD_ONLY, 'update (withdrawn_at, withdrawn_by, withdrawn_by_name, withdrawn_why)'],
  open_matter: NEVER_REMOVED,
  plain_writing_choice: ADD_ONLY,
  portal_choice: ADD_ONLY,
  item: NEVER_REMOVED,
  moderation_case: NEVER_REMOVED,
  delivery_command: NEVER_REMOVED,
  // What a body declared to use a network, and the warnings it was given; units spent are not unspent.
  account_declaration: ADD_ONLY,
  account_warning: ADD_ONLY,
  account_allowance: NEVER_REMOVED,
  account_figure: NEVER_REMOVED,
  // Who held what and when, what they attended, how they entered and left: ended and answered, never removed.
  mandate: NEVER_REMOVED,
  training: ADD_ONLY,
  invitation: NEVER_REMOVED,
  // What a body wanted of whom, who was known as whom, and what was given to programs: followed by others, never rewritten.
  second_factor_rule: ADD_ONLY,
  sign_in_identity: [...ADD_ONLY, 'update (ended_at)'],
  api_token: [...ADD_ONLY, 'update (last_used_at, ended_at, ended_by, ended_by_name)'],
  departure: ADD_ONLY,
  departure_task: [...ADD_ONLY, 'update (done_at, done_by, done_by_name)'],
  // Requests move on; who ran an account, what was done to it, what was seen of it and what is kept of it stay. An impostor's case
  // is settled, never removed.
  account_request: NEVER_REMOVED,
  account_keeper: [...ADD_ONLY, 'update (ended_at, ended_act, ended_by)'],
  account_change: ADD_ONLY,
  account_archive: ADD_ONLY,
  account_check: ADD_ONLY,
  account_impostor: NEVER_REMOVED,
  register_choice: ADD_ONLY,
  // The migrations' own.
  migration: [],
  migration_lock: [],
};
