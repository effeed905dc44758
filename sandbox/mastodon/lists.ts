// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Answer } from '../town/call.ts';
import { json } from '../town/call.ts';
import type { Stage } from '../town/network.ts';
import type { Account } from '../town/writing.ts';
import { type Node, newestFirst, nodeOfMessage, nodeOfWriting } from './node.ts';
import { namesUs, renderAccount, renderStatus } from './rendering.ts';

export const PAGING = ['max_id', 'since_id', 'min_id', 'limit'];

interface Page {
  readonly query: URLSearchParams;
  readonly usual: number;
  readonly most: number;
  /** Where the list lives, for the addresses of the pages before and after. */
  readonly address: string;
}

interface Listed {
  readonly id: string;
  readonly body: object;
}

/**
 * A page of a list that is newest first. Ids are places in it: `min_id` gives those just above one, `since_id` the newest above
 * it, `max_id` those below.
 */
export function paged(all: readonly Listed[], { query, usual, most, address }: Page): Answer {
  const limit = Math.min(most, Number(query.get('limit') ?? usual) || usual);
  const above = placeOf(all, query.get('min_id') ?? query.get('since_id'), all.length);
  const below = placeOf(all, query.get('max_id'), -1);
  const range = all.slice(below + 1, above);
  const page = query.has('min_id') ? range.slice(-limit) : range.slice(0, limit);
  const [first, last] = [page[0], page.at(-1)];
  const link = (name: string, id: string, rel: string): string => {
    const kept = new URLSearchParams([...query].filter(([one]) => !['max_id', 'min_id', 'since_id'].includes(one)));
    kept.set(name, id);
    return `<${address}?${kept}>; rel="${rel}"`;
  };
  const links =
    first === undefined || last === undefined
      ? []
      : [link('max_id', last.id, 'next'), link('min_id', first.id, 'prev')];
  return {
    ...json(page.map(({ body }) => body)),
    ...(links.length > 0 && { headers: { link: links.join(', ') } }),
  };
}

/** An id that is not there any more, or never was, still says on which side things lie. */
function placeOf(all: readonly Listed[], id: string | null, otherwise: number): number {
  if (id === null) return otherwise;
  const place = all.findIndex((one) => one.id === id);
  return place === -1 ? otherwise : place;
}

/** Who named the account, privately or not; who answers a citizen's comment names only the citizen. */
export function notifications(account: Account, stage: Stage, { filtered }: { readonly filtered: boolean }): Listed[] {
  const { world } = stage;
  const public_ = [...world.writings.values()].filter((one) => {
    if (one.account !== account.id || world.isOwn(one) || one.kind === 'post' || !world.exists(one.id)) return false;
    if (one.kind !== 'comment') return true;
    const answered = world.writings.get(one.parent ?? one.post);
    return (answered !== undefined && world.isOwn(answered)) || namesUs(one.text, account);
  });
  const private_ = [...world.messages.values()].filter((one) => one.account === account.id && !one.own);
  // Private mentions by people whom the account does not follow are kept aside.
  const nodes: Node[] = [
    ...public_.map((one) => nodeOfWriting(one, stage)),
    ...(filtered ? private_.map((one) => nodeOfMessage(one, stage)) : []),
  ];
  return nodes
    .filter(({ from }) => !world.isBanned(account.id, from.id))
    .sort(newestFirst)
    .map((node) => ({
      id: node.id,
      body: {
        ...{ id: node.id, type: 'mention', created_at: node.at, group_key: `ungrouped-${node.id}` },
        account: renderAccount(node.from, stage),
        status: renderStatus(node, stage),
      },
    }));
}

/** The one that moved last first; their places are named by what was said last. */
export function conversations(account: Account, stage: Stage): Listed[] {
  return stage.world
    .conversationsOf(account.id)
    .map(({ id, person, last }) => ({ id, person, last: nodeOfMessage(last, stage) }))
    .sort((one, other) => newestFirst(one.last, other.last))
    .map(({ id, person, last }) => ({
      id: last.id,
      body: { id, unread: false, accounts: [renderAccount(person, stage)], last_status: renderStatus(last, stage) },
    }));
}

/** What a status answers and what hangs under it. Whoever the account has blocked is left out, and all that hangs under them. */
export function contextOf(node: Node, account: Account, stage: Stage): { ancestors: object[]; descendants: object[] } {
  const { world } = stage;
  const message = world.messages.get(node.id);
  if (message !== undefined) {
    const said = world.conversation(message.conversation).map((one) => nodeOfMessage(one, stage));
    const place = said.findIndex(({ id }) => id === node.id);
    return rendered(said.slice(0, place), said.slice(place + 1), stage);
  }
  const seen = (id: string): boolean => {
    const from = world.writings.get(id)?.from;
    return world.exists(id) && !world.isBanned(account.id, from?.id ?? '');
  };
  const root = world.writings.get(node.id)?.post ?? '';
  const under = (id: string): Node[] =>
    world
      .commentsOn(root)
      .filter((one) => (one.parent ?? one.post) === id && seen(one.id))
      .flatMap((one) => [nodeOfWriting(one, stage), ...under(one.id)]);
  const ancestors: Node[] = [];
  for (let above = node.under; above !== null && world.exists(above); ) {
    const writing = world.writings.get(above);
    if (writing === undefined) break;
    const found = nodeOfWriting(writing, stage);
    ancestors.unshift(found);
    above = found.under;
  }
  return rendered(ancestors, under(node.id), stage);
}

const rendered = (ancestors: readonly Node[], descendants: readonly Node[], stage: Stage) => ({
  ancestors: ancestors.map((one) => renderStatus(one, stage)),
  descendants: descendants.map((one) => renderStatus(one, stage)),
});
