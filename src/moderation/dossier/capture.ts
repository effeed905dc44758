// SPDX-License-Identifier: AGPL-3.0-or-later
import { accountById } from '#accounts';
import { adapterOf } from '#channels';
import { type Item, parentOf, versionsOf } from '#inbox';
import type { Tx } from '#platform';
import { type Evidence, keepEvidence } from '../evidence.ts';
import { keepingTerm } from '../keeping-basis.ts';
import { authorById } from '../ladder/author-store.ts';
import { mediaFacts } from '../media/beside-evidence.ts';
import { keepAsEvidence } from '../media/store.ts';
import type { ModerationPorts } from '../ports.ts';
import { concernOn, termsOf } from './store.ts';

interface Capturing {
  readonly item: Item;
  /** The words that were judged. */
  readonly text: string;
  /** Their keyed digest. */
  readonly fingerprint: string;
  readonly decision: string;
}

/** Evidence before action: what was written, its versions, its context and where it stood. Nothing of what may be csam. */
export async function capture(
  ports: Pick<ModerationPorts, 'clock' | 'vault'>,
  tx: Tx,
  { item, text, fingerprint, decision }: Capturing,
): Promise<void> {
  if ((await concernOn(tx, { item: item.id })) !== undefined) return;
  const at = ports.clock.now();
  const written = await whatWasWritten(tx, { item, text, at });
  const media = item.has_media ? { media: await mediaFacts({ tx, vault: ports.vault }, item.id) } : {};
  const place = { body: item.body, decision, subject: item.author_id ?? item.id };
  const term = await keepingTerm(tx, { body: item.body, adapter: adapterOf(item.network), now: at });
  const { originalDays } = await termsOf(tx, item.body);
  const evidence = { ...written, ...media };
  await keepEvidence({ tx, vault: ports.vault, at }, place, { evidence, fingerprint, term, originalDays });
  if (term.words && item.has_media) await keepAsEvidence(tx, decision, item.id);
}

const LINK = /https?:\/\/[^\s<>"«»]+/giu;

async function whatWasWritten(
  tx: Tx,
  { item, text, at }: { readonly item: Item; readonly text: string; readonly at: Date },
): Promise<Evidence> {
  const author = item.author_id === null ? undefined : await authorById(tx, item.author_id);
  const account = await accountById(tx, item.account_id);
  const versions = (await versionsOf(tx, item.id)).filter(({ purged_at }) => purged_at === null);
  return {
    text,
    author: author?.name ?? null,
    permalink: item.permalink,
    externalId: item.external_id,
    writtenAt: item.written_at.toISOString(),
    network: item.network,
    kind: item.kind,
    account: account === undefined ? null : { externalId: account.external_id, handle: account.handle },
    authorExternalId: author?.external_id ?? null,
    versions: versions.map((one) => ({ text: one.text, at: one.at.toISOString() })),
    post: item.post_external_id === null ? null : { externalId: item.post_external_id, text: item.post_text },
    parent: (await parentOf(tx, item)) ?? null,
    links: [...new Set(text.match(LINK) ?? [])],
    hasMedia: item.has_media,
    capturedAt: at.toISOString(),
    captured: Buffer.from(JSON.stringify({ item, versions })).toString('base64'),
    masked: false,
  };
}
