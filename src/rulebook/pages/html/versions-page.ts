// SPDX-License-Identifier: AGPL-3.0-or-later
import { type Html, html } from '#platform';
import type { VersionsView } from '../contract.ts';
import { holdingOf, pageTitle } from './facts.ts';
import { bodyPage, type Look } from './frame.ts';
import { capital } from './wording.ts';

/** Every version, by which act, and what it changed. */
export const versionsPage = ({ about, links, versions }: VersionsView, look: Look): Html =>
  bodyPage(
    look,
    { about, links, name: 'Versioni' },
    html`
${pageTitle(
  about,
  'Versioni della policy',
  html`<p class="policy-lead">Ogni versione adottata resta leggibile, punto per punto, con l’atto e la data da cui vale.</p>`,
)}
<ol class="public-versions">${versions.map(
      (one) => html`
<li><h2><a href="${one.links.page}">Versione ${one.version}</a></h2>
<dl class="policy-data">
  <div><dt>Stato</dt><dd>${capital(holdingOf(one))}</dd></div>
  <div><dt>Adottata con</dt><dd>${one.adopted.act}</dd></div>
  <div><dt>Che cosa cambia</dt><dd>${one.changeNote ?? (one.state === 'in-force' && versions.length === 1 ? 'È la prima versione.' : 'Nessuna nota.')}</dd></div>
  <div><dt>Impronta del file</dt><dd><code>${one.digest}</code></dd></div>
</dl></li>`,
    )}</ol>`,
  );
