// SPDX-License-Identifier: AGPL-3.0-or-later
import type { z } from 'zod';
import { dateOf } from '../core/call.ts';
import { ChannelFault } from '../port.ts';
import { unclear } from './errors.ts';
import { PAGE_SIZE } from './limits.ts';
import { type Acting, type RestCall, read } from './rest.ts';
import { encoded } from './urn.ts';
import { type Comment, CommentList, type List, Unreadable } from './wire.ts';

type Asked = Omit<RestCall, 'method'>;

interface Listed<Element> {
  readonly elements: readonly Element[];
  readonly unreadable: readonly Unreadable[];
}

/** Of all that is in a thread, readable or not; `ids` null where something has not even an id. */
export interface Thread {
  readonly found: readonly Comment[];
  readonly ids: readonly string[] | null;
}

/** Reads lists for one pull, and what is learnt on the way. */
export interface Lister {
  /** Follows the pages to the end, or until there are so many. */
  all<Element>(shape: z.ZodType<List<Element>>, asked: Asked, enough?: number): Promise<Listed<Element>>;
  /** Comments to a post, with the answers to each. */
  thread(urn: string): Promise<Thread>;
  /** LinkedIn's own time at the first answer. */
  startedAt(): Date | null;
  unreadable(): number;
}

/** More pages than any thread has: a list that never ends is a fault, not a list. */
const MOST_PAGES = 400;

export function lister(acting: Acting): Lister {
  let started: Date | null = null;
  const aside = new Set<string | Unreadable>();

  const all: Lister['all'] = async <Element>(
    shape: z.ZodType<List<Element>>,
    asked: Asked,
    enough = Number.POSITIVE_INFINITY,
  ) => {
    const elements: Element[] = [];
    const unreadable: Unreadable[] = [];
    for (let page = 0; page < MOST_PAGES; page++) {
      const paging = { start: `${page * PAGE_SIZE}`, count: `${PAGE_SIZE}` };
      const came = await read(acting, shape, { ...asked, query: { ...asked.query, ...paging } });
      if (came === 'gone') return { elements, unreadable };
      started ??= dateOf(came.headers);
      for (const element of came.found.elements) {
        if (element instanceof Unreadable) unreadable.push(element);
        else elements.push(element);
      }
      for (const { id } of unreadable) if (id !== null) aside.add(id);
      for (const element of unreadable) if (element.id === null) aside.add(element);
      if (came.found.elements.length < PAGE_SIZE || elements.length >= enough) return { elements, unreadable };
    }
    throw new ChannelFault(unclear('paging-loop'));
  };

  const comments = (urn: string) => all<Comment>(CommentList, { path: `socialActions/${encoded(urn)}/comments` });

  const thread = async (urn: string): Promise<Thread> => {
    const top = await comments(urn);
    const lists = [top];
    for (const comment of top.elements) {
      if ((comment.commentsSummary?.aggregatedTotalComments ?? 0) > 0) lists.push(await comments(comment.commentUrn));
    }
    const found = new Map(lists.flatMap(({ elements }) => elements).map((comment) => [comment.commentUrn, comment]));
    const others = lists.flatMap(({ unreadable }) => unreadable);
    const named = others.flatMap(({ id }) => id ?? []);
    return {
      found: [...found.values()],
      ids: named.length === others.length ? [...new Set([...found.keys(), ...named])] : null,
    };
  };

  return { all, thread, startedAt: () => started, unreadable: () => aside.size };
}
