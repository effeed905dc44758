// SPDX-License-Identifier: AGPL-3.0-or-later
import { createHash } from 'node:crypto';

/** One act, as the record keeps it. No citizen's words, no citizen's name: ids and fingerprints stand for them. */
export interface Act {
  /** For example `decision.taken`; see README.md for the list. */
  readonly kind: string;
  /** What it is about: a case, a policy version, an account. */
  readonly subject: string | null;
  /** Who, in which role; null for what the program did by itself (an enforcement confirmed). */
  readonly person: { readonly id: string; readonly name: string; readonly role: string } | null;
  /** Under which clauses or rules. */
  readonly grounds: readonly string[];
  readonly policyVersion: string | null;
  /** One Italian line for people. */
  readonly summary: string;
  readonly facts: Readonly<Record<string, unknown>>;
}

export interface ChainLink {
  readonly body: string;
  readonly seq: number;
  readonly at: string;
  readonly previous: string;
}

/** Before the first entry of every chain. */
export const GENESIS = '0'.repeat(64);

/** The exact text that is hashed: keys in alphabetical order at every depth, no spaces. */
export function contentOf(link: ChainLink, act: Act): string {
  return JSON.stringify(sorted({ ...link, ...act }));
}

export const hashOf = (content: string): string => createHash('sha256').update(content).digest('hex');

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== 'object') return value;
  const entries = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1));
  return Object.fromEntries(entries.map(([key, inner]) => [key, sorted(inner)]));
}
