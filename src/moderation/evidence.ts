// SPDX-License-Identifier: AGPL-3.0-or-later
import { randomBytes } from 'node:crypto';
import type { Tx, Vault } from '#platform';
import { openWith, sealWith } from '#platform';
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
}

export interface EvidencePlace {
  readonly body: string;
  readonly decision: string;
  /** Whose key seals it: the author, or the item where the author is unknown. */
  readonly subject: string;
}

const KEY_BYTES = 32;

interface Sealing {
  readonly evidence: Evidence;
  /** The keyed digest of the words. */
  readonly fingerprint: string;
  readonly term: KeepingTerm;
}

/**
 * Seals the evidence under its subject's own key, so that destroying that key erases it, backups included. Words and name only
 * as far as they may be kept.
 */
export async function keepEvidence(
  ports: { tx: Tx; vault: Vault; at: Date },
  place: EvidencePlace,
  { evidence, fingerprint, term }: Sealing,
): Promise<void> {
  const { tx, vault, at } = ports;
  const key = await keyOf(tx, vault, place);
  const kept = term.words ? evidence : { ...evidence, text: null, author: null };
  const sealed = sealWith(key, JSON.stringify(kept), `evidence:${place.decision}`);
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
  });
}

/** Undefined where there is none, or it had to go. */
export async function openEvidence(tx: Tx, vault: Vault, decision: string): Promise<Evidence | undefined> {
  const row = await evidenceOf(tx, decision);
  if (row === undefined || row.purged_at !== null) return undefined;
  const key = await keyOf(tx, vault, row);
  return JSON.parse(openWith(key, row.sealed, `evidence:${decision}`).toString()) as Evidence;
}

async function keyOf(tx: Tx, vault: Vault, { body, subject }: { body: string; subject: string }): Promise<Buffer> {
  const place = `subject:${body}:${subject}`;
  const sealed_key = await subjectKey(tx, { body, subject, sealed_key: vault.seal(randomBytes(KEY_BYTES), place) });
  return vault.open(sealed_key, place);
}
