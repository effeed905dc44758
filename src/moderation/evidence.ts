// SPDX-License-Identifier: AGPL-3.0-or-later
import { randomBytes } from 'node:crypto';
import type { Tx, Vault } from '#platform';
import { openWith, sealWith } from '#platform';
import { lastingOf } from './dossier/lasting.ts';
import { evidenceOf, insertEvidence, subjectKey } from './evidence-store.ts';
import type { KeepingTerm } from './keeping-basis.ts';

/** What was written, as it stood when the decision was taken. */
export interface Evidence {
  /** Null where the network's contract forbids keeping it: a keyed digest is kept beside. */
  readonly text: string | null;
  readonly author: string | null;
  readonly permalink: string | null;
  readonly externalId: string;
  readonly writtenAt: string;
  readonly network: string;
  readonly kind: string;
  /** The body's account it was written to, as the network names it. */
  readonly account: { readonly externalId: string; readonly handle: string } | null;
  readonly authorExternalId: string | null;
  /** Every state of the words, oldest first; empty where they may not be kept. */
  readonly versions: readonly { readonly text: string; readonly at: string }[];
  readonly post: { readonly externalId: string; readonly text: string | null } | null;
  readonly parent: { readonly author: string | null; readonly text: string } | null;
  /** Addresses that the words hold; media themselves are never copied. */
  readonly links: readonly string[];
  readonly hasMedia: boolean;
  readonly capturedAt: string;
  /** What the desk had received and stored, to the byte: base64 of JSON. Null in the copy that stays. */
  readonly captured: string | null;
  /** The personal data of others are covered: the original went. */
  readonly masked: boolean;
}

export interface EvidencePlace {
  readonly body: string;
  readonly decision: string;
  /** Whose key seals it: the author, or the item where the author is unknown. */
  readonly subject: string;
}

const KEY_BYTES = 32;
const DAY_MILLISECONDS = 86_400_000;

interface Sealing {
  readonly evidence: Evidence;
  /** The keyed digest of the words. */
  readonly fingerprint: string;
  readonly term: KeepingTerm;
  /** For how long the original is kept beside the masked copy. */
  readonly originalDays: number;
}

/**
 * Seals the evidence under its subject's own key, so that destroying that key erases it, backups included: the original, and
 * the copy that stays when the original goes. Words and name only as far as they may be kept.
 */
export async function keepEvidence(
  ports: { tx: Tx; vault: Vault; at: Date },
  place: EvidencePlace,
  { evidence, fingerprint, term, originalDays }: Sealing,
): Promise<void> {
  const { tx, vault, at } = ports;
  const key = await keyOf(tx, vault, place);
  const kept = term.words ? evidence : wordless(evidence);
  const sealed = sealWith(key, JSON.stringify(kept), originalPlace(place.decision));
  const lasting = term.words ? sealWith(key, JSON.stringify(lastingOf(kept)), lastingPlace(place.decision)) : null;
  await insertEvidence(tx, {
    decision_id: place.decision,
    body: place.body,
    subject: place.subject,
    sealed,
    fingerprint,
    at,
    basis: term.basis,
    kept_until: term.until,
    with_item: term.withItem,
    purged_at: null,
    lasting,
    original_until: lasting === null ? null : new Date(at.getTime() + originalDays * DAY_MILLISECONDS),
    original_purged_at: null,
  });
}

const originalPlace = (decision: string): string => `evidence:${decision}`;
const lastingPlace = (decision: string): string => `evidence-lasting:${decision}`;

/** Ids only: the network's contract forbids keeping what was written. */
const wordless = (evidence: Evidence): Evidence => ({
  ...evidence,
  ...{ text: null, author: null, authorExternalId: null, versions: [], parent: null, links: [], captured: null },
  post: evidence.post && { ...evidence.post, text: null },
});

/** The original while it is kept, then the masked copy. Undefined where there is none, or it had to go. */
export async function openEvidence(tx: Tx, vault: Vault, decision: string): Promise<Evidence | undefined> {
  const row = await evidenceOf(tx, decision);
  if (row === undefined || row.purged_at !== null) return undefined;
  const key = await keyOf(tx, vault, row);
  const opened = (sealed: Buffer, place: string) => JSON.parse(openWith(key, sealed, place).toString()) as Evidence;
  if (row.original_purged_at === null) return opened(row.sealed, originalPlace(decision));
  return row.lasting === null ? undefined : opened(row.lasting, lastingPlace(decision));
}

async function keyOf(tx: Tx, vault: Vault, { body, subject }: { body: string; subject: string }): Promise<Buffer> {
  const place = `subject:${body}:${subject}`;
  const sealed_key = await subjectKey(tx, { body, subject, sealed_key: vault.seal(randomBytes(KEY_BYTES), place) });
  return vault.open(sealed_key, place);
}
