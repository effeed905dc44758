// SPDX-License-Identifier: AGPL-3.0-or-later
import { type Html, html } from '#platform';
import { addressOf } from '../addresses.ts';
import type { About } from '../contract.ts';
import { dayOf, sinceDay, untilDay } from './wording.ts';

/** From when to when a version holds, after its number. */
export function holdingOf({
  state,
  inForceSince,
  inForceUntil,
}: Pick<About, 'state' | 'inForceSince' | 'inForceUntil'>): string {
  if (state === 'scheduled') return `in vigore ${sinceDay(inForceSince)} (non ancora)`;
  if (state === 'past' && inForceUntil !== null) return `in vigore ${sinceDay(inForceSince)} ${untilDay(inForceUntil)}`;
  const next = inForceUntil === null ? '' : `, fino ${untilDay(inForceUntil)}`;
  return `in vigore ${sinceDay(inForceSince)}${next}`;
}

/** Which version this is, by which act, and what it changed. */
export const policyFacts = (about: About): Html => html`
<dl class="policy-facts">
  <div><dt>Versione</dt><dd>${about.version}, ${holdingOf(about)}<span class="public-screen-only"> – <a href="${addressOf.versions(about.body.slug)}">tutte le versioni</a></span></dd></div>
  <div><dt>Adottata con</dt><dd>${about.adopted.act}</dd></div>
  ${
    about.adopted.source !== about.adopted.act &&
    html`<div><dt>Atto citato nel testo</dt><dd>${about.adopted.source ?? 'dato mancante'}</dd></div>`
  }
  <div><dt>Ultimo aggiornamento</dt><dd><time datetime="${about.updatedAt}">${dayOf(about.updatedAt)}</time></dd></div>
  ${about.changeNote !== null && html`<div><dt>Che cosa cambia</dt><dd>${about.changeNote}</dd></div>`}
  <div><dt>Impronta del testo</dt><dd><code>${about.digest}</code></dd></div>
</dl>`;

/** The top of a page of a body. */
export const pageTitle = (about: About, title: string, more?: Html | false): Html => html`
<header class="policy-title">
  <p class="policy-body">${about.body.name}</p>
  <h1>${title}</h1>
  ${more}
</header>`;
