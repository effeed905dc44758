// SPDX-License-Identifier: AGPL-3.0-or-later
import type { NetworkDefinition, Stage } from '../network.ts';
import type { Account, Author, Writing } from '../writing.ts';

/** Who looks: anybody, or the author of that name as they find their own words. */
export interface Viewer {
  readonly definition: NetworkDefinition;
  readonly stage: Stage;
  readonly account: Account;
  /** Null: the public. */
  readonly author: Author | null;
  /** The name that the forms bring with them. */
  readonly name: string;
}

export type Sight =
  | { readonly shown: true; readonly note: string | null; readonly mark: 'hidden' | 'held' | null }
  | { readonly shown: false; readonly note: string; readonly mark: 'hidden' | 'held' | 'gone' };

/** What this viewer sees of a writing, in the words of the network. */
export function sightOf(writing: Writing, { definition, author }: Viewer): Sight {
  const { screen } = definition;
  if (writing.deleted) return { shown: false, mark: 'gone', note: 'Qui c’era un testo: è stato eliminato.' };
  const isAuthor = author !== null && writing.from?.id === author.id;
  if (writing.held) {
    return isAuthor
      ? { shown: true, mark: 'held', note: screen.held }
      : { shown: false, mark: 'held', note: 'Qui c’è un testo in attesa di approvazione: il pubblico non lo vede.' };
  }
  if (!writing.hidden) return { shown: true, mark: null, note: null };
  const note = isAuthor ? screen.hidden.author : screen.hidden.public;
  if (isAuthor) return { shown: true, mark: note === null ? null : 'hidden', note };
  return { shown: false, mark: 'hidden', note: note ?? 'Qui c’è un testo nascosto: il pubblico non lo vede.' };
}

/** The address of a page, keeping who looks at it. */
export function addressOf(viewer: Pick<Viewer, 'definition' | 'account' | 'name'>, ...path: string[]): string {
  const { definition, account, name } = viewer;
  const place = [definition.name, account.handle, ...path].map(encodeURIComponent).join('/');
  return name === '' ? `/${place}` : `/${place}?autore=${encodeURIComponent(name)}`;
}
