// SPDX-License-Identifier: AGPL-3.0-or-later
import type { z } from 'zod';
import type { Answer } from '../core/call.ts';
import { dateOf } from '../core/call.ts';
import { ChannelFault } from '../port.ts';
import type { Call, Client } from './client.ts';
import { errorOf, type Problem, problemsOf, unclear, waitOf } from './errors.ts';
import { Page, User } from './wire.ts';

/** Some pages of a list. `next` leads on, where it was not read to its end. */
export interface Listed<Item> {
  readonly items: readonly Item[];
  readonly problems: readonly Problem[];
  readonly next: string | null;
}

export interface Listing<Item> {
  readonly shape: z.ZodType<Item>;
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  /** Where an earlier reading stopped. */
  readonly from?: string | undefined;
  /** Stops after so many pages, or when there is enough; absent: at the end. */
  readonly pages?: number;
  readonly enough?: (items: readonly Item[]) => boolean;
  /** Things asked for by name, of which some, or all, may be gone. */
  readonly partial?: true;
}

/** Reads for one pull, and what is learnt on the way. Throws `ChannelFault`. */
export interface Reader {
  read<Shape>(shape: z.ZodType<Shape>, path: string, query?: Readonly<Record<string, string>>): Promise<Shape>;
  list<Item>(listing: Listing<Item>): Promise<Listed<Item>>;
  /** Those whom the answers so far told of. */
  readonly users: ReadonlyMap<string, User>;
  /** X's own time, at the first answer. */
  startedAt(): Date | null;
  /** How long X asks to wait before the next reading. */
  waitSeconds(): number | undefined;
  unreadable(): number;
}

export function readerOf(client: Client, now: () => Date): Reader {
  const users = new Map<string, User>();
  const state: { started: Date | null; wait: number | undefined; unreadable: number } = {
    started: null,
    wait: undefined,
    unreadable: 0,
  };
  const learn = ({ headers }: Extract<Answer, { kind: 'answer' }>): void => {
    state.started ??= dateOf(headers);
    if (headers.get('x-rate-limit-remaining') !== '0') return;
    state.wait = Math.max(state.wait ?? 0, waitOf(headers, dateOf(headers) ?? now()) ?? 0);
  };
  const ask = async <Shape>(shape: z.ZodType<Shape>, call: Omit<Call, 'method'>): Promise<Shape> => {
    const answer = await client({ method: 'GET', ...call });
    if (answer.kind !== 'answer') throw new ChannelFault(errorOf(answer, 'read', timeOf(answer) ?? now()));
    learn(answer);
    const body = shape.safeParse(answer.body);
    if (body.success) return body.data;
    throw new ChannelFault(unclear('unexpected-shape'), { cause: body.error });
  };
  const sift = <Item>(shape: z.ZodType<Item>, values: readonly unknown[]): Item[] =>
    values.flatMap((value) => {
      const item = shape.safeParse(value);
      if (!item.success) state.unreadable += 1;
      return item.success ? [item.data] : [];
    });
  const list: Reader['list'] = async (listing) => {
    const { shape, path, query, from, pages = Number.POSITIVE_INFINITY, enough, partial } = listing;
    const items: z.output<typeof shape>[] = [];
    const problems: Problem[] = [];
    const visited = new Set<string>();
    let token = from;
    for (let page = 1; ; page++) {
      const asked = token === undefined ? query : { ...query, pagination_token: token };
      const told = await ask(Page, { path, query: asked, ...(partial && { partial }) });
      items.push(...sift(shape, told.data));
      problems.push(...problemsOf({ errors: told.errors }));
      for (const user of told.includes.users) {
        const known = User.safeParse(user).data;
        if (known !== undefined) users.set(known.id, known);
      }
      token = told.meta.next_token;
      if (token === undefined || enough?.(items) === true) return { items, problems, next: null };
      if (visited.has(token)) throw new ChannelFault(unclear('paging-loop'));
      visited.add(token);
      // X allows no further call now: what was read is kept, and the rest waits.
      if (page >= pages || (pages !== Number.POSITIVE_INFINITY && state.wait !== undefined)) {
        return { items, problems, next: token };
      }
    }
  };
  return {
    read: (shape, path, query = {}) => ask(shape, { path, query }),
    list,
    users,
    startedAt: () => state.started,
    waitSeconds: () => (state.wait === 0 ? undefined : state.wait),
    unreadable: () => state.unreadable,
  };
}

const timeOf = (answer: Answer): Date | null => (answer.kind === 'unclear' ? null : dateOf(answer.headers));
