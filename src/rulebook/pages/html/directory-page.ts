// SPDX-License-Identifier: AGPL-3.0-or-later
import { type Html, html } from '#platform';
import type { DirectoryView } from '../contract.ts';
import { framed, type Look } from './frame.ts';

/** The first page: whose policies are published here. */
export function directoryPage({ bodies }: DirectoryView, look: Look): Html {
  const list = html`<ul class="policy-directory">${bodies.map(({ name, links }) => html`<li><a href="${links.page}">${name}</a></li>`)}</ul>`;
  const nothing = html`<p>Nessun ente ha ancora pubblicato la propria policy.</p>`;
  return framed(look, {
    title: 'Portavoce',
    head: html`<link rel="alternate" type="application/json" href="/policy.json">`,
    content: html`
<h1>Le policy pubblicate</h1>
<p>Le regole con cui ciascun ente cura le proprie pagine social: le stesse che il banco di moderazione applica, punto per punto.</p>
${bodies.length > 0 ? list : nothing}
<p><a href="/accedi">Accesso per il personale</a></p>`,
  });
}

/** A page that is not there, in the same frame as the others. */
export const missingPage = (look: Look): Html =>
  framed(look, {
    title: 'Pagina non trovata',
    content: html`<h1>Pagina non trovata</h1><p>A questo indirizzo non c’è una pagina pubblicata. <a href="/">Vai alle policy pubblicate</a></p>`,
  });
