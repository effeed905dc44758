// SPDX-License-Identifier: AGPL-3.0-or-later
import { Html, html } from '#platform';
import type { ClauseView } from '../contract.ts';
import { prose } from './prose.ts';
import { linked } from './wording.ts';

/** Where a clause stands on its page. */
export interface Standing {
  /** Of its title, 2 to 6. */
  readonly level: number;
  /** The clauses that the page has, so that words can link to them. */
  readonly onPage: ReadonlySet<string>;
  /** Where the clause's own number leads: to itself, or to the page where it stands in its section. */
  readonly linkTo?: 'itself' | 'policy';
}

/** A title of some level. */
export const heading = (level: number, content: Html, id?: string): Html => {
  const tag = new Html(`h${Math.min(level, 6)}`);
  return html`<${tag}${id === undefined ? '' : html` id="${id}"`}>${content}</${tag}>`;
};

/** A clause under an anchor of its own. */
export function clauseArticle(clause: ClauseView, { level, onPage, linkTo = 'itself' }: Standing): Html {
  const { id, title, blocks } = clause;
  const [href, hint] =
    linkTo === 'itself' ? [`#${id}`, 'Collegamento al punto'] : [clause.link, 'Nel testo della policy, punto'];
  return html`
<article id="${id}" class="policy-clause">
  ${heading(
    level,
    html`${title} <a class="policy-anchor" href="${href}"><span class="visually-hidden">${hint}</span> ${id}</a>`,
  )}
  ${sleepNote(clause)}
  ${prose(clause.prose, onPage)}
  ${
    blocks.length > 0 &&
    html`<dl class="policy-data">${blocks.map(
      ({ label, lines }) =>
        html`<div><dt>${label}</dt>${lines.map((line) => html`<dd>${linked(line, onPage)}</dd>`)}</div>`,
    )}</dl>`
  }
</article>`;
}

const ASLEEP = {
  clause: ['Questo punto non si applica finché non lo prevede un atto', 'Questo punto si applica in base a'],
  comments: ['I commenti restano chiusi finché un atto non li apre', 'I commenti sono stati aperti con'],
} as const;

/** That a clause waits for an act, or which act ended the waiting. */
function sleepNote({ sleep }: ClauseView): Html | null {
  if (sleep === null) return null;
  const [waits, ended] = ASLEEP[sleep.what];
  if (sleep.act !== null) return html`<p class="policy-woken">${ended}: ${sleep.act}.</p>`;
  const which = sleep.waitsFor === null ? '' : `: ${sleep.waitsFor}`;
  return html`<p class="policy-dormant"><strong>Non ancora in vigore.</strong> ${waits}${which}.</p>`;
}
