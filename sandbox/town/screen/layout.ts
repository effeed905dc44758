// SPDX-License-Identifier: AGPL-3.0-or-later
import { readFileSync } from 'node:fs';
import { type Answer, html } from '../call.ts';
import type { NetworkDefinition } from '../network.ts';

export const STYLE = readFileSync(new URL('./site.css', import.meta.url), 'utf8');

export const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

export const dateOf = (at: string): string =>
  new Date(at).toLocaleString('it-IT', { dateStyle: 'long', timeStyle: 'short', timeZone: 'Europe/Rome' });

/** A whole document; `head` is already HTML, `title` is not. */
export const documentOf = ({ title, head, content }: { title: string; head: string; content: string }): string =>
  `<!doctype html>
<html lang="it">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}</title>
<link rel="stylesheet" href="/town.css">
${head}
</head>
<body>
${content}
</body>
</html>
`;

export interface Tab {
  readonly address: string;
  readonly label: string;
  readonly current: boolean;
}

/** A page of a network, in its colours. Every page says that it is simulated. */
export function networkPage(
  { label, name, screen: { colours } }: NetworkDefinition,
  page: { title: string; tabs: readonly Tab[]; content: string; status?: number },
): Answer {
  const tabs = page.tabs.map(
    ({ address, label: words, current }) =>
      `<li><a href="${escaped(address)}"${current ? ' aria-current="page"' : ''}>${escaped(words)}</a></li>`,
  );
  const content = `<header>
<div class="banner"><strong>${escaped(label)} simulato.</strong> Non è ${escaped(label)}: persone e testi sono inventati.</div>
<div class="masthead">
<p><a href="/${name}">${escaped(label)} simulato</a></p>
<h1>${escaped(page.title)}</h1>
${tabs.length > 0 ? `<nav aria-label="Sezioni"><ul>${tabs.join('')}</ul></nav>` : ''}
</div>
</header>
<main>
${page.content}
</main>`;
  const head = `<style>:root { --main: ${colours.main}; --tint: ${colours.tint}; }</style>`;
  return html(documentOf({ title: `${page.title} – ${label} simulato`, head, content }), page.status ?? 200);
}
