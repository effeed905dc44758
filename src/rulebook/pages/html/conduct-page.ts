// SPDX-License-Identifier: AGPL-3.0-or-later
import { type Html, html } from '#platform';
import { addressOf } from '../addresses.ts';
import type { ConductView } from '../contract.ts';
import { clauseArticle } from './clause.ts';
import { holdingOf, pageTitle } from './facts.ts';
import { bodyPage, type Look } from './frame.ts';

const TITLES = {
  protected: 'Che cosa si può sempre scrivere',
  asked: 'Che cosa si chiede',
  'must-remove': 'Che cosa viene rimosso',
  'may-remove': 'Che cosa può essere rimosso',
  next: 'Che cosa succede dopo',
} as const;

/** How one writes on the channels, and what follows. */
export function conductPage({ about, links, groups }: ConductView, look: Look): Html {
  const onPage = new Set(groups.flatMap(({ clauses }) => clauses.map(({ id }) => id)));
  const { slug } = about.body;
  return bodyPage(
    look,
    { about, links, name: 'Netiquette' },
    html`
${pageTitle(
  about,
  'Netiquette: come si scrive sui nostri canali',
  html`<p class="policy-lead">Sono le regole di condotta della policy, versione ${about.version}, ${holdingOf(about)}. Il testo intero è
  nella <a href="${addressOf.policy(slug)}">policy</a>; per chiedere o contestare qualcosa ci sono gli <a href="${addressOf.hours(slug)}">orari e i contatti</a>.</p>`,
)}
${groups.length === 0 && html`<p>La policy non dà regole di condotta: dato mancante.</p>`}
${groups.map(
  ({ group, clauses }) => html`
<section aria-labelledby="${group}" class="policy-section">
  <h2 id="${group}">${TITLES[group]}</h2>
  ${clauses.map((clause) => clauseArticle(clause, { level: 3, onPage, linkTo: 'policy' }))}
</section>`,
)}`,
  );
}
