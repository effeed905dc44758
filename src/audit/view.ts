// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Tx } from '#platform';
import type { Act, ChainLink } from './chain.ts';
import { entriesAbout, entriesBefore, type StoredEntry } from './store.ts';

/** An entry as staff read it. Times are ISO 8601. */
export interface EntryView {
  readonly seq: number;
  readonly at: string;
  readonly kind: string;
  readonly summary: string;
  readonly person: string | null;
  readonly role: string | null;
  readonly clauses: string[];
  readonly policyVersion: string | null;
  readonly hash: string;
}

export async function recordAbout(tx: Tx, body: string, subject: string): Promise<EntryView[]> {
  return (await entriesAbout(tx, body, subject)).map(viewOf);
}

/** Newest first; `before` is the last seq already read. */
export async function recordPage(tx: Tx, body: string, page: { before: number; limit: number }): Promise<EntryView[]> {
  return (await entriesBefore(tx, body, { seq: page.before, limit: page.limit })).map(viewOf);
}

function viewOf(entry: StoredEntry): EntryView {
  const act = JSON.parse(entry.content) as Act & ChainLink;
  return {
    seq: act.seq,
    at: act.at,
    kind: act.kind,
    summary: act.summary,
    person: act.person?.name ?? null,
    role: act.person?.role ?? null,
    clauses: [...act.grounds],
    policyVersion: act.policyVersion,
    hash: entry.hash,
  };
}
