// SPDX-License-Identifier: AGPL-3.0-or-later
import type { CaseDetail } from '#moderation/contract';
import { it } from '../it.ts';

const words = it.moderation.author;

function sentence(history: CaseDetail['authorHistory']): string {
  if (history === null) return words.unknown;
  if (history.items <= 1 && history.removedOrHidden === 0) return words.first;
  return words.history(it.count.items(history.items), it.count.measures(history.removedOrHidden));
}

export function AuthorHistory({ detail }: { readonly detail: CaseDetail }) {
  return (
    <section className="block" aria-labelledby="autore">
      <h2 id="autore">{words.title}</h2>
      <p>{sentence(detail.authorHistory)}</p>
    </section>
  );
}
