// SPDX-License-Identifier: AGPL-3.0-or-later
import { type Html, html } from '#platform';
import { MISSING_WORDS } from '#policy';
import { addressOf } from '../addresses.ts';
import type { AccountsView, Fact, RegisteredAccount } from '../contract.ts';
import { pageTitle } from './facts.ts';
import { bodyPage, type Look } from './frame.ts';
import { capital, hrefOf, linked } from './wording.ts';

/** Which accounts are the body's own. */
export function accountsPage({ about, links, everywhere, others, networks }: AccountsView, look: Look): Html {
  const policy = addressOf.policy(about.body.slug);
  return bodyPage(
    look,
    { about, links, name: 'Account ufficiali' },
    html`
${pageTitle(
  about,
  'Account ufficiali',
  html`<p class="policy-lead">Sono dell’ente soltanto gli account di questa pagina: come li presenta la <a href="${policy}">policy</a> e come risultano nel registro degli account.</p>`,
)}
${others !== null && html`<p>${others.text} (punto <a class="policy-anchor" href="${policy}#${others.clause}">${others.clause}</a>).</p>`}
${everywhere && html`<p>La policy vale per tutti i social e non ne nomina nessuno: quali siano gli account è un dato mancante.</p>`}
${networks.length === 0 && !everywhere && html`<p>La policy non presenta nessun social: dato mancante.</p>`}
${networks.map(
  ({ network, name, policy: facts, registered }) => html`
<section aria-labelledby="rete-${network}" class="policy-section">
  <h2 id="rete-${network}">${name}</h2>
  ${facts === null && html`<p>La policy non presenta questo social.</p>`}
  <dl class="policy-data">
    ${facts?.map((fact) => factRow(fact, policy))}
    <div><dt>Nel registro degli account</dt>${
      registered.length === 0 ? html`<dd>nessun account attivo</dd>` : registered.map(accountLines)
    }</div>
  </dl>
</section>`,
)}`,
  );
}

const factRow = ({ label, value, clause }: Fact, policy: string): Html => html`
<div><dt>${capital(label)}</dt><dd>${
  label === 'indirizzo' && value !== MISSING_WORDS ? addressLink(value) : linked(value)
}${clause !== null && html` <a class="policy-anchor" href="${policy}#${clause}">${clause}</a>`}</dd></div>`;

const addressLink = (address: string): Html => html`<a class="public-address" href="${hrefOf(address)}">${address}</a>`;

const accountLines = ({ name, handle, url, act, state }: RegisteredAccount): Html => html`
<dd>${name} (${handle}), autorizzato con: ${act}${state === 'suspended' && html`. <strong>Sospeso</strong>: per ora l’ente non lo usa`}</dd><dd>${addressLink(url)}</dd>`;
