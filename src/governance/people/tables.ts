// SPDX-License-Identifier: AGPL-3.0-or-later
import type { JSONColumnType } from 'kysely';
import type { DepartureView } from './contract.ts';

export type PeopleTables = {
  training: {
    id: string;
    body: string;
    person: string;
    what: string;
    /** `YYYY-MM-DD` */
    held_on: string;
    document: string;
    noted_by: string | null;
    noted_by_name: string | null;
    at: Date;
  };
  invitation: {
    id: string;
    body: string;
    person: string;
    digest: string;
    sealed: Buffer | null;
    state: 'promised' | 'sent' | 'refused' | 'shown' | 'used' | 'void';
    expires_at: Date;
    invited_by: string | null;
    invited_by_name: string | null;
    at: Date;
    used_at: Date | null;
  };
  departure: {
    id: string;
    body: string;
    person: string;
    person_name: string;
    why: 'act' | 'term';
    reason: string | null;
    at: Date;
    done_by: string | null;
    done_by_name: string | null;
    closed: JSONColumnType<DepartureView['closed']>;
  };
  departure_task: {
    id: string;
    body: string;
    departure_id: string;
    kind: 'secrets' | 'role';
    network: string;
    account_id: string | null;
    words: string;
    done_at: Date | null;
    done_by: string | null;
    done_by_name: string | null;
  };
};
