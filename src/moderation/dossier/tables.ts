// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Role } from '#governance';
import type { AuthorityCourse, AuthorityState, DossierForm, DossierPurpose } from './contract.ts';

export type DossierTables = {
  evidence_term: {
    id: string;
    body: string;
    original_days: number;
    dossier_days: number;
    act: string;
    person: string;
    person_name: string;
    at: Date;
  };
  legal_hold: {
    id: string;
    body: string;
    case_id: string;
    act: string;
    sealed: Buffer;
    person: string;
    person_name: string;
    at: Date;
    lifted_act: string | null;
    lifted_sealed: Buffer | null;
    lifted_by: string | null;
    lifted_by_name: string | null;
    lifted_at: Date | null;
  };
  dossier: {
    id: string;
    body: string;
    case_id: string;
    form: DossierForm;
    purpose: DossierPurpose;
    /** Whose key seals it. */
    subject: string;
    /** Empty where it had to go. */
    sealed: Buffer;
    bytes: number;
    sha256: string;
    kept_until: Date;
    purged_at: Date | null;
    on_clock: boolean;
    person: string;
    person_name: string;
    at: Date;
  };
  authority_report: {
    id: string;
    body: string;
    case_id: string;
    item_id: string;
    decision_id: string | null;
    categories: string[];
    policy_version: string;
    state: AuthorityState;
    sealed: Buffer | null;
    course: AuthorityCourse | null;
    office: string | null;
    /** Days, `2026-11-22`. */
    known_on: string | null;
    due_on: string | null;
    answered_by: string | null;
    answered_by_name: string | null;
    answered_at: Date | null;
    dossier_id: string | null;
    authority: string | null;
    protocol: string | null;
    filed_on: string | null;
    filed_by: string | null;
    filed_by_name: string | null;
    filed_at: Date | null;
    /** The police step of a concern: beside whatever else the case owes. */
    police: boolean;
    at: Date;
  };
  csam_concern: {
    id: string;
    body: string;
    case_id: string;
    item_id: string;
    account_id: string;
    item_external_id: string;
    report_id: string;
    clauses: string[];
    law: string | null;
    policy_version: string;
    state: 'open' | 'dismissed';
    alert: 'promised' | 'sent' | 'by-hand';
    alerted_at: Date | null;
    person: string;
    person_name: string;
    person_role: Role;
    at: Date;
    /** Under a hold, or a duty to report: what was kept goes only when another person says so. */
    set_aside: boolean;
    /** The words, under the author's key; null: there were none, or they are gone. */
    withheld: Buffer | null;
    /** They go when the item has been gone from its network for as long as the contract says. */
    with_item: boolean;
    destroyed_by: string | null;
    destroyed_by_name: string | null;
    destroyed_at: Date | null;
    dismissed_by: string | null;
    dismissed_by_name: string | null;
    dismissed_sealed: Buffer | null;
    dismissed_at: Date | null;
  };
};
