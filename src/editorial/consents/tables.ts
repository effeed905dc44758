// SPDX-License-Identifier: AGPL-3.0-or-later
import type { ConsentView } from './contract.ts';

export type ConsentTables = {
  consent_subject: {
    id: string;
    body: string;
    kind: ConsentView['kind'];
    sealed_key: Buffer | null;
    sealed: Buffer;
    at: Date;
    erased_at: Date | null;
    erased_by: string | null;
  };
  consent: {
    id: string;
    body: string;
    subject_id: string;
    age: ConsentView['age'];
    covers: ConsentView['covers'];
    purposes: ConsentView['purposes'];
    channels: string[];
    given_on: string;
    valid_from: string;
    valid_until: string | null;
    form: ConsentView['form'];
    release: ConsentView['release'];
    basis: ConsentView['basis'];
    one_parent_explained: boolean;
    has_reference: boolean;
    sealed: Buffer;
    written_by: string;
    written_by_name: string;
    at: Date;
  };
  consent_signature: {
    consent_id: string;
    body: string;
    nth: number;
    by: ConsentView['signatures'][number]['by'];
    signed_on: string;
    sealed: Buffer;
  };
  consent_document: {
    consent_id: string;
    body: string;
    type: string;
    bytes: number;
    sealed: Buffer;
    kept_by: string;
    at: Date;
  };
  consent_withdrawal: {
    consent_id: string;
    body: string;
    asked_on: string;
    sealed: Buffer;
    copies: number;
    drafts: number;
    by: string;
    by_name: string;
    at: Date;
  };
  consent_warning: { consent_id: string; body: string; days: number; copies: number; at: Date };
  consent_choice: { id: string; body: string; kind: 'public' | 'private'; by: string; by_name: string; at: Date };
};
