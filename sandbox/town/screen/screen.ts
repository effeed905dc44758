// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Answer, Call } from '../call.ts';
import type { NetworkDefinition, Stage } from '../network.ts';
import type { Account } from '../writing.ts';
import { actFrom } from './acts.ts';
import { mayAttach, viewerForm, writingForm } from './forms.ts';
import { dateOf, escaped, networkPage, type Tab } from './layout.ts';
import { thread, wordsOf } from './thread.ts';
import { addressOf, sightOf, type Viewer } from './viewer.ts';

interface Place {
  readonly definition: NetworkDefinition;
  readonly stage: Stage;
}

const POSTS_SHOWN = 20;

/** `/<network>/…`: the simulated network as a citizen sees it, with forms to write as one. No script. */
export function screen(call: Call, { definition, stage }: Place): Answer {
  const [handle, section, id] = call.path;
  if (handle === undefined) return accounts({ definition, stage });
  const account = [...stage.world.accounts.values()].find((one) => one.handle === handle);
  if (account === undefined) return nothing(definition);
  const name = (call.query.get('autore') ?? '').trim();
  const author = stage.world.personNamed(name) ?? null;
  const viewer: Viewer = { definition, stage, account, name, author };
  if (call.method === 'POST') return actFrom(call, viewer);
  if (section === undefined) return wall(viewer);
  if (section === 'messages') return messages(viewer);
  if (section === 'mentions') return mentions(viewer);
  return section === 'posts' && id !== undefined ? onePost(viewer, id) : nothing(definition);
}

const nothing = (definition: NetworkDefinition): Answer =>
  networkPage(definition, { title: 'Pagina non trovata', tabs: [], content: '<p>Qui non c’è nulla.</p>', status: 404 });

function accounts({ definition, stage }: Place): Answer {
  const items = [...stage.world.accounts.values()].map(
    (account) =>
      `<li><a href="${escaped(addressOf({ definition, account, name: '' }))}">${escaped(account.name)}</a> <span class="handle">@${escaped(account.handle)}</span></li>`,
  );
  const content = items.length === 0 ? '<p>Nessun account in questo scenario.</p>' : `<ul>${items.join('\n')}</ul>`;
  return networkPage(definition, { title: 'Account', tabs: [], content });
}

function tabs(viewer: Viewer, current: string): Tab[] {
  const { can, words } = viewer.definition.screen;
  const tab = (section: string, label: string): Tab => ({
    address: section === '' ? addressOf(viewer) : addressOf(viewer, section),
    label,
    current: section === current,
  });
  return [
    tab('', words.posts),
    ...(can.includes('mention') ? [tab('mentions', 'menzioni')] : []),
    ...(can.includes('message') ? [tab('messages', 'messaggi privati')] : []),
  ];
}

function wall(viewer: Viewer): Answer {
  const { definition, stage, account } = viewer;
  const posts = stage.world.postsOn(account.id).filter(({ id }) => stage.world.exists(id));
  for (const { id } of posts.slice(0, POSTS_SHOWN)) stage.world.count(id, 'views', 1);
  const older = posts.length > POSTS_SHOWN ? `<p>E altri ${posts.length - POSTS_SHOWN} più vecchi.</p>` : '';
  const form = definition.screen.can.includes('visitor-post')
    ? writingForm(viewer, { title: 'Scrivi sulla pagina', act: 'bacheca', attaches: mayAttach(viewer, 'writing') })
    : '';
  const threads = posts.slice(0, POSTS_SHOWN).map((post) => thread(viewer, post));
  const content = viewerForm(viewer, addressOf({ ...viewer, name: '' })) + form + threads.join('\n') + older;
  return networkPage(definition, { title: account.name, tabs: tabs(viewer, ''), content });
}

function onePost(viewer: Viewer, id: string): Answer {
  const { definition, stage, account } = viewer;
  const post = stage.world.writings.get(id);
  const isThere =
    post !== undefined && post.account === account.id && post.kind !== 'comment' && stage.world.exists(id);
  if (!isThere) return nothing(definition);
  stage.world.count(id, 'views', 1);
  const title = `${definition.screen.words.post} di ${post.from?.name ?? account.name}`;
  const look = viewerForm(viewer, addressOf({ ...viewer, name: '' }, 'posts', id));
  const content = look + thread(viewer, post);
  return networkPage(definition, {
    title: title[0]?.toUpperCase() + title.slice(1),
    tabs: tabs(viewer, 'posts'),
    content,
  });
}

function mentions(viewer: Viewer): Answer {
  const { definition, stage, account } = viewer;
  const found = stage.world.postsOn(account.id, ['mention']).filter((one) => sightOf(one, viewer).shown);
  const items = found.map((one) => `<article class="post" id="c${escaped(one.id)}">${wordsOf(one)}</article>`);
  const form = writingForm(viewer, {
    title: 'Scrivi altrove citando l’ente',
    act: 'cita',
    text: `@${account.handle} `,
    attaches: mayAttach(viewer, 'writing'),
  });
  const content = (items.length === 0 ? '<p>Nessuno ha citato questo account.</p>' : items.join('\n')) + form;
  return networkPage(definition, { title: `Chi cita ${account.name}`, tabs: tabs(viewer, 'mentions'), content });
}

function messages(viewer: Viewer): Answer {
  const { definition, stage, account, author } = viewer;
  const title = `Messaggi privati con ${account.name}`;
  const form = writingForm(viewer, {
    title: 'Scrivi un messaggio privato',
    act: 'messaggio',
    button: 'Invia',
    attaches: mayAttach(viewer, 'message'),
  });
  const mine = stage.world.conversationsOf(account.id).filter(({ person }) => person.id === author?.id);
  const bubbles = mine
    .flatMap(({ id }) => stage.world.conversation(id))
    .map((one) => {
      const who = one.own ? account.name : one.person.name;
      return `<div class="bubble${one.own ? ' own' : ''}"><h2>${escaped(who)}</h2><time datetime="${one.at}">${dateOf(one.at)}</time><p>${escaped(one.text)}</p></div>`;
    });
  const banned = author !== null && stage.world.isBanned(account.id, author.id);
  const none =
    author === null
      ? 'I messaggi li vede solo chi li scrive: scrivine uno, o guarda come chi lo ha scritto.'
      : 'Nessun messaggio.';
  const body = bubbles.length > 0 ? bubbles.join('\n') : `<p>${none}</p>`;
  const content = `${whose(viewer, account)}${body}${banned ? `<p class="state">${escaped(definition.screen.banned)}</p>` : form}`;
  return networkPage(definition, { title, tabs: tabs(viewer, 'messages'), content });
}

/** Who has a conversation with the account: each sees only their own. */
function whose(viewer: Viewer, account: Account): string {
  const people = viewer.stage.world.conversationsOf(account.id).map(({ person }) => person.name);
  if (people.length === 0) return '';
  const items = people.map(
    (name) => `<li><a href="${escaped(addressOf({ ...viewer, name }, 'messages'))}">${escaped(name)}</a></li>`,
  );
  return `<div class="card"><h2>Guarda come</h2><ul>${items.join('')}</ul></div>`;
}
