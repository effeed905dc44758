// SPDX-License-Identifier: AGPL-3.0-or-later
import type { PushTrouble } from './contract.ts';

export type PushTables = {
  push_device: {
    id: string;
    body: string;
    person: string;
    name: string;
    carrier: string;
    address_digest: string;
    /** Null as soon as it is gone. */
    sealed: Buffer | null;
    state: 'on' | 'gone';
    why: 'gone' | 'displaced' | null;
    since: Date;
    ended_at: Date | null;
    reached_at: Date | null;
    trouble: PushTrouble | null;
    trouble_since: Date | null;
    trial_at: Date | null;
  };
  push_call: {
    id: string;
    body: string;
    /** Null once the device was taken away. */
    device_id: string | null;
    person: string;
    /** One of the two. */
    letter_id: string | null;
    concern_id: string | null;
    state: 'promised' | 'sent' | 'refused' | 'gone' | 'late' | 'stopped';
    at: Date;
    held_until: Date | null;
    settled_at: Date | null;
  };
};
