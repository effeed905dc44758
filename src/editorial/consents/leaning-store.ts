// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Tx } from '#platform';
import { type Draft, draftById, lockDraft, versionOf } from '../drafting/store.ts';
import { type Outing, outingsOf, publicationById } from '../publishing/store.ts';
import { leaningCopies, leans } from './leaning.ts';
import { draftsNaming } from './store.ts';

/** What leans on some entries in one draft. */
export interface Leaning {
  readonly draft: Draft;
  readonly outings: readonly Outing[];
  /** Copies that went, or were to go, by those entries; gone ones too. */
  readonly copies: readonly Outing[];
  /** The content that stands names one of them, and is still on its way. */
  readonly onItsWay: boolean;
}

/** Everything that leans on these entries; `lock` holds the drafts until the end of the transaction, in one order for everybody. */
export async function leaningOn(
  tx: Tx,
  {
    body,
    entries,
    lock = false,
  }: { readonly body: string; readonly entries: readonly string[]; readonly lock?: boolean },
): Promise<Leaning[]> {
  const all: Leaning[] = [];
  for (const id of await draftsNaming(tx, body, entries)) {
    const draft = await (lock ? lockDraft(tx, id) : draftById(tx, id));
    const standing = draft && (await versionOf(tx, id, draft.version));
    if (draft === undefined || standing === undefined) continue;
    const outings = await outingsOf(tx, id);
    const contents = new Map<string, typeof standing.content>();
    for (const publication of new Set(outings.flatMap(({ publication_id: one }) => one ?? []))) {
      const known = await publicationById(tx, publication);
      const version = known && (await versionOf(tx, id, known.version));
      if (version !== undefined) contents.set(publication, version.content);
    }
    const isOver = draft.state === 'out' || draft.state === 'discarded';
    const copies = leaningCopies(entries, { outings, contents });
    const onItsWay = !isOver && leans(standing.content, entries);
    if (copies.length > 0 || onItsWay) all.push({ draft, outings, copies, onItsWay });
  }
  return all;
}
