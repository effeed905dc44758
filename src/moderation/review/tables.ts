// SPDX-License-Identifier: AGPL-3.0-or-later

export const REVIEW_STATES = [
  'unproved',
  'lapsed',
  'open',
  'recorded',
  'confirmed',
  'overturned',
  'corrected',
] as const;
export type ReviewState = (typeof REVIEW_STATES)[number];

export type ReviewTables = {
  review: {
    id: string;
    body: string;
    statement_id: string;
    state: ReviewState;
    /** `own-motion`: nobody asked, the body mends its own mistake. */
    via: 'channel' | 'page' | 'by-hand' | 'own-motion';
    item_id: string | null;
    word_digest: string | null;
    sealed: Buffer | null;
    asked_from: string | null;
    asked_at: Date;
    opened_at: Date | null;
    answer_by: string | null;
    decided_at: Date | null;
    person: string | null;
    person_name: string | null;
    outcome: Buffer | null;
    restored: 'restoring' | 'nothing-to-restore' | 'impossible' | null;
    told: 'private' | 'public' | 'by-hand' | 'none' | null;
    given_at: Date | null;
  };
};
