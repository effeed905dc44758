// SPDX-License-Identifier: AGPL-3.0-or-later
import type { BesideText, Item } from '#inbox';
import type { TriageContext } from '#triage';

/** The other texts beside which an item is read. */
export type Company = Pick<TriageContext, 'recent' | 'elsewhere'>;

const DAY_MILLISECONDS = 86_400_000;
const MOST_RECENT = 50;

const isBefore = (other: BesideText, item: Item): boolean =>
  other.written_at < item.written_at ||
  (other.written_at.getTime() === item.written_at.getTime() && other.id < item.id);

/** What was written before an item by its author, or under the same post, and what its author put under other posts. */
export function companyOf(item: Item, beside: readonly BesideText[]): Company {
  const recent: { text: string; sameAuthor: boolean }[] = [];
  const elsewhere: { text: string; post: string }[] = [];
  for (const other of beside) {
    const away = Math.abs(other.written_at.getTime() - item.written_at.getTime());
    if (other.id === item.id || away > DAY_MILLISECONDS) continue;
    const sameAuthor = item.author_id !== null && other.author_id === item.author_id;
    const samePost =
      item.post_external_id !== null &&
      other.post_external_id === item.post_external_id &&
      other.account_id === item.account_id;
    if (isBefore(other, item) && (sameAuthor || samePost)) recent.push({ text: other.text, sameAuthor });
    if (sameAuthor && !samePost && other.post_external_id !== null)
      elsewhere.push({ text: other.text, post: other.post_external_id });
  }
  return { recent: latest(recent), elsewhere };
}

/** The author's own first: the others' flood does not push them out. */
function latest<One extends { sameAuthor: boolean }>(recent: readonly One[]): readonly One[] {
  const own = recent.filter(({ sameAuthor }) => sameAuthor);
  const others = recent.filter(({ sameAuthor }) => !sameAuthor);
  const room = Math.max(0, MOST_RECENT - own.length);
  return [...(room === 0 ? [] : others.slice(-room)), ...own];
}
