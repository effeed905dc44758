// SPDX-License-Identifier: AGPL-3.0-or-later
import type { PolicyDocument } from '#policy';
import { renderedPages } from '#rulebook';

/** Which clauses of a document somebody can read on its pages, under an anchor of their own and with all their prose. */
export type RenderedClauses = (document: PolicyDocument) => ReadonlySet<string>;

/** On the pages as they are served: the citizens' own, and that of the internal part, which staff read. */
export const onServedPages: RenderedClauses = (document) => {
  const { external, internal } = renderedPages(document);
  return new Set([...inMarkup(document, external), ...inMarkup(document, internal)]);
};

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', '#39': "'", amp: '&' };

/** Markup as it is read: without tags, entities as the characters they stand for, one space between words. */
const read = (markup: string): string =>
  markup
    // A link in the middle of a sentence parts no words.
    .replace(/<\/?a\b[^>]*>/g, '')
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
