// SPDX-License-Identifier: AGPL-3.0-or-later
import type { ColumnType, JSONColumnType } from 'kysely';
import type { NetworkName } from '#channels';
import type { DraftContent, DraftState, DraftStepName } from './drafting/contract.ts';
import type { Carried, Mark } from './media/contract.ts';
import type { OutingAct, OutingState } from './publishing/contract.ts';

type LaterDate = ColumnType<Date | null, Date | null | undefined, Date | null>;
type LaterText = ColumnType<string | null, string | null | undefined, string | null>;

export type EditorialTables = {
  editorial_media: {
    id: string;
    body: string;
    /** SHA-256 of the bytes, hexadecimal. */
    digest: string;
    kind: 'image' | 'video';
    type: string;
    bytes: number;
    content: Buffer;
    /** As it is seen, once turned. */
    width: number;
    height: number;
    frames: number;
    seconds: number | null;
    carries: Carried[];
    made_of: string | null;
    first_of: string | null;
    marks: JSONColumnType<readonly Mark[] | null, string | null>;
    uploaded_by: string;
    uploaded_by_name: string;
    at: Date;
  };
  editorial_rendition: {
    id: string;
    body: string;
    media_id: string;
    recipe: string;
    digest: string;
    type: string;
    width: number;
    height: number;
    bytes: number;
    content: Buffer;
    token: string;
    at: Date;
  };
  editorial_shown: {
    body: string;
    draft_id: string;
    version: number;
    account_id: string;
    rendition_id: string;
  };
  editorial_captions: {
    id: string;
    body: string;
    digest: string;
    cues: number;
    seconds: number;
    content: Buffer;
    uploaded_by: string;
    uploaded_by_name: string;
    at: Date;
  };
  editorial_draft: {
    id: string;
    body: string;
    title: string;
    state: DraftState;
    version: number;
    goes_at: Date | null;
    goes: 'fired' | 'at-its-time';
    corrects: string | null;
    created_by: string;
    created_by_name: string;
    created_at: Date;
    updated_at: Date;
    proposed_by: string | null;
    proposed_by_name: string | null;
  };
  editorial_version: {
    draft_id: string;
    body: string;
    version: number;
    content: JSONColumnType<DraftContent>;
    digest: string;
    written_by: string;
    written_by_name: string;
    at: Date;
  };
  editorial_comment: {
    id: string;
    body: string;
    draft_id: string;
    version: number;
    text: string;
    person: string;
    person_name: string;
    at: Date;
  };
  editorial_step: {
    id: string;
    body: string;
    draft_id: string;
    version: number;
    step: DraftStepName;
    reasons: string | null;
    person: string | null;
    person_name: string | null;
    at: Date;
  };
  editorial_approval: {
    id: string;
    body: string;
    draft_id: string;
    version: number;
    digest: string;
    policy_version: string;
    signed: string;
    approved_by: string;
    approved_by_name: string;
    approved_by_role: string;
    at: Date;
    until: Date;
    voided_at: LaterDate;
    voided_why: LaterText;
  };
  editorial_publication: {
    id: string;
    body: string;
    draft_id: string;
    version: number;
    kind: 'first' | 'correction' | 'urgent' | 'undo';
    /** Null: corrected at once by one person, or undone. */
    approval_id: string | null;
    by_itself: boolean;
    fired_by: string | null;
    fired_by_name: string | null;
    at: Date;
  };
  editorial_urgency: {
    id: string;
    body: string;
    act: string;
    hours: number;
    chosen_by: string;
    chosen_by_name: string;
    at: Date;
    ended_at: LaterDate;
    ended_by: LaterText;
    ended_by_name: LaterText;
  };
  editorial_ratification: {
    publication_id: string;
    body: string;
    draft_id: string;
    account_id: string;
    before_version: number;
    reasons: string;
    corrected_by: string;
    corrected_by_name: string;
    at: Date;
    due_at: Date;
    reminded_at: LaterDate;
    state: 'pending' | 'ratified' | 'undone';
    settled_by: LaterText;
    settled_by_name: LaterText;
    settled_at: LaterDate;
  };
  editorial_stop: {
    id: string;
    body: string;
    reasons: string;
    stopped_at: Date;
    stopped_by: string;
    stopped_by_name: string;
    lifted_at: LaterDate;
    lifted_by: LaterText;
    lifted_by_name: LaterText;
    lifted_reasons: LaterText;
  };
  editorial_outing: {
    id: string;
    body: string;
    draft_id: string;
    publication_id: string | null;
    account_id: string;
    network: NetworkName;
    act: OutingAct;
    about: string | null;
    repeats: string | null;
    clause: string | null;
    state: OutingState;
    why: LaterText;
    person: string | null;
    external_id: LaterText;
    permalink: LaterText;
    at: Date;
    out_at: LaterDate;
  };
};
