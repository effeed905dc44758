// SPDX-License-Identifier: AGPL-3.0-or-later
import { createHmac, randomBytes } from 'node:crypto';
import type { Tx, Vault } from '#platform';
import { openWith, sealWith } from '#platform';
import { evidenceOf, insertEvidence, subjectKey } from './store.ts';

/** What was written, as it stood when the decision was taken. */
export interface Evidence {
  readonly text: string;
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

/** A keyed fingerprint: short texts could be guessed from a plain one. */
export const fingerprintOf = (vault: Vault, text: string): string =>
  createHmac('sha256', vault.derive('evidence fingerprint')).update(text).digest('hex');

/** Seals the evidence under its subject's own key, so that destroying that key erases it, backups included. */
export async function keepEvidence(
  ports: { tx: Tx; vault: Vault; at: Date },
  place: EvidencePlace,
  evidence: Evidence,
): Promise<void> {
  const { tx, vault, at } = ports;
  const key = await keyOf(tx, vault, place);
  const sealed = sealWith(key, JSON.stringify(evidence), `evidence:${place.decision}`);
  const fingerprint = fingerprintOf(vault, evidence.text);
  await insertEvidence(tx, {
    decision_id: place.decision,
    body: place.body,
    subject: place.subject,
    sealed,
    fingerprint,
    at,
  });
}

export async function openEvidence(tx: Tx, vault: Vault, decision: string): Promise<Evidence | undefined> {
  const row = await evidenceOf(tx, decision);
  if (row === undefined) return undefined;
  const key = await keyOf(tx, vault, row);
  return JSON.parse(openWith(key, row.sealed, `evidence:${decision}`).toString()) as Evidence;
}

async function keyOf(tx: Tx, vault: Vault, { body, subject }: { body: string; subject: string }): Promise<Buffer> {
  const place = `subject:${body}:${subject}`;
  const sealed_key = await subjectKey(tx, { body, subject, sealed_key: vault.seal(randomBytes(KEY_BYTES), place) });
  return vault.open(sealed_key, place);
}
