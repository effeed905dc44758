// SPDX-License-Identifier: AGPL-3.0-or-later
import { type Html, html } from '#platform';
import { type PublicBlock, type PublicClause, type PublicPage, publicPage } from '#policy';
import type { PolicyInForce } from './in-force.ts';

/** What every public page needs besides its content. */
export interface Frame {
  readonly title: string;
  readonly styles: readonly string[];
  /** On the demo: these are not the body's own pages. */
  readonly demo: boolean;
}

const DAY = new Intl.DateTimeFormat('it-IT', { dateStyle: 'long', timeZone: 'Europe/Rome' });

/** The policy as citizens read it, from the very text that judges; complete without any script. */
export function publishedPage(policy: PolicyInForce, frame: Omit<Frame, 'title'>): Html {
  const page = publicPage(policy.compiled.document);
  const content = html`
<header class="policy-title">
  <p class="policy-body">${page.body}</p>
  <h1>${page.title}</h1>
  ${facts(page, policy)}
  ${prose(page.prose)}
</header>
<nav aria-labelledby="indice" class="policy-index">
  <h2 id="indice">Indice</h2>
  <ol>${page.sections.map((section, index) => html`<li><a href="#sezione-${index + 1}">${section.title}</a></li>`)}</ol>
</nav>
${page.sections.map(
  (section, index) => html`
<section aria-labelledby="sezione-${index + 1}" class="policy-section">
  <h2 id="sezione-${index + 1}">${section.title}</h2>
  ${prose(section.prose)}
  ${section.clauses.map(clauseArticle)}
</section>`,
)}`;
  return framed({ ...frame, title: `${page.title} – ${page.body}` }, content);
}

const facts = (page: PublicPage, { inForceSince, compiled }: PolicyInForce): Html => html`
<dl class="policy-facts">
  <div><dt>Versione</dt><dd>${page.version}, in vigore dal ${DAY.format(inForceSince)}</dd></div>
  <div><dt>Adottata con</dt><dd>${page.adopted ?? 'dato mancante'}</dd></div>
  <div><dt>Impronta del testo</dt><dd><code>${compiled.digest}</code></dd></div>
</dl>`;

const clauseArticle = ({ id, title, prose: words, blocks, dormant }: PublicClause): Html => html`
<article id="${id}" class="policy-clause">
  <h3>${title} <a class="policy-anchor" href="#${id}"><span class="visually-hidden">Collegamento al punto</span> ${id}</a></h3>
  ${dormant && html`<p class="policy-dormant">Questo punto non si applica finché non lo prevede un atto.</p>`}
  ${prose(words)}
  ${blocks.map(blockBox)}
</article>`;

const blockBox = ({ label, lines }: PublicBlock): Html => html`
<div class="policy-block"><p class="policy-block-label">${label}</p><ul>${lines.map((line) => html`<li>${line}</li>`)}</ul></div>`;

/** Paragraphs, with runs of items gathered into lists. */
function prose(nodes: PublicPage['prose']): Html[] {
  const parts: Html[] = [];
  let items: Html[] = [];
  const endList = () => {
    if (items.length > 0) parts.push(html`<ul>${items}</ul>`);
    items = [];
  };
  for (const { kind, text } of nodes) {
    if (kind === 'item') items.push(html`<li>${text}</li>`);
    else {
      endList();
      parts.push(html`<p>${text}</p>`);
    }
  }
  endList();
  return parts;
}

/** The first page: whose policies are published here. */
export function directoryPage(bodies: readonly { slug: string; name: string }[], frame: Omit<Frame, 'title'>): Html {
  const list = html`<ul class="policy-directory">${bodies.map(({ slug, name }) => html`<li><a href="/policy/${slug}">${name}</a></li>`)}</ul>`;
  const nothing = html`<p>Nessun ente ha ancora pubblicato la propria policy.</p>`;
  return framed(
    { ...frame, title: 'Portavoce' },
    html`
<h1>Le policy pubblicate</h1>
<p>Le regole con cui ciascun ente cura le proprie pagine social: le stesse che il banco di moderazione applica, punto per punto.</p>
${bodies.length > 0 ? list : nothing}
<p><a href="/accedi">Accesso per il personale</a></p>`,
  );
}

/** A public page that is not there, in the same frame as the others. */
export const missingPage = (frame: Omit<Frame, 'title'>): Html =>
  framed(
    { ...frame, title: 'Pagina non trovata' },
    html`<h1>Pagina non trovata</h1><p>Questo ente non ha una policy pubblicata qui. <a href="/">Vai alle policy pubblicate</a></p>`,
  );

const DEMO_NOTICE = html`<p class="policy-demo" role="note">
  <strong>Dimostrazione.</strong> Non è una pagina dell’ente: i testi sono riassunti per prova e le persone sono inventate.
</p>`;

const framed = ({ title, styles, demo }: Frame, content: Html): Html => html`<!doctype html>
<html lang="it">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<link rel="icon" href="/favicon.svg" type="image/svg+xml">
${styles.map((href) => html`<link rel="stylesheet" href="${href}">`)}
</head>
<body class="policy-page">
<a class="policy-skip" href="#contenuto">Vai al contenuto</a>
<header>
<div class="policy-bar"><a href="/">Portavoce</a></div>
${demo && DEMO_NOTICE}
</header>
<main id="contenuto" tabindex="-1">
${content}
</main>
<footer class="policy-footer"><p>Pubblicato con Portavoce, software libero (AGPL-3.0-or-later).</p></footer>
</body>
</html>`;
