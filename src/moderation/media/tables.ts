// SPDX-License-Identifier: AGPL-3.0-or-later
import type { AttachedKind } from '#channels';
import type { AskingState, PieceState } from './contract.ts';

export type MediaTables = {
  media_asking: { item_id: string; item_version: number; body: string; state: AskingState; at: Date };
  media_copy: {
    id: string;
    body: string;
    item_id: string;
    item_version: number;
    position: number;
    kind: AttachedKind;
    state: PieceState;
    subject: string;
    type: string | null;
    bytes: number | null;
    /** Keyed, of the bytes. */
    digest: string | null;
    sealed: Buffer | null;
    sealed_alt: Buffer | null;
    at: Date;
  };
  evidence_media: {
    decision_id: string;
    /** The copy it was made from: what it is sealed for. */
    media: string;
    body: string;
    nth: number;
    kind: AttachedKind;
    type: string;
    bytes: number;
    digest: string;
    subject: string;
    sealed: Buffer;
  };
};
