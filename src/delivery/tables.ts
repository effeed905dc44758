// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Generated, JSONColumnType } from 'kysely';
import type { ChannelError, Command, CommandType } from '#channels';

export const DELIVERY_STATES = [
  'queued',
  'sent',
  'under-way',
  'confirmed',
  'unknown',
  'failed',
  'by-hand',
  'cancelled',
] as const;
export type DeliveryState = (typeof DELIVERY_STATES)[number];

export type DeliveryTables = {
  delivery_command: {
    id: string;
    body: string;
    account_id: string;
    cause: string;
    /** Null for what concerns no item: a post of ours. */
    item_id: string | null;
    type: CommandType;
    /** What it changes the look of (`place.ts`). */
    place: string | null;
    /** Without its words, where it has any (`words.ts`). */
    payload: JSONColumnType<Command>;
    /** Its words, sealed; null: it has none, they were blanked, or they were stored before words were sealed. */
    sealed_text: Buffer | null;
    state: DeliveryState;
    /** How many times it was sent to the network. */
    sendings: number;
    /** How many times its effect was looked for, or a step of it was taken. */
    readings: number;
    leased_until: Date | null;
    /** Of a publication in several steps: how far it has come, in the network's own terms, sealed. */
    progress: string | null;
    written_external_id: string | null;
    permalink: string | null;
    proof: JSONColumnType<Record<string, unknown>> | null;
    /** In its place where it repeats what was written. */
    sealed_proof: Buffer | null;
    error: JSONColumnType<ChannelError> | null;
    /** Who decided it, for the record of its outcome. */
    person: string | null;
    /** Taken back while on its way: never sent again, only looked for. */
    withdrawn: boolean;
    created_at: Date;
    settled_at: Date | null;
    /** When and by whom it was let go while sending was stopped. */
    let_go_at: Date | null;
    let_go_by: string | null;
  };
  delivery_stop: {
    body: string;
    since: Date;
    person: string;
    person_name: string;
    /** Who lifts it: whoever ends the crisis, or whoever leads the desk, with a reason. */
    held_by: Generated<'crisis' | 'desk'>;
  };
};
