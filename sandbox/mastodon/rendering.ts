// SPDX-License-Identifier: AGPL-3.0-or-later
import { figuresOf } from '../town/figures.ts';
import type { Stage } from '../town/network.ts';
import { addressOfFile } from '../town/samples.ts';
import type { Account, Author } from '../town/writing.ts';
import type { Attachment, Node } from './node.ts';

/** Citizens live on another instance than the body: their words come from elsewhere. */
export const ELSEWHERE = 'altrove.example';

const isOurs = (id: string, { world }: Stage): boolean => world.accounts.has(id);

export const acctOf = ({ id, handle }: Author, stage: Stage): string =>
  isOurs(id, stage) ? handle : `${handle}@${ELSEWHERE}`;

const profileOf = (author: Author, stage: Stage): string =>
  isOurs(author.id, stage) ? `${stage.baseUrl}/@${author.handle}` : `https://${ELSEWHERE}/@${author.handle}`;

export function renderAccount(author: Author, stage: Stage) {
  const { id, handle, name } = author;
  const picture = `${stage.baseUrl}/avatars/original/missing.png`;
  const own = isOurs(id, stage);
  const figures = own ? figuresOf(id, stage) : { followers: 0 };
  return {
    ...{ id, username: handle, acct: acctOf(author, stage), display_name: name, note: '<p>Account simulato</p>' },
    ...{ url: profileOf(author, stage), uri: profileOf(author, stage), avatar: picture, avatar_static: picture },
    ...{ header: picture, header_static: picture, locked: false, bot: false, group: false, discoverable: own },
    ...{ indexable: own, created_at: '2024-01-15T00:00:00.000Z', last_status_at: null, emojis: [], fields: [] },
    ...{ followers_count: figures.followers, following_count: 0 },
    statuses_count: own ? stage.world.postsOn(id, ['post']).length : 0,
  };
}

export const renderAttachment = ({ id, type, url, alt }: Attachment, { screen }: Stage, ready = true) => ({
  ...{ id, type, description: alt, meta: null, blurhash: null, remote_url: null },
  url: ready ? addressOfFile({ type, url }, screen) : null,
  preview_url: ready ? addressOfFile({ type: 'image', url: type === 'image' ? url : null }, screen) : null,
});

export function renderStatus(node: Node, stage: Stage) {
  const { id, at, from, under, attachments } = node;
  const address = isOurs(from.id, stage)
    ? `${stage.baseUrl}/@${from.handle}/${id}`
    : `https://${ELSEWHERE}/@${from.handle}/${id}`;
  return {
    ...{ id, created_at: at, edited_at: node.edited, uri: address, url: address },
    ...{ in_reply_to_id: under, in_reply_to_account_id: authorOf(under, stage)?.id ?? null },
    ...{ sensitive: false, spoiler_text: node.spoiler, visibility: node.visibility, language: 'it' },
    ...countsOf(node, stage),
    content: contentOf(node, stage),
    account: renderAccount(from, stage),
    media_attachments: attachments.map((one) => renderAttachment(one, stage)),
    mentions: mentionsOf(node, stage),
    ...{ tags: [], emojis: [], card: null, poll: null, reblog: null, application: null },
    ...{ favourited: false, reblogged: false, muted: false, bookmarked: false, pinned: false },
  };
}

function countsOf({ id, likes }: Node, stage: Stage) {
  const { world } = stage;
  const writing = world.writings.get(id);
  const replies = writing === undefined ? [] : world.commentsOn(writing.post).filter((one) => world.exists(one.id));
  const direct = replies.filter(({ parent }) => (writing?.kind === 'comment' ? parent === id : parent === null));
  const shares = world.counted(id, 'shares');
  return { replies_count: direct.length, reblogs_count: shares, favourites_count: likes, quotes_count: 0 };
}

const authorOf = (id: string | null, { world }: Stage): Author | null => {
  const message = world.messages.get(id ?? '');
  if (message !== undefined) return message.own ? world.self(message.account) : message.person;
  return world.writings.get(id ?? '')?.from ?? null;
};

/** Accounts that the words name, and those that only the envelope names, as other servers of the fediverse do. */
function mentionsOf(node: Node, stage: Stage) {
  const accounts = [...stage.world.accounts.values()];
  const named = accounts.filter(({ handle }) => namesAccount(node.text, handle));
  const answered = authorOf(node.under, stage);
  const people: Author[] = [
    ...(node.addressed === null ? [] : [node.addressed]),
    ...named,
    ...(answered !== null && answered.id !== node.from.id && isOurs(answered.id, stage) ? [answered] : []),
  ];
  const once = new Map(people.map((one) => [one.id, one]));
  return [...once.values()].map((one) => ({
    ...{ id: one.id, username: one.handle, url: profileOf(one, stage), acct: acctOf(one, stage) },
  }));
}

export const namesAccount = (text: string, handle: string): boolean =>
  new RegExp(`(^|[^\\w@])@${handle.replace(/[.-]/g, '\\$&')}(?![\\w@-])`, 'i').test(text);

export const namesUs = (text: string, { handle }: Account): boolean => namesAccount(text, handle);

const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** Words as an instance gives them: HTML, with addresses and names as links. */
function contentOf({ text, addressed }: Node, stage: Stage): string {
  const name = addressed === null ? '' : `${mention(addressed, stage)} `;
  const paragraphs = text.split(/\n{2,}/).map((one) => linked(one).replaceAll('\n', '<br />'));
  return `<p>${name}${paragraphs.join('</p><p>')}</p>`;
}

const mention = (author: Author, stage: Stage): string =>
  `<span class="h-card" translate="no"><a href="${escaped(profileOf(author, stage))}" class="u-url mention">@<span>${escaped(author.handle)}</span></a></span>`;

const SHOWN = 30;

const linked = (text: string): string =>
  text
    .split(/(https?:\/\/[^\s<>"]+)/)
    .map((part, index) => (index % 2 === 0 ? escaped(part) : link(part)))
    .join('');

/** An address is cut for the eye alone: all of it is there. */
function link(address: string): string {
  const [, scheme = '', rest = ''] = /^(https?:\/\/)(.*)$/.exec(address) ?? [];
  const [shown, beyond] = [rest.slice(0, SHOWN), rest.slice(SHOWN)];
  const hidden = (words: string) => `<span class="invisible">${escaped(words)}</span>`;
  const seen = `<span class="${beyond === '' ? '' : 'ellipsis'}">${escaped(shown)}</span>`;
  return `<a href="${escaped(address)}" target="_blank" rel="nofollow noopener">${hidden(scheme)}${seen}${hidden(beyond)}</a>`;
}
