// SPDX-License-Identifier: AGPL-3.0-or-later
import type { DraftContent } from '../drafting/contract.ts';
import { mediaOf } from '../drafting/going.ts';
import type { Outing } from '../publishing/store.ts';

/** What went out of one draft: its outings in their order, and what each publication said. */
export interface WentOut {
  readonly outings: readonly Outing[];
  readonly contents: ReadonlyMap<string, DraftContent>;
}

/** Whether a content leans on one of these entries, on one account or on any. */
export function leans(content: DraftContent, entries: readonly string[], account?: string): boolean {
  const named = (bases: readonly string[] = []): boolean => bases.some((id) => entries.includes(id));
  if (named(content.bases)) return true;
  const variant = account === undefined ? undefined : content.variants.find((one) => one.account === account);
  if (account !== undefined && variant === undefined) return false;
  const shown = variant === undefined ? content.media : mediaOf(content, variant);
  return shown.some(({ grounds }) => named(grounds?.bases));
}

/**
 * Copies that lean on one of these entries by what they show now: what they went out with, or the correction that took its place. A
 * correction that nobody has confirmed yet took nothing's place.
 */
export function leaningCopies(entries: readonly string[], { outings, contents }: WentOut): Outing[] {
  const contentOf = ({ publication_id }: Outing): readonly DraftContent[] => {
    const content = publication_id === null ? undefined : contents.get(publication_id);
    return content === undefined ? [] : [content];
  };
  const shownBy = (copy: Outing): readonly DraftContent[] => {
    let shown = contentOf(copy);
    for (const edit of outings) {
      if (edit.act !== 'edit' || edit.about !== copy.id) continue;
      shown = edit.state === 'out' ? contentOf(edit) : shown.concat(contentOf(edit));
    }
    return shown;
  };
  return outings.filter(
    (copy) => copy.act === 'publish' && shownBy(copy).some((content) => leans(content, entries, copy.account_id)),
  );
}

/** A copy that is not gone, and did not fall before it went. */
export const isThere = ({ state }: Pick<Outing, 'state'>): boolean => state !== 'removed' && state !== 'withdrawn';
