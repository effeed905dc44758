// SPDX-License-Identifier: AGPL-3.0-or-later
import { type PolicyDocument, publicPage } from '#policy';

/** Which clauses of a document somebody can read on its pages, under an anchor of their own and with all their prose. */
export type RenderedClauses = (document: PolicyDocument) => ReadonlySet<string>;

/** From what the citizens' page is made of. */
export const onPublicPage: RenderedClauses = (document) =>
  new Set(
    publicPage(document).sections.flatMap(({ clauses }) =>
      clauses.filter(({ prose }) => prose.length > 0).map(({ id }) => id),
    ),
  );

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', '#39': "'", amp: '&' };

/** Markup as it is read: without tags, entities as the characters they stand for, one space between words. */
const read = (markup: string): string =>
  markup
    .replace(/<[^>]*>/g, ' ')
    .replace(/&(lt|gt|quot|#39|amp);/g, (_, name: string) => ENTITIES[name] ?? '')
    .replace(/\s+/g, ' ');

/** From a page as it is served: the clause's anchor must be there, and every line of its prose within its article. */
export function inMarkup(document: PolicyDocument, markup: string): ReadonlySet<string> {
  const clauses = document.parts.flatMap(({ sections }) => sections.flatMap((section) => section.clauses));
  const shown = clauses.filter(({ id, prose }) => {
    const start = markup.indexOf(`<article id="${id}"`);
    if (start < 0) return false;
    const words = read(markup.slice(start, markup.indexOf('</article>', start)));
    return prose.length > 0 && prose.every(({ text }) => words.includes(text.replace(/\s+/g, ' ')));
  });
  return new Set(shown.map(({ id }) => id));
}
