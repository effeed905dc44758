// SPDX-License-Identifier: AGPL-3.0-or-later
import { type Html, html } from '#platform';
import { addressOf } from '../addresses.ts';
import type { About } from '../contract.ts';
import { dayOf, hrefOf } from './wording.ts';

/** What every page needs besides its content. */
export interface Look {
  /** Style sheets, as paths on this server. */
  readonly styles: readonly string[];
  /** On the demo: these are not the body's own pages. */
  readonly demo: boolean;
}

/** A page of one body. */
export interface BodyPage {
  readonly about: About;
  readonly links: { readonly page: string; readonly data: string };
  /** Of this page, short: the last step of the way here. */
  readonly name: string;
  /** Read by staff alone: nothing to index, and no address for others. */
  readonly reserved?: boolean;
}

const PAGES = [
  ['Policy', addressOf.policy],
  ['Netiquette', addressOf.conduct],
  ['Account ufficiali', addressOf.accounts],
  ['Orari e contatti', addressOf.hours],
  ['Versioni', addressOf.versions],
] as const;

/** A page of a body, in its frame. */
export function bodyPage(look: Look, page: BodyPage, content: Html): Html {
  const { about, links, name, reserved = false } = page;
  const { slug, name: body } = about.body;
  const isHome = links.page === addressOf.policy(slug);
  return framed(look, {
    title: isHome ? `${about.title} – ${body}` : `${name} – ${about.title} – ${body}`,
    head: reserved
      ? html`<meta name="robots" content="noindex">`
      : html`<link rel="canonical" href="${links.page}"><link rel="alternate" type="application/json" href="${links.data}">`,
    top: html`
<nav class="public-way" aria-label="Percorso">
  <ol><li><a href="/">Policy pubblicate</a></li>${
    isHome
      ? html`<li aria-current="page">${body}</li>`
      : html`<li><a href="${addressOf.policy(slug)}">${body}</a></li><li aria-current="page">${name}</li>`
  }</ol>
</nav>
<nav class="public-pages" aria-label="Pagine della policy">
  <ul>${PAGES.map(([label, address]) => {
    const path = address(slug);
    return html`<li><a href="${path}"${path === links.page ? html` aria-current="page"` : ''}>${label}</a></li>`;
  })}</ul>
</nav>`,
    content,
    bottom: bodyFooter(page),
  });
}

function bodyFooter({ about, links, reserved = false }: BodyPage): Html {
  const { licence, accessibility, body } = about;
  const clauseAt = (id: string) => html`<a href="${addressOf.policy(body.slug)}#${id}">${id}</a>`;
  return html`
<p class="public-footer-body">${body.name}</p>
<dl class="public-facts">
  <div><dt>Ultimo aggiornamento</dt><dd><time datetime="${about.updatedAt}">${dayOf(about.updatedAt)}</time></dd></div>
  <div><dt>Licenza dei testi</dt><dd>${
    licence === null ? 'dato mancante' : html`${licence.name} (punto ${clauseAt(licence.clause)})`
  }</dd></div>
  <div><dt>Dichiarazione di accessibilità</dt><dd>${
    accessibility === null
      ? 'dato mancante'
      : html`<a href="${hrefOf(accessibility.address)}">${accessibility.address}</a>`
  }</dd></div>
  <div class="public-screen-only"><dt>${reserved ? 'Dati' : 'Dati aperti'}</dt><dd><a href="${links.data}">Questa pagina in JSON</a></dd></div>
</dl>`;
}

export interface FrameParts {
  readonly title: string;
  readonly head?: Html;
  readonly top?: Html;
  readonly content: Html;
  readonly bottom?: Html;
}

const DEMO_NOTICE = html`<p class="policy-demo" role="note">
  <strong>Dimostrazione.</strong> Non è una pagina dell’ente: i testi sono riassunti per prova e le persone sono inventate.
</p>`;

/** A whole document. */
export const framed = (
  { styles, demo }: Look,
  { title, head, top, content, bottom }: FrameParts,
): Html => html`<!doctype html>
<html lang="it">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<link rel="icon" href="/favicon.svg" type="image/svg+xml">
${head}
${styles.map((href) => html`<link rel="stylesheet" href="${href}">`)}
</head>
<body class="policy-page">
<a class="policy-skip" href="#contenuto">Vai al contenuto</a>
<header>
<div class="policy-bar"><a href="/">Portavoce</a></div>
${demo && DEMO_NOTICE}
${top}
</header>
<main id="contenuto" tabindex="-1">
${content}
</main>
<footer class="policy-footer">
${bottom}
<p class="public-screen-only">Pubblicato con Portavoce, software libero (AGPL-3.0-or-later).</p>
</footer>
</body>
</html>`;
