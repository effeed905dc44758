// SPDX-License-Identifier: AGPL-3.0-or-later
import { type Answer, json } from '../town/call.ts';
import type { Stage } from '../town/network.ts';
import type { Account, Writing } from '../town/writing.ts';
import { latestId, postNamed, writtenAt } from './ids.ts';
import { gone, invalid, notFound } from './problems.ts';
import { addresseeOf, includesOf, postShown, selectionOf } from './render.ts';

const PAGE_PARAMETERS = ['max_results', 'pagination_token', 'start_time', 'end_time', 'since_id', 'until_id'];
const SHAPE_PARAMETERS = ['tweet.fields', 'expansions', 'media.fields'];
export const TIMELINE_PARAMETERS = [...PAGE_PARAMETERS, ...SHAPE_PARAMETERS];
export const OWN_TIMELINE_PARAMETERS = [...TIMELINE_PARAMETERS, 'exclude'];
export const SEARCH_PARAMETERS = [...TIMELINE_PARAMETERS, 'query', 'next_token', 'sort_order'];
export const POST_PARAMETERS = SHAPE_PARAMETERS;
export const POSTS_PARAMETERS = [...SHAPE_PARAMETERS, 'ids'];

/** Of a page: `{items, meta}`, newest first, going on after the one that the token names. */
export interface Paged<Item> {
  readonly items: readonly Item[];
  readonly meta: Record<string, unknown>;
}

const TOKEN = /^page-after-(\d{1,19})$/;

export function paged<Item extends { readonly id: string }>(
  all: readonly Item[],
  query: URLSearchParams,
  { smallest, usual = 10, largest = 100 }: { smallest: number; usual?: number; largest?: number },
): Paged<Item> {
  const size = Number(query.get('max_results') ?? usual);
  if (!Number.isInteger(size) || size < smallest || size > largest) {
    throw invalid(`The \`max_results\` query parameter value [${size}] is not between ${smallest} and ${largest}`);
  }
  const token = query.get('pagination_token') ?? query.get('next_token');
  const last = token === null ? undefined : TOKEN.exec(token)?.[1];
  if (token !== null && last === undefined) throw invalid(`The page token [${token}] is not valid`);
  const start = last === undefined ? 0 : all.findIndex(({ id }) => id === last) + 1;
  const items = all.slice(start, start + size);
  const next = start + size < all.length ? { next_token: `page-after-${items.at(-1)?.id}` } : {};
  return { items, meta: { result_count: items.length, ...next } };
}

function momentOf(query: URLSearchParams, name: string): number | null {
  const given = query.get(name);
  if (given === null) return null;
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(given))
    throw invalid(`\`${name}\` [${given}] is not YYYY-MM-DDTHH:mm:ssZ`);
  return Date.parse(given);
}

function idIn(query: URLSearchParams, name: string): bigint | null {
  const given = query.get(name);
  if (given !== null && !/^\d{1,19}$/.test(given)) throw invalid(`\`${name}\` [${given}] is not an id`);
  return given === null ? null : BigInt(given);
}

/** Those between the moments and ids that the caller named, newest first. */
function between(writings: readonly Writing[], query: URLSearchParams): Writing[] {
  const [start, end] = [momentOf(query, 'start_time'), momentOf(query, 'end_time')];
  const [since, until] = [idIn(query, 'since_id'), idIn(query, 'until_id')];
  return writings
    .filter((writing) => {
      const [at, id] = [Date.parse(writtenAt(writing)), BigInt(latestId(writing))];
      const isAfter = (start === null || at >= start) && (since === null || id > since);
      return isAfter && (end === null || at < end) && (until === null || id < until) && !writing.deleted;
    })
    .sort(
      (one, other) =>
        Date.parse(writtenAt(other)) - Date.parse(writtenAt(one)) || Number(BigInt(other.id) - BigInt(one.id)),
    );
}

function listed(writings: readonly Writing[], query: URLSearchParams, stage: Stage, smallest: number): Answer {
  const selection = selectionOf(query);
  const { items, meta } = paged(between(writings, query), query, { smallest });
  if (items.length === 0) return json({ meta });
  const ends = {
    newest_id: items[0] && latestId(items[0]),
    oldest_id: latestId(items.at(-1) ?? (items[0] as Writing)),
  };
  const data = items.map((writing) => postShown(writing, selection, stage));
  return json({ data, ...includesOf(items, selection, stage), meta: { ...meta, ...ends } });
}

const WEEK = 7 * 86_400_000;
const QUERY_LENGTH = 512;

/** `conversation_id:1 OR conversation_id:2`, a week back; replies that somebody hid are left out. */
export function search(query: URLSearchParams, stage: Stage, showsHidden: boolean): Answer {
  const asked = query.get('query') ?? '';
  if (asked.length === 0 || asked.length > QUERY_LENGTH) throw invalid('The `query` is empty or too long');
  const terms = asked.split(' OR ').map((term) => /^conversation_id:(\d{1,19})$/.exec(term)?.[1]);
  if (terms.includes(undefined)) throw invalid(`There were errors processing your request: ${asked}`);
  const earliest = stage.now().getTime() - WEEK;
  const start = momentOf(query, 'start_time');
  if (start !== null && start < earliest) throw invalid('`start_time` must be within the last seven days');
  const found = [...stage.world.writings.values()].filter(
    (writing) =>
      terms.includes(writing.post) && Date.parse(writtenAt(writing)) >= earliest && (showsHidden || !writing.hidden),
  );
  return listed(found, query, stage, 10);
}

/** The account's own posts and replies. */
export function ownTimeline(account: Account, query: URLSearchParams, stage: Stage): Answer {
  const exclude = (query.get('exclude') ?? '').split(',').filter(Boolean);
  if (exclude.some((kind) => kind !== 'replies' && kind !== 'retweets')) throw invalid('`exclude` is not valid');
  const own = [...stage.world.writings.values()].filter(
    (writing) => writing.from?.id === account.id && !(exclude.includes('replies') && writing.kind === 'comment'),
  );
  return listed(own, query, stage, 5);
}

/** Those that name the account, and those that answer it. */
export function mentions(account: Account, query: URLSearchParams, stage: Stage): Answer {
  const naming = `@${account.handle.toLowerCase()}`;
  const found = [...stage.world.writings.values()].filter((writing) => {
    if (writing.account !== account.id || writing.from?.id === account.id) return false;
    const isNamed = writing.kind === 'mention' || writing.text.toLowerCase().includes(naming);
    return isNamed || addresseeOf(writing, stage)?.id === account.id;
  });
  return listed(found, query, stage, 5);
}

export function onePost(id: string, query: URLSearchParams, stage: Stage): Answer {
  const writing = postNamed(id, stage.world);
  const selection = selectionOf(query);
  if (writing === undefined) return gone(id);
  return json({ data: { ...postShown(writing, selection, stage), id }, ...includesOf([writing], selection, stage) });
}

export function posts(query: URLSearchParams, stage: Stage): Answer {
  const ids = (query.get('ids') ?? '').split(',').filter(Boolean);
  if (ids.length === 0 || ids.length > 100) throw invalid('`ids` are between 1 and 100');
  const selection = selectionOf(query);
  const found = ids.flatMap((id) => {
    const writing = postNamed(id, stage.world);
    return writing === undefined ? [] : [{ id, writing }];
  });
  const missing = ids.filter((id) => !found.some((one) => one.id === id)).map((id) => notFound(id, 'ids'));
  const data = found.map(({ id, writing }) => ({ ...postShown(writing, selection, stage), id }));
  const written = found.map(({ writing }) => writing);
  return json({
    ...(data.length > 0 && { data, ...includesOf(written, selection, stage) }),
    ...(missing.length > 0 && { errors: missing }),
  });
}
