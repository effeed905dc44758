// SPDX-License-Identifier: AGPL-3.0-or-later
import { openWith, sealWith, type Tx, type Vault } from '#platform';
import { lastingOf } from './dossier/lasting.ts';
import { evidenceOf, insertEvidence, resealEvidence } from './evidence-store.ts';
import type { KeepingTerm } from './keeping-basis.ts';
import { keyOf, knownKeyOf } from './ladder/sealing.ts';

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
  /** Addresses that the words hold. */
  readonly links: readonly string[];
  readonly hasMedia: boolean;
  /** What came with it, as far as the desk had copied it; the bytes are sealed beside. Absent: nothing came, or before it was kept. */
  readonly media?: readonly {
    readonly kind: string;
    readonly state: string;
    readonly type: string | null;
    readonly bytes: number | null;
    /** Keyed, of the bytes. */
    readonly digest: string | null;
    readonly alt: string | null;
  }[];
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
  const key = await keyOf({ tx, vault }, place);
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
  ...(evidence.media && { media: [] }),
});

/** The original while it is kept, then the masked copy. Undefined where there is none, it had to go, or its key is no more. */
export async function openEvidence(tx: Tx, vault: Vault, decision: string): Promise<Evidence | undefined> {
  const row = await evidenceOf(tx, decision);
  if (row === undefined || row.purged_at !== null) return undefined;
  const key = await knownKeyOf({ tx, vault }, row);
  if (key === null) return undefined;
  if (row.original_purged_at === null) return opened(key, row.sealed, originalPlace(decision));
  return row.lasting === null ? undefined : opened(key, row.lasting, lastingPlace(decision));
}

const opened = (key: Buffer, sealed: Buffer, place: string): Evidence =>
  JSON.parse(openWith(key, sealed, place).toString()) as Evidence;

/** What a piece of evidence says of something else: as the post above it, as what it answers. */
export interface Quoting {
  readonly decision: string;
  readonly post: boolean;
  readonly parent: boolean;
}

/** What evidence quotes of others is taken out of it, original and copy: the rest stays sealed as it was. */
export async function unquoteEvidence(tx: Tx, vault: Vault, quoting: Quoting): Promise<void> {
  const { decision } = quoting;
  const row = await evidenceOf(tx, decision);
  const key = row === undefined ? null : await knownKeyOf({ tx, vault }, row);
  if (row === undefined || row.purged_at !== null || key === null) return;
  const without = (sealed: Buffer, place: string) =>
    sealWith(key, JSON.stringify(unquoted(opened(key, sealed, place), quoting)), place);
  await resealEvidence(tx, decision, {
    sealed: row.original_purged_at === null ? without(row.sealed, originalPlace(decision)) : row.sealed,
    lasting: row.lasting === null ? null : without(row.lasting, lastingPlace(decision)),
  });
}

function unquoted(evidence: Evidence, quoting: Quoting): Evidence {
  const { post, captured, parent } = evidence;
  return {
    ...evidence,
    post: quoting.post ? post && { ...post, text: null } : post,
    parent: quoting.parent ? null : parent,
    captured: quoting.post && captured !== null ? withoutPost(captured) : captured,
  };
}

/** What had been received, without the words of the post that it stood under. */
function withoutPost(captured: string): string {
  const received = JSON.parse(Buffer.from(captured, 'base64').toString()) as { item: object };
  return Buffer.from(JSON.stringify({ ...received, item: { ...received.item, post_text: null } })).toString('base64');
}
