// SPDX-License-Identifier: AGPL-3.0-or-later
import { type Html, html } from '#platform';
import { addressOf } from '../addresses.ts';
import type { About, PolicyView } from '../contract.ts';
import { pageTitle, policyFacts } from './facts.ts';
import { bodyPage, type Look } from './frame.ts';
import { prose } from './prose.ts';
import { contentsList, idsIn, sectionTree, treeOf } from './sections.ts';
import { sinceDay } from './wording.ts';

/** A part of the policy, from the very text that judges: as citizens read it, or as staff do; complete without any script. */
export function policyPage(view: PolicyView, look: Look): Html {
  const { about, links, audience, sections } = view;
  const onPage = idsIn(sections);
  const tree = treeOf(sections);
  const reserved = audience === 'internal';
  const name = reserved ? 'Policy interna' : `Versione ${about.version}`;
  return bodyPage(
    look,
    { about, links, name, reserved },
    html`
${pageTitle(about, reserved ? `${about.title}: parte interna` : about.title, policyFacts(about))}
${notice(about, reserved)}
${prose(view.prose, onPage)}
${
  tree.length > 0
    ? html`<nav aria-labelledby="indice" class="policy-index"><h2 id="indice">Indice</h2>${contentsList(tree)}</nav>`
    : html`<p>Questa parte della policy non ha punti.</p>`
}
${sectionTree(tree, onPage)}
${view.changes.length > 0 && changeNotes(view.changes)}`,
  );
}

const changeNotes = (changes: PolicyView['changes']): Html => html`
<section aria-labelledby="modifiche" class="policy-section">
  <h2 id="modifiche">Che cosa è cambiato</h2>
  <ul>${changes.map(
    ({ version, inForceSince, note }) => html`<li>Versione ${version}, ${sinceDay(inForceSince)}: ${note}</li>`,
  )}</ul>
</section>`;

function notice({ state, body }: About, reserved: boolean): Html | false {
  const current = html`<a href="${addressOf.policy(body.slug)}">versione in vigore</a>`;
  if (reserved)
    return html`<p class="policy-notice" role="note"><strong>Riservata a chi lavora per l’ente.</strong> Non è pubblicata: questa pagina si apre solo a chi è entrato e ha un incarico qui.</p>`;
  if (state === 'past')
    return html`<p class="policy-notice" role="note"><strong>Versione non più in vigore.</strong> Si conserva perché le decisioni prese allora restino leggibili. Leggi la ${current}.</p>`;
  if (state === 'scheduled')
    return html`<p class="policy-notice" role="note"><strong>Versione non ancora in vigore.</strong> Fino ad allora vale la ${current}.</p>`;
  return false;
}
