// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Gravity } from './contract.ts';

export type StaffTables = {
  conduct_report: {
    id: string;
    body: string;
    state: 'reported' | 'confirmed' | 'handed-over' | 'dismissed';
    clause: string;
    policy_version: string;
    sealed: Buffer | null;
    gravity: Gravity | null;
    office: string | null;
    reference: string | null;
    handed_on: string | null;
    person: string;
    person_name: string;
    at: Date;
    settled_by: string | null;
    settled_at: Date | null;
  };
};
