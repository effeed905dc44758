// SPDX-License-Identifier: AGPL-3.0-or-later
import { readFileSync } from 'node:fs';
import { type Call, html, type Reply, seeOther } from '../call.ts';
import type { Page, World, Writing } from './world.ts';

const STYLE = readFileSync(new URL('./site.css', import.meta.url), 'utf8');

interface SitePorts {
  readonly world: World;
  readonly now: () => Date;
}

/** `/facebook/…`: the simulated pages as a citizen sees them, with a form to write as one. No script. */
export function site(call: Call, { world, now }: SitePorts): Reply {
  const [handle, section, id] = call.path;
  if (handle === 'site.css')
    return { status: 200, headers: { 'content-type': 'text/css; charset=utf-8' }, body: STYLE };
  if (handle === undefined) return html(layout('Pagine', pageList(world)));
  const page = [...world.pages.values()].find((one) => one.handle === handle);
  if (page === undefined) return notFound;
  if (section === undefined) {
    return call.method === 'POST'
      ? writeAs(call, { world, now, page })
      : html(layout(page.name, wholePage(world, page)));
  }
  const post = section === 'posts' && id !== undefined ? world.writings.get(id) : undefined;
  if (post === undefined || post.page !== page.id || !world.exists(post.id)) return notFound;
  if (call.method === 'POST') return writeAs(call, { world, now, page, post });
  return html(layout(`Post di ${page.name}`, backTo(page) + thread(world, post)));
}

function writeAs(call: Call, { world, now, page, post }: SitePorts & { page: Page; post?: Writing }): Reply {
  const form = new URLSearchParams(call.body);
  const [author, text] = [form.get('autore')?.trim() ?? '', form.get('testo')?.trim() ?? ''];
  const back = post === undefined ? `/facebook/${page.handle}` : `/facebook/${page.handle}/posts/${post.id}`;
  if (author === '' || text === '' || author === page.name) return seeOther(back);
  const hung = post === undefined ? {} : { post: post.id };
  world.write({ page: page.id, ...hung, from: world.authorNamed(author), text, at: now() });
  return seeOther(back);
}

const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

const layout = (title: string, content: string): string => `<!doctype html>
<html lang="it">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)} – Facebook simulato</title>
<link rel="stylesheet" href="/facebook/site.css">
</head>
<body>
<header class="banner"><strong>Facebook simulato.</strong> Non è Facebook: persone e testi sono inventati.</header>
<main>
<h1>${escaped(title)}</h1>
${content}
</main>
</body>
</html>
`;

const notFound: Reply = html(layout('Pagina non trovata', '<p>Qui non c’è nulla.</p>'), 404);

const pageList = (world: World): string => {
  const items = [...world.pages.values()].map(
    ({ handle, name }) => `<li><a href="/facebook/${escaped(handle)}">${escaped(name)}</a></li>`,
  );
  return items.length === 0 ? '<p>Nessuna pagina in questo scenario.</p>' : `<ul>${items.join('\n')}</ul>`;
};

const backTo = ({ handle, name }: Page): string =>
  `<p><a href="/facebook/${escaped(handle)}">Torna alla pagina di ${escaped(name)}</a></p>`;

function wholePage(world: World, page: Page): string {
  const posts = world.postsOn(page.id).filter(({ id }) => world.exists(id));
  return posts.map((post) => thread(world, post)).join('\n') + form(`/facebook/${page.handle}`, 'Scrivi sulla pagina');
}

function thread(world: World, post: Writing): string {
  const comments = world.commentsOn(post.id);
  const under = (parent: string | null): string =>
    comments
      .filter((comment) => comment.parent === parent)
      .map((comment) => written(comment, under(comment.id)))
      .join('\n');
  const handle = world.pages.get(post.page)?.handle ?? '';
  const action = `/facebook/${handle}/posts/${post.id}`;
  const link = `<p><a href="${escaped(action)}">Apri il post del ${dateOf(post.at)}</a></p>`;
  return written(post, link + under(null) + form(action, 'Commenta come cittadino'));
}

function written(writing: Writing, below: string): string {
  const heading = writing.kind === 'post' ? 'h2' : 'h3';
  const author = escaped(writing.from?.name ?? 'Nome non comunicato');
  const title = `<${heading}>${author}</${heading}>`;
  if (writing.deleted) {
    return `<article class="deleted" id="c${writing.id}"><p class="state">Qui c’era un commento: è stato eliminato.</p></article>`;
  }
  const body = `${title}
<time datetime="${writing.at}">${dateOf(writing.at)}</time>${writing.edited ? ' <span class="state">Modificato</span>' : ''}
<p>${escaped(writing.text)}</p>${writing.media ? '<p class="state">[immagine allegata]</p>' : ''}`;
  if (!writing.hidden) return `<article id="c${writing.id}">${body}\n${below}</article>`;
  return `<article class="hidden" id="c${writing.id}">
<p class="state">Nascosto: il pubblico non lo vede, l’autore e i suoi amici sì.</p>
<details><summary>Leggi il testo nascosto</summary>${body}</details>
${below}</article>`;
}

const dateOf = (at: string): string =>
  new Date(at).toLocaleString('it-IT', { dateStyle: 'long', timeStyle: 'short', timeZone: 'Europe/Rome' });

let forms = 0;

function form(action: string, title: string): string {
  const id = `f${++forms}`;
  return `<details><summary>${title}</summary>
<form method="post" action="${escaped(action)}">
<label for="${id}a">Nome inventato</label><input id="${id}a" name="autore" required maxlength="60" autocomplete="off">
<label for="${id}t">Testo</label><textarea id="${id}t" name="testo" rows="3" required maxlength="8000"></textarea>
<button>Pubblica</button>
</form></details>`;
}
