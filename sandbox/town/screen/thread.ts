// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Writing } from '../writing.ts';
import { actButton, mayAttach, writingForm } from './forms.ts';
import { dateOf, escaped } from './layout.ts';
import { addressOf, sightOf, type Viewer } from './viewer.ts';

/** A post with everything under it, and the forms to add to it. */
export function thread(viewer: Viewer, post: Writing): string {
  const { stage, definition } = viewer;
  const { words, can } = definition.screen;
  const comments = stage.world.commentsOn(post.id);
  const under = (parent: string | null): string =>
    comments
      .filter((comment) => comment.parent === parent)
      .map((comment) => written(viewer, comment, under(comment.id)))
      .join('\n');
  const open = `<p><a href="${escaped(addressOf(viewer, 'posts', post.id))}">Apri il ${escaped(words.post)} del ${dateOf(post.at)}</a></p>`;
  const shut = hindrance(viewer, post);
  const title = `Scrivi ${words.comment === 'risposta' ? 'una' : 'un'} ${words.comment}`;
  const form =
    shut === null && can.includes('comment')
      ? writingForm(viewer, {
          title,
          act: 'commenta',
          hidden: { post: post.id },
          attaches: mayAttach(viewer, 'writing'),
        })
      : `<p class="state">${escaped(shut ?? '')}</p>`;
  return written(viewer, post, `${open}${under(null)}${form}`);
}

/** Why this viewer cannot comment here, in Italian; null when they can. */
function hindrance({ stage, definition, account, author }: Viewer, { commenting }: Writing): string | null {
  const { words, banned } = definition.screen;
  if (author !== null && stage.world.isBanned(account.id, author.id)) return banned;
  if (commenting === 'closed') return `I ${words.comments} sono chiusi.`;
  return commenting === 'restricted' ? `Solo alcune persone possono lasciare ${words.comments}.` : null;
}

function written(viewer: Viewer, writing: Writing, below: string): string {
  const sight = sightOf(writing, viewer);
  const isOwn = viewer.stage.world.isOwn(writing);
  const kind = writing.kind === 'comment' ? '' : 'post ';
  const classes = `${kind}${isOwn ? 'own ' : ''}${sight.mark ?? ''}`.trim();
  const open = `<article class="${classes}" id="c${escaped(writing.id)}">`;
  const note = sight.note === null ? '' : `<p class="state">${escaped(sight.note)}</p>`;
  if (!sight.shown) return `${open}${note}${sight.mark === 'gone' ? '' : below}</article>`;
  return `${open}${note}${wordsOf(writing)}${acts(viewer, writing)}${below}</article>`;
}

export function wordsOf(writing: Writing): string {
  const { kind, from, at, edited, title, text, link, likes } = writing;
  const heading = kind === 'comment' ? 'h3' : 'h2';
  const name = escaped(from?.name ?? 'Nome non comunicato');
  const handle = from === null ? '' : ` <span class="handle">@${escaped(from.handle)}</span>`;
  return `<${heading}>${name}${handle}</${heading}>
<time datetime="${at}">${dateOf(at)}</time>${edited === null ? '' : ' <span class="state">Modificato</span>'}
${title === null ? '' : `<p><strong>${escaped(title)}</strong></p>`}<p>${escaped(text)}</p>
${pictures(writing)}${link === null ? '' : `<p class="state">Collegamento: ${escaped(link.title)} (${escaped(link.url)})</p>`}${
  likes > 0 ? `<p class="state">Piace a ${likes}</p>` : ''
}`;
}

const pictures = ({ media }: Pick<Writing, 'media'>): string =>
  media
    .map(({ type, url, alt }) => {
      const what = type === 'video' ? 'Video simulato' : 'Immagine simulata';
      const words = escaped(alt === null ? what : `${what}: ${alt}`);
      if (type === 'image' && url !== null) return `<p><img src="${escaped(url)}" alt="${words}" width="240"></p>`;
      return `<div class="picture">${words}</div>`;
    })
    .join('');

/** What this viewer can do with what is written: like, answer, and change or delete their own words. */
function acts(viewer: Viewer, writing: Writing): string {
  const { can, words } = viewer.definition.screen;
  const hidden = { id: writing.id };
  const isAuthor = viewer.author !== null && writing.from?.id === viewer.author.id;
  const post = viewer.stage.world.writings.get(writing.post) ?? writing;
  const mayAnswer = writing.kind === 'comment' && can.includes('reply') && hindrance(viewer, post) === null;
  return [
    can.includes('like') ? actButton(viewer, { act: 'piace', label: 'Mi piace', hidden }) : '',
    isAuthor && can.includes('delete') ? actButton(viewer, { act: 'elimina', label: 'Elimina', hidden }) : '',
    isAuthor && can.includes('edit')
      ? writingForm(viewer, { title: 'Modifica', act: 'modifica', hidden, text: writing.text, button: 'Salva' })
      : '',
    mayAnswer
      ? writingForm(viewer, {
          ...{ title: `Scrivi una ${words.reply} a ${writing.from?.name ?? 'chi ha scritto'}`, act: 'commenta' },
          hidden: { post: writing.post, sopra: writing.id },
          attaches: mayAttach(viewer, 'writing'),
        })
      : '',
  ].join('');
}
